#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::DialectId;

namespace {

/// What becomes of a member that a request says something with.
enum class Fate
{
    Sent, ///< without a word: it means the same there
    Translated, ///< sent, with a notice
    Noticed, ///< left out, with a notice
    Refused, ///< an error before anything is sent
    Silent, ///< left out without a word, which must not be unless it says nothing there
};

constexpr std::array FateNames{"sent", "translated", "noticed", "refused", "silent"};

/// One whom requests are written for.
struct Service
{
    const char *name = "";
    DialectId dialect = {};
    QString model = u"m"_s;
    catalog::Quirks quirks = {};
};

const std::array Services{
    Service{"chat", DialectId::OpenAiChat},
    Service{"OpenRouter", DialectId::OpenAiChat, u"m"_s, {.reasoningObject = true, .routerMembers = true}},
    Service{"Responses", DialectId::OpenAiResponses},
    Service{"completions", DialectId::OpenAiCompletions},
    Service{"Messages", DialectId::AnthropicMessages},
    Service{"Gemini", DialectId::GeminiGenerateContent},
    Service{"Cohere 2", DialectId::CohereChat},
    Service{"Cohere 1", DialectId::CohereV1Chat},
    Service{"Ollama chat", DialectId::OllamaChat},
    Service{"Ollama generate", DialectId::OllamaGenerate},
    Service{"Converse", DialectId::BedrockConverse, u"anthropic.claude-sonnet-4-5-20250929-v1:0"_s},
    Service{"Invoke Claude", DialectId::BedrockInvoke, u"anthropic.claude-sonnet-4-5-20250929-v1:0"_s},
    Service{"Invoke Nova", DialectId::BedrockInvoke, u"amazon.nova-2-lite-v1:0"_s},
    Service{"Invoke Llama", DialectId::BedrockInvoke, u"meta.llama3-70b-instruct-v1:0"_s},
};

/// A member, in a request that has it and in one that does not.
struct Feature
{
    const char *name = "";
    const char *path = ""; ///< what notices about it begin with
    QByteArray without = {};
    QByteArray with = {};
    /// One letter a service, in their order: s t n r as above. d: nothing to say, since the service does so by default,
    /// or since the notice is about the whole (tools, reasoning) that this is a member of.
    const char *fates = "";
};

const QByteArray Asking = R"("messages":[{"role":"user","content":"Q"}])";
const QByteArray Tools =
    R"("tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}}},{"type":"function","function":{"name":"g"}}])";

QByteArray said(const QByteArray &parts)
{
    return R"("messages":[{"role":"user","content":[{"type":"text","text":"Q"})" + parts + "]}]";
}

/// A conversation with a call, as the assistant and the tool said it.
QByteArray called(const QByteArray &inAssistant, const QByteArray &inCall, const QByteArray &result)
{
    return R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A")" + inAssistant
        + R"(,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":)"
        + Json("{\"a\":\"b\"}").dump() + "}" + inCall + R"(}]},{"role":"tool","tool_call_id":"c1","content":)" + result
        + "}]," + Tools;
}

QByteArray answered(const QByteArray &inAssistant)
{
    return R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A")" + inAssistant
        + R"(},{"role":"user","content":"R"}])";
}

