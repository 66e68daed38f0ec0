#include "core/dialects/bedrock_converse/reasoning_blocks.h"

#include "core/dialects/anthropic_messages/blocks.h"

namespace sb::dialects::bedrock {

namespace {

Json block(const char *kind, const Json &content)
{
    return Json(Json::Object{{"reasoningContent", Json(Json::Object{{kind, content}})}});
}

} // namespace

Json reasoningBlock(const Json &detail)
{
    const QByteArray format = detail["format"].toBytes();
    const QByteArray type = detail["type"].toBytes();
    if (format == ReasoningFormat && type == "reasoning.encrypted" && detail["data"].isString())
        return block("redactedContent", detail["data"]);
    const bool ours = format == ReasoningFormat || format == anthropic::ReasoningFormat;
    if (!ours || type != "reasoning.text" || detail["signature"].toBytes().isEmpty())
        return {};
    return block("reasoningText",
                 Json(Json::Object{{"text", detail["text"].toBytes()}, {"signature", detail["signature"]}}));
}

} // namespace sb::dialects::bedrock
