#include "core/catalog/catalog.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

class TstEndpointParser : public QObject
{
    Q_OBJECT

private slots:
    void judgesLikeTheSchema_data() { testing::addAgreementRows(u"catalog"_s); }
    void judgesLikeTheSchema()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        const auto endpoints = parseEndpoints(*parseJson(json), u"x.json"_s);
        QCOMPARE(endpoints.has_value(), valid);
        if (!valid)
            QVERIFY2(endpoints.error().message.startsWith("x.json: "_L1), qPrintable(endpoints.error().message));
    }

    void isTheSameAfterWritingAndReading_data() { testing::addAgreementRows(u"catalog"_s); }
    void isTheSameAfterWritingAndReading()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        if (!valid)
            return;
        const QList<Endpoint> endpoints = *parseEndpoints(*parseJson(json), {});
        QCOMPARE(parseEndpoints(toJson(u"x"_s, endpoints), {}).value(), endpoints);
    }

    void namesThePathAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("endpoint");
        QTest::addColumn<QString>("message");
        QTest::newRow("a price as number")
            << QByteArray("{'model': 'a/b', 'upstream_model': 'b', 'price': {'input': 2.5}}")
            << u"f.json: endpoints[1].price.input: expected dollars for a million tokens as a text such as \"2.50\", "
               u"with "
               "at most 6 decimals, found 2.5"_s;
        QTest::newRow("a component")
            << QByteArray("{'model': 'a/b', 'upstream_model': 'b', 'price': {'components': ["
                          "{'unit': 'input', 'amount': '1', 'wekday': 'monday'}]}}")
            << u"f.json: endpoints[1].price.components[0].wekday: this member is not known; check its spelling"_s;
        QTest::newRow("a missing model") << QByteArray("{'upstream_model': 'b'}")
                                         << u"f.json: endpoints[1].model: expected a text that is not empty, but it is "
                                            "missing"_s;
        QTest::newRow("an endpoint twice")
            << QByteArray("{'model': 'a/b', 'upstream_model': 'first'}")
            << u"f.json: endpoints[1].upstream_model: expected each upstream model once, found \"first\""_s;
    }
    void namesThePathAndWhatWasExpected()
    {
        QFETCH(QByteArray, endpoint);
        QFETCH(QString, message);
        const QByteArray text =
            "{'version': 1, 'provider': 'p', 'endpoints': [{'model': 'a/b', 'upstream_model': 'first'}, " + endpoint
            + "]}";
        const auto endpoints = parseEndpoints(*parseJson(quoted(text)), u"f.json"_s);
        QVERIFY(!endpoints);
        QCOMPARE(endpoints.error().message, message);
    }

    void namesEndpointsByProviderAndUpstreamModel()
    {
        const Json json = *parseJson(quoted("{'version': 1, 'provider': 'openrouter', 'endpoints': ["
                                            "{'model': 'a/b', 'upstream_model': 'a/b:beta'}]}"));
        const Endpoint endpoint = parseEndpoints(json, {})->constFirst();
        QCOMPARE(endpoint.id, u"openrouter/a/b:beta"_s);
        QCOMPARE(endpoint.providerId, u"openrouter"_s);
    }

    void isUnpricedAndNotFreeWithoutAPrice()
    {
        const Json json = *parseJson(
            quoted("{'version': 1, 'provider': 'p', 'endpoints': [{'model': 'a/b', 'upstream_model': 'b'}]}"));
        const Endpoint endpoint = parseEndpoints(json, {})->constFirst();
        QVERIFY(!endpoint.price);
        QVERIFY(!endpoint.free);
    }

    void readsWhatAModelTakesAndWhenItEnds()
    {
        const Endpoint endpoint =
            parseEndpoints(*parseJson(quoted("{'version': 1, 'provider': 'x', 'endpoints': [{'model': 'a/b', "
                                             "'upstream_model': 'b', 'capabilities': ['images', 'audio'], "
                                             "'inputs': ['text', 'video'], 'released': '2026-01-02', "
                                             "'retires': '2027-01-02', 'open_weights': true}]}")),
                           {})
                ->constFirst();
        QCOMPARE(allInputs(endpoint), (Modalities{.text = true, .images = true, .audio = true, .video = true}));
        QCOMPARE(endpoint.outputs, TextOnly);
        QCOMPARE(endpoint.released, QDate(2026, 1, 2));
        QCOMPARE(endpoint.retires, QDate(2027, 1, 2));
        QCOMPARE(endpoint.openWeights, std::optional(true));
    }
};

static const bool tstEndpointParser = sb::testing::add<TstEndpointParser>();

#include "tst_endpoint_parser.moc"
