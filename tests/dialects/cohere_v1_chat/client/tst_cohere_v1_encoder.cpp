#include "core/dialects/cohere_v1_chat/client/tools.h"
#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Endpoint;
using dialects::Notice;

namespace {

const QByteArray Hi = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Tool = R"({"type":"function","function":{"name":"f","description":"F","parameters":{"type":"object",)"
                        R"("properties":{"a":{"type":"string","description":"A"},"b":{"type":"integer"}},)"
                        R"("required":["a"]}}})";
const QByteArray SentTool = R"({"name":"f","description":"F","parameter_definitions":{"a":{"description":"A",)"
                            R"("type":"str","required":true},"b":{"type":"int","required":false}}})";
const QByteArray Other = R"({"type":"function","function":{"name":"g"}})";
const QByteArray SentOther = R"({"name":"g","description":"g","parameter_definitions":{}})";
const QByteArray TextFile = "\"data:text/plain;base64,SGkgdGhlcmU=\""; // "Hi there"
/// JSON inside of JSON.
QByteArray quoted(const QByteArray &json)
{
    return Json(json).dump();
}

const QByteArray Call =
    R"({"id":"c1","type":"function","function":{"name":"f","arguments":)" + quoted(R"({"a":"x"})") + "}}";
const QByteArray SentCall = R"({"name":"f","parameters":{"a":"x"}})";

Result<dialects::WireRequest> encoded(const QByteArray &members, Endpoint endpoint = {},
                                      const dialects::EncodeOptions &options = {.stream = false})
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    endpoint.upstreamModel = u"up-1"_s;
    return dialects::clientDialect(catalog::DialectId::CohereV1Chat)
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

} // namespace

