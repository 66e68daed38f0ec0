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
const QByteArray Tools = R"("tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}])";
const QByteArray SentTools = R"("tools":[{"name":"f","input_schema":{"type":"object"}}])";

Result<dialects::WireRequest> encoded(const QByteArray &members, Endpoint endpoint = {},
                                      const dialects::EncodeOptions &options = {.stream = false})
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    endpoint.upstreamModel = u"up-1"_s;
    return dialects::clientDialect(catalog::DialectId::AnthropicMessages)
        ->encode(*request, {.baseUrl = QUrl(u"https://api.example.com/v1"_s)}, endpoint, options);
}

QStringList said(const QList<Notice> &notices)
{
    static const QStringList Kinds{u"dropped"_s, u"translated"_s, u"clamped"_s};
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(Kinds[int(notice.kind)] + u' ' + notice.path);
    return lines;
}

/// A model as the newer ones are: neither sampling nor budgets.
Endpoint newer()
{
    return {.capabilities = {.jsonSchema = true}, .refuses = {.sampling = true, .thinkingBudget = true}};
}

} // namespace

class TstMessagesEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theRequestGoesToTheProvidersUrlWithItsVersion()
    {
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,)" + Messages, {}, {.stream = true});
        QVERIFY(wire);
        QCOMPARE(wire->method, QByteArray("POST"));
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v1/messages"_s));
        QCOMPARE(wire->headers,
                 QList<dialects::Header>({{"content-type", "application/json"},
                                          {"accept", "text/event-stream"},
                                          {"anthropic-version", "2023-06-01"}}));
        QVERIFY(wire->streams);
        QVERIFY(wire->notices.isEmpty());
        QCOMPARE(wire->body, R"({"model":"up-1","max_tokens":9,)" + Messages + R"(,"stream":true})");
    }

    void theLimitIsAlwaysSent_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<std::optional<qint64>>("option");
        QTest::addColumn<qint64>("sent");
        QTest::addColumn<QStringList>("notices");
        const Endpoint known{.maxOutputTokens = 500};
        const std::optional<qint64> none;
        const QByteArray asked = R"(,"max_tokens":100)";
        QTest::newRow("the request's") << asked << known << none << qint64(100) << QStringList();
        QTest::newRow("the budget's") << asked << known << std::optional<qint64>(50) << qint64(50) << QStringList();
        QTest::newRow("the model's") << QByteArray() << known << none << qint64(500) << QStringList();
        QTest::newRow("never above the model's") << QByteArray(R"(,"max_completion_tokens":900)") << known << none
                                                 << qint64(500) << QStringList{u"clamped max_tokens"_s};
        QTest::newRow("one that every model takes")
            << QByteArray() << Endpoint{} << none << qint64(4096) << QStringList{u"clamped max_tokens"_s};
    }
    void theLimitIsAlwaysSent()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        QFETCH(std::optional<qint64>, option);
        const auto wire =
            encoded(R"("model":"a/b",)" + Messages + members, endpoint, {.stream = false, .maxTokens = option});
        QVERIFY(wire);
        QTEST((*parseJson(wire->body))["max_tokens"].toInteger().value_or(0), "sent");
        QTEST(said(wire->notices), "notices");
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body"); // after the model, the limit and the messages
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) { QTest::newRow(name) << members << body << notices; };
        row("nothing more", "", "");
        row("stop sequences", R"(,"stop":["a","b"])", R"(,"stop_sequences":["a","b"])");
        row("stops that are blank", R"(,"stop":["a"," "])", R"(,"stop_sequences":["a"])", {u"dropped stop"_s});
        row("temperature as it was spelled", R"(,"temperature":0.50)", R"(,"temperature":0.50)");
        row("a temperature above one", R"(,"temperature":1.7)", R"(,"temperature":1)", {u"clamped temperature"_s});
        row("top_p and top_k", R"(,"top_p":0.9,"top_k":40)", R"(,"top_p":0.9,"top_k":40)");
        row("temperature or top_p", R"(,"temperature":0.2,"top_p":0.9)", R"(,"temperature":0.2)", {u"dropped top_p"_s});
        row("a temperature that is usual anyway", R"(,"temperature":1.0,"top_p":0.9)", R"(,"top_p":0.9)");
        row("what others have", R"(,"seed":1,"min_p":0.1,"frequency_penalty":0.5,"logit_bias":{"5":1})", "",
            {u"dropped logit_bias"_s, u"dropped min_p"_s, u"dropped frequency_penalty"_s, u"dropped seed"_s});
        row("what says nothing", R"(,"frequency_penalty":0,"min_p":0,"logit_bias":{},"store":null,"n":1)", "");
        row("more than one choice", R"(,"n":3)", "", {u"clamped n"_s});
        row("the user's id", R"(,"user":"u-1")", R"(,"metadata":{"user_id":"u-1"})");
        row("other metadata", R"(,"metadata":{"user_id":"u-2","trip":"x"})", R"(,"metadata":{"user_id":"u-2"})",
            {u"dropped metadata"_s});
        row("our own routing members stay here",
            R"(,"models":["a/b","c/d"],"provider":{"sort":"price"},"session_id":"s")", "");
        row("the API's own members", R"(,"container":"c-1","cache_control":{"type":"ephemeral"})",
            R"(,"container":"c-1","cache_control":{"type":"ephemeral"})");
        row("a tier that exists", R"(,"service_tier":"default")", R"(,"service_tier":"standard_only")");
        row("a tier that does not", R"(,"service_tier":"flex")", "", {u"dropped service_tier"_s});
        row("tools", "," + Tools, "," + SentTools);
        row("a tool's own members",
            R"(,"tools":[{"type":"function","cache_control":{"type":"ephemeral"},"function":{"name":"f","description":"D",)"
            R"("parameters":{"properties":{"a":{"type":"number","multipleOf":1.0}}},"strict":true}}])",
            R"(,"tools":[{"name":"f","description":"D","input_schema":{"properties":{"a":{"type":"number",)"
            R"("multipleOf":1.0}},"type":"object"},"strict":true,"cache_control":{"type":"ephemeral"}}])");
        row("a tool of the service", R"(,"tools":[{"type":"web_search_20250305","name":"web_search","max_uses":2}])",
            R"(,"tools":[{"type":"web_search_20250305","name":"web_search","max_uses":2}])");
        row("a tool of another service", R"(,"tools":[{"type":"file_search"}],"tool_choice":"required")", "",
            {u"dropped tools[0]"_s, u"dropped tool_choice"_s});
        row("any tool", "," + Tools + R"(,"tool_choice":"required")",
            "," + SentTools + R"(,"tool_choice":{"type":"any"})");
        row("no tool", "," + Tools + R"(,"tool_choice":"none")", "," + SentTools + R"(,"tool_choice":{"type":"none"})");
        row("one tool by name", "," + Tools + R"(,"tool_choice":{"type":"function","function":{"name":"f"}})",
            "," + SentTools + R"(,"tool_choice":{"type":"tool","name":"f"})");
        row("some tools", "," + Tools + R"(,"tool_choice":{"type":"allowed_tools","allowed_tools":{}})",
            "," + SentTools, {u"dropped tool_choice"_s});
        row("one call at a time", "," + Tools + R"(,"parallel_tool_calls":false)",
            "," + SentTools + R"(,"tool_choice":{"type":"auto","disable_parallel_tool_use":true})");
        row("one call at a time of those demanded",
            "," + Tools + R"(,"tool_choice":"required","parallel_tool_calls":false)",
            "," + SentTools + R"(,"tool_choice":{"type":"any","disable_parallel_tool_use":true})");
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,)" + Messages + members);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1","max_tokens":9,)" + Messages + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void reasoningIsAskedForAsTheModelTakesIt_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const Endpoint &endpoint,
                            const QByteArray &body, const QStringList &notices = {}) {
            QTest::newRow(name) << members << endpoint << body << notices;
        };
        const auto budget = [](qint64 tokens) {
            return R"(,"thinking":{"type":"enabled","budget_tokens":)" + QByteArray::number(tokens) + "}";
        };
        const Endpoint older;
        const Endpoint always{.refuses = {.thinkingBudget = true, .thinkingOff = true}};
        const QByteArray adaptive = R"(,"thinking":{"type":"adaptive","display":"summarized"})";
        row("max is 95 %", R"(,"reasoning_effort":"max")", older, budget(9500));
        row("xhigh is 95 %", R"(,"reasoning_effort":"xhigh")", older, budget(9500));
        row("high is 80 %", R"(,"reasoning_effort":"high")", older, budget(8000));
        row("medium is 50 %", R"(,"reasoning":{"effort":"medium"})", older, budget(5000));
        row("low is 20 %", R"(,"reasoning":{"effort":"low"})", older, budget(2000));
        row("minimal is 10 %, and at least 1,024", R"(,"reasoning":{"effort":"minimal"})", older, budget(1024));
        row("on without a word is medium", R"(,"reasoning":{"enabled":true})", older, budget(5000));
        row("the caller's budget", R"(,"reasoning":{"max_tokens":3000})", older, budget(3000));
        row("a budget that is too small", R"(,"reasoning":{"max_tokens":10})", older, budget(1024),
            {u"clamped reasoning.max_tokens"_s});
        row("a budget that leaves no answer", R"(,"reasoning":{"max_tokens":20000})", older, budget(9999),
            {u"clamped reasoning.max_tokens"_s});
        row("off", R"(,"reasoning":{"effort":"none"})", older, "");
        row("sampling does not go with it", R"(,"reasoning_effort":"low","temperature":0.1,"top_k":5)", older,
            budget(2000), {u"dropped temperature"_s, u"dropped top_k"_s});
        row("hidden", R"(,"reasoning":{"max_tokens":3000,"exclude":true})", older,
            R"(,"thinking":{"type":"enabled","budget_tokens":3000,"display":"omitted"})");
        row("a demanded call does not go with a budget",
            R"(,"reasoning_effort":"low",)" + Tools + R"(,"tool_choice":"required")", older,
            "," + SentTools + R"(,"tool_choice":{"type":"any"})", {u"dropped reasoning"_s});
        row("an effort", R"(,"reasoning_effort":"xhigh")", newer(),
            adaptive + R"(,"output_config":{"effort":"xhigh"})");
        row("the least effort", R"(,"reasoning_effort":"minimal")", newer(),
            adaptive + R"(,"output_config":{"effort":"low"})", {u"clamped reasoning.effort"_s});
        row("a budget as an effort", R"(,"reasoning":{"max_tokens":6000})", newer(),
            adaptive + R"(,"output_config":{"effort":"medium"})", {u"translated reasoning.max_tokens"_s});
        row("on without an effort", R"(,"reasoning":{"enabled":true})", newer(), adaptive);
        row("a demanded call beside an effort",
            R"(,"reasoning_effort":"low",)" + Tools + R"(,"tool_choice":"required")", newer(),
            "," + SentTools + R"(,"tool_choice":{"type":"any"})" + adaptive + R"(,"output_config":{"effort":"low"})");
        row("switched off", R"(,"reasoning":{"enabled":false})", newer(), R"(,"thinking":{"type":"disabled"})");
        row("off where it is always on", R"(,"reasoning":{"enabled":false})", always,
            R"(,"output_config":{"effort":"low"})", {u"translated reasoning"_s});
        row("no sampling at all", R"(,"temperature":0.3,"top_p":0.5,"top_k":3)", newer(), "",
            {u"dropped temperature"_s, u"dropped top_p"_s, u"dropped top_k"_s});
        row("sampling as it is anyway", R"(,"temperature":1.0,"top_p":1)", newer(), "");
    }
    void reasoningIsAskedForAsTheModelTakesIt()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b","max_tokens":10000,)" + Messages + members, endpoint);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1","max_tokens":10000,)" + Messages + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void aShortAnswerHasNoRoomForReasoning()
    {
        const auto wire = encoded(R"("model":"a/b","max_tokens":1024,"reasoning_effort":"high",)" + Messages);
        QVERIFY(wire);
        QVERIFY(!wire->body.contains("thinking"));
        QCOMPARE(said(wire->notices), QStringList{u"dropped reasoning"_s});
    }

    void reasoningIsOffWhereAnAnswerIsGoneOnFrom()
    {
        const auto wire = encoded(
            R"("model":"a/b","max_tokens":9000,"reasoning_effort":"low","messages":[{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":"It is"}])");
        QVERIFY(wire);
        QVERIFY(!wire->body.contains("thinking"));
        QCOMPARE(said(wire->notices), QStringList{u"dropped reasoning"_s});
    }

    void reasoningIsOffAfterCallsThatCameWithoutIt_data()
    {
        QTest::addColumn<QByteArray>("assistant");
        QTest::addColumn<bool>("off");
        const QByteArray call =
            R"("tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"{}"}}])";
        QTest::newRow("from another model") << call << true;
        QTest::newRow("with signed thinking") << call
                + R"(,"reasoning_details":[{"type":"reasoning.text","text":"R","signature":"s","format":"anthropic-claude-v1"}])"
                                              << false;
    }
    void reasoningIsOffAfterCallsThatCameWithoutIt()
    {
        QFETCH(QByteArray, assistant);
        const auto wire = encoded(
            R"("model":"a/b","max_tokens":9000,"reasoning_effort":"low","messages":[{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":null,)"
            + assistant + R"(},{"role":"tool","tool_call_id":"t","content":"R"}])");
        QVERIFY(wire);
        QTEST(said(wire->notices) == QStringList{u"dropped reasoning"_s}, "off");
        QTEST(!wire->body.contains("budget_tokens"), "off");
    }

    void anAnswerFormatIsTranslated_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("notices");
        const QByteArray strict =
            R"({"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false})";
        const QByteArray loose = R"({"type":"object","properties":{"a":{"type":"string","maxLength":3}}})";
        const auto schema = [](const QByteArray &json) {
            return R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":)" + json + "}}";
        };
        const auto tool = [](const QByteArray &json) {
            return R"({"name":"signalbox_answer","description":"Give the whole answer here.","input_schema":)" + json
                + "}";
        };
        const QByteArray only =
            R"(,"tool_choice":{"type":"tool","name":"signalbox_answer","disable_parallel_tool_use":true})";
        const QStringList translated{u"translated response_format"_s};
        QTest::newRow("a strict schema") << schema(strict) << newer()
                                         << R"(,"output_config":{"format":{"type":"json_schema","schema":)" + strict
                + "}}" << QStringList();
        QTest::newRow("a strict schema where there is no mode for it")
            << schema(strict) << Endpoint{} << R"(,"tools":[)" + tool(strict) + "]" + only << translated;
        QTest::newRow("a schema that is not strict")
            << schema(loose) << newer() << R"(,"tools":[)" + tool(loose) + "]" + only << translated;
        QTest::newRow("any object") << QByteArray(R"(,"response_format":{"type":"json_object"})") << newer()
                                    << R"(,"tools":[)" + tool(R"({"type":"object"})") + "]" + only << translated;
        QTest::newRow("beside other tools") << "," + Tools + R"(,"response_format":{"type":"json_object"})" << newer()
                                            << R"(,"tools":[{"name":"f","input_schema":{"type":"object"}},)"
                + tool(R"({"type":"object"})") + R"(],"tool_choice":{"type":"any","disable_parallel_tool_use":true})"
                                            << translated;
        QTest::newRow("a list") << schema(R"({"type":"array","maxItems":3})") << newer() << QByteArray()
                                << QStringList{u"dropped response_format"_s};
        QTest::newRow("plain text") << QByteArray(R"(,"response_format":{"type":"text"})") << newer() << QByteArray()
                                    << QStringList();
        QTest::newRow("a grammar") << QByteArray(R"(,"response_format":{"type":"grammar"})") << newer() << QByteArray()
                                   << QStringList{u"dropped response_format"_s};
    }
    void anAnswerFormatIsTranslated()
    {
        QFETCH(QByteArray, members);
        QFETCH(Endpoint, endpoint);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b","max_tokens":9,)" + Messages + members, endpoint);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1","max_tokens":9,)" + Messages + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void betasTravelInTheirHeader()
    {
        const auto wire =
            encoded(R"("model":"a/b","max_tokens":9,"betas":["one-2026-01-01","two\r\nx-api-key: evil"],)"
                    R"("messages":[{"role":"user","content":[{"type":"file","file":{"file_id":"file_1"}}]}])");
        QVERIFY(wire);
        QVERIFY(wire->headers.contains({"anthropic-beta", "one-2026-01-01,files-api-2025-04-14"}));
        QVERIFY(!wire->body.contains("betas"));
    }
};

static const bool tstMessagesEncoder = sb::testing::add<TstMessagesEncoder>();

#include "tst_messages_encoder.moc"
