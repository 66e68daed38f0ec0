#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::DialectId;
using catalog::Endpoint;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Endpoint)

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Tool = R"({"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}})";
const QByteArray Other = R"({"type":"function","function":{"name":"g"}})";
const QByteArray SentOther =
    R"({"type":"function","function":{"name":"g","parameters":{"type":"object","properties":{}}}})";
const QByteArray Picture = R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})";
const QByteArray TextFile = "\"data:text/plain;base64,SGkgdGhlcmU=\""; // says Hi there

Result<dialects::WireRequest> encoded(DialectId dialect, const QByteArray &members, Endpoint endpoint = {},
                                      const dialects::EncodeOptions &options = {.stream = false})
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    endpoint.upstreamModel = u"up-1"_s;
    return dialects::clientDialect(dialect)->encode(*request, {.baseUrl = QUrl(u"http://localhost:11434"_s)}, endpoint,
                                                    options);
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

class TstOllamaEncoder : public QObject
{
    Q_OBJECT

private slots:
    void eachCallHasItsPath()
    {
        const auto chat = encoded(DialectId::OllamaChat, R"("model":"a/b",)" + Messages, {}, {.stream = true});
        QVERIFY(chat);
        QCOMPARE(chat->url, QUrl(u"http://localhost:11434/api/chat"_s));
        QCOMPARE(chat->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "application/x-ndjson"}}));
        QVERIFY(chat->streams);
        QCOMPARE(chat->body, R"({"model":"up-1",)" + Messages + R"(,"stream":true})");
        const auto generate = encoded(DialectId::OllamaGenerate, R"("model":"a/b",)" + Messages);
        QVERIFY(generate);
        QCOMPARE(generate->url, QUrl(u"http://localhost:11434/api/generate"_s));
        QCOMPARE(generate->body, QByteArray(R"({"model":"up-1","prompt":"Hi","stream":false})"));
        QVERIFY(generate->notices.isEmpty());
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body"); // between the messages and `stream`
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << members << body << notices; };
        row("what says nothing", R"(,"logit_bias":{},"store":null,"n":1)", "");
        row("options as they were spelled",
            R"(,"max_tokens":9,"temperature":0.50,"top_p":0.9,"top_k":40,"min_p":0.0,"repetition_penalty":1.1,)"
            R"("frequency_penalty":1.0,"presence_penalty":-0.5,"seed":7,"stop":["a","b"])",
            R"(,"options":{"num_predict":9,"temperature":0.50,"top_p":0.9,"top_k":40,"min_p":0.0,)"
            R"("frequency_penalty":1.0,"presence_penalty":-0.5,"repeat_penalty":1.1,"seed":7,"stop":["a","b"]})");
        row("options of the server", R"(,"seed":7,"options":{"num_ctx":8192,"seed":1})",
            R"(,"options":{"seed":7,"num_ctx":8192})");
        row("what others have", R"(,"logit_bias":{"5":1},"user":"u-1","metadata":{"a":"b"},"n":2)", "",
            {u"dropped logit_bias"_s, u"dropped metadata"_s, u"dropped user"_s, u"clamped n"_s});
        row("our own routing members stay here", R"(,"models":["a/b"],"provider":{"sort":"price"},"session_id":"s")",
            "");
        row("JSON",
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}})",
            R"(,"format":{"type":"object"})");
        row("a grammar", R"(,"response_format":{"type":"grammar"})", "", {u"dropped response_format"_s});
        row("tools", R"(,"tools":[)" + Tool + "," + Other + "]", R"(,"tools":[)" + Tool + "," + SentOther + "]");
        row("a tool that is no function", R"(,"tools":[{"type":"web_search"}])", "", {u"dropped tools[0]"_s});
        row("no tool", R"(,"tools":[)" + Tool + R"(],"tool_choice":"none")", "", {u"translated tool_choice"_s});
        row("any tool", R"(,"tools":[)" + Tool + R"(],"tool_choice":"required")", R"(,"tools":[)" + Tool + "]",
            {u"dropped tool_choice"_s});
        row("one tool by name",
            R"(,"tools":[)" + Tool + "," + Other + R"(],"tool_choice":{"type":"function","function":{"name":"g"}})",
            R"(,"tools":[)" + SentOther + "]", {u"dropped tool_choice"_s});
        row("some tools",
            R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto",)"
                  R"("tools":[{"type":"function","function":{"name":"f"}}]}})",
            R"(,"tools":[)" + Tool + "]", {u"translated tool_choice"_s});
        row("one call at a time", R"(,"tools":[)" + Tool + R"(],"parallel_tool_calls":false)",
            R"(,"tools":[)" + Tool + "]", {u"dropped parallel_tool_calls"_s});
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        const auto wire = encoded(DialectId::OllamaChat, R"("model":"a/b",)" + Messages + members);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Messages + body + R"(,"stream":false})");
        QTEST(said(wire->notices), "notices");
    }

    void membersOfTheApiAreKept()
    {
        const QByteArray members = R"("model":"a/b",)" + Messages
            + R"(,"logprobs":true,"top_logprobs":3,"keep_alive":"5m","truncate":false,"suffix":"end","raw":true)";
        const auto chat = encoded(DialectId::OllamaChat, members);
        QVERIFY(chat);
        QCOMPARE(chat->body,
                 R"({"model":"up-1",)" + Messages
                     + R"(,"logprobs":true,"top_logprobs":3,"stream":false,"keep_alive":"5m","truncate":false})");
        QCOMPARE(said(chat->notices), QStringList({u"dropped suffix"_s, u"dropped raw"_s}));
        const auto generate = encoded(DialectId::OllamaGenerate, members);
        QVERIFY(generate);
        QCOMPARE(generate->body,
                 QByteArray(R"({"model":"up-1","prompt":"Hi","logprobs":true,"top_logprobs":3,"stream":false,)"
                            R"("keep_alive":"5m","truncate":false,"suffix":"end","raw":true})"));
        QVERIFY(generate->notices.isEmpty());
    }

    void jsonIsSpokenOf()
    {
        const QByteArray asks = R"(,"response_format":{"type":"json_object"})";
        const auto silent = encoded(DialectId::OllamaChat, R"("model":"a/b",)" + Messages + asks);
        QVERIFY(silent);
        const Json body = *parseJson(silent->body);
        QCOMPARE(body["format"], Json("json"));
        QCOMPARE(body["messages"].at(1).dump(),
                 QByteArray(R"({"role":"system","content":"Answer with one JSON object."})"));
        QCOMPARE(said(silent->notices), QStringList{u"translated response_format"_s});
        const auto spoken =
            encoded(DialectId::OllamaChat, R"("model":"a/b","messages":[{"role":"user","content":"In JSON"}])" + asks);
        QVERIFY(spoken);
        QCOMPARE((*parseJson(spoken->body))["messages"].size(), 1);
        QVERIFY(spoken->notices.isEmpty());
    }

    void theBudgetsLimitCounts()
    {
        const auto wire = encoded(DialectId::OllamaChat, R"("model":"a/b","max_tokens":100,)" + Messages, {},
                                  {.stream = false, .maxTokens = 50});
        QVERIFY(wire);
        QCOMPARE((*parseJson(wire->body))["options"]["num_predict"].toInteger(), std::optional<qint64>(50));
    }

    void reasoningIsAskedForAsTheModelTakesIt_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("think");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const Endpoint &endpoint,
                            const QByteArray &think, const QStringList &notices = {}) {
            QTest::newRow(name) << members << endpoint << think << notices;
        };
        Endpoint always = reasoning();
        always.refuses.thinkingOff = true;
        row("nothing is said", "", reasoning(), "null");
        row("max", R"(,"reasoning_effort":"max")", reasoning(), R"("max")");
        row("xhigh", R"(,"reasoning_effort":"xhigh")", reasoning(), R"("max")");
        row("high", R"(,"reasoning_effort":"high")", reasoning(), R"("high")");
        row("medium", R"(,"reasoning_effort":"medium")", reasoning(), R"("medium")");
        row("low", R"(,"reasoning_effort":"low")", reasoning(), R"("low")");
        row("the least", R"(,"reasoning_effort":"minimal")", reasoning(), R"("low")", {u"clamped reasoning.effort"_s});
        row("on without a word", R"(,"reasoning":{"enabled":true})", reasoning(), "true");
        row("a small budget", R"(,"reasoning":{"max_tokens":2000})", reasoning(), R"("low")",
            {u"translated reasoning.max_tokens"_s});
        row("a budget of half", R"(,"reasoning":{"max_tokens":5000})", reasoning(), R"("medium")",
            {u"translated reasoning.max_tokens"_s});
        row("a large budget", R"(,"reasoning":{"max_tokens":5001})", reasoning(), R"("high")",
            {u"translated reasoning.max_tokens"_s});
        row("hidden", R"(,"reasoning":{"effort":"low","exclude":true})", reasoning(), R"("low")",
            {u"dropped reasoning"_s});
        row("off", R"(,"reasoning":{"effort":"none"})", reasoning(), "false");
        row("switched off", R"(,"reasoning":{"enabled":false})", reasoning(), "false");
        row("off where it is always on", R"(,"reasoning":{"enabled":false})", always, R"("low")",
            {u"clamped reasoning"_s});
        row("a model that does not reason", R"(,"reasoning_effort":"low")", Endpoint{}, "null",
            {u"dropped reasoning"_s});
    }
    void reasoningIsAskedForAsTheModelTakesIt()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        for (const DialectId dialect : {DialectId::OllamaChat, DialectId::OllamaGenerate}) {
            const auto wire = encoded(dialect, R"("model":"a/b","max_tokens":10000,)" + Messages + members, endpoint);
            QVERIFY(wire);
            QTEST((*parseJson(wire->body))["think"].dump(), "think");
            QTEST(said(wire->notices), "notices");
        }
    }

    void messagesAreWrittenAsTheApiTakesThem_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &messages, const QByteArray &sent,
                            const QStringList &notices = {}) { QTest::newRow(name) << messages << sent << notices; };
        row("turns",
            R"({"role":"developer","content":"S"},{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":"A"},{"role":"user","content":"R"})",
            R"({"role":"system","content":"S"},{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":"A"},{"role":"user","content":"R"})");
        row("several texts are one",
            R"({"role":"user","content":[{"type":"text","text":"A"},)"
            R"({"type":"text","text":"B","cache_control":{"type":"ephemeral"}}]})",
            R"({"role":"user","content":"A\nB"})", {u"dropped messages[0].content[1].cache_control"_s});
        row("a picture", R"({"role":"user","content":[{"type":"text","text":"Look"},)" + Picture + "]}",
            R"({"role":"user","content":"Look","images":["AAAA"]})");
        row("a file",
            R"({"role":"user","content":[{"type":"text","text":"Q"},{"type":"file","file":)"
            R"({"filename":"a.md","file_data":)"
                + TextFile + "}}]}",
            R"({"role":"user","content":"Q\na.md:\nHi there"})", {u"translated messages[0].content[1]"_s});
        row("a name", R"({"role":"user","name":"Ann","content":"Q"})", R"({"role":"user","content":"Q"})",
            {u"dropped messages[0].name"_s});
        row("calls and their results",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":)"
            R"({"name":"f","arguments":)"
                + Json("{\"b\":1.0}").dump()
                + R"(}},{"id":"d","type":"function","function":{"name":"g","arguments":""}}]},)"
                  R"({"role":"tool","tool_call_id":"d","content":"D"},{"role":"tool","tool_call_id":"c","content":"C"})",
            R"({"role":"assistant","content":"","tool_calls":[{"function":{"name":"f","arguments":{"b":1.0}},"id":"c"},)"
            R"({"function":{"name":"g","arguments":{}},"id":"d"}]},)"
            R"({"role":"tool","content":"D","tool_name":"g","tool_call_id":"d"},)"
            R"({"role":"tool","content":"C","tool_name":"f","tool_call_id":"c"})");
        row("calls without ids",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"","type":"function","function":)"
            R"({"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"","content":"C"})",
            R"({"role":"assistant","content":"","tool_calls":[{"function":{"name":"f","arguments":{}},"id":"call_0_0"}]},)"
            R"({"role":"tool","content":"C","tool_name":"f","tool_call_id":"call_0_0"})");
        row("arguments that are no JSON",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"custom",)"
            R"("custom":{"name":"f","input":"free"}}]})",
            R"({"role":"assistant","content":"","tool_calls":[{"function":{"name":"f","arguments":{"input":"free"}},)"
            R"("id":"c"}]})",
            {u"translated messages[0].tool_calls[0]"_s});
        row("thinking that can be read", R"({"role":"assistant","content":"A","reasoning":"T"})",
            R"({"role":"assistant","content":"A","thinking":"T"})");
        row("thinking that another provider signed",
            R"({"role":"assistant","content":"A","reasoning":"T","reasoning_details":[)"
            R"({"type":"reasoning.text","text":"T","signature":"s","format":"anthropic-claude-v1","index":0}]})",
            R"({"role":"assistant","content":"A"})", {u"dropped messages[0].reasoning"_s});
    }
    void messagesAreWrittenAsTheApiTakesThem()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, sent);
        const auto wire = encoded(DialectId::OllamaChat, R"("model":"a/b","messages":[)" + messages + "]", reasoning());
        QVERIFY2(wire, qPrintable(wire ? QString() : wire.error().message));
        QCOMPARE((*parseJson(wire->body))["messages"].dump(), "[" + sent + "]");
        QTEST(said(wire->notices), "notices");
    }

    void aConversationBecomesAPrompt()
    {
        const auto wire =
            encoded(DialectId::OllamaGenerate,
                    R"("model":"a/b","messages":[{"role":"system","content":"S"},{"role":"user","content":[)" + Picture
                        + R"(,{"type":"text","text":"Q"}]},{"role":"assistant","content":"A"},)"
                          R"({"role":"user","content":"R"}],"tools":[)"
                        + Tool + "]");
        QVERIFY(wire);
        QCOMPARE(wire->body,
                 QByteArray(R"({"model":"up-1","prompt":"User: Q\n\nAssistant: A\n\nUser: R\n\nAssistant:",)"
                            R"("system":"S","images":["AAAA"],"stream":false})"));
        QCOMPARE(said(wire->notices), QStringList({u"translated messages"_s, u"dropped tools"_s}));
    }

    void whatHasNoPlaceIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, const char *part) { QTest::newRow(name) << QByteArray(part); };
        row("a PDF", R"({"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA"}})");
        row("sound", R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})");
        row("a part of another API", R"({"type":"video_url","video_url":{"url":"data:a"}})");
        row("a link to a picture", "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.example/a.png\"}}");
    }
    void whatHasNoPlaceIsRefusedWithItsPath()
    {
        QFETCH(QByteArray, part);
        for (const DialectId dialect : {DialectId::OllamaChat, DialectId::OllamaGenerate}) {
            const auto wire =
                encoded(dialect, R"("model":"a/b","messages":[{"role":"user","content":[)" + part + "]}]");
            QVERIFY(!wire);
            QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
            QVERIFY2(wire.error().message.startsWith("messages[0].content[0]: "_L1), qPrintable(wire.error().message));
        }
    }

    void nothingIsSentAsALink()
    {
        for (const DialectId dialect : {DialectId::OllamaChat, DialectId::OllamaGenerate}) {
            const auto *client = dialects::clientDialect(dialect);
            QVERIFY(!client->takesLink(chat::ImagePart{.url = "https://x.example/a.png"}, {}));
            QVERIFY(!client->takesLink(chat::FilePart{.data = "https://x.example/a.txt"}, {}));
        }
    }
};

static const bool tstOllamaEncoder = sb::testing::add<TstOllamaEncoder>();

#include "tst_ollama_encoder.moc"
