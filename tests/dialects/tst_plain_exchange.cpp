#include "tests/dialects/plain_exchange.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

/// The exchanges in tests/fixtures/traffic that are no chat, written from the providers' documentation.
class TstPlainExchange : public QObject
{
    Q_OBJECT

    static void addExchanges()
    {
        QTest::addColumn<Exchange>("exchange");
        for (const QString &name : {u"embeddings"_s, u"count_tokens"_s, u"models.list"_s}) {
            const auto all = loadExchanges(inSource(u"tests/fixtures/traffic/%1.jsonl"_s.arg(name)));
            for (const Exchange &exchange : all)
                QTest::newRow(exchange.id.constData()) << exchange;
        }
    }

private slots:
    void theAnswerIsWhatTheDocumentationSays_data() { addExchanges(); }
    void theAnswerIsWhatTheDocumentationSays()
    {
        QFETCH(Exchange, exchange);
        QVERIFY(plainKind(exchange));
        QCOMPARE(plainDifferences(exchange, exchange.head, exchange.body), QStringList());
    }

    void aCutAnswerIsAFailure_data() { addExchanges(); }
    void aCutAnswerIsAFailure()
    {
        QFETCH(Exchange, exchange);
        if (exchange.expect["error"].isObject())
            return;
        QVERIFY(!plainDifferences(exchange, exchange.head, exchange.body.chopped(2)).isEmpty());
    }

    void aRequestCanBeMadeForEach_data() { addExchanges(); }
    void aRequestCanBeMadeForEach()
    {
        QFETCH(Exchange, exchange);
        const auto wire = plainRequest(exchange, QUrl(u"http://127.0.0.1:1/x"_s));
        QVERIFY(wire);
        QVERIFY(wire->url.path().startsWith("/x/"_L1));
        QCOMPARE(wire->method, exchange.request.isEmpty() ? QByteArray("GET") : QByteArray("POST"));
    }

    void aChatIsNoPlainExchange()
    {
        QVERIFY(!plainKind({.dialect = "openai.chat"}));
        QVERIFY(!plainKind({.dialect = "smoke.signals"}));
    }
};

static const bool tstPlainExchange = sb::testing::add<TstPlainExchange>();

#include "tst_plain_exchange.moc"
