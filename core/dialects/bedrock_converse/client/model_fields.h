#pragma once

#include "core/dialects/anthropic_messages/client/thinking.h"
#include "core/dialects/bedrock_models.h"

namespace sb::dialects::bedrock {

/// What a family takes beside the members that all models have, in `additionalModelRequestFields`.
struct ModelFields
{
    Json fields = {}; ///< null: none
    QByteArray effort = {}; ///< `outputConfig.effort`; empty: not sent
    bool noSampling = false; ///< neither temperature nor topP goes with this reasoning
    bool noMaxTokens = false; ///< nor a limit of the answer
};

/// How reasoning is asked for at a family: Claude as in Messages, Nova and OpenAI by an effort, others not at all.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html,
/// https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
[[nodiscard]] ModelFields reasoningFields(const chat::Request &request, const catalog::Endpoint &endpoint,
                                          const anthropic::ThinkingLimits &limits, Notices &notices);

/// Puts `top_k` where its family has it. @return whether it has a place for it
[[nodiscard]] bool setTopK(Json &fields, Family family, const Json::Number &topK);

} // namespace sb::dialects::bedrock
