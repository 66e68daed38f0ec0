#include "core/routing/acceptance/acceptance.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

chat::Answer saying(const QString &text, chat::FinishReason finish = chat::FinishReason::Stop)
{
    chat::Answer answer;
    answer.text = text;
    answer.finish = finish;
    return answer;
}

chat::Answer calling(const QString &name, const QString &arguments)
{
    chat::Answer answer = saying({}, chat::FinishReason::ToolCalls);
    answer.toolCalls = {chat::ToolCall{.id = u"1"_s, .name = name, .arguments = arguments}};
    return answer;
}

chat::Request requestWith(const char *json)
{
    const auto request = chat::parseRequest(*parseJson(json));
    if (!request)
        qFatal("%s", qPrintable(request.error().message));
    return *request;
}

chat::Request plainRequest()
{
    return requestWith(R"({"model": "a/b", "messages": [{"role": "user", "content": "Hi"}]})");
}

/// "passed", "failed: DETAIL" and so on, of the only check.
QString said(const QList<AcceptanceCheck> &checks, const chat::Request &request, const chat::Answer &answer,
             Mending mending = Mending::Allowed)
{
    const CheckVerdict verdict = judge(checks, request, answer, mending).verdicts.constFirst();
    const QString kind = QString::fromLatin1(toWireName(verdict.kind));
    return verdict.detail.isEmpty() ? kind : kind + u": "_s + verdict.detail;
}

} // namespace

class TstAcceptance final : public QObject
{
    Q_OBJECT
private slots:
    void textIsJudged_data();
    void textIsJudged();
    void theSchemaIsTheRequestsOrTheChecks();
    void jsonIsMendedBeforeItIsDelivered();
    void aCutAnswerIsNotMended();
    void callsAreJudged_data();
    void callsAreJudged();
    void argumentsAreMended();
    void anAnswerOfCallsHasNoText();
    void otherContentIsContent();
    void refusalsOfTheProviderCount();
    void theLanguageMayBeThePrompts();
    void oneFailureDecides();
    void verdictsAreWritten();
};

