#include "core/dialects/anthropic_messages/blocks.h"

#include <algorithm>
#include <array>

namespace sb::dialects::anthropic {

bool isServiceBlock(QByteArrayView type)
{
    static constexpr std::array Names{"server_tool_use", "mcp_tool_use", "mcp_tool_result", "container_upload",
                                      "compaction",      "fallback",     "search_result",   "tool_reference",
                                      "tool_addition",   "tool_removal", "document",        "image"};
    return type.endsWith("_tool_result")
        || std::any_of(Names.begin(), Names.end(), [type](const char *name) { return type == name; });
}

Json thinkingDetail(const QByteArray &text, const QByteArray &signature, int index)
{
    return typed("reasoning.text",
                 {{"text", text}, {"signature", signature}, {"format", ReasoningFormat}, {"index", index}});
}

Json redactedDetail(const Json &data, int index)
{
    return typed("reasoning.encrypted", {{"data", data}, {"format", ReasoningFormat}, {"index", index}});
}

Json blockOfDetail(const Json &detail)
{
    if (detail["format"].toBytes() != ReasoningFormat)
        return {};
    if (detail["type"].toBytes() == "reasoning.encrypted" && detail["data"].isString())
        return typed("redacted_thinking", {{"data", detail["data"]}});
    if (detail["type"].toBytes() != "reasoning.text" || detail["signature"].toBytes().isEmpty())
        return {};
    return typed("thinking", {{"thinking", detail["text"].toBytes()}, {"signature", detail["signature"]}});
}

Json typed(const char *type, Json::Object members)
{
    members.prepend({"type", type});
    return members;
}

} // namespace sb::dialects::anthropic
