#include "core/catalog/catalog.h"
#include "core/catalog/listed_model.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::catalog;

class TstListedModel : public QObject
{
    Q_OBJECT

private slots:
    void theModelIsNamedAsItsAuthorOrElseItsServerDoes_data()
    {
        QTest::addColumn<QString>("listed");
        QTest::addColumn<QString>("model");
        QTest::newRow("a router's") << u"qwen/qwen3-32b"_s << u"qwen/qwen3-32b"_s;
        QTest::newRow("a local server's") << u"qwen3:32b"_s << u"box/qwen3:32b"_s;
        QTest::newRow("a path on its disk") << u"/models/phi.gguf"_s << u"models/phi.gguf"_s;
        QTest::newRow("a file at the root") << u"/phi.gguf"_s << u"box/phi.gguf"_s;
        QTest::newRow("with blanks") << u"my model"_s << u"box/my-model"_s;
        QTest::newRow("an empty name behind the author") << u"author/"_s << u"box/author/"_s;
    }
    void theModelIsNamedAsItsAuthorOrElseItsServerDoes()
    {
        QFETCH(QString, listed);
        QFETCH(QString, model);
        const Endpoint endpoint = endpointOf({.id = u"box"_s}, {.upstreamModel = listed});
        QCOMPARE(endpoint.modelId, model);
        QCOMPARE(endpoint.upstreamModel, listed);
        QCOMPARE(endpoint.id, u"box/"_s + listed);
        // What is made here must be read again from its file.
        QVERIFY(parseEndpoints(toJson(u"box"_s, {endpoint}), {}).has_value());
    }

    void itHasNoPriceAndIsFreeOnlyOnALocalServer()
    {
        const Endpoint remote = endpointOf({.id = u"far"_s}, {.upstreamModel = u"m"_s, .contextTokens = 4096});
        QVERIFY(!remote.price);
        QVERIFY(!remote.free);
        QCOMPARE(remote.contextTokens, std::optional<qint64>(4096));
        QVERIFY(endpointOf({.id = u"box"_s, .local = true}, {.upstreamModel = u"m"_s}).free);
    }

    void whatIsKnownAlreadyOrAnswersNoChatIsNotAddedAgain()
    {
        const Provider provider{.id = u"far"_s};
        const QList<Endpoint> known{endpointOf(provider, {.upstreamModel = u"old"_s})};
        const QList<ListedModel> list{{.upstreamModel = u"old"_s},
                                      {.upstreamModel = u"new"_s},
                                      {.upstreamModel = u"new"_s},
                                      {.upstreamModel = u"embed"_s, .answersChat = false}};
        const QList<Endpoint> added = newEndpoints(provider, list, known);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.constFirst().id, u"far/new"_s);
    }
};

static const bool tstListedModel = sb::testing::add<TstListedModel>();

#include "tst_listed_model.moc"