void TstAcceptance::textIsJudged_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const char *check, const QString &text, const QString &verdict) {
        QTest::newRow(name) << QByteArray(check) << text << verdict;
    };
    const QString passed = u"passed"_s;
    row("JSON", R"({"check":"json"})", u"{\"a\": 1}"_s, passed);
    row("no JSON", R"({"check":"json"})", u"{\"a\": 1"_s, u"failed: This is not valid JSON."_s);
    row("JSON to be mended", R"({"check":"json"})", u"```json\n[1,]\n```"_s,
        u"passed: Repaired: code fence, trailing comma."_s);
    row("JSON that may not be mended", R"({"check":"json","repair":false})", u"[1,]"_s,
        u"failed: This is valid JSON only when it is repaired."_s);
    const auto person =
        R"({"check":"json_schema","schema":{"type":"object","required":["name"],"properties":{"age":{"type":"integer"}}}})";
    row("it fits", person, u"{\"name\": \"x\", \"age\": 5}"_s, passed);
    row("it does not fit", person, u"{\"age\": \"5\"}"_s,
        u"failed: age: type: expected integer, not string (and 1 more)"_s);
    row("no JSON fits nothing", person, u"Bob, 5"_s, u"failed: This is not valid JSON."_s);
    row("a schema beyond ours", R"({"check":"json_schema","schema":{"properties":{"a":{"color":1}}}})", u"{}"_s,
        u"cannot_check: properties.a: cannot check the keyword “color”"_s);
    row("no JSON, whatever the schema", R"({"check":"json_schema","schema":{"color":1}})", u"x"_s,
        u"failed: This is not valid JSON."_s);
    row("no schema", R"({"check":"json_schema"})", u"x"_s, u"does_not_apply: The request asks for no schema."_s);
    row("no call", R"({"check":"tool_arguments"})", u"x"_s, u"does_not_apply: The answer calls no tool."_s);
    row("text", R"({"check":"non_empty"})", u"x"_s, passed);
    row("blanks", R"({"check":"non_empty"})", u" \n"_s, u"failed: The answer is empty."_s);
    const QString german = u"Der Zug fährt um zwölf Uhr ab, und der nächste kommt erst am Abend."_s;
    row("the language", R"({"check":"language","language":"de"})", german, passed);
    row("another language", R"({"check":"language","language":"fr-FR"})", german,
        u"failed: The answer is in “de”, not in “fr”."_s);
    row("too short for a language", R"({"check":"language","language":"de"})", u"Um zwölf."_s,
        u"cannot_check: The answer's language cannot be told: too short, or mixed."_s);
    row("a language nobody tells apart", R"({"check":"language","language":"lv"})", german,
        u"cannot_check: Texts in “lv” cannot be told from other languages."_s);
    row("a prompt too short for a language", R"({"check":"language"})", german,
        u"cannot_check: The prompt's language cannot be told."_s);
    row("long enough", R"({"check":"length","min_words":2,"max_words":2,"min_characters":5,"max_characters":5})",
        u"ab cd"_s, passed);
    row("too few words", R"({"check":"length","min_words":3})", u"ab cd"_s, u"failed: Words: 2, fewer than 3."_s);
    row("too many characters", R"({"check":"length","max_characters":4})", u"ab cd"_s,
        u"failed: Characters: 5, more than 4."_s);
    row("a loop", R"({"check":"repetition"})", u"and so on "_s.repeated(60),
        u"failed: It ends in a loop: the same 10 characters, over and over."_s);
    row("no loop", R"({"check":"repetition"})", u"and so on "_s.repeated(3), passed);
    row("a refusal", R"({"check":"refusal"})", u"I'm sorry, but I can't help with that."_s,
        u"failed: The answer opens with a refusal."_s);
    row("a refusal of the user's", R"({"check":"refusal","patterns":["(?i)ask your doctor"]})",
        u"Please ask your doctor."_s, u"failed: The answer matches a pattern of refusals."_s);
    row("in a long answer it is none", R"({"check":"refusal","patterns":["doctor"]})",
        u"doctor "_s + QString(600, u'x'), passed);
    row("a wrong pattern of refusals", R"({"check":"refusal","patterns":["("]})", u"x"_s,
        u"cannot_check: no regular expression: missing closing parenthesis at character 2"_s);
    row("a pattern", R"({"check":"pattern","pattern":"^\\d+$"})", u"42"_s, passed);
    row("a pattern that does not match", R"({"check":"pattern","pattern":"^\\d+$"})", u"42!"_s,
        u"failed: The pattern does not match."_s);
    row("a pattern that may not match", R"({"check":"pattern","pattern":"(?i)todo","must_match":false})", u"a Todo"_s,
        u"failed: The pattern matches."_s);
    row("a pattern that runs away", R"({"check":"pattern","pattern":"(a+)+$"})", QString(60, u'a') + u'b',
        u"cannot_check: A pattern takes too long."_s);
}

void TstAcceptance::textIsJudged()
{
    QFETCH(QByteArray, check);
    QFETCH(QString, text);
    QFETCH(QString, verdict);
    const auto checks = parseChecks(Json(Json::Array{*parseJson(check)}), {});
    QVERIFY(checks);
    QCOMPARE(said(*checks, plainRequest(), saying(text)), verdict);
}

void TstAcceptance::theSchemaIsTheRequestsOrTheChecks()
{
    const chat::Request request = requestWith(
        R"({"model": "a/b", "messages": [{"role": "user", "content": "Hi"}], "response_format": {"type": "json_schema",
        "json_schema": {"name": "n", "schema": {"type": "array"}}}})");
    QCOMPARE(said({JsonSchemaCheck()}, request, saying(u"{}"_s)), u"failed: type: expected array, not object"_s);
    QCOMPARE(said({JsonSchemaCheck{.schema = *parseJson(R"({"type": "object"})")}}, request, saying(u"{}"_s)),
             u"passed"_s);
}

void TstAcceptance::jsonIsMendedBeforeItIsDelivered()
{
    const chat::Answer answer = saying(u"```json\n{'a': True}\n```"_s);
    const Judgement mended = judge({JsonCheck(), NonEmptyCheck()}, plainRequest(), answer, Mending::Allowed);
    QVERIFY(mended.accepted() && mended.wasRepaired());
    QCOMPARE(mended.text->text, QByteArray(R"({"a": true})"));
    QCOMPARE(mended.text->repairs, (QList{JsonRepair::CodeFence, JsonRepair::PythonLiteral, JsonRepair::SingleQuotes}));
    const Judgement late = judge({JsonCheck()}, plainRequest(), answer, Mending::NotAllowed);
    QVERIFY(!late.accepted() && !late.wasRepaired());
    const Judgement unasked = judge({NonEmptyCheck()}, plainRequest(), answer, Mending::Allowed);
    QVERIFY(unasked.accepted() && !unasked.wasRepaired());
    const Judgement wrong =
        judge({JsonSchemaCheck{.schema = *parseJson("false")}}, plainRequest(), answer, Mending::Allowed);
    QVERIFY(!wrong.accepted() && !wrong.wasRepaired());
    // Whether it fits is not known, but JSON was asked for.
    const Judgement unknown =
        judge({JsonSchemaCheck{.schema = *parseJson(R"({"x": 1})")}}, plainRequest(), answer, Mending::Allowed);
    QVERIFY(unknown.accepted() && unknown.wasRepaired());
}

