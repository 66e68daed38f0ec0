#include "tests/conformance/conformance_run.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

class TstConformanceRun : public QObject
{
    Q_OBJECT

    static Json expectation(const QByteArray &text, const QByteArray &finish)
    {
        Json expect = Json::object();
        expect.set("text", text);
        expect.set("tool_calls", Json::array());
        expect.set("finish_reason", finish);
        return expect;
    }

    static Exchange exchange(const QByteArray &id, const QByteArray &text)
    {
        const QByteArray body = R"({"choices":[{"index":0,"message":{"content":"TEXT"},"finish_reason":"stop"}],
                                    "usage":{"prompt_tokens":12,"completion_tokens":3}})";
        return {.id = id,
                .dialect = "openai.chat",
                .api = "openai.chat",
                .url = QUrl(u"https://example.com/v1/chat/completions"_s),
                .request = R"({"model":"m","messages":[{"role":"user","content":"Which levers?"}]})",
                .head = {.status = 200, .headers = {{"content-type", "application/json"}}},
                .body = QByteArray(body).replace("TEXT", text),
                .expect = expectation(text, "stop")};
    }

    static void withUsage(Exchange &exchange, qint64 prompt, qint64 completion)
    {
        exchange.expect.set("prompt_tokens", prompt);
        exchange.expect.set("completion_tokens", completion);
    }

    QList<Verdict> verdictsOf(const QList<Exchange> &exchanges)
    {
        m_run = std::make_unique<ConformanceRun>(exchanges, ConformanceRun::Options{});
        std::optional<QList<Verdict>> verdicts;
        connect(m_run.get(), &ConformanceRun::finished, this,
                [&verdicts](const QList<Verdict> &all) { verdicts = all; });
        m_run->start();
        [&verdicts] { QTRY_VERIFY(verdicts); }();
        return verdicts.value_or(QList<Verdict>());
    }

    std::unique_ptr<ConformanceRun> m_run;

private slots:
    void whatIsAsExpectedPasses()
    {
        Exchange good = exchange("good", "Two, of steel.");
        withUsage(good, 12, 3);
        const QList<Verdict> verdicts = verdictsOf({good});
        QCOMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts[0].differences, QStringList());
        QVERIFY(verdicts[0].ownRequest);
    }

    void aDifferenceNamesItsField()
    {
        Exchange bad = exchange("bad", "Two, of steel.");
        bad.expect = expectation("Three.", "length");
        withUsage(bad, 12, 4);
        const QString lines = verdictsOf({bad}).value(0).differences.join(u'\n');
        for (const QString &field :
             {u"text: "_s, u"finish_reason: "_s, u"completion_tokens: "_s, u"end state: "_s, u"token classes: "_s})
            QVERIFY2(lines.contains(field), qPrintable(field + u" in "_s + lines));
    }

    void withoutARecordedRequestAMinimalOneIsSent()
    {
        Exchange bare = exchange("bare", "Two.");
        withUsage(bare, 12, 3);
        bare.request.clear();
        const QList<Verdict> verdicts = verdictsOf({bare});
        QCOMPARE(verdicts.value(0).differences, QStringList());
        QVERIFY(!verdicts.value(0).ownRequest);
    }

    void aRecordedRequestThatLinksToAFileOfTheInternetIsNotSent()
    {
        Exchange linked = exchange("linked", "Two.");
        withUsage(linked, 12, 3);
        linked.dialect = "gemini.generateContent";
        linked.url = QUrl(u"https://api.example.com/v1beta/models/m:generateContent"_s);
        linked.request =
            R"({"contents":[{"role":"user","parts":[{"fileData":{"fileUri":"https://pictures.example.com/a.png","mimeType":"image/png"}}]}]})";
        const QList<Verdict> verdicts = verdictsOf({linked});
        QVERIFY(!verdicts.value(0).ownRequest);
        QVERIFY2(!verdicts.value(0).differences.join(u'\n').contains(u"pictures.example.com"_s),
                 qPrintable(verdicts.value(0).differences.join(u'\n')));
    }

    void whatIsNoChatGoesWithoutTheEngine_data()
    {
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expect");
        QTest::addColumn<bool>("passes");
        const QByteArray vectors = R"({"data":[{"embedding":[0.5,0.25]}],"usage":{"prompt_tokens":2}})";
        const QByteArray expectVectors = R"({"tool_calls":[],"prompt_tokens":2,"embeddings":{"count":1,"dims":DIMS}})";
        QTest::newRow("vectors") << QByteArray("embeddings") << u"/v1/embeddings"_s << vectors
                                 << QByteArray(expectVectors).replace("DIMS", "2") << true;
        QTest::newRow("vectors of another length") << QByteArray("embeddings") << u"/v1/embeddings"_s << vectors
                                                   << QByteArray(expectVectors).replace("DIMS", "3") << false;
        QTest::newRow("a count of tokens")
            << QByteArray("count_tokens") << u"/v1/messages/count_tokens"_s << QByteArray(R"({"input_tokens":7})")
            << QByteArray(R"({"tool_calls":[],"prompt_tokens":7})") << true;
        QTest::newRow("a list of models")
            << QByteArray("models.list") << u"/v1/models"_s << QByteArray(R"({"data":[{"id":"b"},{"id":"a"}]})")
            << QByteArray(R"({"models":{"count":2,"ids":["a","b"]}})") << true;
        QTest::newRow("a list with another model")
            << QByteArray("models.list") << u"/v1/models"_s << QByteArray(R"({"data":[{"id":"c"}]})")
            << QByteArray(R"({"models":{"count":1,"ids":["a"]}})") << false;
    }
    void whatIsNoChatGoesWithoutTheEngine()
    {
        QFETCH(QByteArray, dialect);
        QFETCH(QString, url);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expect);
        Exchange plain = exchange("plain", "");
        plain.dialect = dialect;
        plain.url.setPath(url);
        plain.body = body;
        plain.expect = *parseJson(expect);
        const QList<Verdict> verdicts = verdictsOf({plain});
        QVERIFY(verdicts.value(0).spoken);
        QTEST(verdicts.value(0).differences.isEmpty(), "passes");
    }

    void anUnknownDialectIsNotRunAndHoldsNothingBack()
    {
        Exchange strange = exchange("strange", "Two.");
        strange.dialect = "smoke.signals";
        Exchange good = exchange("good", "Two.");
        withUsage(good, 12, 3);
        const QList<Verdict> verdicts = verdictsOf({strange, good});
        QCOMPARE(verdicts.size(), 2);
        QVERIFY(!verdicts[0].spoken);
        QVERIFY(verdicts[1].spoken);
        QCOMPARE(verdicts[1].differences, QStringList());
    }

    void manyAtOnceAreKeptApart()
    {
        QList<Exchange> all;
        for (int i = 0; i < 60; ++i) {
            all.append(exchange("many-" + QByteArray::number(i), "Answer " + QByteArray::number(i)));
            withUsage(all.last(), 12, 3);
        }
        const QList<Verdict> verdicts = verdictsOf(all);
        QCOMPARE(verdicts.size(), 60);
        for (const Verdict &verdict : verdicts)
            QVERIFY2(verdict.differences.isEmpty(), qPrintable(verdict.differences.join(u'\n')));
    }

    void withoutExchangesItEndsAtOnce() { QVERIFY(verdictsOf({}).isEmpty()); }
};

static const bool tstConformanceRun = sb::testing::add<TstConformanceRun>();

#include "tst_conformance_run.moc"