QList<Feature> features()
{
    const QByteArray picture = R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA")";
    const QByteArray file = R"(,{"type":"file","file":{"filename":"a.)";
    const QByteArray schema =
        R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})";
    const QByteArray signedText =
        R"(,"reasoning":"T","reasoning_details":[{"type":"reasoning.text","text":"T","signature":"s","format":)";
    const auto member = [](const QByteArray &json) { return Asking + "," + json; };
    const auto choice = [](const QByteArray &json) { return Asking + "," + Tools + R"(,"tool_choice":)" + json; };
    const QByteArray tooled = Asking + "," + Tools;
    //                                        chat, OpenRouter, Responses, completions, Messages, Gemini,
    //                                        Cohere 2, 1, Ollama chat, generate, Converse, Claude, Nova, Llama
    return {
        {"system", "messages", Asking, R"("messages":[{"role":"system","content":"S"},{"role":"user","content":"Q"}])",
         "ssstssssssssss"},
        {"turns", "messages", Asking, answered({}), "ssstssssstssss"},
        {"name", "messages[0].name", Asking, R"("messages":[{"role":"user","name":"n","content":"Q"}])",
         "ssnnnnnnnnnnnn"},
        {"a member of a message", "messages[0].x", Asking, R"("messages":[{"role":"user","x":1,"content":"Q"}])",
         "ssnnnnnnnnnnnn"},
        {"image", "messages[0].content[1]", said({}), said("," + picture + "}}"), "sssrsssrsssssr"},
        {"image detail", "messages[0].content[1].image_url.detail", said("," + picture + "}}"),
         said("," + picture + R"(,"detail":"low"}})"), "sssrnnsrnnnnnr"},
        {"PDF", "messages[0].content[1]", said({}),
         said(file + R"(pdf","file_data":"data:application/pdf;base64,AAAA"}})"), "sssrstrrrrsssr"},
        {"text file", "messages[0].content[1]", said({}),
         said(file + R"(txt","file_data":"data:text/plain;base64,SGk="}})"), "ssststttttssst"},
        {"audio", "messages[0].content[1]", said({}),
         said(R"(,{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})"), "ssrrrsrrrrsrsr"},
        {"cache mark", "messages[0].content[0].cache_control", said({}),
         R"("messages":[{"role":"user","content":[{"type":"text","text":"Q","cache_control":{"type":"ephemeral"}}]}])",
         "nsnnsnnnnnsssn"},
        {"cache mark on a tool", "tools[0].cache_control", tooled,
         QByteArray(tooled).replace(R"("required":["a"]}}})",
                                    R"("required":["a"]}},"cache_control":{"type":"ephemeral"}})"),
         "nsndsnnnndsssd"},
        {"tools", "tools", Asking, tooled, "sssnsssssnsssn"},
        {"a strict tool", "tools", tooled, QByteArray(tooled).replace(R"("name":"f",)", R"("name":"f","strict":true,)"),
         "sssdsnnnndsssd"},
        {"choice: auto", "tool_choice", tooled, choice(R"("auto")"), "sssdssdddddsdd"},
        {"choice: none", "tool_choice", tooled, choice(R"("none")"), "sssdsssttdtstd"},
        {"choice: required", "tool_choice", tooled, choice(R"("required")"), "sssdsssnndsssd"},
        {"choice: one by name", "tool_choice", tooled, choice(R"({"type":"function","function":{"name":"g"}})"),
         "sssdsstttdsssd"},
        {"choice: some", "tool_choice", tooled,
         choice(
             R"({"type":"allowed_tools","allowed_tools":{"mode":"auto","tools":[{"type":"function","function":{"name":"g"}}]}})"),
         "sssdnstttdtntd"},
        {"one call at a time", "parallel_tool_calls", tooled, tooled + R"(,"parallel_tool_calls":false)",
         "sssdsnnnndnsnd"},
        {"a call and its result", "messages", Asking, called({}, {}, R"("R")"), "ssstssssstssst"},
        {"a picture as a result", "messages[2].content", called({}, {}, R"([{"type":"text","text":"R"}])"),
         called({}, {}, R"([{"type":"text","text":"R"},)" + picture + "}}]"), "sssrsstrsssssr"},
        {"a failed result", "messages[2].is_error", called({}, {}, R"("R")"), called({}, {}, R"("R","is_error":true)"),
         "ssnnsnnnnnsssn"},
        {"a member of a call", "messages[1].tool_calls[0].x", called({}, {}, R"("R")"),
         called({}, R"(,"x":1)", R"("R")"), "ssnnnnnnnnnnnn"},
        {"a refusal", "messages[1]", answered({}), answered(R"(,"refusal":"No.")"), "ssssssssssssss"},
        {"JSON mode", "response_format", Asking, member(R"("response_format":{"type":"json_object"})"),
         "sssttstttttttt"},
        {"JSON schema", "response_format", Asking,
         member(R"("response_format":{"type":"json_schema","json_schema":{"name":"n","schema":)" + schema + "}}"),
         "ssstssttssssst"},
        {"an unknown format", "response_format", Asking,
         member(R"("response_format":{"type":"grammar","grammar":"g"})"), "ssnnnnnnnnnnnn"},
        {"effort", "reasoning", Asking, member(R"("reasoning":{"effort":"low"})"), "sssnsssnsssssn"},
        {"budget", "reasoning", Asking, member(R"("reasoning":{"max_tokens":2000})"), "tstnsssnttsstn"},
        {"reasoning on", "reasoning", Asking, member(R"("reasoning":{"enabled":true})"), "tstnsssnsssssn"},
        {"reasoning that is not shown", "reasoning", member(R"("reasoning":{"effort":"low"})"),
         member(R"("reasoning":{"effort":"low","exclude":true})"), "nssdssndnnssnd"},
        {"our signatures", "messages[1].reasoning", answered({}), answered(signedText + R"("anthropic-claude-v1"}])"),
         "nsnnsnnnnnssnn"},
        {"plain reasoning", "messages[1].reasoning", answered({}), answered(R"(,"reasoning":"T")"), "nsnnnnsnsnnnnn"},
        {"log probabilities", "logprobs", Asking, member(R"("logprobs":true)"), "ssssnssnssnnnn"},
        {"more log probabilities", "top_logprobs", member(R"("logprobs":true)"),
         member(R"("logprobs":true,"top_logprobs":2)"), "ssssnsnnssnnnn"},
        {"stop", "stop", Asking, member(R"("stop":["x"])"), "ssnssssssssssn"},
        {"seed", "seed", Asking, member(R"("seed":7)"), "ssnsnsssssnnnn"},
        {"temperature", "temperature", Asking, member(R"("temperature":0.5)"), "ssssssssssssss"},
        {"top_p", "top_p", Asking, member(R"("top_p":0.5)"), "ssssssssssssss"},
        {"top_k", "top_k", Asking, member(R"("top_k":5)"), "ssnssssssssssn"},
        {"min_p", "min_p", Asking, member(R"("min_p":0.5)"), "ssnsnnnnssnnnn"},
        {"frequency_penalty", "frequency_penalty", Asking, member(R"("frequency_penalty":0.5)"), "ssnsnsssssnnnn"},
        {"presence_penalty", "presence_penalty", Asking, member(R"("presence_penalty":0.5)"), "ssnsnsssssnnnn"},
        {"repetition_penalty", "repetition_penalty", Asking, member(R"("repetition_penalty":1.5)"), "ssnsnnnnssnnnn"},
        {"limit", "max_tokens", Asking, member(R"("max_tokens":9)"), "ssssssssssssss"},
        {"several answers", "n", Asking, member(R"("n":2)"), "nnnnnnnnnnnnnn"},
        {"user", "user", Asking, member(R"("user":"u")"), "sssssnnnnnnsnn"},
        {"documents", "documents", Asking, member(R"("documents":[{"data":{"text":"D"}}])"), "ssnsnnssnnnnnn"},
        {"service tier", "service_tier", Asking, member(R"("service_tier":"flex")"), "sssnnsnnnnssss"},
        {"metadata", "metadata", Asking, member(R"("metadata":{"a":"b"})"), "sssnnnnnnnnnnn"},
        {"plugins", "plugins", Asking, member(R"("plugins":[{"id":"web"}])"), "nsnnnnnnnnnnnn"},
        {"an unknown member", "xyz", Asking, member(R"("xyz":1)"), "ssnsnnnnnnnnnn"},
    };
}