void TstAcceptance::aCutAnswerIsNotMended()
{
    for (const auto finish : {chat::FinishReason::Length, chat::FinishReason::Error}) {
        QVERIFY(!judge({JsonCheck()}, plainRequest(), saying(u"Here:\n[1,]"_s, finish), Mending::Allowed).accepted());
        QVERIFY(judge({JsonCheck()}, plainRequest(), saying(u"[1]"_s, finish), Mending::Allowed).accepted());
    }
    chat::Answer open = saying(u"Here:\n[1,]"_s);
    open.finish = {};
    QVERIFY(!judge({JsonCheck()}, plainRequest(), open, Mending::Allowed).accepted());
}

void TstAcceptance::callsAreJudged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const QString &tool, const QString &arguments, const QString &verdict) {
        QTest::newRow(name) << tool << arguments << verdict;
    };
    row("right", u"weather"_s, u"{\"city\": \"Paris\"}"_s, u"passed"_s);
    row("unknown", u"time"_s, u"{}"_s, u"failed: Call 1, “time”: The request has no such tool."_s);
    row("no JSON", u"weather"_s, u"{\"city\": \"Par"_s, u"failed: Call 1, “weather”: This is not valid JSON."_s);
    row("no object", u"now"_s, u"[]"_s, u"failed: Call 1, “now”: Arguments are an object."_s);
    row("it does not fit", u"weather"_s, u"{\"town\": \"Paris\"}"_s,
        u"failed: Call 1, “weather”: town: false: expected nothing here (and 1 more)"_s);
    row("without parameters anything", u"now"_s, u"{\"a\": 1}"_s, u"passed"_s);
    row("nothing where nothing is taken", u"now"_s, u""_s, u"passed: Call 1, “now”: Repaired: no arguments at all."_s);
    row("nothing where something is taken", u"weather"_s, u""_s,
        u"failed: Call 1, “weather”: required: expected a member “city”"_s);
    row("a schema beyond ours", u"odd"_s, u"{}"_s, u"cannot_check: Call 1, “odd”: cannot check the keyword “color”"_s);
    row("free text", u"shell"_s, u"ls -l"_s, u"passed"_s);
}

void TstAcceptance::callsAreJudged()
{
    QFETCH(QString, name);
    QFETCH(QString, arguments);
    QFETCH(QString, verdict);
    const chat::Request request =
        requestWith(R"({"model": "a/b", "messages": [{"role": "user", "content": "Hi"}], "tools": [
        {"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties":
            {"city": {"type": "string"}}, "required": ["city"], "additionalProperties": false}}},
        {"type": "function", "function": {"name": "now"}},
        {"type": "function", "function": {"name": "odd", "parameters": {"color": 1}}},
        {"type": "custom", "custom": {"name": "shell"}}]})");
    QCOMPARE(said({ToolArgumentsCheck()}, request, calling(name, arguments)), verdict);
}

void TstAcceptance::argumentsAreMended()
{
    const chat::Request request = requestWith(
        R"({"model": "a/b", "messages": [{"role": "user", "content": "Hi"}], "tools": [{"type": "function", "function": {"name": "now"}}]})");
    chat::Answer answer = calling(u"now"_s, u"{}"_s);
    answer.toolCalls.append(chat::ToolCall{.name = u"now"_s, .arguments = u"{'zone': None}"_s});
    const Judgement judged = judge({ToolArgumentsCheck(), ToolArgumentsCheck()}, request, answer, Mending::Allowed);
    QVERIFY(judged.accepted());
    QCOMPARE(judged.calls.size(), 1);
    QCOMPARE(judged.calls.constFirst().call, 1);
    QCOMPARE(judged.calls.constFirst().arguments.text, QByteArray(R"({"zone": null})"));
    QVERIFY(!judge({ToolArgumentsCheck()}, request, answer, Mending::NotAllowed).accepted());
    QVERIFY(!judge({ToolArgumentsCheck{.repair = false}}, request, answer, Mending::Allowed).accepted());
}

