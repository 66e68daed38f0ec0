#include "core/engine/continuation.h"

#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using engine::continuation;
using routing::AfterFirstContent;
using routing::EndState;

namespace {

const QString Begun = u"The signaller "_s;

chat::Request prompt()
{
    return {.messages = {chat::Message::make(chat::Role::System, u"Be brief."_s),
                         chat::Message::make(chat::Role::User, u"How does a signal box work?"_s)},
            .maxTokens = 100};
}

/// A whole stream in Anthropic's format: one text, 100 tokens in and 10 out.
Script message(const QString &text, Script::Then then = Script::Then::Finish)
{
    const auto encoder = dialects::serverDialect(catalog::DialectId::AnthropicMessages)->encoder({});
    QByteArray body = encoder->encode(chat::Started{.id = u"b"_s, .model = u"m"_s});
    body += encoder->encode(chat::TextDelta{.text = text});
    if (then == Script::Then::Finish) {
        body += encoder->encode(chat::Finished{});
        body += encoder->encode(chat::UsageReport{.usage = {.prompt = 100, .completion = 10}});
    }
    return {.body = body + encoder->finish(), .then = then};
}

/// "a" speaks OpenAI chat and breaks off; "b" and "c" speak Anthropic Messages.
class Line
{
public:
    explicit Line(bool prefill = true)
        : bench({u"a"_s, u"b"_s, u"c"_s})
    {
        for (const QString &name : {u"b"_s, u"c"_s}) {
            bench.provider(name).dialect = catalog::DialectId::AnthropicMessages;
            bench.endpoint(name).capabilities.prefill = prefill;
        }
        bench.useWorld();
        bench.chain.afterFirstContent = AfterFirstContent::Continue;
        bench.server.script(u"a"_s, {{.body = textChunk(Begun), .then = Script::Then::Abort}});
    }

    [[nodiscard]] Json lastMessage(const QString &name) const
    {
        const auto body = parseJson(bench.server.received(name).constFirst().body);
        const Json messages = body.value_or(Json())["messages"];
        return messages.at(messages.size() - 1);
    }

    Bench bench;
};

} // namespace

/// After a break an answer goes on at an endpoint that takes the delivered text as a prefill.
class TstContinuation : public QObject
{
    Q_OBJECT
private slots:
    void aTextIsGoneOnFromOnlyWhereThatChangesNothing_data();
    void aTextIsGoneOnFromOnlyWhereThatChangesNothing();
    void thePrefillIsTheTextWithoutTheBlanksAtItsEnd();
    void theNextEndpointGoesOnFromTheDeliveredText_data();
    void theNextEndpointGoesOnFromTheDeliveredText();
    void theSeamIsInTheTrace();
    void anEndpointThatTakesNoPrefillIsSpliced();
    void aRefusedContinuationGoesOnElsewhere();
    void aContinuationThatBreaksIsGoneOnFromAgain();
    void theFirstFailureIsNotMaskedByAFailedContinuation();
    void theDeliveredTextIsReservedAsInput();
};

void TstContinuation::aTextIsGoneOnFromOnlyWhereThatChangesNothing_data()
{
    QTest::addColumn<std::function<void(chat::Request &, chat::Answer &, catalog::Endpoint &)>>("change");
    QTest::addColumn<bool>("possible");
    using Change = std::function<void(chat::Request &, chat::Answer &, catalog::Endpoint &)>;
    const auto row = [](const char *name, bool possible, const Change &change) {
        QTest::newRow(name) << change << possible;
    };
    row("a plain text", true, [](auto &, auto &, auto &) {});
    row("delivered reasoning", true, [](auto &, auto &answer, auto &) { answer.reasoning = u"R"_s; });
    row("no prefill there", false, [](auto &, auto &, auto &endpoint) { endpoint.capabilities.prefill = false; });
    row("blanks only", false, [](auto &, auto &answer, auto &) { answer.text = u" \n"_s; });
    row("a call was delivered", false, [](auto &, auto &answer, auto &) { answer.toolCalls.append(chat::ToolCall{}); });
    row("a refusal was delivered", false, [](auto &, auto &answer, auto &) { answer.refusal = u"No"_s; });
    row("other content was delivered", false, [](auto &, auto &answer, auto &) { answer.other.append(Json(1)); });
    row("tools", false, [](auto &request, auto &, auto &) { request.tools.append(chat::Tool{.name = u"f"_s}); });
    row("reasoning", false, [](auto &request, auto &, auto &) {
        request.reasoning = chat::Reasoning{.effort = chat::ReasoningEffort::Low};
    });
    row("an answer format", false, [](auto &request, auto &, auto &) {
        request.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonObject};
    });
    row("instructions in the middle", false, [](auto &request, auto &, auto &) {
        request.messages.append(chat::Message::make(chat::Role::Developer, u"In German."_s));
    });
    row("a prefill of the caller's", false, [](auto &request, auto &, auto &) {
        request.messages.append(chat::Message::make(chat::Role::Assistant, u"It"_s));
    });
}

void TstContinuation::aTextIsGoneOnFromOnlyWhereThatChangesNothing()
{
    using Change = std::function<void(chat::Request &, chat::Answer &, catalog::Endpoint &)>;
    QFETCH(Change, change);
    chat::Request request = prompt();
    chat::Answer answer{.text = Begun};
    catalog::Endpoint endpoint{.capabilities = {.prefill = true}};
    change(request, answer, endpoint);
    QTEST(continuation(request, answer, endpoint).has_value(), "possible");
}

