#include "core/dialects/cohere_chat/reasoning_blocks.h"

namespace sb::dialects::cohere {

Json thinkingDetail(const QString &text, qint64 index)
{
    return Json(
        Json::Object{{"type", "reasoning.text"}, {"text", text}, {"format", ReasoningFormat}, {"index", index}});
}

Json planDetail(const QString &text)
{
    return Json(
        Json::Object{{"type", "reasoning.summary"}, {"summary", text}, {"format", ReasoningFormat}, {"index", 0}});
}

bool isThinking(const Json &detail)
{
    return detail["format"].toBytes() == ReasoningFormat && detail["type"].toBytes() == "reasoning.text";
}

bool isPlan(const Json &detail)
{
    return detail["format"].toBytes() == ReasoningFormat && detail["type"].toBytes() == "reasoning.summary";
}

} // namespace sb::dialects::cohere
