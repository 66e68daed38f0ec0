#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Endpoint;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Endpoint)

namespace {

const QByteArray Hi = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Tool = R"({"type":"function","function":{"name":"f"}})";
const QByteArray TextFile = "\"data:text/plain;base64,SGkgdGhlcmU=\""; // "Hi there"

Result<dialects::WireRequest> encoded(const QByteArray &members, Endpoint endpoint = {},
                                      const dialects::EncodeOptions &options = {.stream = false},
                                      const catalog::Quirks &quirks = {})
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    endpoint.upstreamModel = u"up-1"_s;
    return dialects::clientDialect(catalog::DialectId::OpenAiCompletions)
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

QByteArray member(const dialects::WireRequest &wire, QByteArrayView key)
{
    const auto body = parseJson(wire.body);
    return body && body->contains(key) ? (*body)[key].dump() : QByteArray();
}

} // namespace

class TstCompletionsEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theRequestGoesToTheProvidersUrl()
    {
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,)" + Hi, {}, {.stream = true});
        QVERIFY(wire);
        QCOMPARE(wire->method, QByteArray("POST"));
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v1/completions"_s));
        QVERIFY(wire->streams);
        QVERIFY(wire->notices.isEmpty());
        QCOMPARE(wire->body,
                 QByteArray(R"({"model":"up-1","prompt":"Hi","max_tokens":9,"stream":true,)"
                            R"("stream_options":{"include_usage":true}})"));
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body"); // between max_tokens and `stream`
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << members << body << notices; };
        row("nothing more", "", "");
        row("what says nothing", R"(,"n":1,"store":null,"metadata":{},"tools":[])", "");
        row("sampling as it was spelled",
            R"(,"temperature":0.50,"top_p":0.9,"seed":7,"frequency_penalty":0.10,"presence_penalty":-1)",
            R"(,"temperature":0.50,"top_p":0.9,"frequency_penalty":0.10,"presence_penalty":-1,"seed":7)");
        row("sampling of vLLM", R"(,"top_k":40,"min_p":0.05,"repetition_penalty":1.1)",
            R"(,"top_k":40,"min_p":0.05,"repetition_penalty":1.1)");
        row("one stop sequence", R"(,"stop":"a")", R"(,"stop":["a"])");
        row("stop sequences", R"(,"stop":["a","b"])", R"(,"stop":["a","b"])");
        row("log probabilities", R"(,"logprobs":true)", R"(,"logprobs":0)");
        row("the likeliest tokens", R"(,"logprobs":true,"top_logprobs":3)", R"(,"logprobs":3)");
        row("more of them than are told", R"(,"logprobs":true,"top_logprobs":20)", R"(,"logprobs":5)",
            {u"clamped top_logprobs"_s});
        row("no log probabilities", R"(,"logprobs":false)", "");
        row("the user", R"(,"user":"u-1")", R"(,"user":"u-1")");
        row("echo", R"(,"echo":true)", R"(,"echo":true)");
        row("a suffix", R"(,"suffix":" End.")", R"(,"suffix":" End.")");
        row("the best of several", R"(,"best_of":3)", R"(,"best_of":3)");
        row("biases", R"(,"logit_bias":{"50256":-100})", R"(,"logit_bias":{"50256":-100})");
        row("what only vLLM knows", R"(,"ignore_eos":true,"stop_token_ids":[2],"guided_regex":"a+")",
            R"(,"ignore_eos":true,"stop_token_ids":[2],"guided_regex":"a+")");
        row("more than one choice", R"(,"n":3)", "", {u"clamped n"_s});
        row("our own routing members stay here",
            R"(,"models":["a/b","c/d"],"provider":{"sort":"price"},"session_id":"s")", "");
        row("OpenRouter's members", R"(,"plugins":[{"id":"web"}],"transforms":["x"])", "",
            {u"dropped plugins"_s, u"dropped transforms"_s});
        row("what only chat has", R"(,"store":true,"verbosity":"low","modalities":["text"])", "",
            {u"dropped store"_s, u"dropped verbosity"_s, u"dropped modalities"_s});
        row("tools", R"(,"tools":[)" + Tool + R"(],"tool_choice":"required")", "", {u"dropped tools"_s});
        row("reasoning", R"(,"reasoning_effort":"high")", "", {u"dropped reasoning"_s});
        row("no reasoning", R"(,"reasoning_effort":"none")", "");
        row("an answer format of another type", R"(,"response_format":{"type":"grammar"})", "",
            {u"dropped response_format"_s});
        row("text as the answer format", R"(,"response_format":{"type":"text"})", "");
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,)" + Hi + members);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1","prompt":"Hi","max_tokens":9)" + body + R"(,"stream":false})");
        QTEST(said(wire->notices), "notices");
    }

    void aConversationIsOnePrompt_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QByteArray>("stop");
        QTest::addColumn<QStringList>("notices");
        const QStringList turned{u"translated messages"_s};
        const auto row = [](const char *name, const QByteArray &messages, const QString &prompt, const QByteArray &stop,
                            const QStringList &notices) {
            QTest::newRow(name) << messages << prompt << stop << notices;
        };
        const QByteArray stops = R"(["\nUser:"])";
        row("a lone text as it is", R"({"role":"user","content":" Once upon "})", u" Once upon "_s, "", {});
        row("parts of text", R"({"role":"user","content":[{"type":"text","text":"A"},{"type":"text","text":"B"}]})",
            u"A\nB"_s, "", {});
        row("instructions in front",
            R"({"role":"system","content":"Be short."},{"role":"developer","content":"Be kind."},)"
            R"({"role":"user","content":"Hi"})",
            u"Be short.\n\nBe kind.\n\nHi"_s, "", turned);
        row("turns",
            R"({"role":"system","content":"Be short."},{"role":"user","content":"Hi"},)"
            R"({"role":"assistant","content":"Ho"},{"role":"user","content":"And?"})",
            u"Be short.\n\nUser: Hi\n\nAssistant: Ho\n\nUser: And?\n\nAssistant:"_s, stops, turned);
        row("a turn to go on with", R"({"role":"user","content":"Count."},{"role":"assistant","content":"One, two,"})",
            u"User: Count.\n\nAssistant: One, two,"_s, stops, turned);
        row("calls and results",
            R"({"role":"user","content":"Pull."},{"role":"assistant","content":null,"tool_calls":[{"id":"c",)"
            R"("type":"function","function":{"name":"f","arguments":"{}"}}]},)"
            R"({"role":"tool","tool_call_id":"c","content":"Done."})",
            u"User: Pull.\n\nAssistant: \nf({})\n\nTool: Done.\n\nAssistant:"_s, stops, turned);
        row("instructions alone", R"({"role":"system","content":"Once upon"})", u"Once upon"_s, "", {});
        row("a name and a mark for the cache",
            R"({"role":"user","name":"Ann","content":[{"type":"text","text":"Hi",)"
            R"("cache_control":{"type":"ephemeral"}}]})",
            u"Hi"_s, "", {u"dropped messages[0].content[0].cache_control"_s, u"dropped messages[0].name"_s});
        row("a file that is text",
            R"({"role":"user","content":[{"type":"text","text":"Read:"},{"type":"file","file":)"
            R"({"filename":"a.txt","file_data":)"
                + TextFile + "}}]}",
            u"Read:\na.txt:\nHi there"_s, "", {u"translated messages[0].content[1]"_s});
        row("earlier reasoning",
            R"({"role":"user","content":"Hi"},{"role":"assistant","content":"Ho","reasoning":"Hm."},)"
            R"({"role":"user","content":"And?"})",
            u"User: Hi\n\nAssistant: Ho\n\nUser: And?\n\nAssistant:"_s, stops,
            {u"dropped messages[1].reasoning"_s, u"translated messages"_s});
    }
    void aConversationIsOnePrompt()
    {
        QFETCH(QByteArray, messages);
        QFETCH(QString, prompt);
        QFETCH(QByteArray, stop);
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,"messages":[)" + messages + "]");
        QVERIFY(wire);
        QCOMPARE((*parseJson(wire->body))["prompt"].toText(), prompt);
        QCOMPARE(member(*wire, "stop"), stop);
        QTEST(said(wire->notices), "notices");
    }

    void aTranscriptStopsBeforeTheUsersNextTurn()
    {
        const QByteArray turns = R"("messages":[{"role":"user","content":"A"},{"role":"assistant","content":"B"},)"
                                 R"({"role":"user","content":"C"}])";
        const auto some = encoded(R"("model":"a/b","stop":["x"],)" + turns);
        QCOMPARE(member(*some, "stop"), QByteArray(R"(["x","\nUser:"])"));
        const auto full = encoded(R"("model":"a/b","stop":["1","2","3","4"],)" + turns);
        QCOMPARE(member(*full, "stop"), QByteArray(R"(["1","2","3","4"])"));
    }

    void JSONIsAskedForInThePrompt_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("prompt");
        QTest::newRow("any object") << QByteArray(R"({"type":"json_object"})")
                                    << u"Answer with one JSON object.\n\nHi"_s;
        QTest::newRow("a schema") << QByteArray(
            R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}})")
                                  << u"Answer with one JSON object that is valid against this JSON schema:\n"
                                     "{\"type\":\"object\"}\n\nHi"_s;
    }
    void JSONIsAskedForInThePrompt()
    {
        QFETCH(QByteArray, format);
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,"response_format":)" + format + "," + Hi);
        QVERIFY(wire);
        QTEST((*parseJson(wire->body))["prompt"].toText(), "prompt");
        QVERIFY(said(wire->notices).contains(u"translated response_format"_s));
    }

    void aLimitIsAlwaysSent_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<std::optional<qint64>>("option");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QStringList>("notices");
        const std::optional<qint64> none;
        const QStringList clamped{u"clamped max_tokens"_s};
        QTest::newRow("the request's") << QByteArray(R"("max_tokens":100,)") << none << Endpoint{} << QByteArray("100")
                                       << QStringList();
        QTest::newRow("the request's newer one") << QByteArray(R"("max_completion_tokens":100,)") << none << Endpoint{}
                                                 << QByteArray("100") << QStringList();
        QTest::newRow("the budget's") << QByteArray(R"("max_tokens":100,)") << std::optional<qint64>(50) << Endpoint{}
                                      << QByteArray("50") << QStringList();
        QTest::newRow("the model's") << QByteArray(R"("max_tokens":100,)") << none << Endpoint{.maxOutputTokens = 80}
                                     << QByteArray("80") << clamped;
        QTest::newRow("ours") << QByteArray() << none << Endpoint{} << QByteArray("1024") << clamped;
        QTest::newRow("ours in a small context")
            << QByteArray() << none << Endpoint{.contextTokens = 512} << QByteArray("256") << clamped;
        QTest::newRow("ours for a model of short answers")
            << QByteArray() << none << Endpoint{.maxOutputTokens = 200} << QByteArray("200") << clamped;
    }
    void aLimitIsAlwaysSent()
    {
        QFETCH(QByteArray, members);
        QFETCH(std::optional<qint64>, option);
        QFETCH(Endpoint, endpoint);
        const auto wire = encoded(R"("model":"a/b",)" + members + Hi, endpoint, {.stream = false, .maxTokens = option});
        QVERIFY(wire);
        QTEST(member(*wire, "max_tokens"), "sent");
        QTEST(said(wire->notices), "notices");
    }

    void theBestOfSeveralIsNotStreamed()
    {
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,"best_of":2,)" + Hi, {}, {.stream = true});
        QVERIFY(wire && !wire->streams);
        QCOMPARE(member(*wire, "stream"), QByteArray("false"));
        QCOMPARE(wire->headers.constLast().second, QByteArray("application/json"));
    }

    void whatServersDoOtherwiseIsRespected()
    {
        const auto plain =
            encoded(R"("model":"a/b","max_tokens":9,)" + Hi, {}, {.stream = true}, {.noStreamOptions = true});
        QVERIFY(plain && member(*plain, "stream_options").isEmpty());
        const auto router = encoded(R"("model":"a/b","max_tokens":9,"transforms":["x"],)" + Hi, {}, {.stream = false},
                                    {.routerMembers = true});
        QVERIFY(router);
        QCOMPARE(member(*router, "transforms"), QByteArray(R"(["x"])"));
    }

    void whatIsNoTextIsRefused()
    {
        const auto wire = encoded(R"("model":"a/b","messages":[{"role":"user","content":[{"type":"text","text":"A"},)"
                                  R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}])");
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QVERIFY(wire.error().message.startsWith(u"messages[0].content[1]: "_s));
    }

    void noLinkIsTaken()
    {
        const auto *client = dialects::clientDialect(catalog::DialectId::OpenAiCompletions);
        QVERIFY(!client->takesLink(chat::FilePart{}, {}));
    }
};

static const bool tstCompletionsEncoder = sb::testing::add<TstCompletionsEncoder>();

#include "tst_completions_encoder.moc"
