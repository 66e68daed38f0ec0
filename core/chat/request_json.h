#pragma once

#include "core/chat/object_reader.h"
#include "core/chat/request.h"

// The halves of parseRequest() and toJson(const Request &) that live in different files.
namespace sb::chat {

[[nodiscard]] Message readMessage(const Json &json, const QString &path, Complaint &complaint);
[[nodiscard]] QList<Tool> readTools(const Json &json, const QString &path, Complaint &complaint);
[[nodiscard]] ToolChoice readToolChoice(const Json &json, const QString &path, Complaint &complaint);
[[nodiscard]] ResponseFormat readResponseFormat(const Json &json, const QString &path, Complaint &complaint);

[[nodiscard]] Json toJson(const ToolChoice &choice);
[[nodiscard]] Json toJson(const ResponseFormat &format);

/// Appends the members of `extra` that `out` does not have, also inside objects that both have.
void addExtra(Json &out, const Json &extra);

/// "PATH[INDEX]"
[[nodiscard]] QString itemPath(const QString &path, qsizetype index);

/// The value, or the first thing that was wrong with it.
template <typename Value>
Result<Value> checked(Value value, const Complaint &complaint)
{
    if (complaint.error())
        return tl::unexpected(*complaint.error());
    return value;
}

} // namespace sb::chat
