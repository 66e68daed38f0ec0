#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Refusals;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Refusals)

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Contents = R"("contents":[{"role":"user","parts":[{"text":"Hi"}]}])";

catalog::Endpoint endpoint(const Refusals &refuses = {})
{
    catalog::Endpoint endpoint{.upstreamModel = u"gemini-x"_s, .maxOutputTokens = 10000, .refuses = refuses};
    endpoint.capabilities.reasoning = true;
    endpoint.leastThinkingTokens = 128;
    endpoint.mostThinkingTokens = 8000;
    return endpoint;
}

chat::Request parsed(const QByteArray &members)
{
    const auto request = chat::parseRequest(*parseJson(R"({"model":"a/b",)" + members + "}"));
    return request ? *request : chat::Request{};
}

Result<dialects::WireRequest> encoded(const QByteArray &members, const catalog::Endpoint &target = endpoint(),
                                      const dialects::EncodeOptions &options = {.stream = true})
{
    const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1beta"_s)};
    return dialects::clientDialect(catalog::DialectId::GeminiGenerateContent)
        ->encode(parsed(members), provider, target, options);
}

QStringList said(const QList<Notice> &notices)
{
    static const QStringList Kinds{u"dropped"_s, u"translated"_s, u"clamped"_s};
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(Kinds[int(notice.kind)] + u' ' + notice.path);
    return lines;
}

/// Rows of request members, the body's members behind its contents, and the notices.
void addBodyColumns()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<Refusals>("refuses");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("notices");
}

void row(const char *name, const QByteArray &members, const Refusals &refuses, const QByteArray &body,
         const QStringList &notices = {})
{
    QTest::newRow(name) << members << refuses << body << notices;
}

void compareBody()
{
    QFETCH(QByteArray, members);
    QFETCH(Refusals, refuses);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, notices);
    const auto wire = encoded(Messages + members, endpoint(refuses));
    QVERIFY(wire);
    QCOMPARE(wire->body, "{" + Contents + body + "}");
    QCOMPARE(said(wire->notices), notices);
}

QByteArray config(const QByteArray &members)
{
    return R"(,"generationConfig":{)" + members + "}";
}

} // namespace

class TstGeminiEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theModelAndTheVerbAreInThePathAndTheKeyIsNot()
    {
        const auto wire = encoded(Messages);
        QVERIFY(wire);
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v1beta/models/gemini-x:streamGenerateContent?alt=sse"_s));
        QVERIFY(wire->streams);
        QCOMPARE(wire->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "text/event-stream"}}));
        const auto whole = encoded(Messages, endpoint(), {.stream = false});
        QCOMPARE(whole->url, QUrl(u"https://api.example.com/v1beta/models/gemini-x:generateContent"_s));
        QVERIFY(!whole->streams);
        catalog::Endpoint tuned = endpoint();
        tuned.upstreamModel = u"tunedModels/mine"_s;
        QCOMPARE(encoded(Messages, tuned, {.stream = false})->url,
                 QUrl(u"https://api.example.com/v1beta/tunedModels/mine:generateContent"_s));
    }

    void parametersHaveTheirPlace_data()
    {
        addBodyColumns();
        const Refusals none;
        row("nothing more", "", none, "");
        row("sampling, as it was spelled",
            R"(,"temperature":1.0,"top_p":0.50,"top_k":40,"presence_penalty":0.1,"frequency_penalty":-0.2,"seed":7)",
            none,
            config(
                R"("temperature":1.0,"topP":0.50,"topK":40,"seed":7,"presencePenalty":0.1,"frequencyPenalty":-0.2)"));
        row("what Gemini lacks",
            R"(,"min_p":0.1,"repetition_penalty":1.1,"logit_bias":{"5":1},"user":"u","metadata":{"a":"b"})", none, "",
            {u"dropped min_p"_s, u"dropped repetition_penalty"_s, u"dropped user"_s, u"dropped logit_bias"_s,
             u"dropped metadata"_s});
        row("what says nothing", R"(,"logit_bias":{},"metadata":null,"prediction":[])", none, "");
        row("a limit", R"(,"max_completion_tokens":9)", none, config(R"("maxOutputTokens":9)"));
        row("stop sequences", R"(,"stop":["a","b"])", none, config(R"("stopSequences":["a","b"])"));
        row("too many stop sequences", R"(,"stop":["a","b","c","d","e","f"])", none,
            config(R"("stopSequences":["a","b","c","d","e"])"), {u"clamped stop"_s});
        row("a seed that is too long", R"(,"seed":3000000000)", none, "", {u"dropped seed"_s});
        row("log probabilities", R"(,"logprobs":true,"top_logprobs":3)", none,
            config(R"("responseLogprobs":true,"logprobs":3)"));
        row("more than one answer", R"(,"n":2)", none, "", {u"clamped n"_s});
        row("one answer", R"(,"n":1)", none, "");
        row("pictures as output", R"(,"modalities":["text","image"])", none,
            config(R"("responseModalities":["TEXT","IMAGE"])"));
        row("a tier", R"(,"service_tier":"flex")", none, R"(,"serviceTier":"flex")");
        row("our own routing members stay here", R"(,"models":["a/b"],"provider":{"sort":"price"},"session_id":"s")",
            none, "");
        row("Gemini's own members",
            R"(,"safety_settings":[{"category":"c","threshold":"BLOCK_NONE"}],"cachedContent":"cachedContents/1","generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW","topK":1},"top_k":2)",
            none,
            R"(,"safetySettings":[{"category":"c","threshold":"BLOCK_NONE"}],"cachedContent":"cachedContents/1")"
                + config(R"("topK":2,"mediaResolution":"MEDIA_RESOLUTION_LOW")"));
        row("OpenRouter's members", R"(,"plugins":[{"id":"web"}])", none, "", {u"dropped plugins"_s});
    }
    void parametersHaveTheirPlace() { compareBody(); }

    void aFormatIsAskedFor_data()
    {
        addBodyColumns();
        const QByteArray schema =
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object","b":1.0}}})";
        const QByteArray tool = R"(,"tools":[{"type":"function","function":{"name":"f"}}])";
        const QByteArray declared = R"(,"tools":[{"functionDeclarations":[{"name":"f"}]}])";
        row("text", R"(,"response_format":{"type":"text"})", {}, "");
        row("JSON", R"(,"response_format":{"type":"json_object"})", {},
            config(R"("responseMimeType":"application/json")"));
        row("a schema", schema, {},
            config(R"("responseMimeType":"application/json","responseJsonSchema":{"type":"object","b":1.0})"));
        row("a schema beside tools", schema + tool, {},
            declared
                + config(R"("responseMimeType":"application/json","responseJsonSchema":{"type":"object","b":1.0})"));
        row("something else", R"(,"response_format":{"type":"grammar","grammar":"x"})", {}, "",
            {u"dropped response_format"_s});
    }
    void aFormatIsAskedFor() { compareBody(); }

    void aSchemaBesideToolsIsAnInstructionWhereTheModelTakesNotBoth()
    {
        const auto wire = encoded(
            Messages
                + R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}},"tools":[{"type":"function","function":{"name":"f"}}])",
            endpoint({.jsonWithTools = true}));
        QVERIFY(wire);
        const auto body = parseJson(wire->body);
        QVERIFY((*body)["systemInstruction"]["parts"].at(0)["text"].toBytes().endsWith(R"({"type":"object"})"));
        QVERIFY((*body)["generationConfig"].isNull());
        QCOMPARE(said(wire->notices), QStringList{u"translated response_format"_s});
    }

    void reasoningIsABudgetOrALevel_data()
    {
        addBodyColumns();
        const auto thinking = [](const QByteArray &members) { return config(R"("thinkingConfig":{)" + members + "}"); };
        const Refusals budget; // takes one
        const Refusals always{.thinkingOff = true};
        const Refusals level{.thinkingBudget = true, .thinkingOff = true};
        const Refusals noMinimal{.thinkingBudget = true, .thinkingOff = true, .thinkingMinimal = true};
        const auto effort = [](const QByteArray &word) { return ",\"reasoning_effort\":\"" + word + '"'; };
        row("medium is half of the limit", effort("medium"), budget,
            thinking(R"("thinkingBudget":5000,"includeThoughts":true)"));
        row("low is a fifth of what the caller allows", effort("low") + R"(,"max_tokens":1000)", budget,
            config(R"("maxOutputTokens":1000,"thinkingConfig":{"thinkingBudget":200,"includeThoughts":true})"));
        row("minimal is a tenth", effort("minimal"), budget,
            thinking(R"("thinkingBudget":1000,"includeThoughts":true)"));
        row("high is four fifths", effort("high"), budget, thinking(R"("thinkingBudget":8000,"includeThoughts":true)"));
        row("the highest stays in the range", effort("xhigh"), budget,
            thinking(R"("thinkingBudget":8000,"includeThoughts":true)"));
        row("so does the lowest", effort("minimal") + R"(,"max_tokens":100)", budget,
            config(R"("maxOutputTokens":100,"thinkingConfig":{"thinkingBudget":128,"includeThoughts":true})"));
        row("none", effort("none"), budget, thinking(R"("thinkingBudget":0)"));
        row("none where it cannot be", effort("none"), always, thinking(R"("thinkingBudget":128)"),
            {u"clamped reasoning"_s});
        row("a budget", R"(,"reasoning":{"max_tokens":2000})", budget,
            thinking(R"("thinkingBudget":2000,"includeThoughts":true)"));
        row("a budget above the range", R"(,"reasoning":{"max_tokens":9000})", budget,
            thinking(R"("thinkingBudget":8000,"includeThoughts":true)"), {u"clamped reasoning.max_tokens"_s});
        row("switched on", R"(,"reasoning":{"enabled":true})", budget,
            thinking(R"("thinkingBudget":-1,"includeThoughts":true)"));
        row("not to be shown", R"(,"reasoning":{"effort":"low","exclude":true})", budget,
            thinking(R"("thinkingBudget":2000)"));
        row("a level", effort("medium"), level, thinking(R"("thinkingLevel":"medium","includeThoughts":true)"));
        row("the least level", effort("minimal"), level,
            thinking(R"("thinkingLevel":"minimal","includeThoughts":true)"));
        row("a level that is too low", effort("minimal"), noMinimal,
            thinking(R"("thinkingLevel":"low","includeThoughts":true)"), {u"clamped reasoning.effort"_s});
        row("a level that is too high", effort("max"), level,
            thinking(R"("thinkingLevel":"high","includeThoughts":true)"), {u"clamped reasoning.effort"_s});
        row("no level", effort("none"), level, thinking(R"("thinkingLevel":"minimal")"), {u"clamped reasoning"_s});
        row("a budget as a level", R"(,"reasoning":{"max_tokens":5000})", level,
            thinking(R"("thinkingLevel":"medium","includeThoughts":true)"), {u"translated reasoning.max_tokens"_s});
        row("switched on, at its own level", R"(,"reasoning":{"enabled":true})", level,
            thinking(R"("includeThoughts":true)"));
    }
    void reasoningIsABudgetOrALevel() { compareBody(); }

    void aModelThatDoesNotReasonIsNotAskedTo()
    {
        catalog::Endpoint plain = endpoint();
        plain.capabilities.reasoning = false;
        const auto wire = encoded(Messages + R"(,"reasoning_effort":"low")", plain);
        QVERIFY(wire);
        QCOMPARE(wire->body, "{" + Contents + "}");
        QCOMPARE(said(wire->notices), QStringList{u"dropped reasoning"_s});
    }

    void toolsAndTheirChoiceAreDeclared_data()
    {
        addBodyColumns();
        const QByteArray tool =
            R"(,"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","b":1.50}}}])";
        const QByteArray declared =
            R"(,"tools":[{"functionDeclarations":[{"name":"f","description":"d","parametersJsonSchema":{"type":"object","b":1.50}}]}])";
        const auto calling = [&](const QByteArray &members) {
            return declared + R"(,"toolConfig":{"functionCallingConfig":{)" + members + "}}";
        };
        row("a function", tool, {}, declared);
        row("chosen by the model", tool + R"(,"tool_choice":"auto")", {}, calling(R"("mode":"AUTO")"));
        row("none", tool + R"(,"tool_choice":"none")", {}, calling(R"("mode":"NONE")"));
        row("any", tool + R"(,"tool_choice":"required")", {}, calling(R"("mode":"ANY")"));
        row("one by name", tool + R"(,"tool_choice":{"type":"function","function":{"name":"f"}})", {},
            calling(R"("mode":"ANY","allowedFunctionNames":["f"])"));
        const QByteArray names =
            R"("tools":[{"type":"function","function":{"name":"f"}},{"type":"function","function":{"name":"g"}}])";
        row("some, certainly",
            tool + R"(,"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"required",)" + names + "}}", {},
            calling(R"("mode":"ANY","allowedFunctionNames":["f","g"])"));
        row("some, perhaps",
            tool + R"(,"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto",)" + names + "}}", {},
            calling(R"("mode":"VALIDATED","allowedFunctionNames":["f","g"])"));
        row("a choice that Gemini lacks", tool + R"(,"tool_choice":{"type":"custom","custom":{"name":"c"}})", {},
            declared, {u"dropped tool_choice"_s});
        row("a choice without tools", R"(,"tool_choice":"auto")", {}, "");
        row("one call at a time", tool + R"(,"parallel_tool_calls":false)", {}, declared,
            {u"dropped parallel_tool_calls"_s});
        row("a strict function", R"(,"tools":[{"type":"function","function":{"name":"f","strict":true}}])", {},
            R"(,"tools":[{"functionDeclarations":[{"name":"f"}]}])", {u"dropped tools[0].function.strict"_s});
        row("tools of Google's",
            R"(,"tools":[{"type":"google","googleSearch":{}},{"type":"google","code_execution":{}}])", {},
            R"(,"tools":[{"googleSearch":{}},{"code_execution":{}}])");
        row("tools of others", R"(,"tools":[{"type":"web_search"},{"type":"function","function":{"name":"f"}}])", {},
            R"(,"tools":[{"functionDeclarations":[{"name":"f"}]}])", {u"dropped tools[0]"_s});
    }
    void toolsAndTheirChoiceAreDeclared() { compareBody(); }

    void messagesBecomeContents_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("notices");
        const auto add = [](const char *name, const QByteArray &messages, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << messages << body << notices; };
        const QByteArray user = R"({"role":"user","content":"Hi"})";
        const QByteArray asUser = R"({"role":"user","parts":[{"text":"Hi"}]})";
        add("instructions at the start",
            R"([{"role":"system","content":"A"},{"role":"developer","content":[{"type":"text","text":"B"}]},)" + user
                + "]",
            R"("systemInstruction":{"parts":[{"text":"A"},{"text":"B"}]},"contents":[)" + asUser + "]");
        add("an instruction later", "[" + user + R"(,{"role":"system","content":"A"}])",
            R"("contents":[{"role":"user","parts":[{"text":"Hi"},{"text":"A"}]}])", {u"translated messages[1].role"_s});
        add("nothing but an instruction", R"([{"role":"system","content":"A"}])",
            R"("contents":[{"role":"user","parts":[{"text":"A"}]}])", {u"translated messages[0].role"_s});
        add("neighbors of one role",
            "[" + user + "," + user + R"(,{"role":"assistant","content":"a"},{"role":"assistant","content":"b"}])",
            R"("contents":[{"role":"user","parts":[{"text":"Hi"},{"text":"Hi"}]},{"role":"model","parts":[{"text":"a"},{"text":"b"}]}])");
        add("a silent assistant", "[" + user + R"(,{"role":"assistant","content":""},)" + user + "]",
            R"("contents":[{"role":"user","parts":[{"text":"Hi"},{"text":"Hi"}]}])");
        add("a refusal", "[" + user + R"(,{"role":"assistant","content":null,"refusal":"No."}])",
            R"("contents":[)" + asUser + R"(,{"role":"model","parts":[{"text":"No."}]}])");
        add("reasoning of another model",
            "[" + user
                + R"(,{"role":"assistant","content":"a","reasoning":"Hm","reasoning_details":[{"type":"reasoning.text","text":"Hm","signature":"s","format":"anthropic-claude-v1"}]}])",
            R"("contents":[)" + asUser + R"(,{"role":"model","parts":[{"text":"a"}]}])",
            {u"dropped messages[1].reasoning"_s});
        add("reasoning of its own",
            "[" + user
                + R"(,{"role":"assistant","content":"a","reasoning":"Hm","reasoning_details":[)"
                  R"({"type":"reasoning.text","text":"Hm","signature":"s1","format":"google-gemini-v1","index":0},)"
                  R"({"type":"reasoning.encrypted","data":"s2","format":"google-gemini-v1","index":1},)"
                  R"({"type":"reasoning.encrypted","data":"s3","format":"google-gemini-v1","index":2}]}])",
            R"("contents":[)" + asUser
                + R"(,{"role":"model","parts":[{"text":"Hm","thought":true,"thoughtSignature":"s1"},)"
                  R"({"text":"a","thoughtSignature":"s2"},{"text":"","thoughtSignature":"s3"}]}])");
        add("what a cache is told",
            R"([{"role":"user","content":[{"type":"text","text":"Hi","cache_control":{"type":"ephemeral"}}]}])",
            R"("contents":[)" + asUser + "]", {u"dropped messages[0].content[0].cache_control"_s});
    }
    void messagesBecomeContents()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, body);
        QFETCH(QStringList, notices);
        const auto wire = encoded(R"("messages":)" + messages);
        QVERIFY(wire);
        QCOMPARE(wire->body, "{" + body + "}");
        QCOMPARE(said(wire->notices), notices);
    }

    void mediaBecomePartsOfTheirKind_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("notices");
        const auto add = [](const char *name, const QByteArray &part, const QByteArray &json,
                            const QStringList &notices = {}) { QTest::newRow(name) << part << json << notices; };
        add("a picture", R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})",
            R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})");
        add("a picture with a wish",
            R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"low"}})",
            R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})",
            {u"dropped messages[0].content[0].image_url.detail"_s});
        add("a link", "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.JPG?x=1\"}}",
            "{\"fileData\":{\"mimeType\":\"image/jpeg\",\"fileUri\":\"https://example.org/a.JPG?x=1\"}}");
        add("a link to something", "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a\"}}",
            "{\"fileData\":{\"fileUri\":\"https://example.org/a\"}}");
        add("a file", R"({"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,AAAA"}})",
            R"({"inlineData":{"mimeType":"application/pdf","data":"AAAA"}})",
            {u"dropped messages[0].content[0].file.filename"_s});
        add("a file that Google has",
            "{\"type\":\"file\",\"file\":{\"file_id\":\"https://example.org/v1beta/files/x\"}}",
            "{\"fileData\":{\"fileUri\":\"https://example.org/v1beta/files/x\"}}");
        add("sound", R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})",
            R"({"inlineData":{"mimeType":"audio/wav","data":"AAAA"}})");
        add("a video", "{\"type\":\"video_url\",\"video_url\":{\"url\":\"https://youtu.be/x\"}}",
            "{\"fileData\":{\"fileUri\":\"https://youtu.be/x\"}}");
        add("a part of Gemini's own", R"({"type":"executableCode","executableCode":{"language":"PYTHON","code":"1"}})",
            R"({"executableCode":{"language":"PYTHON","code":"1"}})");
    }
    void mediaBecomePartsOfTheirKind()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, json);
        QFETCH(QStringList, notices);
        const auto wire = encoded(R"("messages":[{"role":"user","content":[)" + part + "]}]");
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"contents":[{"role":"user","parts":[)" + json + "]}]}");
        QCOMPARE(said(wire->notices), notices);
    }

    void whatCannotBeSentIsNamed_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("path");
        QTest::newRow("a part of an unknown kind")
            << QByteArray(R"([{"role":"user","content":[{"type":"hologram","data":1}]}])")
            << u"messages[0].content[0]:"_s;
        QTest::newRow("bytes without a type") << QByteArray(
            R"([{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:;base64,AAAA"}}]}])")
                                              << u"messages[0].content[0].image_url.url:"_s;
        QTest::newRow("a result without a call")
            << QByteArray(R"([{"role":"user","content":"Hi"},{"role":"tool","tool_call_id":"x","content":"1"}])")
            << u"messages[1].tool_call_id:"_s;
    }
    void whatCannotBeSentIsNamed()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QString, path);
        const auto wire = encoded(R"("messages":)" + messages);
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(wire.error().message.startsWith(path), qPrintable(wire.error().message));
    }

    void callsAndTheirResultsGoBack()
    {
        const auto wire =
            encoded(R"("messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[)"
                    "{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\": "
                    "1.0}\"},\"extra_content\":{\"google\":{\"thought_signature\":\"c2ln\"}}},"
                    R"({"id":"b","type":"function","function":{"name":"g","arguments":"not JSON"}}]},)"
                    "{\"role\":\"tool\",\"tool_call_id\":\"b\",\"content\":\"plain\"},{\"role\":\"tool\",\"tool_call_"
                    "id\":\"a\",\"content\":\"{\\\"y\\\":2}\"}]");
        QVERIFY(wire);
        QCOMPARE(wire->body,
                 QByteArray(
                     R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[)"
                     R"({"functionCall":{"id":"a","name":"f","args":{"x":1.0}},"thoughtSignature":"c2ln"},)"
                     R"({"functionCall":{"id":"b","name":"g","args":{"input":"not JSON"}}}]},{"role":"user","parts":[)"
                     R"({"functionResponse":{"id":"b","name":"g","response":{"output":"plain"}}},)"
                     R"({"functionResponse":{"id":"a","name":"f","response":{"y":2}}}]}]})"));
        QCOMPARE(said(wire->notices), QStringList(u"translated messages[1].tool_calls[1]"_s));
    }

    void resultsOfCallsWithoutAnIdFindTheirNamesByOrder()
    {
        chat::Message assistant = chat::Message::make(chat::Role::Assistant, {});
        assistant.toolCalls = {{.name = u"f"_s, .arguments = u"{}"_s}, {.name = u"g"_s, .arguments = u"{}"_s}};
        const chat::Request request{.messages = {chat::Message::make(chat::Role::User, u"Hi"_s), assistant,
                                                 chat::Message::make(chat::Role::Tool, u"1"_s),
                                                 chat::Message::make(chat::Role::Tool, u"2"_s)}};
        const auto wire = dialects::clientDialect(catalog::DialectId::GeminiGenerateContent)
                              ->encode(request, {}, endpoint(), {.stream = true});
        QVERIFY(wire);
        const auto body = parseJson(wire->body);
        const Json &results = (*body)["contents"].at(2)["parts"];
        QCOMPARE(results.at(0)["functionResponse"]["name"].toBytes(), QByteArray("f"));
        QCOMPARE(results.at(1)["functionResponse"]["name"].toBytes(), QByteArray("g"));
    }

    void aCallOfAnotherModelIsMarkedForModelsThatCheckSignatures()
    {
        const QByteArray call =
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"b","type":"function","function":{"name":"f","arguments":"{}"}}]})";
        const QByteArray result = R"({"role":"tool","tool_call_id":"a","content":"1"})";
        const QByteArray user = R"({"role":"user","content":"Hi"})";
        const auto wire =
            encoded(R"("messages":[)" + user + ',' + call + ',' + result + ',' + user + ',' + call + ',' + result + "]",
                    endpoint({.thinkingBudget = true}));
        QVERIFY(wire);
        const auto body = parseJson(wire->body);
        const auto signature = [&](qsizetype content, qsizetype part) {
            return (*body)["contents"].at(content)["parts"].at(part)["thoughtSignature"].toBytes();
        };
        QCOMPARE(signature(1, 0), QByteArray()); // only the current turn is checked
        QCOMPARE(signature(3, 0), QByteArray("skip_thought_signature_validator"));
        QCOMPARE(signature(3, 1), QByteArray());
        QCOMPARE(said(wire->notices), QStringList{u"translated messages"_s});
    }

    void picturesOfAToolAreInsideItsResultOrBesideIt()
    {
        chat::Message assistant = chat::Message::make(chat::Role::Assistant, {});
        assistant.toolCalls = {{.id = u"a"_s, .name = u"look"_s, .arguments = u"{}"_s}};
        chat::Message result = chat::Message::make(chat::Role::Tool, u"seen"_s);
        result.toolCallId = u"a"_s;
        result.parts.append(chat::ImagePart{.url = "data:image/png;base64,AAAA"});
        const chat::Request request{.messages = {chat::Message::make(chat::Role::User, u"Hi"_s), assistant, result}};
        const auto partsFor = [&](const Refusals &refuses) {
            const auto wire = dialects::clientDialect(catalog::DialectId::GeminiGenerateContent)
                                  ->encode(request, {}, endpoint(refuses), {.stream = true});
            return wire ? (*parseJson(wire->body))["contents"].at(2)["parts"].dump() : QByteArray();
        };
        QCOMPARE(
            partsFor({}),
            QByteArray(
                R"([{"functionResponse":{"id":"a","name":"look","response":{"output":"seen"},"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}}])"));
        QCOMPARE(
            partsFor({.mediaInToolResults = true}),
            QByteArray(
                R"([{"functionResponse":{"id":"a","name":"look","response":{"output":"seen"}}},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}])"));
    }
};

static const bool tstGeminiEncoder = sb::testing::add<TstGeminiEncoder>();

#include "tst_gemini_encoder.moc"
