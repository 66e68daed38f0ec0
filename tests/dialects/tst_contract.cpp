#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using catalog::DialectId;

namespace {

/// Dialects with both halves: a new one is one line here.
constexpr std::array Dialects{DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                              DialectId::GeminiGenerateContent};

struct Case
{
    const char *name = "";
    Events events = {};
};

chat::Event calling(int index, const char *id, const char *name, const char *arguments)
{
    return chat::ToolCallDelta{.index = index,
                               .id = QString::fromUtf8(id),
                               .name = QString::fromUtf8(name),
                               .arguments = QString::fromUtf8(arguments)};
}

chat::Event finished(chat::FinishReason reason)
{
    return chat::Finished{.reason = reason, .raw = QString::fromLatin1(toWireName(reason))};
}

/// Answers that every dialect can carry.
QList<Case> cases()
{
    const chat::Event start = chat::Started{.id = u"answer-1"_s, .model = u"model-1"_s};
    const chat::Event text = chat::TextDelta{.text = u"Grüße, 東京 🚉 \"\\\n"_s};
    const chat::Event usage = chat::UsageReport{.usage = {.prompt = 120, .cacheRead = 20, .completion = 30}};
    return {
        {"text in pieces",
         {start, chat::TextDelta{.text = u"Half "_s}, text, finished(chat::FinishReason::Stop), usage}},
        {"cut short by its length", {start, text, finished(chat::FinishReason::Length), usage}},
        {"filtered", {start, text, finished(chat::FinishReason::ContentFilter), usage}},
        {"reasoning before text",
         {start, chat::ReasoningDelta{.text = u"Think "_s}, chat::ReasoningDelta{.text = u"twice."_s}, text,
          finished(chat::FinishReason::Stop), usage}},
        {"one tool call in pieces",
         {start, calling(0, "call_a", "weather", ""), calling(0, "", "", "{\"city\":"), calling(0, "", "", "\"Lima\"}"),
          finished(chat::FinishReason::ToolCalls), usage}},
        {"text and two tool calls",
         {start, text, calling(0, "call_a", "weather", "{\"city\":\"Lima\"}"), calling(1, "call_b", "now", "{}"),
          finished(chat::FinishReason::ToolCalls), usage}},
        {"no usage", {start, text, finished(chat::FinishReason::Stop)}},
    };
}

/// What must survive; the rest (raw usage, opaque parts) is each dialect's own.
chat::Answer comparable(chat::Answer answer)
{
    answer.usage.raw = {};
    answer.rawFinish.clear();
    return answer;
}

QByteArray streamed(const dialects::ServerDialect &server, const Events &events)
{
    const auto encoder = server.encoder({.model = u"model-1"_s, .stream = true, .includeUsage = true});
    QByteArray bytes;
    for (const chat::Event &event : events)
        bytes += encoder->encode(event);
    return bytes + encoder->finish();
}

} // namespace

/// What a server half encodes, the client half of the same dialect decodes to the same answer.
class TstContract : public QObject
{
    Q_OBJECT

    static void addCases()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<Events>("events");
        for (const DialectId dialect : Dialects) {
            for (const Case &one : cases())
                QTest::addRow("%s: %s", toWireName(dialect).constData(), one.name) << dialect << one.events;
        }
    }

    static void addDialects()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : Dialects)
            QTest::newRow(toWireName(dialect).constData()) << dialect;
    }