void TstAcceptance::anAnswerOfCallsHasNoText()
{
    const chat::Request request = plainRequest();
    const chat::Answer answer = calling(u"weather"_s, u"{}"_s);
    const QString none = u"does_not_apply: The answer calls tools and has no text."_s;
    QCOMPARE(said({JsonCheck()}, request, answer), none);
    QCOMPARE(said({JsonSchemaCheck{.schema = Json(true)}}, request, answer), none);
    QCOMPARE(said({LanguageCheck{.language = u"de"_s}}, request, answer), none);
    QCOMPARE(said({LengthCheck{.minWords = 1}}, request, answer), none);
    QCOMPARE(said({RefusalCheck()}, request, answer), none);
    QCOMPARE(said({PatternCheck{.pattern = u"x"_s}}, request, answer), none);
    QCOMPARE(said({NonEmptyCheck()}, request, answer), u"passed"_s);
    QVERIFY(said({RepetitionCheck()}, request, calling(u"a"_s, QString(500, u' '))).startsWith(u"failed"));
}

void TstAcceptance::otherContentIsContent()
{
    chat::Answer picture = saying({});
    picture.other.append(Json(5));
    QCOMPARE(said({NonEmptyCheck()}, plainRequest(), picture), u"passed"_s);
    chat::Answer thinking = saying({});
    thinking.reasoning = u"Hm."_s;
    QCOMPARE(said({NonEmptyCheck()}, plainRequest(), thinking), u"failed: There is nothing but reasoning."_s);
}

void TstAcceptance::refusalsOfTheProviderCount()
{
    chat::Answer refused = saying({});
    refused.refusal = u"No."_s;
    QCOMPARE(said({RefusalCheck()}, plainRequest(), refused), u"failed: The model has refused."_s);
    QCOMPARE(said({NonEmptyCheck()}, plainRequest(), refused), u"failed: There is nothing but a refusal."_s);
    QCOMPARE(said({RefusalCheck()}, plainRequest(), saying(u"x"_s, chat::FinishReason::ContentFilter)),
             u"failed: The provider has filtered the answer."_s);
}

void TstAcceptance::theLanguageMayBeThePrompts()
{
    const chat::Request request = requestWith(R"({"model": "a/b", "messages": [
        {"role": "system", "content": "You are a helpful assistant and answer in one sentence or two at most."},
        {"role": "user", "content": "Wann fährt der nächste Zug nach Hamburg, und ist er noch nicht voll?"},
        {"role": "assistant", "content": "The next train leaves at noon and there are still seats in it."},
        {"role": "user", "content": "Und danach?"}]})");
    QCOMPARE(
        said({LanguageCheck()}, request, saying(u"Danach fährt einer um fünf Uhr, und der ist auch nicht voll."_s)),
        u"passed"_s);
    QCOMPARE(
        said({LanguageCheck()}, request, saying(u"After that there is one at five, and it is not full as of now."_s)),
        u"failed: The answer is in “en”, not in “de”."_s);
}

void TstAcceptance::oneFailureDecides()
{
    const QList<AcceptanceCheck> checks{NonEmptyCheck(), LengthCheck{.maxWords = 1}, PatternCheck{.pattern = u"x"_s}};
    const Judgement judged = judge(checks, plainRequest(), saying(u"a b"_s), Mending::Allowed);
    QCOMPARE(judged.verdicts.size(), 3);
    QCOMPARE(judged.firstFailure()->check, QByteArray("length"));
    const Judgement unknown =
        judge({LanguageCheck{.language = u"de"_s}}, plainRequest(), saying(u"a b"_s), Mending::Allowed);
    QVERIFY2(unknown.accepted(), "what cannot be checked is no failure");
    QVERIFY(judge({}, plainRequest(), saying({}), Mending::Allowed).accepted());
}

void TstAcceptance::verdictsAreWritten()
{
    QCOMPARE(toJson(CheckVerdict{.check = "json"}).dump(), QByteArray(R"({"check":"json","verdict":"passed"})"));
    QCOMPARE(toJson(CheckVerdict{"length", CheckVerdict::Kind::Failed, u"Words."_s}).dump(),
             QByteArray(R"({"check":"length","verdict":"failed","detail":"Words."})"));
}

static const bool tstAcceptance = sb::testing::add<TstAcceptance>();

#include "tst_acceptance.moc"
