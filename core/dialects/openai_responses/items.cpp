#include "core/dialects/openai_responses/items.h"

#include "core/dialects/member_words.h"

namespace sb::dialects::responses {

namespace {

constexpr auto UrlCitation = "url_citation";

Json detail(const char *type, const char *key, const Json &value, const Json &item)
{
    Json json = typed(type, {{key, value}, {"format", ReasoningFormat}});
    if (item["id"].isString())
        json.set("id", item["id"]);
    return json;
}

bool isEncrypted(const Json &detail)
{
    return detail["type"].toBytes() == "reasoning.encrypted";
}

void addTo(Json &item, const Json &detail)
{
    const auto addPart = [&item](const char *list, Json part) {
        Json parts = item[list];
        parts.append(std::move(part));
        item.set(list, parts);
    };
    const QByteArray type = detail["type"].toBytes();
    if (isEncrypted(detail))
        item.set("encrypted_content", detail["data"]);
    else if (type == "reasoning.summary")
        addPart("summary", typed("summary_text", {{"text", detail["summary"]}}));
    else if (type == "reasoning.text")
        addPart("content", typed("reasoning_text", {{"text", detail["text"]}}));
}

} // namespace

Json typed(const char *type, Json::Object members)
{
    members.prepend({"type", type});
    return members;
}

bool isServiceItem(QByteArrayView type)
{
    static constexpr std::array Names{"mcp_list_tools",     "mcp_approval_request", "mcp_approval_response",
                                      "tool_search_output", "additional_tools",     "compaction",
                                      "compaction_trigger", "item_reference",       "program",
                                      "program_output"};
    const bool callersOwn = type == "function_call" || type == "function_call_output" || type == "custom_tool_call"
        || type == "custom_tool_call_output";
    return !callersOwn && (type.endsWith("_call") || type.endsWith("_call_output") || isAmong(Names, type));
}

Json::Array detailsOf(const Json &item, qint64 next)
{
    Json::Array details;
    const auto add = [&](Json entry) {
        entry.set("index", next++);
        details.append(std::move(entry));
    };
    for (const Json &part : item["summary"].items())
        add(detail("reasoning.summary", "summary", part["text"].toBytes(), item));
    for (const Json &part : item["content"].items())
        add(detail("reasoning.text", "text", part["text"].toBytes(), item));
    if (item["encrypted_content"].isString())
        add(detail("reasoning.encrypted", "data", item["encrypted_content"], item));
    return details;
}

bool beginsItem(const Json &before, const Json &detail)
{
    return before.isNull() || isEncrypted(before) || before["id"] != detail["id"];
}

bool standsAlone(const Json &item)
{
    return item["encrypted_content"].isString() || item["content"].size() > 0;
}

Json::Array reasoningItems(const Json &details)
{
    Json::Array items;
    Json before;
    for (const Json &detail : details.items()) {
        if (detail["format"].toBytes() != ReasoningFormat)
            continue;
        if (beginsItem(before, detail)) {
            items.append(typed("reasoning", {}));
            if (detail["id"].isString())
                items.last().set("id", detail["id"]);
            items.last().set("summary", Json::array()); // required, also where there is none
        }
        addTo(items.last(), detail);
        before = detail;
    }
    return items;
}

Json chatAnnotation(const Json &annotation)
{
    if (annotation["type"].toBytes() != UrlCitation || annotation.contains(UrlCitation))
        return annotation;
    Json inner = annotation;
    inner.remove("type");
    return typed(UrlCitation, {{UrlCitation, inner}});
}

Json responsesAnnotation(const Json &annotation)
{
    const Json &inner = annotation[UrlCitation];
    return inner.isObject() ? typed(UrlCitation, inner.members()) : annotation;
}

bool isAnnotation(const Json &json)
{
    static constexpr std::array Names{UrlCitation, "file_citation", "container_file_citation", "file_path"};
    return isAmong(Names, json["type"].toBytes());
}

} // namespace sb::dialects::responses
