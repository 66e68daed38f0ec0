#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Endpoint;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Endpoint)
Q_DECLARE_METATYPE(sb::catalog::Quirks)

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Input = R"("input":[{"role":"user","content":"Hi"}])";
const QByteArray Link = "\"https://x.example/a.png\"";
const QByteArray Pdf = "\"data:application/pdf;base64,AAAA\"";

Result<dialects::WireRequest> encoded(const QByteArray &members, Endpoint endpoint = {},
                                      const dialects::EncodeOptions &options = {.stream = false},
                                      const catalog::Quirks &quirks = {})
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    endpoint.upstreamModel = u"up-1"_s;
    return dialects::clientDialect(catalog::DialectId::OpenAiResponses)
        ->encode(*request, {.baseUrl = QUrl(u"https://api.example.com/v1"_s), .quirks = quirks}, endpoint, options);
}

QStringList said(const QList<Notice> &notices)
{
    static const QStringList Kinds{u"dropped"_s, u"translated"_s, u"clamped"_s};
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(Kinds[int(notice.kind)] + u' ' + notice.path);
    return lines;
}

Endpoint reasoning()
{
    return {.capabilities = {.reasoning = true}};
}

QByteArray dumped(const Json &json)
{
    return json.isNull() ? QByteArray() : json.dump();
}

} // namespace

class TstResponsesEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theRequestGoesToTheProvidersUrl()
    {
        const auto wire = encoded(R"("model":"a/b",)" + Messages, {}, {.stream = true});
        QVERIFY(wire);
        QCOMPARE(wire->method, QByteArray("POST"));
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v1/responses"_s));
        QCOMPARE(wire->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "text/event-stream"}}));
        QVERIFY(wire->streams);
        QVERIFY(wire->notices.isEmpty());
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Input + R"(,"store":false,"stream":true})");
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body"); // behind the input
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << members << body << notices; };
        const QByteArray store = R"(,"store":false)";
        row("nothing more", "", store);
        row("what says nothing", R"(,"min_p":0,"logit_bias":{},"metadata":null,"n":1,"top_k":0)", store);
        row("sampling as it was spelled", R"(,"max_tokens":9,"temperature":0.50,"top_p":0.9)",
            R"(,"max_output_tokens":9,"temperature":0.50,"top_p":0.9)" + store);
        row("the limit by its other name", R"(,"max_completion_tokens":9)", R"(,"max_output_tokens":9)" + store);
        row("log probabilities", R"(,"logprobs":true,"top_logprobs":3)",
            R"(,"top_logprobs":3,"include":["message.output_text.logprobs"])" + store);
        row("what chat completions have",
            R"(,"seed":7,"stop":["a"],"frequency_penalty":0.1,"presence_penalty":0.1,"logit_bias":{"5":1})", store,
            {u"dropped logit_bias"_s, u"dropped frequency_penalty"_s, u"dropped presence_penalty"_s, u"dropped seed"_s,
             u"dropped stop"_s});
        row("what others have", R"(,"min_p":0.1,"top_k":5,"repetition_penalty":1.1)", store,
            {u"dropped top_k"_s, u"dropped min_p"_s, u"dropped repetition_penalty"_s});
        row("more than one choice", R"(,"n":3)", store, {u"clamped n"_s});
        row("our own routing members stay here",
            R"(,"models":["a/b","c/d"],"provider":{"sort":"price"},"session_id":"s")", store);
        row("the API's own members",
            R"(,"service_tier":"flex","prompt_cache_key":"k","metadata":{"a":"b"},"safety_identifier":"s",)"
            R"("truncation":"auto","max_tool_calls":2,"user":"u-1")",
            store
                + R"(,"service_tier":"flex","prompt_cache_key":"k","metadata":{"a":"b"},"safety_identifier":"s",)"
                  R"("truncation":"auto","max_tool_calls":2,"user":"u-1")");
        row("kept where the caller asks for it", R"(,"store":true)", R"(,"store":true)");
        row("going on from what is kept", R"(,"previous_response_id":"resp_1")", R"(,"previous_response_id":"resp_1")");
        row("in the background", R"(,"background":true)", store, {u"dropped background"_s});
        row("more to include", R"(,"include":["web_search_call.action.sources"])",
            R"(,"include":["web_search_call.action.sources"])" + store);
        row("options of streams without a stream", R"(,"stream_options":{"include_usage":true})", store);
        row("one call at a time", R"(,"parallel_tool_calls":false)", R"(,"parallel_tool_calls":false)" + store);
        row("a short answer", R"(,"verbosity":"low")", R"(,"text":{"verbosity":"low"})" + store);
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b",)" + Messages + members);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Input + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void aStreamMayBeAskedForWithoutPadding()
    {
        const auto wire =
            encoded(R"("model":"a/b","stream_options":{"include_usage":true,"include_obfuscation":false},)" + Messages,
                    {}, {.stream = true});
        QVERIFY(wire);
        QVERIFY(wire->body.endsWith(R"("stream":true,"stream_options":{"include_obfuscation":false}})"));
    }

    void theLimitIsTheLowest_data()
    {
        QTest::addColumn<std::optional<qint64>>("option");
        QTest::addColumn<std::optional<qint64>>("model");
        QTest::addColumn<qint64>("sent");
        QTest::addColumn<QStringList>("notices");
        const std::optional<qint64> none;
        QTest::newRow("the request's") << none << std::optional<qint64>(500) << qint64(100) << QStringList();
        QTest::newRow("the budget's") << std::optional<qint64>(50) << none << qint64(50) << QStringList();
        QTest::newRow("the model's") << none << std::optional<qint64>(80) << qint64(80)
                                     << QStringList{u"clamped max_tokens"_s};
    }
    void theLimitIsTheLowest()
    {
        QFETCH(std::optional<qint64>, option);
        QFETCH(std::optional<qint64>, model);
        const auto wire = encoded(R"("model":"a/b","max_tokens":100,)" + Messages, {.maxOutputTokens = model},
                                  {.stream = false, .maxTokens = option});
        QVERIFY(wire);
        QTEST((*parseJson(wire->body))["max_output_tokens"].toInteger().value_or(0), "sent");
        QTEST(said(wire->notices), "notices");
    }

    void samplingIsLeftOutWhereTheModelRefusesIt()
    {
        Endpoint endpoint;
        endpoint.refuses.sampling = true;
        const auto wire = encoded(R"("model":"a/b","temperature":0.2,"top_p":1,)" + Messages, endpoint);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Input + R"(,"store":false})");
        QCOMPARE(said(wire->notices), QStringList{u"dropped temperature"_s});
    }

    void toolsAreOneLevelFlatter_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const QByteArray &tool, const QByteArray &sent) {
            QTest::newRow(name) << tool << sent;
        };
        const QByteArray schema = R"({"type":"object","properties":{"a":{"type":"integer"}}})";
        row("a function",
            R"({"type":"function","function":{"name":"f","description":"F","parameters":)" + schema + "}}",
            R"({"type":"function","name":"f","description":"F","parameters":)" + schema + R"(,"strict":false})");
        row("one that is held to its schema",
            R"({"type":"function","function":{"name":"f","parameters":)" + schema + R"(,"strict":true}})",
            R"({"type":"function","name":"f","parameters":)" + schema + R"(,"strict":true})");
        row("one that takes nothing", R"({"type":"function","function":{"name":"f"}})",
            R"({"type":"function","name":"f","parameters":{"type":"object","properties":{}},"strict":false})");
        row("one that is loaded later", R"({"type":"function","defer_loading":true,"function":{"name":"f"}})",
            R"({"type":"function","name":"f","parameters":{"type":"object","properties":{}},"strict":false,)"
            R"("defer_loading":true})");
        row("a custom tool", R"({"type":"custom","custom":{"name":"c","description":"C"}})",
            R"({"type":"custom","name":"c","description":"C"})");
        row("a custom tool with a grammar",
            R"({"type":"custom","custom":{"name":"c","format":{"type":"grammar","grammar":{"syntax":"lark",)"
            R"("definition":"start: WORD"}}}})",
            R"({"type":"custom","name":"c","format":{"type":"grammar","syntax":"lark","definition":"start: WORD"}})");
        row("a custom tool in this API's form", R"({"type":"custom","name":"c"})", R"({"type":"custom","name":"c"})");
        row("one of the service", R"({"type":"web_search","search_context_size":"low"})",
            R"({"type":"web_search","search_context_size":"low"})");
    }
    void toolsAreOneLevelFlatter()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, sent);
        const auto wire = encoded(R"("model":"a/b","tools":[)" + tool + "]," + Messages);
        QVERIFY(wire);
        QCOMPARE((*parseJson(wire->body))["tools"].dump(), "[" + sent + "]");
        QVERIFY(wire->notices.isEmpty());
    }

    void toolsAreChosenInEveryWay_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const QByteArray &choice, const QByteArray &sent) {
            QTest::newRow(name) << choice << sent;
        };
        row("as the model likes", R"("auto")", R"("auto")");
        row("none", R"("none")", R"("none")");
        row("any", R"("required")", R"("required")");
        row("one by name", R"({"type":"function","function":{"name":"f"}})", R"({"type":"function","name":"f"})");
        row("a custom one by name", R"({"type":"custom","custom":{"name":"c"}})", R"({"type":"custom","name":"c"})");
        row("some",
            R"({"type":"allowed_tools","allowed_tools":{"mode":"required","tools":[{"type":"function",)"
            R"("function":{"name":"f"}},{"type":"mcp","server_label":"s"}]}})",
            R"({"type":"allowed_tools","mode":"required","tools":[{"type":"function","name":"f"},)"
            R"({"type":"mcp","server_label":"s"}]})");
        row("some, in this API's form",
            R"({"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"f"}]})",
            R"({"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"f"}]})");
        row("one of the service", R"({"type":"web_search"})", R"({"type":"web_search"})");
    }
    void toolsAreChosenInEveryWay()
    {
        QFETCH(QByteArray, choice);
        const auto wire = encoded(R"("model":"a/b","tool_choice":)" + choice + "," + Messages);
        QVERIFY(wire);
        QTEST((*parseJson(wire->body))["tool_choice"].dump(), "sent");
    }

    void theAnswersFormatIsBesideItsText_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &format, const QByteArray &sent,
                            const QStringList &notices = {}) { QTest::newRow(name) << format << sent << notices; };
        row("text", R"({"type":"text"})", R"({"format":{"type":"text"}})");
        row("JSON", R"({"type":"json_object"})", R"({"format":{"type":"json_object"}})");
        row("a schema",
            R"({"type":"json_schema","json_schema":{"name":"n","description":"D","schema":{"type":"object"},)"
            R"("strict":true}})",
            R"({"format":{"type":"json_schema","name":"n","description":"D","schema":{"type":"object"},)"
            R"("strict":true}})");
        row("a schema without a name", R"({"type":"json_schema","json_schema":{"schema":{"type":"object"}}})",
            R"({"format":{"type":"json_schema","name":"answer","schema":{"type":"object"}}})");
        row("a grammar", R"({"type":"grammar","grammar":"x"})", "", {u"dropped response_format"_s});
    }
    void theAnswersFormatIsBesideItsText()
    {
        QFETCH(QByteArray, format);
        const auto wire = encoded(R"("model":"a/b","response_format":)" + format + "," + Messages);
        QVERIFY(wire);
        QTEST(dumped((*parseJson(wire->body))["text"]), "sent");
        QTEST(said(wire->notices), "notices");
    }

    void aSchemaIsAskedForInWordsWhereTheProviderTakesNone()
    {
        const auto wire =
            encoded(R"("model":"a/b","response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{}}},)"
                        + Messages,
                    {}, {.stream = false}, {.noJsonSchema = true});
        QVERIFY(wire);
        const Json body = *parseJson(wire->body);
        QCOMPARE(body["text"]["format"]["type"].toBytes(), QByteArray("json_object"));
        QVERIFY(body["input"].at(1)["content"].toText().contains("JSON schema"_L1));
        QCOMPARE(said(wire->notices), QStringList{u"translated response_format"_s});
    }

    void reasoningIsAskedForAsTheModelTakesIt_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const Endpoint &endpoint,
                            const QByteArray &sent, const QStringList &notices = {}) {
            QTest::newRow(name) << members << endpoint << sent << notices;
        };
        Endpoint always = reasoning();
        always.refuses.thinkingOff = true;
        Endpoint low = always;
        low.refuses.thinkingMinimal = true;
        row("nothing is said", "", reasoning(), "");
        row("chat completions' own member", R"(,"reasoning_effort":"low")", reasoning(), R"({"effort":"low"})");
        row("an effort that shows what is thought", R"(,"reasoning":{"effort":"max"})", reasoning(),
            R"({"effort":"max","summary":"auto"})");
        row("hidden", R"(,"reasoning":{"effort":"xhigh","exclude":true})", reasoning(), R"({"effort":"xhigh"})");
        row("a longer summary", R"(,"reasoning":{"effort":"low","summary":"detailed"})", reasoning(),
            R"({"effort":"low","summary":"detailed"})");
        row("the API's own members", R"(,"reasoning":{"context":"all_turns","mode":"pro"})", reasoning(),
            R"({"context":"all_turns","mode":"pro"})");
        row("a member that it does not have", R"(,"reasoning":{"depth":3})", reasoning(), "",
            {u"dropped reasoning.depth"_s});
        row("a budget", R"(,"reasoning":{"max_tokens":3000})", reasoning(), R"({"effort":"medium","summary":"auto"})",
            {u"translated reasoning.max_tokens"_s});
        row("on without a word", R"(,"reasoning":{"enabled":true})", reasoning(),
            R"({"effort":"medium","summary":"auto"})", {u"translated reasoning.enabled"_s});
        row("off", R"(,"reasoning":{"effort":"none"})", reasoning(), R"({"effort":"none"})");
        row("switched off", R"(,"reasoning":{"enabled":false})", reasoning(), R"({"effort":"none"})",
            {u"translated reasoning.enabled"_s});
        row("off where it is always on", R"(,"reasoning":{"effort":"none"})", always, R"({"effort":"minimal"})",
            {u"clamped reasoning.effort"_s});
        row("off where the least is low", R"(,"reasoning":{"effort":"none"})", low, R"({"effort":"low"})",
            {u"clamped reasoning.effort"_s});
        row("minimal where the least is low", R"(,"reasoning_effort":"minimal")", low, R"({"effort":"low"})",
            {u"clamped reasoning.effort"_s});
        row("a model that does not reason", R"(,"reasoning_effort":"low")", Endpoint{}, "", {u"dropped reasoning"_s});
        row("off for a model that does not reason", R"(,"reasoning":{"enabled":false})", Endpoint{}, "");
    }
    void reasoningIsAskedForAsTheModelTakesIt()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        const auto wire = encoded(R"("model":"a/b",)" + Messages + members, endpoint);
        QVERIFY(wire);
        QTEST(dumped((*parseJson(wire->body))["reasoning"]), "sent");
        QTEST(said(wire->notices), "notices");
    }

    void whatIsNotKeptThereComesWithTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("include");
        QTest::newRow("a model that reasons")
            << QByteArray() << reasoning() << QByteArray(R"(["reasoning.encrypted_content"])");
        QTest::newRow("asked for by the caller, too")
            << QByteArray(R"(,"include":["reasoning.encrypted_content"])") << reasoning()
            << QByteArray(R"(["reasoning.encrypted_content"])");
        QTest::newRow("a model that does not") << QByteArray() << Endpoint{} << QByteArray();
        QTest::newRow("kept there") << QByteArray(R"(,"store":true)") << reasoning() << QByteArray();
    }
    void whatIsNotKeptThereComesWithTheAnswer()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        const auto wire = encoded(R"("model":"a/b",)" + Messages + members, endpoint);
        QVERIFY(wire);
        QTEST(dumped((*parseJson(wire->body))["include"]), "include");
    }

    void messagesBecomeItems_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("sent"); // instructions, then items
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &messages, const QByteArray &sent,
                            const QStringList &notices = {}) { QTest::newRow(name) << messages << sent << notices; };
        const QByteArray call =
            R"({"id":"c","type":"function","function":{"name":"f","arguments":)" + Json("{\"a\":1}").dump() + "}}";
        const QByteArray callItem =
            R"({"type":"function_call","call_id":"c","name":"f","arguments":)" + Json("{\"a\":1}").dump() + "}";
        const QByteArray summary = R"({"type":"reasoning.summary","summary":"S","format":"openai-responses-v1",)"
                                   R"("id":"rs_1","index":0})";
        const QByteArray secret = R"({"type":"reasoning.encrypted","data":"ZW5j","format":"openai-responses-v1",)"
                                  R"("id":"rs_1","index":1})";
        const auto user = [](const QByteArray &part) { return R"({"role":"user","content":[)" + part + "]}"; };
        row("turns",
            R"({"role":"system","content":"S"},{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":"A"},{"role":"user","content":"R"})",
            R"("S"[{"role":"user","content":"Q"},{"role":"assistant","content":"A"},{"role":"user","content":"R"}])");
        row("other instructions stay where they are",
            R"({"role":"developer","content":"D"},{"role":"user","content":"Q"},{"role":"system","content":"S"})",
            R"([{"role":"developer","content":"D"},{"role":"user","content":"Q"},{"role":"system","content":"S"}])");
        row("instructions in parts",
            R"({"role":"system","content":[{"type":"text","text":"S"}]},{"role":"user","content":"Q"})",
            R"([{"role":"system","content":[{"type":"input_text","text":"S"}]},{"role":"user","content":"Q"}])");
        row("a picture",
            user(R"({"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":)" + Link
                 + R"(,"detail":"low"}})"),
            "["
                + user(R"({"type":"input_text","text":"Look"},{"type":"input_image","image_url":)" + Link
                       + R"(,"detail":"low"})")
                + "]");
        row("a file", user(R"({"type":"file","file":{"filename":"a.pdf","file_data":)" + Pdf + "}}"),
            "[" + user(R"({"type":"input_file","filename":"a.pdf","file_data":)" + Pdf + "}") + "]");
        row("a link to a file", user(R"({"type":"file","file":{"file_data":)" + Link + "}}"),
            "[" + user(R"({"type":"input_file","file_url":)" + Link + "}") + "]");
        row("a file at the provider", user(R"({"type":"file","file":{"file_id":"f-1"}})"),
            "[" + user(R"({"type":"input_file","file_id":"f-1"})") + "]");
        row("a picture as a file", user(R"({"type":"file","file":{"file_data":"data:image/png;base64,AAAA"}})"),
            "[" + user(R"({"type":"input_image","image_url":"data:image/png;base64,AAAA"})") + "]");
        row("a picture at the provider", user(R"({"type":"input_image","file_id":"f-1"})"),
            "[" + user(R"({"type":"input_image","file_id":"f-1"})") + "]");
        row("a mark for the cache",
            user(R"({"type":"text","text":"Q","cache_control":{"type":"ephemeral"},)"
                 R"("prompt_cache_breakpoint":{"mode":"explicit"}})"),
            "[" + user(R"({"type":"input_text","text":"Q","prompt_cache_breakpoint":{"mode":"explicit"}})") + "]",
            {u"dropped messages[0].content[0].cache_control"_s});
        row("a name", R"({"role":"user","name":"Ann","content":"Q"})", R"([{"role":"user","content":"Q"}])",
            {u"dropped messages[0].name"_s});
        row("calls and their results",
            R"({"role":"assistant","content":"So:","tool_calls":[)" + call
                + R"(]},{"role":"tool","tool_call_id":"c","content":"R"})",
            R"([{"role":"assistant","content":"So:"},)" + callItem
                + R"(,{"type":"function_call_output","call_id":"c","output":"R"}])");
        row("a picture in a result",
            R"({"role":"tool","tool_call_id":"c","content":[{"type":"text","text":"R"},{"type":"image_url",)"
            R"("image_url":{"url":)"
                + Link + "}}]}",
            R"([{"type":"function_call_output","call_id":"c","output":[{"type":"input_text","text":"R"},)"
            R"({"type":"input_image","image_url":)"
                + Link + "}]}]");
        row("a custom tool's call and result",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"k","type":"custom","custom":{"name":"f",)"
            R"("input":"free"}}]},{"role":"tool","tool_call_id":"k","content":"R"})",
            R"([{"type":"custom_tool_call","call_id":"k","name":"f","input":"free"},)"
            R"({"type":"custom_tool_call_output","call_id":"k","output":"R"}])");
        row("a call without an id, and without arguments",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"","type":"function",)"
            R"("function":{"name":"f","arguments":""}}]},{"role":"tool","tool_call_id":"","content":"R"})",
            R"([{"type":"function_call","call_id":"call_0_0","name":"f","arguments":"{}"},)"
            R"({"type":"function_call_output","call_id":"call_0_0","output":"R"}])");
        row("a call in a namespace",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","namespace":"n",)"
            R"("function":{"name":"f","arguments":"{}"}}]})",
            R"([{"type":"function_call","call_id":"c","name":"f","arguments":"{}","namespace":"n"}])");
        row("a phase", R"({"role":"assistant","content":"A","phase":"commentary"})",
            R"([{"role":"assistant","content":"A","phase":"commentary"}])");
        row("a refusal", R"({"role":"assistant","content":null,"refusal":"No."})",
            R"([{"role":"assistant","content":[{"type":"refusal","refusal":"No."}]}])");
        row("reasoning goes back in front",
            R"({"role":"assistant","content":"A","reasoning":"S","reasoning_details":[)" + summary + "," + secret
                + "]}",
            R"([{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"S"}],)"
            R"("encrypted_content":"ZW5j"},{"role":"assistant","content":"A"}])");
        row("reasoning that was shown goes back without its id",
            R"({"role":"assistant","content":"A","reasoning_details":[{"type":"reasoning.text","text":"T",)"
            R"("format":"openai-responses-v1","id":"rs_1","index":0}]})",
            R"([{"type":"reasoning","summary":[],"content":[{"type":"reasoning_text","text":"T"}]},)"
            R"({"role":"assistant","content":"A"}])");
        row("a summary alone",
            R"({"role":"assistant","content":"A","reasoning":"S","reasoning_details":[)" + summary + "]}",
            R"([{"role":"assistant","content":"A"}])", {u"dropped messages[0].reasoning"_s});
        row("reasoning of another provider",
            R"({"role":"assistant","content":"A","reasoning":"T","reasoning_details":[)"
            R"({"type":"reasoning.text","text":"T","signature":"s","format":"anthropic-claude-v1","index":0}]})",
            R"([{"role":"assistant","content":"A"}])", {u"dropped messages[0].reasoning"_s});
        row("reasoning without its block", R"({"role":"assistant","content":"A","reasoning":"T"})",
            R"([{"role":"assistant","content":"A"}])", {u"dropped messages[0].reasoning"_s});
        row("an item of the service",
            R"({"role":"assistant","content":[{"type":"web_search_call","id":"ws_1","status":"completed"},)"
            R"({"type":"text","text":"A"}]})",
            R"([{"type":"web_search_call","id":"ws_1","status":"completed"},)"
            R"({"role":"assistant","content":[{"type":"output_text","text":"A"}]}])");
    }
    void messagesBecomeItems()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, sent);
        const auto wire = encoded(R"("model":"a/b","messages":[)" + messages + "]", reasoning());
        QVERIFY2(wire, qPrintable(wire ? QString() : wire.error().message));
        const Json body = *parseJson(wire->body);
        QCOMPARE(dumped(body["instructions"]) + body["input"].dump(), sent);
        QTEST(said(wire->notices), "notices");
    }

    void reasoningByItsIdGoesBackWhereItIsKept()
    {
        const auto wire = encoded(R"("model":"a/b","store":true,"messages":[{"role":"assistant","content":"A",)"
                                  R"("reasoning_details":[{"type":"reasoning.summary","summary":"S",)"
                                  R"("format":"openai-responses-v1","id":"rs_1","index":0}]}])",
                                  reasoning());
        QVERIFY(wire);
        QCOMPARE((*parseJson(wire->body))["input"].at(0).dump(),
                 QByteArray(R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"S"}]})"));
    }

    void reasoningIsNotSentToAModelThatDoesNotReason()
    {
        const auto wire =
            encoded(R"("model":"a/b","messages":[{"role":"assistant","content":"A","reasoning_details":[)"
                    R"({"type":"reasoning.encrypted","data":"ZW5j","format":"openai-responses-v1","index":0}]}])");
        QVERIFY(wire);
        QVERIFY(!wire->body.contains("ZW5j"));
        QCOMPARE(said(wire->notices), QStringList{u"dropped messages[0].reasoning"_s});
    }

    void whatHasNoPlaceIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArray &role, const QByteArray &part) {
            QTest::newRow(name) << R"({"role":)" + Json(role).dump() + R"(,"content":[)" + part + "]}";
        };
        row("sound", "user", R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})");
        row("a part of another API", "user", R"({"type":"video_url","video_url":{"url":)" + Link + "}}");
        row("a picture of the assistant's", "assistant", R"({"type":"image_url","image_url":{"url":)" + Link + "}}");
    }
    void whatHasNoPlaceIsRefusedWithItsPath()
    {
        QFETCH(QByteArray, message);
        const auto wire = encoded(R"("model":"a/b","messages":[)" + message + "]");
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(wire.error().message.startsWith(u"messages[0].content[0]: "_s), qPrintable(wire.error().message));
    }

    void linksAreSent()
    {
        const auto *client = dialects::clientDialect(catalog::DialectId::OpenAiResponses);
        QVERIFY(client->takesLink(chat::ImagePart{.url = "https://x.example/a.png"}, {}));
        QVERIFY(
            !client->takesLink(chat::ImagePart{.url = "https://x.example/a.png"}, {.quirks = {.noImageLinks = true}}));
        QVERIFY(client->takesLink(chat::FilePart{.data = "https://x.example/a.pdf"}, {}));
    }
};

static const bool tstResponsesEncoder = sb::testing::add<TstResponsesEncoder>();

#include "tst_responses_encoder.moc"