private slots:
    void aStreamComesBackAsTheSameAnswer_data() { addCases(); }
    void aStreamComesBackAsTheSameAnswer()
    {
        QFETCH(DialectId, dialect);
        QFETCH(Events, events);
        const auto decoder = dialects::clientDialect(dialect)->decoder(head(200, "text/event-stream"), {});
        const QByteArray body = streamed(*dialects::serverDialect(dialect), events);
        QCOMPARE(comparable(gathered(decoded(*decoder, body))), comparable(gathered(events)));
    }

    void aStreamComesBackHoweverItIsSplit_data() { addCases(); }
    void aStreamComesBackHoweverItIsSplit()
    {
        QFETCH(DialectId, dialect);
        QFETCH(Events, events);
        const auto make = [&] { return dialects::clientDialect(dialect)->decoder(head(200, "text/event-stream"), {}); };
        QCOMPARE(splitThatMatters(make, streamed(*dialects::serverDialect(dialect), events)), QString());
    }

    void aWholeAnswerComesBackTheSame_data() { addCases(); }
    void aWholeAnswerComesBackTheSame()
    {
        QFETCH(DialectId, dialect);
        QFETCH(Events, events);
        const chat::Answer sent = gathered(events);
        const QByteArray body = dialects::serverDialect(dialect)->encodeWhole({.model = u"model-1"_s}, sent);
        const auto decoder = dialects::clientDialect(dialect)->decoder(head(200, "application/json"), {});
        QCOMPARE(comparable(gathered(decoded(*decoder, body))), comparable(sent));
    }

    void aStreamThatIsCutHasNoEnd_data() { addDialects(); }
    void aStreamThatIsCutHasNoEnd()
    {
        QFETCH(DialectId, dialect);
        const Events events{chat::Started{.id = u"a"_s}, chat::TextDelta{.text = u"Half"_s}};
        const auto decoder = dialects::clientDialect(dialect)->decoder(head(200, "text/event-stream"), {});
        const chat::Answer answer = gathered(decoded(*decoder, streamed(*dialects::serverDialect(dialect), events)));
        QCOMPARE(answer.text, u"Half"_s);
        QVERIFY(!answer.finish);
        QVERIFY(!answer.error);
    }

    void anErrorComesBackWithItsCommonWord_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        for (const DialectId dialect : Dialects) {
            const auto row = [&](int status, const char *type) {
                QTest::addRow("%s: %d %s", toWireName(dialect).constData(), status, type)
                    << dialect << status << QByteArray(type);
            };
            row(400, "invalid_request");
            row(400, "context_length_exceeded");
            row(401, "authentication");
            row(402, "payment_required");
            row(404, "not_found");
            row(429, "rate_limit_exceeded");
            row(500, "server");
            row(529, "provider_overloaded");
        }
    }
    void anErrorComesBackWithItsCommonWord()
    {
        QFETCH(DialectId, dialect);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        const chat::ProviderError error{.type = *chat::errorTypeFromWireName(type), .message = u"It went wrong."_s};
        const QByteArray body = dialects::serverDialect(dialect)->encodeError(status, error);
        const auto decoder = dialects::clientDialect(dialect)->decoder(head(status, "application/json"), {});
        const chat::Answer answer = gathered(decoded(*decoder, body));
        QVERIFY(answer.error);
        QCOMPARE(toWireName(answer.error->type), type);
        QCOMPARE(answer.error->message, u"It went wrong."_s);
        QCOMPARE(answer.error->httpStatus, status);
    }

    void anErrorInsideAStreamKeepsWhatCameBefore_data() { addDialects(); }
    void anErrorInsideAStreamKeepsWhatCameBefore()
    {
        QFETCH(DialectId, dialect);
        const chat::ProviderError error{.type = chat::ErrorType::ProviderOverloaded, .message = u"Full."_s};
        const Events events{chat::Started{.id = u"a"_s}, chat::TextDelta{.text = u"Half"_s},
                            chat::Failed{.error = error}};
        const auto decoder = dialects::clientDialect(dialect)->decoder(head(200, "text/event-stream"), {});
        const chat::Answer answer = gathered(decoded(*decoder, streamed(*dialects::serverDialect(dialect), events)));
        QCOMPARE(answer.text, u"Half"_s);
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::ProviderOverloaded);
    }

    void aRequestThatTheClientEncodesIsReadByTheServer_data() { addDialects(); }
    void aRequestThatTheClientEncodesIsReadByTheServer()
    {
        QFETCH(DialectId, dialect);
        const chat::Request request{.model = u"author/model"_s,
                                    .messages = {chat::Message::make(chat::Role::System, u"Be brief."_s),
                                                 chat::Message::make(chat::Role::User, u"Grüße?"_s)},
                                    .maxTokens = 50};
        const auto wire = dialects::clientDialect(dialect)->encode(request, {.baseUrl = QUrl(u"http://localhost/v1"_s)},
                                                                   {.upstreamModel = u"model-1"_s}, {.stream = true});
        QVERIFY(wire);
        const auto served = dialects::serverDialect(dialect)->decodeRequest(wire->url.path().toUtf8(), wire->body);
        QVERIFY2(served, qPrintable(served ? QString() : served.error().message));
        QVERIFY(served->stream);
        QCOMPARE(served->request.model, u"model-1"_s);
        QCOMPARE(served->request.maxTokens, std::optional<qint64>(50));
        QCOMPARE(served->request.messages.size(), 2);
        QCOMPARE(served->request.messages.last().text(), u"Grüße?"_s);
    }
};

static const bool tstContract = sb::testing::add<TstContract>();

#include "tst_contract.moc"
