#include "core/routing/router_form.h"

#include "core/routing/preferences.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

Json quotedJson(QByteArray text)
{
    return parseJson(text.replace('\'', '"')).value();
}

Json sentToRouter(const Json &provider)
{
    const catalog::Provider router{.id = u"openrouter"_s, .knownAs = {u"OpenRouter"_s}};
    return asRouterTakes(provider, router, {.id = u"openrouter/fox"_s, .providerId = u"openrouter"_s});
}

} // namespace

class TstRouterForm : public QObject
{
    Q_OBJECT
private slots:
    void whatIsOursAloneIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing") << QByteArray("null") << QByteArray("null");
        QTest::newRow("an empty object") << QByteArray("{}") << QByteArray("{}");
        const QByteArray documented = "{'zdr':true,'sort':'exacto','order':['a','b'],'only':['a'],'ignore':['c'],"
                                      "'max_price':{'prompt':0.50},'data_collection':'deny','quantizations':['fp8'],"
                                      "'preferred_min_throughput':{'p90':5e1},'enforce_distillable_text':true}";
        QTest::newRow("what it documents, spelled as it came") << documented << documented;
        const QByteArray together = "{'sort':{'by':'price','partition':'none'}}";
        QTest::newRow("its sort of all models together") << together << together;
        QTest::newRow("a balanced sort") << QByteArray("{'sort':'balanced'}") << QByteArray("null");
        QTest::newRow("the listed order, of all models together")
            << QByteArray("{'sort':{'by':'listed','partition':'none'},'zdr':true}")
            << QByteArray("{'sort':{'partition':'none'},'zdr':true}");
        QTest::newRow("a balanced sort by name") << QByteArray("{'sort':{'by':'balanced'}}") << QByteArray("null");
        QTest::newRow("regions") << QByteArray("{'regions':['eu'],'zdr':true}") << QByteArray("{'zdr':true}");
        QTest::newRow("only the router") << QByteArray("{'only':['openrouter'],'zdr':true}")
                                         << QByteArray("{'zdr':true}");
        QTest::newRow("only the router and a host") << QByteArray("{'only':['a','OPENROUTER']}") << QByteArray("null");
        QTest::newRow("the router between hosts")
            << QByteArray("{'order':['a','openrouter','b']}") << QByteArray("{'order':['a','b']}");
    }
    void whatIsOursAloneIsNotSent()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, sent);
        QCOMPARE(sentToRouter(quotedJson(asked)).dump(), quotedJson(sent).dump());
    }

    /// Every sort that we have a word for is either one of its own, or not sent.
    void noSortReachesItThatItDoesNotDocument()
    {
        const QByteArrayList documented{"price", "throughput", "latency", "exacto"};
        for (int sort = 0; sort <= int(Sort::Quality); ++sort) {
            const Json sent = sentToRouter(toJson(Preferences{.sort = Sort(sort)}));
            QVERIFY2(sent.isNull() || documented.contains(sent["sort"].toBytes()), sent.dump().constData());
        }
    }
};

static const bool tstRouterForm = sb::testing::add<TstRouterForm>();

#include "tst_router_form.moc"
