#include "tests/screenshots/picture_traffic.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::pictures {

using std::chrono::milliseconds;

namespace {

/// Of the shipped catalog, so that the list of models shows what was measured.
struct Named
{
    const char *model;
    const char *provider;
    const char *endpoint;
};

constexpr std::array Names{Named{"openai/gpt-5-mini", "openai", "openai/gpt-5-mini"},
                           Named{"anthropic/claude-sonnet-5", "anthropic", "anthropic/claude-sonnet-5"},
                           Named{"google/gemini-3.5-flash", "gemini", "gemini/gemini-3.5-flash"},
                           Named{"mistralai/mistral-large-2512", "mistral", "mistral/mistral-large-2512"},
                           Named{"meta-llama/llama-4-scout", "groq", "groq/meta-llama/llama-4-scout-17b-16e-instruct"},
                           Named{"qwen/qwen3-32b", "ollama", "ollama/qwen3-32b"},
                           Named{"openai/gpt-5.5", "openai", "openai/gpt-5.5"},
                           Named{"google/gemini-2.5-pro", "gemini", "gemini/gemini-2.5-pro"},
                           Named{"deepseek/deepseek-v4-pro", "deepseek", "deepseek/deepseek-v4-pro"}};

/// "author-3/model-21" → 21
int numberOf(const QString &name)
{
    return QStringView(name).mid(name.lastIndexOf(u'-') + 1).toInt();
}

const Named &nameOf(const QString &model)
{
    return Names[size_t(numberOf(model)) % Names.size()];
}

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

QString endpoint(const Named &name)
{
    return text(name.endpoint);
}

Json named(const Json &decision, const Named &name)
{
    Json result = decision;
    Json candidates = Json::array();
    int rank = 0;
    for (Json candidate : decision["candidates"].items()) {
        const Named &other = Names[(size_t(&name - Names.data()) + size_t(rank++) * 3) % Names.size()];
        candidate.set("endpoint", endpoint(rank == 1 ? name : other));
        candidate.set("provider", text(rank == 1 ? name.provider : other.provider));
        candidate.set("model", text(rank == 1 ? name.model : other.model));
        candidates.append(candidate);
    }
    result.set("candidates", candidates);
    return result;
}

Json candidate(const char *endpointId, int rank, const char *low, const char *high, const char *pick = "alone")
{
    Json json;
    json.set("step", qint64(rank - 1));
    json.set("endpoint", endpointId);
    json.set("rank", qint64(rank));
    json.set("probability", 1.0);
    if (low) {
        json.set("expected_low", low);
        json.set("expected_high", high);
    }
    json.set("pick", pick);
    return json;
}

Json excluded(const char *endpointId, const char *reason, const char *detail)
{
    Json json;
    json.set("step", qint64(0));
    json.set("endpoint", endpointId);
    json.set("reason", reason);
    json.set("detail", detail);
    return json;
}

Json evidence(const char *feature, double weight)
{
    Json json;
    json.set("feature", feature);
    json.set("weight", weight);
    return json;
}

/// The second rule, since the first is for code.
Json decidedByPolicy()
{
    Json passed;
    passed.set("rule", "programs");
    passed.set("rule_number", 1);
    passed.set("rule_name", "Programs");
    passed.set("unmet", "task");
    passed.set("detail", "Only for the class code; this one is of the class chat.");
    Json policy;
    policy.set("policy", "work");
    policy.set("version", 4);
    policy.set("rule", "talk");
    policy.set("rule_number", 2);
    policy.set("rule_name", "Talk");
    policy.set("chain", "everyday-chat");
    policy.set("passed", Json(Json::Array{passed}));
    policy.set("class", "chat");
    policy.set("confidence", 0.91);
    policy.set("classed_by", "features");
    policy.set("evidence",
               Json(Json::Array{evidence("asks_explanation", 1.62), evidence("question_marks", 0.41),
                                evidence("numbers", -0.22)}));
    return policy;
}

usage::AttemptRecord failedAttempt(WallTime at, milliseconds waited, milliseconds took)
{
    return {.providerId = u"openai"_s,
            .modelId = u"openai/gpt-5-mini"_s,
            .endpointId = u"openai/gpt-5-mini"_s,
            .startedAt = at,
            .waitedBefore = waited,
            .connect = 41ms,
            .duration = took,
            .httpStatus = 529,
            .error = chat::ErrorType::ProviderOverloaded,
            .errorMessage = u"Overloaded"_s,
            .moveReason = waited.count() > 0 ? "retry_transient" : "first_try",
            .cost = {.kind = usage::CostKind::Computed, .amount = NanoDollars{}}};
}

Json chatMessage(const char *role, const char *content)
{
    Json json;
    json.set("role", role);
    json.set("content", content);
    return json;
}

} // namespace