void TstContinuation::thePrefillIsTheTextWithoutTheBlanksAtItsEnd()
{
    const chat::Answer answer{.text = u"The signaller \n"_s};
    const auto onward = continuation(prompt(), answer, {.capabilities = {.prefill = true}});
    QVERIFY(onward);
    QCOMPARE(onward->messages.size(), 3);
    QCOMPARE(onward->messages.last(), chat::Message::make(chat::Role::Assistant, u"The signaller"_s));
    QCOMPARE(onward->messages.first(), prompt().messages.first());
    QCOMPARE(onward->maxTokens, std::optional<qint64>(97)); // 15 bytes are 3 tokens
    QCOMPARE(engine::lowered(2, answer.text), std::optional<qint64>(1));
    QCOMPARE(engine::lowered({}, answer.text), std::optional<qint64>());
}

void TstContinuation::theNextEndpointGoesOnFromTheDeliveredText_data()
{
    QTest::addColumn<QString>("begun");
    QTest::addColumn<QString>("rest");
    QTest::newRow("a blank on this side") << u"The signaller "_s << u"pulls."_s;
    QTest::newRow("a blank on that side") << u"The signaller"_s << u" pulls."_s;
    QTest::newRow("a blank on both") << u"The signaller "_s << u" pulls."_s;
    QTest::newRow("in the middle of a word") << u"The signaller pu"_s << u"lls."_s;
}

void TstContinuation::theNextEndpointGoesOnFromTheDeliveredText()
{
    QFETCH(QString, begun);
    QFETCH(QString, rest);
    Line line;
    line.bench.server.script(u"a"_s, {{.body = textChunk(begun), .then = Script::Then::Abort}});
    line.bench.server.script(u"b"_s, {message(rest)});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, u"The signaller pulls."_s);
    QCOMPARE(seen->end().answer.text, seen->text);
    QVERIFY(!seen->end().answer.error);
    QVERIFY(!seen->order.contains(u"restarted"_s));
    QCOMPARE(line.lastMessage(u"b"_s)["role"].toBytes(), QByteArray("assistant"));
    QCOMPARE(line.lastMessage(u"b"_s)["content"].toText(), begun.trimmed());
}

void TstContinuation::theSeamIsInTheTrace()
{
    Line line;
    line.bench.server.script(u"b"_s, {message(u"pulls a lever."_s)});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"continue"_s}));
    const auto &record = seen->end().record;
    QCOMPARE(record.attempts.at(0).error, std::optional(chat::ErrorType::Cut));
    QVERIFY(record.attempts.at(1).succeeded);
    QCOMPARE(record.answer["seams"].dump(), QByteArray("[14]"));
    QCOMPARE(record.servedEndpoint, u"b/m"_s);
    QCOMPARE(seen->started.at(1).moveReason, QByteArray("continue"));
}

void TstContinuation::anEndpointThatTakesNoPrefillIsSpliced()
{
    Line line(false);
    line.bench.server.script(u"b"_s, {message(u"The signaller pulls."_s)});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, u"The signaller pulls."_s);
    QCOMPARE(line.lastMessage(u"b"_s)["role"].toBytes(), QByteArray("user"));
    QCOMPARE(seen->reasons().constLast(), u"resume"_s);
    QCOMPARE(seen->end().record.answer["seams"].dump(), QByteArray("[14]"));
}

void TstContinuation::aRefusedContinuationGoesOnElsewhere()
{
    Line line;
    line.bench.server.script(u"b"_s,
                             {{.status = 400,
                               .contentType = "application/json",
                               .body = R"({"type":"error","error":{"type":"invalid_request_error",)"
                                       R"("message":"This model does not support assistant message prefill."}})"}});
    line.bench.server.script(u"c"_s, {message(u"pulls."_s)});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, u"The signaller pulls."_s);
    QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"continue"_s, u"continue"_s}));
}

void TstContinuation::aContinuationThatBreaksIsGoneOnFromAgain()
{
    Line line;
    line.bench.server.script(u"b"_s, {message(u"pulls "_s, Script::Then::Abort)});
    line.bench.server.script(u"c"_s, {message(u"a lever."_s)});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, u"The signaller pulls a lever."_s);
    QCOMPARE(line.lastMessage(u"c"_s)["content"].toText(), u"The signaller pulls"_s);
    QCOMPARE(seen->end().record.answer["seams"].dump(), QByteArray("[14,20]"));
}

void TstContinuation::theFirstFailureIsNotMaskedByAFailedContinuation()
{
    Line line;
    line.bench.server.script(u"b"_s, {refusing(401, "authentication_error")});
    line.bench.server.script(u"c"_s, {refusing(529, "overloaded_error")});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Cut);
    QCOMPARE(seen->end().answer.error->type, chat::ErrorType::Cut);
    QCOMPARE(seen->text, Begun);
    QCOMPARE(seen->end().record.servedEndpoint, u"a/m"_s);
    QCOMPARE(seen->end().record.attempts.size(), 3);
}

void TstContinuation::theDeliveredTextIsReservedAsInput()
{
    Line line;
    line.bench.server.script(u"b"_s, {message(u"pulls."_s)});

    const auto seen = line.bench.run();
    QTRY_VERIFY(seen->isOver());
    const auto &attempts = seen->end().record.attempts;
    // 14 bytes are 14 tokens at most, at 1 $ for a million of them.
    QCOMPARE(attempts.at(1).bound, std::optional(saturatingAdd(*attempts.at(0).bound, NanoDollars{14'000})));
}

static const bool tstContinuation = sb::testing::add<TstContinuation>();

#include "tst_continuation.moc"
