#include "core/practice/answer_text.h"
#include "core/practice/practice.h"

#include "core/dialects/dialect.h"
#include "core/practice/tokens.h"
#include "tests/testing/testing.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace Qt::StringLiterals;
using catalog::DialectId;

namespace {

const QString RepairPrompt = u"How do I repair a bicycle chain at home?"_s;

chat::Request repairRequest()
{
    return {.model = u"practice/express"_s, .messages = {chat::Message::make(chat::Role::User, RepairPrompt)}};
}

/// One provider that speaks a dialect, and that dialect's client half over real HTTP.
class Line
{
public:
    explicit Line(DialectId dialect, const Knobs &knobs = {.firstToken = {}, .tokensPerSecond = 0})
        : m_client(*dialects::clientDialect(dialect))
        , m_server({{.id = u"p"_s, .dialect = dialect, .voice = 1, .knobs = knobs, .models = {u"express"_s}}}, m_clock)
    {
        const Result<void> started = m_server.start();
        Q_ASSERT(started);
        m_provider = {.baseUrl = m_server.baseUrls().value(u"p"_s)};
    }

    chat::Answer ask(const chat::Request &asked, bool stream)
    {
        const auto wire = m_client.encode(asked, m_provider, {.upstreamModel = u"express"_s}, {.stream = stream});
        if (!wire)
            return {.error = chat::ProviderError{.message = wire.error().message}};
        QNetworkRequest http(wire->url);
        for (const auto &[name, value] : wire->headers)
            http.setRawHeader(name, value);
        QNetworkReply *reply = m_manager.post(http, wire->body);
        wait(reply);
        const auto decoder = m_client.decoder(
            {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
             .headers = {{"content-type", reply->header(QNetworkRequest::ContentTypeHeader).toByteArray()}}},
            m_provider);
        chat::Answer answer;
        QList<chat::Event> events = decoder->feed(reply->readAll());
        events += decoder->finish();
        for (const chat::Event &event : std::as_const(events))
            answer.apply(event);
        return answer;
    }

    Json models()
    {
        QNetworkReply *reply = m_manager.get(QNetworkRequest(QUrl(m_provider.baseUrl.toString() + u"/models"_s)));
        wait(reply);
        return parseJson(reply->readAll()).value_or(Json());
    }

private:
    static void wait(QNetworkReply *reply)
    {
        if (!reply->isFinished())
            QSignalSpy(reply, &QNetworkReply::finished).wait(20'000);
    }

    SystemClock m_clock;
    const dialects::ClientDialect &m_client;
    PracticeServer m_server;
    catalog::Provider m_provider;
    QNetworkAccessManager m_manager;
};

} // namespace

/// Each dialect that practice speaks: a new one is one line here, and one in listsItsModels_data().
class TstSpokenDialects : public QObject
{
    Q_OBJECT

    static void addDialects()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect :
             {DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::GeminiGenerateContent})
            QTest::newRow(toWireName(dialect).constData()) << dialect;
    }

private slots:
    void answersWholeAndAsAStream_data() { addDialects(); }
    void answersWholeAndAsAStream()
    {
        QFETCH(const DialectId, dialect);
        Line line(dialect);
        for (const bool stream : {true, false}) {
            const chat::Answer answer = line.ask(repairRequest(), stream);
            QCOMPARE(answer.text, answerText(RepairPrompt, 1).text);
            QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
            QCOMPARE(answer.model, u"express"_s);
            QCOMPARE(answer.usage.prompt, std::optional(countTokens(RepairPrompt)));
            QCOMPARE(answer.usage.completion, std::optional(countTokens(answer.text)));
        }
    }

    void callsAToolAndTakesItsResult_data() { addDialects(); }
    void callsAToolAndTakesItsResult()
    {
        QFETCH(const DialectId, dialect);
        Line line(dialect);
        chat::Request asked = repairRequest();
        asked.tools = {{.name = u"look_up"_s, .parameters = *parseJson(R"({"type":"object","properties":{}})")}};
        asked.toolChoice = chat::ToolChoice{.mode = chat::ToolChoice::Mode::Required};
        const chat::Answer answer = line.ask(asked, true);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ToolCalls));
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls.first().name, u"look_up"_s);

        chat::Message result = chat::Message::make(chat::Role::Tool, u"Found."_s);
        result.toolCallId = answer.toolCalls.first().id;
        asked.toolChoice.reset();
        asked.messages += {answer.toMessage(), result};
        const chat::Answer next = line.ask(asked, true);
        QCOMPARE(next.finish, std::optional(chat::FinishReason::Stop));
        QVERIFY(!next.text.isEmpty());
    }

    void stopsAtTheLimit_data() { addDialects(); }
    void stopsAtTheLimit()
    {
        QFETCH(const DialectId, dialect);
        Line line(dialect);
        chat::Request asked = repairRequest();
        asked.maxTokens = 5;
        QCOMPARE(line.ask(asked, true).finish, std::optional(chat::FinishReason::Length));
    }

    void failsInItsOwnWords_data() { addDialects(); }
    void failsInItsOwnWords()
    {
        QFETCH(const DialectId, dialect);
        Line line(dialect, {.errorStatus = 429, .outage = true});
        const chat::Answer answer = line.ask(repairRequest(), true);
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::RateLimitExceeded);
        QVERIFY(answer.error->message.startsWith(u"Practice fault"_s));
    }

    void aCutAnswerHasNoEnd_data() { addDialects(); }
    void aCutAnswerHasNoEnd()
    {
        QFETCH(const DialectId, dialect);
        Line line(dialect, {.firstToken = {}, .tokensPerSecond = 0, .cutAfterTokens = 3});
        const chat::Answer answer = line.ask(repairRequest(), true);
        QVERIFY(!answer.finish);
        QVERIFY(!answer.text.isEmpty());
    }

    void listsItsModels_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("model");
        QTest::newRow("openai.chat") << DialectId::OpenAiChat << QByteArray("data") << QByteArray("id")
                                     << QByteArray("express");
        QTest::newRow("openai.responses")
            << DialectId::OpenAiResponses << QByteArray("data") << QByteArray("id") << QByteArray("express");
        QTest::newRow("gemini.generateContent") << DialectId::GeminiGenerateContent << QByteArray("models")
                                                << QByteArray("name") << QByteArray("models/express");
    }
    void listsItsModels()
    {
        QFETCH(const DialectId, dialect);
        QFETCH(const QByteArray, list);
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, model);
        Line line(dialect);
        QCOMPARE(line.models()[list].at(0)[name].toBytes(), model);
    }
};

static const bool tstSpokenDialects = sb::testing::add<TstSpokenDialects>();
#include "tst_spoken_dialects.moc"
