#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Quirks;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Quirks)

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";

chat::Request parsed(const QByteArray &members)
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    return request ? *request : chat::Request{};
}

Result<dialects::WireRequest> encoded(const QByteArray &members, const Quirks &quirks = {},
                                      const dialects::EncodeOptions &options = {.stream = false})
{
    const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s), .quirks = quirks};
    return dialects::clientDialect(catalog::DialectId::OpenAiChat)
        ->encode(
            parsed(members), provider,
            {.upstreamModel = u"up-1"_s, .capabilities = {.reasoning = true, .jsonObject = true, .jsonSchema = true}},
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

} // namespace

class TstEncoder : public QObject
{
    Q_OBJECT

private slots:
    void whatTheProviderRefusesIsLeftOutAndWhatItCallsOtherwiseIsRenamed()
    {
        const catalog::Provider provider{.name = u"Hall"_s,
                                         .baseUrl = QUrl(u"https://api.example.com/v1"_s),
                                         .unsupported = {u"logprobs"_s, u"messages[].name"_s, u"top_k"_s},
                                         .renamed = {{"seed", "random_seed"}}};
        const auto wire = dialects::clientDialect(catalog::DialectId::OpenAiChat)
                              ->encode(parsed(R"("messages":[{"role":"user","content":"Hi","name":"n"}],"seed":7,)"
                                              R"("logprobs":true,"user":"u","model":"m")"),
                                       provider, {.upstreamModel = u"up-1"_s}, {.stream = false});
        QVERIFY(wire);
        QCOMPARE(
            wire->body,
            QByteArray(R"({"messages":[{"role":"user","content":"Hi"}],"random_seed":7,"user":"u","model":"up-1"})"));
        QCOMPARE(said(wire->notices), (QStringList{u"dropped logprobs"_s, u"dropped messages[0].name"_s}));
        QCOMPARE(wire->notices.constFirst().message, u"Hall does not take this."_s);
    }