class TstCohereV1Encoder : public QObject
{
    Q_OBJECT

private slots:
    void theRequestGoesToTheProvidersUrl()
    {
        const auto wire = encoded(R"("model":"a/b",)" + Hi, {}, {.stream = true});
        QVERIFY(wire);
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v1/chat"_s));
        QCOMPARE(wire->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "text/event-stream"}}));
        QVERIFY(wire->streams && wire->notices.isEmpty());
        QCOMPARE(wire->body, QByteArray(R"({"model":"up-1","message":"Hi","stream":true})"));
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body"); // between the message and `stream`
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << members << body << notices; };
        row("nothing more", "", "");
        row("what says nothing", R"(,"min_p":0,"logit_bias":{},"store":null,"n":1,"repetition_penalty":1)", "");
        row("sampling as it was spelled",
            R"(,"max_tokens":9,"temperature":0.50,"top_p":0.9,"top_k":40,"seed":7,"frequency_penalty":0.10)",
            R"(,"max_tokens":9,"temperature":0.50,"seed":7,"frequency_penalty":0.10,"k":40,"p":0.9)");
        row("sampling that is out of range", R"(,"top_p":1,"presence_penalty":-0.5)",
            R"(,"presence_penalty":0,"p":0.99)", {u"clamped presence_penalty"_s, u"clamped top_p"_s});
        row("stop sequences", R"(,"stop":["a","b"])", R"(,"stop_sequences":["a","b"])");
        row("what others have",
            R"(,"min_p":0.1,"logit_bias":{"5":1},"user":"u-1","logprobs":true,"reasoning_effort":"low")", "",
            {u"dropped logit_bias"_s, u"dropped logprobs"_s, u"dropped reasoning"_s, u"dropped min_p"_s,
             u"dropped user"_s});
        row("more than one choice", R"(,"n":3)", "", {u"clamped n"_s});
        row("our own routing members stay here",
            R"(,"models":["a/b","c/d"],"provider":{"sort":"price"},"session_id":"s")", "");
        row("the API's own members",
            R"(,"citation_quality":"off","safety_mode":"NONE","connectors":[{"id":"web-search"}],)"
            R"("documents":[{"title":"T","text":"One."}],"prompt_truncation":"AUTO")",
            R"(,"documents":[{"title":"T","text":"One."}],"citation_quality":"off","safety_mode":"NONE",)"
            R"("connectors":[{"id":"web-search"}],"prompt_truncation":"AUTO")");
        row("tools", R"(,"tools":[)" + Tool + "," + Other + "]", R"(,"tools":[)" + SentTool + "," + SentOther + "]");
        row("no tool may be called", R"(,"tools":[)" + Tool + R"(],"tool_choice":"none")", "",
            {u"translated tool_choice"_s});
        row("a call cannot be demanded", R"(,"tools":[)" + Tool + R"(],"tool_choice":"required")",
            R"(,"tools":[)" + SentTool + "]", {u"dropped tool_choice"_s});
        row("some tools",
            R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto",)"
                  R"("tools":[{"type":"function","function":{"name":"g"}}]}})",
            R"(,"tools":[)" + SentOther + "]", {u"translated tool_choice"_s});
        row("one call at a time", R"(,"tools":[)" + Tool + R"(],"parallel_tool_calls":false)",
            R"(,"tools":[)" + SentTool + "]", {u"dropped parallel_tool_calls"_s});
        row("a tool that is no function", R"(,"tools":[{"type":"web_search"}])", "", {u"dropped tools[0]"_s});
        QByteArray strict = Other;
        strict.replace(R"("name":"g")", R"("name":"g","strict":true)");
        row("tools are not held to their schemas", R"(,"tools":[)" + strict + "]", R"(,"tools":[)" + SentOther + "]",
            {u"dropped tools"_s});
        row("what a type cannot say",
            R"(,"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":)"
            R"({"a":{"type":"string","description":"A.","enum":["x","y"]}}}}}])",
            R"(,"tools":[{"name":"f","description":"f","parameter_definitions":{"a":{"description":)"
                + quoted(R"(A. Possible enum values: x, y.)") + R"(,"type":"str","required":false}}}])",
            {u"translated tools"_s});
        row("any JSON", R"(,"response_format":{"type":"json_object"})",
            R"(,"preamble":"Answer with one JSON object.","response_format":{"type":"json_object"})",
            {u"translated response_format"_s});
        row("a schema",
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object",)"
            R"("properties":{"a":{"type":"string"}},"required":["a"]}}})",
            R"(,"preamble":"Answer with one JSON object.","response_format":{"type":"json_object","schema":)"
            R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}})",
            {u"translated response_format"_s});
        row("JSON beside tools", R"(,"response_format":{"type":"json_object"},"tools":[)" + Other + "]",
            R"(,"preamble":"Answer with one JSON object.","tools":[)" + SentOther + "]",
            {u"translated response_format"_s});
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b",)" + Hi + members);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1","message":"Hi")" + body + R"(,"stream":false})");
        QTEST(said(wire->notices), "notices");
    }

    void aConversationIsHistoryAndMessage_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("body"); // between the model and `stream`
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &messages, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << messages << body << notices; };
        row("instructions from the start are the preamble",
            R"({"role":"system","content":"Be short."},{"role":"developer","content":"Be kind."},)"
            R"({"role":"user","content":"Hi"})",
            R"("message":"Hi","preamble":"Be short.\n\nBe kind.")");
        row("turns, and instructions from the middle",
            R"({"role":"user","content":"Hi"},{"role":"assistant","content":"Ho"},)"
            R"({"role":"system","content":"Be short."},{"role":"user","content":"And?"})",
            R"("message":"And?","chat_history":[{"role":"USER","message":"Hi"},{"role":"CHATBOT","message":"Ho"},)"
            R"({"role":"SYSTEM","message":"Be short."}])");
        row("results that come last",
            R"({"role":"user","content":"Pull."},{"role":"assistant","content":null,"tool_calls":[)" + Call
                + R"(]},{"role":"tool","tool_call_id":"c1","content":)" + quoted(R"({"ok":true})") + "}",
            R"("message":"","chat_history":[{"role":"USER","message":"Pull."},)"
            R"({"role":"CHATBOT","message":"","tool_calls":[)"
                + SentCall + R"(]}],"tool_results":[{"call":)" + SentCall + R"(,"outputs":[{"ok":true}]}])");
        row("results that were answered",
            R"({"role":"user","content":"Pull."},{"role":"assistant","content":"Now.","tool_calls":[)" + Call
                + R"(]},{"role":"tool","tool_call_id":"c1","content":"Done."},)"
                  R"({"role":"assistant","content":"Pulled."},{"role":"user","content":"Thanks."})",
            R"("message":"Thanks.","chat_history":[{"role":"USER","message":"Pull."},)"
            R"({"role":"CHATBOT","message":"Now.","tool_calls":[)"
                + SentCall + R"(]},{"role":"TOOL","tool_results":[{"call":)" + SentCall
                + R"(,"outputs":[{"output":"Done."}]}]},{"role":"CHATBOT","message":"Pulled."}])");
        row("several results and a list of objects",
            R"({"role":"user","content":"Pull."},{"role":"assistant","content":null,"tool_calls":[)" + Call
                + R"(,{"id":"c2","type":"function","function":{"name":"g","arguments":""}}]},)"
                  R"({"role":"tool","tool_call_id":"c2","content":)"
                + quoted(R"([{"n":1},{"n":2}])")
                + R"(},)"
                  R"({"role":"tool","tool_call_id":"c1","content":"[1,2]"})",
            R"("message":"","chat_history":[{"role":"USER","message":"Pull."},)"
            R"({"role":"CHATBOT","message":"","tool_calls":[)"
                + SentCall
                + R"(,{"name":"g","parameters":{}}]}],"tool_results":[)"
                  R"({"call":{"name":"g","parameters":{}},"outputs":[{"n":1},{"n":2}]},{"call":)"
                + SentCall + R"(,"outputs":[{"output":"[1,2]"}]}])");
        row("arguments that are no object",
            R"({"role":"user","content":"Pull."},{"role":"assistant","content":"No.","tool_calls":[{"id":"c3",)"
            R"("type":"function","function":{"name":"g","arguments":"five"}}]},{"role":"user","content":"Why?"})",
            R"("message":"Why?","chat_history":[{"role":"USER","message":"Pull."},{"role":"CHATBOT",)"
            R"("message":"No.","tool_calls":[{"name":"g","parameters":{"input":"five"}}]}])",
            {u"translated messages[1].tool_calls[0]"_s});
        row("a file that is text",
            R"({"role":"user","content":[{"type":"text","text":"Read."},{"type":"file","file":)"
            R"({"filename":"a.txt","file_data":)"
                + TextFile + "}}]}",
            R"("message":"Read.","documents":[{"id":"file:0","title":"a.txt","text":"Hi there"}])",
            {u"translated messages[0].content[1]"_s});
        row("earlier reasoning and names",
            R"({"role":"user","name":"Ann","content":"Hi"},{"role":"assistant","content":"Ho","reasoning":"Hm."},)"
            R"({"role":"user","content":"And?"})",
            R"("message":"And?","chat_history":[{"role":"USER","message":"Hi"},{"role":"CHATBOT","message":"Ho"}])",
            {u"dropped messages[0].name"_s, u"dropped messages[1].reasoning"_s});
    }
    void aConversationIsHistoryAndMessage()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b","messages":[)" + messages + "]");
        QVERIFY2(wire, qPrintable(wire ? QString() : wire.error().message));
        QCOMPARE(wire->body, R"({"model":"up-1",)" + body + R"(,"stream":false})");
        QTEST(said(wire->notices), "notices");
    }

    void toolsComeAlongWithTheirResultsEvenIfNoneMayBeCalled()
    {
        const auto wire = encoded(R"("model":"a/b","tools":[)" + Tool
                                  + R"(],"tool_choice":"none","messages":[{"role":"user","content":"Pull."},)"
                                    R"({"role":"assistant","content":null,"tool_calls":[)"
                                  + Call + R"(]},{"role":"tool","tool_call_id":"c1","content":"Done."}])");
        QVERIFY(wire);
        QVERIFY(wire->body.contains(SentTool));
        QCOMPARE(said(wire->notices), QStringList{u"dropped tool_choice"_s});
    }

    void whatHasNoPlaceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("path");
        QTest::newRow("a picture") << QByteArray(
            R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]})")
                                   << u"messages[0].content[0]: "_s;
        QTest::newRow("the assistant at the end")
            << QByteArray(R"({"role":"user","content":"Hi"},{"role":"assistant","content":"Ho"})") << u"messages: "_s;
        QTest::newRow("instructions alone") << QByteArray(R"({"role":"system","content":"Hi"})") << u"messages: "_s;
    }
    void whatHasNoPlaceIsRefused()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QString, path);
        const auto wire = encoded(R"("model":"a/b","messages":[)" + messages + "]");
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(wire.error().message.startsWith(path), qPrintable(wire.error().message));
    }

    void typesAreThoseOfPython_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("string") << QByteArray(R"({"type":"string"})") << QByteArray("str");
        QTest::newRow("integer") << QByteArray(R"({"type":"integer"})") << QByteArray("int");
        QTest::newRow("number") << QByteArray(R"({"type":"number"})") << QByteArray("float");
        QTest::newRow("boolean") << QByteArray(R"({"type":"boolean"})") << QByteArray("bool");
        QTest::newRow("object") << QByteArray(R"({"type":"object"})") << QByteArray("Dict");
        QTest::newRow("list") << QByteArray(R"({"type":"array"})") << QByteArray("List");
        QTest::newRow("list of strings") << QByteArray(R"({"type":"array","items":{"type":"string"}})")
                                         << QByteArray("List[str]");
        QTest::newRow("several types") << QByteArray(R"({"type":["string","null"]})") << QByteArray("Any");
    }
    void typesAreThoseOfPython()
    {
        QFETCH(QByteArray, schema);
        QTEST(dialects::cohere_v1::pythonType(*parseJson(schema)), "type");
    }

    void noLinkIsTaken()
    {
        const auto *client = dialects::clientDialect(catalog::DialectId::CohereV1Chat);
        QVERIFY(!client->takesLink(chat::ImagePart{}, {}));
    }
};

static const bool tstCohereV1Encoder = sb::testing::add<TstCohereV1Encoder>();

#include "tst_cohere_v1_encoder.moc"
