#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Endpoint;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Endpoint)

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Tool =
    R"({"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{},"required":["a"]}}})";
const QByteArray Other = R"({"type":"function","function":{"name":"g","description":"G"}})";
const QByteArray SentOther =
    R"({"type":"function","function":{"name":"g","description":"G","parameters":{"type":"object","properties":{}}}})";
const QByteArray TextFile = "\"data:text/plain;base64,SGkgdGhlcmU=\""; // "Hi there"
const QByteArray Link = "\"https://x.example/a.png\"";

Result<dialects::WireRequest> encoded(const QByteArray &members, Endpoint endpoint = {},
                                      const dialects::EncodeOptions &options = {.stream = false})
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    endpoint.upstreamModel = u"up-1"_s;
    return dialects::clientDialect(catalog::DialectId::CohereChat)
        ->encode(*request, {.baseUrl = QUrl(u"https://api.example.com"_s)}, endpoint, options);
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

} // namespace

class TstCohereEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theRequestGoesToTheProvidersUrl()
    {
        const auto wire = encoded(R"("model":"a/b",)" + Messages, {}, {.stream = true});
        QVERIFY(wire);
        QCOMPARE(wire->method, QByteArray("POST"));
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v2/chat"_s));
        QCOMPARE(wire->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "text/event-stream"}}));
        QVERIFY(wire->streams);
        QVERIFY(wire->notices.isEmpty());
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Messages + R"(,"stream":true})");
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body"); // between the messages and `stream`
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << members << body << notices; };
        row("nothing more", "", "");
        row("what says nothing", R"(,"min_p":0,"logit_bias":{},"store":null,"n":1,"repetition_penalty":1)", "");
        row("sampling as it was spelled",
            R"(,"max_tokens":9,"temperature":0.50,"top_p":0.9,"top_k":40,"seed":7,"frequency_penalty":0.10)",
            R"(,"max_tokens":9,"temperature":0.50,"seed":7,"frequency_penalty":0.10,"k":40,"p":0.9)");
        row("sampling that is out of range", R"(,"top_p":1,"presence_penalty":-0.5,"top_k":900)",
            R"(,"presence_penalty":0,"k":500,"p":0.99)",
            {u"clamped presence_penalty"_s, u"clamped top_k"_s, u"clamped top_p"_s});
        row("stop sequences", R"(,"stop":["a","b"])", R"(,"stop_sequences":["a","b"])");
        row("too many stop sequences", R"(,"stop":["1","2","3","4","5","6"])",
            R"(,"stop_sequences":["1","2","3","4","5"])", {u"clamped stop"_s});
        row("log probabilities", R"(,"logprobs":true,"top_logprobs":3)", R"(,"logprobs":true)",
            {u"dropped top_logprobs"_s});
        row("what others have", R"(,"min_p":0.1,"logit_bias":{"5":1},"user":"u-1","metadata":{"a":"b"})", "",
            {u"dropped logit_bias"_s, u"dropped metadata"_s, u"dropped min_p"_s, u"dropped user"_s});
        row("more than one choice", R"(,"n":3)", "", {u"clamped n"_s});
        row("our own routing members stay here",
            R"(,"models":["a/b","c/d"],"provider":{"sort":"price"},"session_id":"s")", "");
        row("the API's own members",
            R"(,"citation_options":{"mode":"OFF"},"safety_mode":"STRICT","documents":["One.",{"data":{"text":"Two."}}])",
            R"(,"documents":["One.",{"data":{"text":"Two."}}],"citation_options":{"mode":"OFF"},"safety_mode":"STRICT")");
        row("tools", R"(,"tools":[)" + Tool + "," + Other + "]", R"(,"tools":[)" + Tool + "," + SentOther + "]");
        row("a tool that is no function", R"(,"tools":[{"type":"web_search"}],"tool_choice":"required")", "",
            {u"dropped tools[0]"_s, u"dropped tool_choice"_s});
        row("the choice is the model's", R"(,"tools":[)" + Tool + R"(],"tool_choice":"auto")",
            R"(,"tools":[)" + Tool + "]");
        row("any tool", R"(,"tools":[)" + Tool + R"(],"tool_choice":"required")",
            R"(,"tools":[)" + Tool + R"(],"tool_choice":"REQUIRED")");
        row("no tool", R"(,"tools":[)" + Tool + R"(],"tool_choice":"none")",
            R"(,"tools":[)" + Tool + R"(],"tool_choice":"NONE")");
        row("one tool by name",
            R"(,"tools":[)" + Tool + "," + Other + R"(],"tool_choice":{"type":"function","function":{"name":"g"}})",
            R"(,"tools":[)" + SentOther + R"(],"tool_choice":"REQUIRED")", {u"translated tool_choice"_s});
        row("some tools",
            R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto",)"
                  R"("tools":[{"type":"function","function":{"name":"f"}}]}})",
            R"(,"tools":[)" + Tool + "]", {u"translated tool_choice"_s});
        row("one call at a time", R"(,"tools":[)" + Tool + R"(],"parallel_tool_calls":false)",
            R"(,"tools":[)" + Tool + "]", {u"dropped parallel_tool_calls"_s});
        QByteArray strict = Tool;
        strict.replace(R"("name":"f",)", R"("name":"f","strict":true,)");
        row("tools that are held to their schemas", R"(,"tools":[)" + strict + "]",
            R"(,"tools":[)" + Tool + R"(],"strict_tools":true)");
        row("one of two that is held to its schema", R"(,"tools":[)" + strict + "," + Other + "]",
            R"(,"tools":[)" + Tool + "," + SentOther + "]", {u"dropped tools"_s});
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b",)" + Messages + members);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Messages + body + R"(,"stream":false})");
        QTEST(said(wire->notices), "notices");
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
        QTEST((*parseJson(wire->body))["max_tokens"].toInteger().value_or(0), "sent");
        QTEST(said(wire->notices), "notices");
    }

    void jsonIsAskedForAsTheApiTakesIt_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("instruction");
        QTest::addColumn<QStringList>("notices");
        const QByteArray schema = R"({"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]})";
        const QByteArray limited =
            R"({"type":"object","properties":{"a":{"type":"integer","minimum":1}},"required":["a"]})";
        const QByteArray mode = R"({"type":"json_object"})";
        const auto held = [](const QByteArray &to) {
            return R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":)" + to + "}}";
        };
        const QByteArray asks = R"(,"response_format":{"type":"json_object"})";
        const QByteArray said = "Answer with one JSON object.";
        const QByteArray saidSchema = "Answer with one JSON object that is valid against this JSON schema:\n";
        const QStringList words{u"translated response_format"_s};
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &format,
                            const QByteArray &instruction, const QStringList &notices) {
            QTest::newRow(name) << members << format << instruction << notices;
        };
        const QByteArray spoken = R"("messages":[{"role":"user","content":"Hi, in json"}])";
        row("text", Messages + R"(,"response_format":{"type":"text"})", "", "", {});
        row("JSON that the messages speak of", spoken + asks, mode, "", {});
        row("JSON that they do not speak of", Messages + asks, mode, said, words);
        row("a schema", spoken + held(schema), R"({"type":"json_object","json_schema":)" + schema + "}", "", {});
        row("a schema with a limit", Messages + held(limited), mode, saidSchema + limited, words);
        row("a schema that is no object", Messages + held(R"({"type":"array"})"), mode,
            saidSchema + R"({"type":"array"})", words);
        row("beside tools", Messages + held(schema) + R"(,"tools":[)" + Tool + "]", "", saidSchema + schema, words);
        row("beside documents", Messages + asks + R"(,"documents":["One."])", "", said, words);
        row("a grammar", Messages + R"(,"response_format":{"type":"grammar"})", "", "", {u"dropped response_format"_s});
    }
    void jsonIsAskedForAsTheApiTakesIt()
    {
        QFETCH(QByteArray, members);
        const auto wire = encoded(R"("model":"a/b",)" + members);
        QVERIFY(wire);
        const Json body = *parseJson(wire->body);
        QTEST(body["response_format"].isNull() ? QByteArray() : body["response_format"].dump(), "format");
        const Json &first = body["messages"].at(0);
        QTEST(first["role"].toBytes() == "system" ? first["content"].toBytes() : QByteArray(), "instruction");
        QTEST(said(wire->notices), "notices");
    }

    void reasoningIsAskedForAsTheModelTakesIt_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("thinking");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const Endpoint &endpoint,
                            const QByteArray &thinking, const QStringList &notices = {}) {
            QTest::newRow(name) << members << endpoint << thinking << notices;
        };
        const auto budget = [](qint64 tokens) {
            return R"({"type":"enabled","token_budget":)" + QByteArray::number(tokens) + "}";
        };
        Endpoint always = reasoning();
        always.refuses.thinkingOff = true;
        Endpoint small = reasoning();
        small.mostThinkingTokens = 4000;
        const QByteArray off = R"({"type":"disabled"})";
        row("nothing is said", "", reasoning(), "");
        row("max is 95 %", R"(,"reasoning_effort":"max")", reasoning(), budget(9500));
        row("xhigh is 95 %", R"(,"reasoning_effort":"xhigh")", reasoning(), budget(9500));
        row("high is 80 %", R"(,"reasoning_effort":"high")", reasoning(), budget(8000));
        row("medium is 50 %", R"(,"reasoning":{"effort":"medium"})", reasoning(), budget(5000));
        row("low is 20 %", R"(,"reasoning":{"effort":"low"})", reasoning(), budget(2000));
        row("minimal is 10 %", R"(,"reasoning":{"effort":"minimal"})", reasoning(), budget(1000));
        row("within the model's range", R"(,"reasoning_effort":"high")", small, budget(4000));
        row("on without a word", R"(,"reasoning":{"enabled":true})", reasoning(), R"({"type":"enabled"})");
        row("the caller's budget", R"(,"reasoning":{"max_tokens":3000})", reasoning(), budget(3000));
        row("a budget that leaves no answer", R"(,"reasoning":{"max_tokens":20000})", reasoning(), budget(9999),
            {u"clamped reasoning.max_tokens"_s});
        row("hidden", R"(,"reasoning":{"effort":"low","exclude":true})", reasoning(), budget(2000),
            {u"dropped reasoning"_s});
        row("off", R"(,"reasoning":{"effort":"none"})", reasoning(), off);
        row("switched off", R"(,"reasoning":{"enabled":false})", reasoning(), off);
        row("off where it is always on", R"(,"reasoning":{"enabled":false})", always, budget(1),
            {u"clamped reasoning"_s});
        row("a model that does not reason", R"(,"reasoning_effort":"low")", Endpoint{}, "", {u"dropped reasoning"_s});
        row("off for a model that does not reason", R"(,"reasoning":{"enabled":false})", Endpoint{}, "");
    }
    void reasoningIsAskedForAsTheModelTakesIt()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        const auto wire = encoded(R"("model":"a/b","max_tokens":10000,)" + Messages + members, endpoint);
        QVERIFY(wire);
        const Json body = *parseJson(wire->body);
        QTEST(body["thinking"].isNull() ? QByteArray() : body["thinking"].dump(), "thinking");
        QTEST(said(wire->notices), "notices");
    }

    void messagesAreWrittenAsTheApiTakesThem_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &messages, const QByteArray &sent,
                            const QStringList &notices = {}) { QTest::newRow(name) << messages << sent << notices; };
        const QByteArray picture = R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})";
        const QByteArray call =
            R"({"id":"c","type":"function","function":{"name":"f","arguments":)" + Json("{\"a\":1}").dump() + "}}";
        row("turns",
            R"({"role":"system","content":"S"},{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":"A"},{"role":"user","content":"R"})",
            R"({"role":"system","content":"S"},{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":"A"},{"role":"user","content":"R"})");
        row("instructions of both names are one, at the start",
            R"({"role":"system","content":"S"},{"role":"user","content":"Q"},{"role":"developer","content":"D"})",
            R"({"role":"system","content":[{"type":"text","text":"S"},{"type":"text","text":"D"}]},)"
            R"({"role":"user","content":"Q"})",
            {u"translated messages[2]"_s});
        row("a picture",
            R"({"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url",)"
            R"("image_url":{"url":)"
                + Link + R"(,"detail":"low"}}]})",
            R"({"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url",)"
            R"("image_url":{"url":)"
                + Link + R"(,"detail":"low"}}]})");
        row("a picture as a file",
            R"({"role":"user","content":[{"type":"file","file":{"file_data":"data:image/png;base64,AAAA"}}]})",
            R"({"role":"user","content":[)" + picture + "]}");
        row("a mark for the cache",
            R"({"role":"user","content":[{"type":"text","text":"Q","cache_control":{"type":"ephemeral"}}]})",
            R"({"role":"user","content":"Q"})", {u"dropped messages[0].content[0].cache_control"_s});
        row("a name", R"({"role":"user","name":"Ann","content":"Q"})", R"({"role":"user","content":"Q"})",
            {u"dropped messages[0].name"_s});
        row("calls and their results",
            R"({"role":"assistant","content":null,"tool_calls":[)" + call
                + R"(]},{"role":"tool","tool_call_id":"c","content":"R"})",
            R"({"role":"assistant","tool_calls":[)" + call + R"(]},{"role":"tool","tool_call_id":"c","content":"R"})");
        row("a call without an id, and without arguments",
            R"({"role":"assistant","content":"So:","tool_calls":[{"id":"","type":"function",)"
            R"("function":{"name":"f","arguments":""}}]},{"role":"tool","tool_call_id":"","content":"R"})",
            R"({"role":"assistant","content":"So:","tool_calls":[{"id":"call_0_0","type":"function",)"
            R"("function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"call_0_0","content":"R"})");
        row("arguments that are no JSON",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"custom",)"
            R"("custom":{"name":"f","input":"free"}}]})",
            R"({"role":"assistant","tool_calls":[{"id":"c","type":"function",)"
            R"("function":{"name":"f","arguments":)"
                + Json("{\"input\":\"free\"}").dump() + R"(}}]})",
            {u"translated messages[0].tool_calls[0]"_s});
        row("a picture in a result goes behind the results",
            R"({"role":"tool","tool_call_id":"c","content":[)" + picture
                + R"(]},{"role":"tool","tool_call_id":"d","content":"D"},{"role":"user","content":"Q"})",
            R"({"role":"tool","tool_call_id":"c","content":""},{"role":"tool","tool_call_id":"d","content":"D"},)"
            R"({"role":"user","content":[)"
                + picture + R"(]},{"role":"user","content":"Q"})",
            {u"translated messages[0].content[0]"_s});
        row("a file in a result",
            R"({"role":"tool","tool_call_id":"c","content":[{"type":"file","file":{)"
            R"("filename":"a.txt","file_data":)"
                + TextFile + R"(}}]})",
            R"({"role":"tool","tool_call_id":"c","content":[{"type":"document","document":{"data":{)"
            R"("title":"a.txt","text":"Hi there"}}}]})");
        row("thinking and a plan of its own",
            R"({"role":"assistant","content":"A","reasoning":"TP","reasoning_details":[)"
            R"({"type":"reasoning.text","text":"T","format":"cohere-chat-v2","index":0},)"
            R"({"type":"reasoning.summary","summary":"P","format":"cohere-chat-v2","index":0}],"tool_calls":[)"
                + call + "]}",
            R"({"role":"assistant","content":[{"type":"thinking","thinking":"T"},{"type":"text","text":"A"}],)"
            R"("tool_plan":"P","tool_calls":[)"
                + call + "]}");
        row("thinking of another model that can be read", R"({"role":"assistant","content":"A","reasoning":"T"})",
            R"({"role":"assistant","content":[{"type":"thinking","thinking":"T"},{"type":"text","text":"A"}]})");
        row("thinking that another provider signed",
            R"({"role":"assistant","content":"A","reasoning":"T","reasoning_details":[)"
            R"({"type":"reasoning.text","text":"T","signature":"s","format":"anthropic-claude-v1","index":0}]})",
            R"({"role":"assistant","content":"A"})", {u"dropped messages[0].reasoning"_s});
        row("a refusal", R"({"role":"assistant","content":null,"refusal":"No."})",
            R"({"role":"assistant","content":"No."})");
        row("an answer that says nothing is left out",
            R"({"role":"user","content":"Q"},{"role":"assistant","content":""},{"role":"user","content":"R"})",
            R"({"role":"user","content":"Q"},{"role":"user","content":"R"})");
    }
    void messagesAreWrittenAsTheApiTakesThem()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, sent);
        const auto wire = encoded(R"("model":"a/b","messages":[)" + messages + "]", reasoning());
        QVERIFY2(wire, qPrintable(wire ? QString() : wire.error().message));
        QCOMPARE((*parseJson(wire->body))["messages"].dump(), "[" + sent + "]");
        QTEST(said(wire->notices), "notices");
    }

    void thinkingIsNotSentToAModelThatDoesNotReason()
    {
        const auto wire =
            encoded(R"("model":"a/b","messages":[{"role":"assistant","content":"A","reasoning":"T"}])", Endpoint{});
        QVERIFY(wire);
        QVERIFY(!wire->body.contains("thinking"));
        QCOMPARE(said(wire->notices), QStringList{u"dropped messages[0].reasoning"_s});
    }

    void aFileOfTheUserIsADocumentThatCanBeCited()
    {
        const auto wire = encoded(R"("model":"a/b","documents":["One."],"messages":[{"role":"user","content":[)"
                                  R"({"type":"text","text":"Q"},{"type":"file","file":{"filename":"a.md","file_data":)"
                                  + TextFile + R"(}}]}])");
        QVERIFY(wire);
        const Json body = *parseJson(wire->body);
        QCOMPARE(body["messages"].dump(), QByteArray(R"([{"role":"user","content":"Q"}])"));
        QCOMPARE(body["documents"].dump(),
                 QByteArray(R"(["One.",{"id":"file:0","data":{"title":"a.md","text":"Hi there"}}])"));
        QCOMPARE(said(wire->notices), QStringList{u"translated messages[0].content[1]"_s});
    }

    void whatHasNoPlaceIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &role, const QByteArray &part) {
            QTest::newRow(name) << R"({"role":)" + Json(role).dump() + R"(,"content":[)" + part + "]}"
                                << u"messages[0].content[0]: "_s;
        };
        row("a PDF", "user", R"({"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA"}})");
        row("a file at a provider", "user", R"({"type":"file","file":{"file_id":"f-1"}})");
        row("sound", "user", R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})");
        row("a part of another API", "user", R"({"type":"video_url","video_url":{"url":)" + Link + "}}");
        row("a picture of the assistant's", "assistant",
            R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})");
        row("a picture in the instructions", "system",
            R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})");
    }
    void whatHasNoPlaceIsRefusedWithItsPath()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, path);
        const auto wire = encoded(R"("model":"a/b","messages":[)" + message + "]");
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(wire.error().message.startsWith(path), qPrintable(wire.error().message));
    }

    void linksToPicturesAreSentAndFilesAreFetched()
    {
        const auto *client = dialects::clientDialect(catalog::DialectId::CohereChat);
        QVERIFY(client->takesLink(chat::ImagePart{.url = "https://x.example/a.png"}, {}));
        QVERIFY(
            !client->takesLink(chat::ImagePart{.url = "https://x.example/a.png"}, {.quirks = {.noImageLinks = true}}));
        QVERIFY(!client->takesLink(chat::FilePart{.data = "https://x.example/a.txt"}, {}));
    }
};

static const bool tstCohereEncoder = sb::testing::add<TstCohereEncoder>();

#include "tst_cohere_encoder.moc"
