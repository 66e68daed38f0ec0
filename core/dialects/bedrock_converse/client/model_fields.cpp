#include "core/dialects/bedrock_converse/client/model_fields.h"

#include "core/dialects/effort_share.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

using chat::ReasoningEffort;

/// Three are known: the nearest, or the one whose share of the answer a budget comes nearest to.
QByteArray oneOfThree(const chat::Reasoning &reasoning, qint64 maxTokens, Notices &notices)
{
    if (reasoning.effort) {
        const qint64 share = percentOf(*reasoning.effort);
        if (*reasoning.effort == ReasoningEffort::Minimal)
            notices.clamped(u"reasoning.effort"_s, QT_TRANSLATE_NOOP("sb::dialects", "The lowest effort here is low."));
        if (share > percentOf(ReasoningEffort::High))
            notices.clamped(u"reasoning.effort"_s,
                            QT_TRANSLATE_NOOP("sb::dialects", "The highest effort here is high."));
        return share >= 80 ? "high" : share >= 50 ? "medium" : "low";
    }
    if (!reasoning.maxTokens)
        return "medium";
    notices.translated(u"reasoning.max_tokens"_s,
                       QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was sent as an effort."));
    const qint64 share = *reasoning.maxTokens * 100 / std::max<qint64>(maxTokens, 1);
    return share >= 80 ? "high" : share >= 50 ? "medium" : "low";
}

void noticeMore(const chat::Reasoning &reasoning, Notices &notices)
{
    if (reasoning.exclude || !reasoning.extra.isNull())
        notices.dropped(u"reasoning"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Only the effort of reasoning can be set here."));
}

bool isOff(const chat::Reasoning &reasoning)
{
    return reasoning.effort == ReasoningEffort::None || reasoning.enabled == false;
}

ModelFields forClaude(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint,
                      const anthropic::ThinkingLimits &limits, Notices &notices)
{
    const anthropic::Thinking thinking = anthropic::thinkingFor(reasoning, endpoint.refuses, limits, notices);
    ModelFields fields{.effort = thinking.effort, .noSampling = thinking.isOn()};
    if (!thinking.config.isNull())
        fields.fields.set("thinking", thinking.config);
    return fields;
}

ModelFields forNova(const chat::Reasoning &reasoning, qint64 maxTokens, Notices &notices)
{
    if (!reasoning.asked())
        return {};
    noticeMore(reasoning, notices);
    const QByteArray effort = oneOfThree(reasoning, maxTokens, notices);
    ModelFields fields{.noSampling = effort == "high", .noMaxTokens = effort == "high"};
    fields.fields.set("reasoningConfig", Json(Json::Object{{"type", "enabled"}, {"maxReasoningEffort", effort}}));
    return fields;
}

ModelFields forOpenAi(const chat::Reasoning &reasoning, qint64 maxTokens, Notices &notices)
{
    if (!reasoning.asked())
        return {};
    noticeMore(reasoning, notices);
    ModelFields fields;
    fields.fields.set("reasoning_effort", oneOfThree(reasoning, maxTokens, notices));
    return fields;
}

} // namespace

ModelFields reasoningFields(const chat::Request &request, const catalog::Endpoint &endpoint,
                            const anthropic::ThinkingLimits &limits, Notices &notices)
{
    if (!request.reasoning)
        return {};
    const chat::Reasoning &reasoning = *request.reasoning;
    const Family family = familyOf(endpoint);
    const bool known = endpoint.capabilities.reasoning;
    if (known && family == Family::Claude)
        return forClaude(reasoning, endpoint, limits, notices);
    if (known && family == Family::Nova)
        return forNova(reasoning, limits.maxTokens, notices);
    if (known && endpoint.upstreamModel.contains("openai."_L1))
        return forOpenAi(reasoning, limits.maxTokens, notices);
    if (!known && reasoning.asked())
        notices.dropped(u"reasoning"_s, QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
    else if (known && (isOff(reasoning) || reasoning.effort || reasoning.maxTokens))
        notices.dropped(u"reasoning"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "How much this model reasons cannot be set here."));
    return {};
}

bool setTopK(Json &fields, Family family, const Json::Number &topK)
{
    switch (family) {
    case Family::Claude:
    case Family::MistralInstruct:
        fields.set("top_k", topK);
        return true;
    case Family::Command:
        fields.set("k", topK);
        return true;
    case Family::Nova:
        fields.set("inferenceConfig", Json(Json::Object{{"topK", topK}}));
        return true;
    default:
        return false;
    }
}

} // namespace sb::dialects::bedrock
