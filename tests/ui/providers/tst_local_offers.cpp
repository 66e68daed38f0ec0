#include "ui/providers/local_offers.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

const QUrl Usual{u"http://127.0.0.1:11434/v1"_s};
const QUrl Other{u"http://127.0.0.1:8080/v1"_s};

catalog::Provider ollama()
{
    return {
        .id = u"ollama"_s, .name = u"Ollama"_s, .baseUrl = Usual, .auth = catalog::Provider::Auth::None, .local = true};
}

engine::LocalServer server(const QUrl &url, const QString &kind = u"ollama"_s)
{
    return {.kind = kind, .baseUrl = url};
}

} // namespace

class TstLocalOffers final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatIsInTheListIsNotOffered()
    {
        const QList<engine::LocalServer> found{server(Usual), server(Other)};
        QCOMPARE(offersAmong(found, {}).size(), 2);
        const auto left = offersAmong(found, {ollama()});
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().baseUrl, Other);
    }

    void theShippedProviderStandsForAServerOfItsKind()
    {
        const catalog::Catalog catalog({ollama()}, {});
        QCOMPARE(providerFor(server(Usual), catalog, {}), ollama());
        const catalog::Provider moved = providerFor(server(Other), catalog, {});
        QCOMPARE(moved.id, u"ollama"_s);
        QCOMPARE(moved.baseUrl, Other);
    }

    void aSecondServerOfAKindIsAProviderOfItsOwn()
    {
        const catalog::Catalog catalog({ollama()}, {});
        const catalog::Provider second = providerFor(server(Other), catalog, {ollama()});
        QCOMPARE(second.name, u"Ollama at port 8080"_s);
        QCOMPARE(second.id, u"ollama-at-port-8080"_s);
        QVERIFY(second.local);
        QVERIFY(catalog::parseProvider(toJson(second), {}).has_value());
        QCOMPARE(providerFor(server(Other, {}), catalog, {}).name, u"A model server at port 8080"_s);
    }

    void anIdIsMadeOfTheNameAndFree_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << u"My Server"_s << u"my-server"_s;
        QTest::newRow("taken") << u"Ollama"_s << u"ollama-2"_s;
        QTest::newRow("accents") << u"Café Modèle"_s << u"cafe-modele"_s;
        QTest::newRow("signs around") << u"_(x)!"_s << u"x"_s;
        QTest::newRow("nothing that can be kept") << u"東京"_s << u"provider"_s;
        QTest::newRow("very long") << QString(200, u'a') << QString(60, u'a');
    }
    void anIdIsMadeOfTheNameAndFree()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        QCOMPARE(freeId(name, catalog::Catalog({ollama()}, {})), id);
        QVERIFY(catalog::isProviderId(id));
    }

    void anOfferNamesTheModelsThatAnswerChat_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QStringList{} << u"Found at 127.0.0.1:11434. It has no models yet."_s;
        QTest::newRow("two") << QStringList{u"qwen3-32b"_s, u"phi"_s}
                             << u"Found at 127.0.0.1:11434 with 2 model(s): qwen3-32b and phi."_s;
        QTest::newRow("many") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}
                              << u"Found at 127.0.0.1:11434 with 5 model(s): a, b and 3 more."_s;
        QTest::newRow("embeddings do not count")
            << QStringList{u"a"_s, u"embed"_s} << u"Found at 127.0.0.1:11434 with 1 model(s): a."_s;
    }
    void anOfferNamesTheModelsThatAnswerChat()
    {
        QFETCH(QStringList, models);
        QFETCH(QString, text);
        engine::LocalServer found = server(Usual);
        for (const QString &name : models)
            found.models.append({.upstreamModel = name, .answersChat = name != u"embed"_s});
        QCOMPARE(offerText(found), text);
    }
};

static const bool tstLocalOffers = sb::testing::add<TstLocalOffers>();

#include "tst_local_offers.moc"
