// bench-acceptance: what it costs to judge an answer of 10 kB. One JSON line a figure.
#include "tests/benchmarks/figures.h"

#include "core/routing/acceptance/acceptance.h"

using namespace sb;
using namespace sb::bench;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype AnswerBytes = 10'000;

const char *const OrderSchema = R"({"type": "object", "properties": {"orders": {"type": "array", "items":
    {"$ref": "#/$defs/order"}}}, "required": ["orders"], "additionalProperties": false, "$defs": {"order":
    {"type": "object", "properties": {"id": {"type": "integer", "minimum": 1}, "state": {"enum": ["open", "sent"]},
    "price": {"type": "number", "multipleOf": 0.01}, "note": {"anyOf": [{"type": "string", "maxLength": 80},
    {"type": "null"}]}, "sku": {"type": "string", "pattern": "^[A-Z]{2}-\\d{4}$"}}, "required": ["id", "state", "price",
    "note", "sku"], "additionalProperties": false}}})";

/// Orders as the schema wants them. @param comma between and behind them
QString orders(const QString &comma)
{
    QString text = u"{\"orders\": ["_s;
    for (int i = 1; text.size() < AnswerBytes; ++i) {
        if (i > 1)
            text += u", "_s;
        text += u"{\"id\": %1, \"state\": \"%2\", \"price\": %3.99, \"note\": %4, \"sku\": \"AB-%5\"}"_s.arg(i)
                    .arg(i % 2 == 0 ? u"open"_s : u"sent"_s)
                    .arg(i)
                    .arg(i % 3 == 0 ? u"null"_s : u"\"by train, not by road\""_s)
                    .arg(1000 + i);
    }
    return text + comma + u"]}"_s;
}

QString prose()
{
    QString text;
    for (int i = 0; text.size() < AnswerBytes; ++i)
        text +=
            u"Train %1 leaves at noon from platform %2, and the one that comes after it is not due before the evening. "_s
                .arg(i)
                .arg(i % 9);
    return text;
}

chat::Answer saying(const QString &text)
{
    chat::Answer answer;
    answer.text = text;
    answer.finish = chat::FinishReason::Stop;
    return answer;
}

qsizetype seen = 0; // so that no call can be left out

void measure(const QByteArray &name, const QList<AcceptanceCheck> &checks, const chat::Answer &answer,
             const QByteArray &includes)
{
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::User, prose().left(300))};
    request.tools = {chat::Tool{.name = u"order"_s, .parameters = *parseJson(OrderSchema)}};
    const Acceptance acceptance(checks, request);
    const Judgement judged = acceptance.judge(answer, Mending::Allowed);
    if (!judged.accepted() || judged.verdicts.constFirst().kind != CheckVerdict::Kind::Passed)
        qFatal("%s: %s", name.constData(), toJson(judged.verdicts.constFirst()).dump().constData());
    report("acceptance." + name,
           fastestMicroseconds(400, [&] { seen += acceptance.judge(answer, Mending::Allowed).verdicts.size(); }), "us",
           includes);
}

} // namespace

int main()
{
    const JsonSchemaCheck schema{.schema = *parseJson(OrderSchema)};
    const LengthCheck length{.maxCharacters = 20'000, .maxWords = 20'000};
    const PatternCheck pattern{.pattern = u"(?i)\\btodo\\b"_s, .mustMatch = false};
    const QList<AcceptanceCheck> ofText{NonEmptyCheck(),   LanguageCheck(), length,
                                        RepetitionCheck(), RefusalCheck(),  pattern};
    const chat::Answer json = saying(orders({}));
    const chat::Answer text = saying(prose());
    chat::Answer call = saying({});
    call.toolCalls = {chat::ToolCall{.name = u"order"_s, .arguments = orders({})}};

    measure("json", {JsonCheck()}, json, "10 kB of JSON: parsed");
    measure("json_repaired", {JsonCheck()}, saying(u"Here:\n```json\n"_s + orders(u","_s) + u"\n```"_s),
            "the same with prose, fence and a comma: mended, and parsed three times");
    measure("json_schema", {schema}, json, "parsed, 100 orders of five members against their schema");
    measure("tool_arguments", {ToolArgumentsCheck()}, call, "the same as arguments of a call");
    measure("non_empty", {NonEmptyCheck()}, text, "10 kB of prose");
    measure("language", {LanguageCheck()}, text, "the first 8,000 characters");
    measure("length", {length}, text, "characters and words");
    measure("repetition", {RepetitionCheck()}, text, "10 kB, once");
    measure("refusal", {RefusalCheck()}, text, "a long answer is none");
    measure("refusal_short", {RefusalCheck()}, saying(prose().left(500)), "500 characters, 18 languages");
    measure("pattern", {pattern}, text, "searched to the end");
    measure("text_all", ofText, text, "all six checks of a text");

    const chat::Request request;
    report("acceptance.prepare_schema", fastestMicroseconds(400, [&] { Acceptance({schema}, request); }), "us",
           "the schema read, once a request");
    const QString megabyte = prose().repeated(100);
    report("acceptance.repetition_1mb",
           fastestMicroseconds(50, [&] { seen += loopAtEnd(megabyte).has_value() ? 1 : 0; }), "us",
           "1 MB, of which the last 65,536 characters count");
    report("acceptance.watch_1mb",
           fastestMicroseconds(10,
                               [&] {
                                   LoopWatch watch;
                                   for (qsizetype i = 0; i < megabyte.size(); i += 20)
                                       seen += watch.append(QStringView(megabyte).sliced(
                                                   i, std::min(qsizetype(20), megabyte.size() - i)))
                                           ? 1
                                           : 0;
                               }),
           "us", "1 MB in pieces of 20 characters");
    return seen > 0 ? 0 : 1;
}