Result<dialects::WireRequest> written(const Service &service, const QByteArray &members)
{
    const auto request = chat::parseRequest(*parseJson(R"({"model":"a/b",)" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    catalog::Endpoint endpoint{.upstreamModel = service.model};
    endpoint.capabilities = {.tools = true,
                             .images = true,
                             .files = true,
                             .audio = true,
                             .reasoning = true,
                             .jsonObject = true,
                             .jsonSchema = true};
    const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s), .quirks = service.quirks};
    return dialects::clientDialect(service.dialect)
        ->encode(*request, provider, endpoint, {.stream = false, .maxTokens = {}});
}

/// Headers carry members, too.
bool same(const dialects::WireRequest &a, const dialects::WireRequest &b)
{
    return a.body == b.body && a.headers == b.headers;
}

/// Notices that the request with the member has and the one without it does not.
bool isNoticed(const Feature &feature, const dialects::WireRequest &with, const dialects::WireRequest &without)
{
    return std::any_of(with.notices.begin(), with.notices.end(), [&](const dialects::Notice &notice) {
        return notice.path.startsWith(QLatin1StringView(feature.path)) && !without.notices.contains(notice);
    });
}

Fate fateOf(const Feature &feature, const Service &service)
{
    const auto with = written(service, feature.with);
    if (!with)
        return Fate::Refused;
    const auto without = written(service, feature.without);
    if (!without)
        return Fate::Silent;
    const bool noticed = isNoticed(feature, *with, *without);
    if (same(*with, *without))
        return noticed ? Fate::Noticed : Fate::Silent;
    return noticed ? Fate::Translated : Fate::Sent;
}