void nameAsInPictures(usage::Traffic::Request &request)
{
    static const QHash<QString, QString> chains{{u"sample"_s, u"everyday-chat"_s},
                                                {u"careful"_s, u"vision-first"_s},
                                                {u"cheap"_s, u"batch-night"_s},
                                                {u"fast"_s, u"autocomplete"_s}};
    const Named &name = nameOf(request.opened.modelId);
    usage::OpenRecord &opened = request.opened;
    opened.requestedModel = opened.modelId = text(name.model);
    opened.providerId = text(name.provider);
    opened.chain = chains.value(opened.chain, opened.chain);
    opened.chainVersion = opened.chain.isEmpty() ? 0 : 7;
    usage::Settlement &settled = request.settled;
    settled.modelId = text(name.model);
    settled.providerId = text(name.provider);
    const bool isLocal = settled.providerId == "ollama"_L1;
    for (qsizetype i = 0; i < settled.attempts.size(); ++i) {
        usage::AttemptRecord &attempt = settled.attempts[i];
        const bool last = i + 1 == settled.attempts.size();
        const Named &by = last ? name : Names[(size_t(&name - Names.data()) + size_t(i + 1) * 3) % Names.size()];
        attempt.modelId = text(by.model);
        attempt.providerId = text(by.provider);
        attempt.endpointId = endpoint(by);
        if (isLocal)
            attempt.cost = {};
    }
    if (isLocal)
        settled.cost = {};
    if (!settled.servedEndpoint.isEmpty())
        settled.servedEndpoint = endpoint(name);
    settled.decision = named(settled.decision, name);
}

usage::Traffic::Request fallbackRequest(WallTime at)
{
    usage::Traffic::Request request;
    request.opened = {.startedAt = at,
                      .client = u"playground"_s,
                      .requestedModel = u"auto"_s,
                      .chain = u"everyday-chat"_s,
                      .chainVersion = 7,
                      .providerId = u"openai"_s,
                      .modelId = u"openai/gpt-5-mini"_s,
                      .bound = NanoDollars{9'000'000}};
    Json messages = Json::array();
    messages.append(chatMessage("user", "Why do signal boxes have an interlocking? Give an example."));
    request.opened.request = Json::object();
    request.opened.request.set("model", "auto");
    request.opened.request.set("messages", messages);
    request.opened.request.set("stream", true);

    usage::Settlement &settled = request.settled;
    const chat::TokenClasses tokens{.freshInput = 41, .visibleOutput = 274};
    const usage::Cost cost{.kind = usage::CostKind::Billed, .amount = NanoDollars{560'000}};
    usage::AttemptRecord served{.providerId = u"azure"_s,
                                .modelId = u"openai/gpt-5-mini"_s,
                                .endpointId = u"azure/gpt-5-mini"_s,
                                .step = 1,
                                .startedAt = at + 1410ms,
                                .connect = 38ms,
                                .firstContent = 620ms,
                                .duration = 3070ms,
                                .httpStatus = 200,
                                .succeeded = true,
                                .moveReason = "next_overloaded",
                                .tokens = tokens,
                                .cost = cost,
                                .priceSource = u"price list of 2026-11-01"_s};
    settled = {.end = routing::EndState::Complete,
               .servedEndpoint = served.endpointId,
               .providerId = served.providerId,
               .modelId = served.modelId,
               .latency = 4480ms,
               .firstContent = 2030ms,
               .attempts = {failedAttempt(at, 0ms, 440ms), failedAttempt(at + 960ms, 520ms, 450ms), served},
               .tokens = tokens,
               .cost = cost};
    Json choice = Json::object();
    choice.set("message",
               chatMessage("assistant",
                           "An **interlocking** makes it impossible to clear a signal while the points under it "
                           "lie the wrong way.\n\n- The lever of a signal is locked until the route is set.\n"
                           "- The points are locked until the train has passed.\n"));
    Json choices = Json::array();
    choices.append(choice);
    settled.answer = Json::object();
    settled.answer.set("choices", choices);
    Json candidates = Json::array();
    candidates.append(candidate("openai/gpt-5-mini", 1, "0.00021", "0.00055", "stays"));
    candidates.append(candidate("azure/gpt-5-mini", 2, "0.00023", "0.00058"));
    candidates.append(candidate("ollama/qwen3-32b", 3, nullptr, nullptr));
    Json left = Json::array();
    left.append(excluded("mistral/mistral-large", "max_price", "It might cost $0.00240, the limit is $0.00100."));
    left.append(excluded("google/gemini-flash", "no_key", "There is no key for Google."));
    left.append(excluded("deepinfra/llama-70b", "cooling_down", "It failed repeatedly; the next try is in 22 s."));
    settled.decision = Json::object();
    settled.decision.set("chain", "everyday-chat");
    settled.decision.set("policy", decidedByPolicy());
    settled.decision.set("candidates", candidates);
    settled.decision.set("excluded", left);
    return request;
}

usage::OpenRecord lostRequest(WallTime at)
{
    return {.startedAt = at,
            .client = u"batch"_s,
            .requestedModel = u"anthropic/claude-sonnet-5"_s,
            .providerId = u"anthropic"_s,
            .modelId = u"anthropic/claude-sonnet-5"_s,
            .bound = NanoDollars{42'000'000}};
}

} // namespace sb::pictures