    void theBodyFitsTheModel_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<catalog::Endpoint>("endpoint");
        QTest::addColumn<QByteArray>("body"); // but for the model
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QByteArray &members, const catalog::Endpoint &endpoint,
                            const QByteArray &body, const QStringList &notices) {
            QTest::newRow(name) << members << endpoint << body << notices;
        };
        const catalog::Endpoint plain{.capabilities = {.tools = true}};
        const QByteArray schema =
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}})";
        const Json asked(
            u"Answer with one JSON object that is valid against this JSON schema:\n{\"type\":\"object\"}"_s);
        const QByteArray words =
            R"("messages":[{"role":"system","content":)" + asked.dump() + R"(},{"role":"user","content":"Hi"}])";
        row("a schema, with JSON mode only", Messages + schema, {.capabilities = {.jsonObject = true}},
            words + R"(,"response_format":{"type":"json_object"})", {u"translated response_format"_s});
        row("a schema, without any mode", Messages + schema, plain, words, {u"translated response_format"_s});
        row("JSON mode, without one", Messages + R"(,"response_format":{"type":"json_object"})", plain,
            R"("messages":[{"role":"system","content":"Answer with one JSON object."},{"role":"user","content":"Hi"}])",
            {u"translated response_format"_s});
        row("an effort, for a model that does not reason", Messages + R"(,"reasoning_effort":"high")", plain, Messages,
            {u"dropped reasoning"_s});
        row("no effort, for a model that does not reason", Messages + R"(,"reasoning_effort":"none")", plain, Messages,
            {});
        const QByteArray sampling = R"(,"temperature":0.5,"top_p":0.9)";
        row("sampling, for a model that refuses it", Messages + sampling, {.refuses = {.sampling = true}}, Messages,
            {u"dropped temperature"_s, u"dropped top_p"_s});
        const catalog::Endpoint either{.capabilities = {.reasoning = true},
                                       .refuses = {.samplingWhileReasoning = true}};
        row("sampling beside reasoning", Messages + sampling + R"(,"reasoning_effort":"low")", either,
            Messages + R"(,"reasoning_effort":"low")", {u"dropped temperature"_s, u"dropped top_p"_s});
        row("sampling without reasoning", Messages + sampling + R"(,"reasoning_effort":"none")", either,
            Messages + sampling + R"(,"reasoning_effort":"none")", {});
        row("all of it, where nothing is said of the model", Messages + schema + R"(,"reasoning_effort":"high")", {},
            Messages + schema + R"(,"reasoning_effort":"high")", {});
        row("log probabilities beside reasoning",
            Messages + R"(,"logprobs":true,"top_logprobs":3,"temperature":1)" + R"(,"reasoning_effort":"low")", either,
            Messages + R"(,"reasoning_effort":"low")", {u"dropped logprobs"_s});
        row("marks of what is to be cached",
            R"("messages":[{"role":"user","content":[{"type":"text","text":"Hi","cache_control":{"type":"ephemeral"}}]},)"
            R"({"role":"user","content":[{"type":"text","text":"Ho","cache_control":{"type":"ephemeral"}}]}])",
            {},
            R"("messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]},)"
            R"({"role":"user","content":[{"type":"text","text":"Ho"}]}])",
            {u"dropped messages[0].content[0].cache_control"_s});
    }
    void theBodyFitsTheModel()
    {
        QFETCH(QByteArray, members);
        QFETCH(catalog::Endpoint, endpoint);
        QFETCH(QByteArray, body);
        endpoint.upstreamModel = u"up-1"_s;
        const auto wire = dialects::clientDialect(catalog::DialectId::OpenAiChat)
                              ->encode(parsed(R"("model":"a/b",)" + members),
                                       {.baseUrl = QUrl(u"https://api.example.com/v1"_s)}, endpoint, {.stream = false});
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1",)" + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void theRequestGoesToTheProvidersUrlWithoutAKey()
    {
        const auto wire = encoded(R"("model":"a/b",)" + Messages);
        QVERIFY(wire);
        QCOMPARE(wire->method, QByteArray("POST"));
        QCOMPARE(wire->url, QUrl(u"https://api.example.com/v1/chat/completions"_s));
        QCOMPARE(wire->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "application/json"}}));
        QVERIFY(!wire->streams);
        QVERIFY(wire->notices.isEmpty());
    }

    void whatTheCallerWroteStaysAsItWas()
    {
        const QByteArray members =
            R"("temperature":1.0,"model":"up-1","metadata":{"z":1,"a":"é"},"messages":[{"content":"Hi","role":"user","name":"n"}],)"
            R"("tools":[{"function":{"parameters":{"type":"object","b":1.50},"name":"f"},"type":"function"}],"service_tier":"flex")";
        const auto wire = encoded(members);
        QVERIFY(wire);
        QCOMPARE(wire->body, "{" + members + "}");
    }

    void theBodyFitsTheEndpoint_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<Quirks>("quirks");
        QTest::addColumn<QByteArray>("body"); // after the model and the messages
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, QByteArray members, Quirks quirks, QByteArray body,
                            QStringList notices = {}) { QTest::newRow(name) << members << quirks << body << notices; };
        const Quirks none;
        const Quirks router{.reasoningObject = true, .routerMembers = true};
        row("nothing more", "", none, "");
        row("max_tokens", R"(,"max_tokens":9)", none, R"(,"max_tokens":9)");
        row("max_tokens in OpenAI's new spelling", R"(,"max_tokens":9,"seed":1)", {.maxCompletionTokens = true},
            R"(,"max_completion_tokens":9,"seed":1)");
        row("max_completion_tokens in the old spelling", R"(,"max_completion_tokens":9,"seed":1)", none,
            R"(,"max_tokens":9,"seed":1)");
        row("our own routing members stay here",
            R"(,"models":["a/b","c/d"],"provider":{"sort":"price"},"session_id":"s")", none, "");
        row("OpenRouter gets its members", R"(,"provider":{"sort":"price"},"session_id":"s","plugins":[{"id":"web"}])",
            router, R"(,"provider":{"sort":"price"},"session_id":"s","plugins":[{"id":"web"}])");
        row("others do not", R"(,"plugins":[{"id":"web"}],"transforms":["middle-out"],"logit_bias":{"5":1})", none,
            R"(,"logit_bias":{"5":1})", {u"dropped plugins"_s, u"dropped transforms"_s});
        row("what only the Responses API takes",
            R"(,"include":["reasoning.encrypted_content"],"store":false,"truncation":"auto")", none,
            R"(,"store":false)", {u"dropped include"_s, u"dropped truncation"_s});
        row("more than one choice", R"(,"n":3)", none, "", {u"clamped n"_s});
        row("one choice", R"(,"n":1)", none, R"(,"n":1)");
        row("an effort as OpenAI has it", R"(,"reasoning":{"effort":"high"},"seed":1)", none,
            R"(,"reasoning_effort":"high","seed":1)");
        row("an effort as OpenRouter has it", R"(,"reasoning_effort":"high","seed":1)", router,
            R"(,"reasoning":{"effort":"high"},"seed":1)");
        row("a whole reasoning object to OpenRouter", R"(,"reasoning":{"max_tokens":2000,"exclude":true})", router,
            R"(,"reasoning":{"max_tokens":2000,"exclude":true})");
        row("a budget as an effort", R"(,"reasoning":{"max_tokens":2000})", none, R"(,"reasoning_effort":"medium")",
            {u"translated reasoning.max_tokens"_s});
        row("reasoning switched off", R"(,"reasoning":{"enabled":false})", none, R"(,"reasoning_effort":"none")",
            {u"translated reasoning.enabled"_s});
        row("an effort that is too high", R"(,"reasoning":{"effort":"max"})", none, R"(,"reasoning_effort":"xhigh")",
            {u"clamped reasoning.effort"_s});
        row("reasoning that is not to be shown", R"(,"reasoning":{"effort":"low","exclude":true})", none,
            R"(,"reasoning_effort":"low")", {u"dropped reasoning"_s});
        row("stream options of a call that does not stream",
            R"(,"stream":true,"stream_options":{"include_usage":true,"x":1})", none, "");
        row("a JSON schema",
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}})", none,
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}})");
    }
    void theBodyFitsTheEndpoint()
    {
        QFETCH(QByteArray, members);
        QFETCH(Quirks, quirks);
        QFETCH(QByteArray, body);
        const auto wire = encoded(R"("model":"a/b",)" + Messages + members, quirks);
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1",)" + Messages + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void phasesOfAnswersAreNotSent()
    {
        const auto wire = encoded(R"("model":"a/b","messages":[{"role":"user","content":"Q"},)"
                                  R"({"role":"assistant","content":"A","phase":"commentary"},)"
                                  R"({"role":"assistant","content":"B","phase":"final_answer"}])");
        QVERIFY(wire);
        QVERIFY(!wire->body.contains("phase"));
        QCOMPARE(said(wire->notices), QStringList{u"dropped messages[1].phase"_s});
    }

    void aStreamAsksForItsUsage_data()
    {
        QTest::addColumn<Quirks>("quirks");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("options");
        QTest::newRow("always") << Quirks{} << QByteArray() << QByteArray(R"({"include_usage":true})");
        QTest::newRow("beside other options")
            << Quirks{} << QByteArray(R"(,"stream_options":{"include_obfuscation":false})")
            << QByteArray(R"({"include_usage":true,"include_obfuscation":false})");
        QTest::newRow("but not where that is refused")
            << Quirks{.noStreamOptions = true} << QByteArray(R"(,"stream_options":{"include_usage":true,"x":1})")
            << QByteArray("null");
    }
    void aStreamAsksForItsUsage()
    {
        QFETCH(Quirks, quirks);
        QFETCH(QByteArray, members);
        const auto wire = encoded(R"("model":"a/b",)" + Messages + members, quirks, {.stream = true});
        QVERIFY(wire);
        QVERIFY(wire->streams);
        QVERIFY(wire->headers.contains({"accept", "text/event-stream"}));
        const auto body = parseJson(wire->body);
        QVERIFY(body);
        QCOMPARE((*body)["stream"].toBool(), std::optional(true));
        QTEST((*body)["stream_options"].dump(), "options");
    }

    void theBudgetsLimitReplacesTheRequests()
    {
        const auto wire =
            encoded(R"("model":"a/b","max_tokens":900,)" + Messages, {}, {.stream = false, .maxTokens = 50});
        QVERIFY(wire);
        QCOMPARE(wire->body, R"({"model":"up-1","max_tokens":50,)" + Messages + "}");
    }

    void instructionsHaveTheRoleThatTheProviderKnows_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("developerRole");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("system to OpenAI") << QByteArray("system") << true << QByteArray("developer");
        QTest::newRow("system to others") << QByteArray("system") << false << QByteArray("system");
        QTest::newRow("developer to others") << QByteArray("developer") << false << QByteArray("system");
    }
    void instructionsHaveTheRoleThatTheProviderKnows()
    {
        QFETCH(QByteArray, given);
        QFETCH(bool, developerRole);
        const auto wire = encoded(R"("model":"a/b","messages":[{"role":")" + given + R"(","content":"Be brief."}])",
                                  {.developerRole = developerRole});
        QVERIFY(wire);
        QTEST((*parseJson(wire->body))["messages"].at(0)["role"].toBytes(), "sent");
    }

    void aSchemaBecomesAnInstructionWhereThereIsNoSchemaMode()
    {
        const auto wire =
            encoded(R"("model":"a/b","messages":[{"role":"system","content":"S"},{"role":"user","content":"U"}],)"
                    R"("response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}})",
                    {.noJsonSchema = true});
        QVERIFY(wire);
        const Json body = *parseJson(wire->body);
        QCOMPARE(body["response_format"].dump(), QByteArray(R"({"type":"json_object"})"));
        QCOMPARE(body["messages"].size(), 3);
        QCOMPARE(body["messages"].at(0)["content"].toText(), u"S"_s);
        QCOMPARE(body["messages"].at(1)["role"].toBytes(), QByteArray("system"));
        QVERIFY(body["messages"].at(1)["content"].toText().contains(u"{\"type\":\"object\"}"_s));
        QCOMPARE(said(wire->notices), QStringList(u"translated response_format"_s));
    }

    void reasoningGoesBackInTheFormThatIsTaken_data()
    {
        QTest::addColumn<Quirks>("quirks");
        QTest::addColumn<QByteArray>("sent"); // behind role and content
        QTest::addColumn<QStringList>("notices");
        const QStringList lost{u"dropped messages[1].reasoning"_s};
        QTest::newRow("not at all") << Quirks{} << QByteArray() << lost;
        QTest::newRow("with its blocks")
            << Quirks{.reasoningObject = true}
            << QByteArray(R"(,"reasoning":"R","reasoning_details":[{"type":"reasoning.encrypted","data":"x"}])")
            << QStringList();
        QTest::newRow("as DeepSeek has it")
            << Quirks{.reasoningContent = true} << QByteArray(R"(,"reasoning_content":"R")") << QStringList();
        QTest::newRow("as Ollama has it")
            << Quirks{.reasoningText = true} << QByteArray(R"(,"reasoning":"R")") << QStringList();
    }
    void reasoningGoesBackInTheFormThatIsTaken()
    {
        QFETCH(Quirks, quirks);
        QFETCH(QByteArray, sent);
        const auto wire =
            encoded(R"("model":"a/b","messages":[{"role":"user","content":"U"},{"role":"assistant","content":"A",)"
                    R"("reasoning":"R","reasoning_details":[{"type":"reasoning.encrypted","data":"x"}]}])",
                    quirks);
        QVERIFY(wire);
        const Json message = (*parseJson(wire->body))["messages"].at(1);
        QCOMPARE(message.dump(), R"({"role":"assistant","content":"A")" + sent + "}");
        QTEST(said(wire->notices), "notices");
    }

    void reasoningThatCannotBeReadIsNotSentAsText()
    {
        const auto wire =
            encoded(R"("model":"a/b","messages":[{"role":"user","content":"U"},{"role":"assistant","content":"A",)"
                    R"("reasoning_details":[{"type":"reasoning.encrypted","data":"x"}]}])",
                    {.reasoningContent = true});
        QVERIFY(wire);
        QVERIFY(!(*parseJson(wire->body))["messages"].at(1).contains("reasoning_content"));
        QCOMPARE(said(wire->notices), QStringList(u"dropped messages[1].reasoning"_s));
    }

    void aFileThatIsALinkIsRefusedWithItsPath()
    {
        const QByteArray members =
            R"("model":"a/b","messages":[{"role":"user","content":[{"type":"text","text":"Read"},)"
            R"({"type":"file","file":{"filename":"a.pdf","file_data":"https://example.com/a.pdf"}}]}])";
        const auto refused = encoded(members);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(refused.error().message.startsWith(u"messages[0].content[1].file.file_data"),
                 qPrintable(refused.error().message));
        QVERIFY(encoded(members, {.routerMembers = true})); // OpenRouter fetches it
    }
};

static const bool tstEncoder = sb::testing::add<TstEncoder>();

#include "tst_encoder.moc"