QByteArray fateNamed(char letter)
{
    switch (letter) {
    case 's':
        return "sent";
    case 't':
        return "translated";
    case 'n':
        return "noticed";
    case 'r':
        return "refused";
    default:
        return "silent"; // d
    }
}

} // namespace

/// Everything that a request can say, for every service: sent, translated with a notice, left out with a notice, or
/// refused. Nothing is lost without a word.
class TstFeatures : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostWithoutAWord_data()
    {
        QTest::addColumn<Feature>("feature");
        QTest::addColumn<int>("service");
        QTest::addColumn<QByteArray>("fate");
        for (const Feature &feature : features()) {
            QCOMPARE(qstrlen(feature.fates), Services.size());
            for (std::size_t i = 0; i < Services.size(); ++i)
                QTest::addRow("%s: %s", Services[i].name, feature.name)
                    << feature << int(i) << fateNamed(feature.fates[i]);
        }
    }
    void nothingIsLostWithoutAWord()
    {
        QFETCH(Feature, feature);
        QFETCH(int, service);
        const Fate fate = fateOf(feature, Services[std::size_t(service)]);
        QTEST(QByteArray(FateNames[std::size_t(fate)]), "fate");
    }

    void effortsAreSharesOfTheLimit_data()
    {
        QTest::addColumn<QByteArray>("effort");
        QTest::addColumn<int>("share");
        QTest::newRow("max") << QByteArray("max") << 95;
        QTest::newRow("xhigh") << QByteArray("xhigh") << 95;
        QTest::newRow("high") << QByteArray("high") << 80;
        QTest::newRow("medium") << QByteArray("medium") << 50;
        QTest::newRow("low") << QByteArray("low") << 20;
        QTest::newRow("minimal") << QByteArray("minimal") << 10;
    }
    void effortsAreSharesOfTheLimit()
    {
        QFETCH(QByteArray, effort);
        QFETCH(int, share);
        const QByteArray members = Asking + R"(,"max_tokens":20000,"reasoning":{"effort":)" + Json(effort).dump() + "}";
        const auto budget = [&members](DialectId dialect, const QString &model, const QByteArrayList &path) {
            const auto wire = written({"", dialect, model}, members);
            Json at = wire ? parseJson(wire->body).value_or(Json()) : Json();
            for (const QByteArray &key : path)
                at = Json(at[key]);
            return at.toInteger().value_or(-1);
        };
        const qint64 expected = 20000 * share / 100;
        const QString claude = u"anthropic.claude-sonnet-4-5-20250929-v1:0"_s;
        QCOMPARE(budget(DialectId::AnthropicMessages, u"m"_s, {"thinking", "budget_tokens"}), expected);
        QCOMPARE(
            budget(DialectId::GeminiGenerateContent, u"m"_s, {"generationConfig", "thinkingConfig", "thinkingBudget"}),
            expected);
        QCOMPARE(budget(DialectId::CohereChat, u"m"_s, {"thinking", "token_budget"}), expected);
        QCOMPARE(
            budget(DialectId::BedrockConverse, claude, {"additionalModelRequestFields", "thinking", "budget_tokens"}),
            expected);
        QCOMPARE(budget(DialectId::BedrockInvoke, claude, {"thinking", "budget_tokens"}), expected);
    }
};

static const bool tstFeatures = sb::testing::add<TstFeatures>();

#include "tst_features.moc"
