#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace sb::chat {

enum class Role
{
    System,
    Developer,
    User,
    Assistant,
    Tool
};

[[nodiscard]] QByteArray toWireName(Role role); ///< "system", …

// Members that our types do not name are in `extra`, an object in the order of the source; null when there are none.
// So are members that say nothing (null, "", []), so that they are written again, and what our types do not name inside
// a nested object ({"image_url": {"x": 1}}). toJson() prefers a member of the type to one of `extra`.

struct TextPart
{
    QString text = {};
    Json extra = {}; ///< cache_control, citations, …
    friend bool operator==(const TextPart &, const TextPart &) = default;
};

struct ImagePart
{
    QByteArray url = {}; ///< https: or data: (base64), as given
    QString detail = {}; ///< "auto", "low", "high" or empty
    Json extra = {};
    friend bool operator==(const ImagePart &, const ImagePart &) = default;
};

struct FilePart
{
    QString filename = {};
    QByteArray data = {}; ///< a data: URL, or an https: URL (OpenRouter's extension)
    QString fileId = {}; ///< an id at the provider, instead of data
    Json extra = {};
    friend bool operator==(const FilePart &, const FilePart &) = default;
};

struct AudioPart
{
    QByteArray base64 = {};
    QString format = {}; ///< "wav", "mp3"
    Json extra = {};
    friend bool operator==(const AudioPart &, const AudioPart &) = default;
};

/// A part of a type that we do not know: sent on as it is by the OpenAI dialect, refused by the others.
struct UnknownPart
{
    Json raw = {};
    friend bool operator==(const UnknownPart &, const UnknownPart &) = default;
};

using Part = std::variant<TextPart, ImagePart, FilePart, AudioPart, UnknownPart>;

/// The two halves of a `data:image/png;base64,AAAA` URL; nullopt when it is none or is not base64.
struct DataUrl
{
    QByteArray mimeType = {};
    QByteArray base64 = {};
};
[[nodiscard]] std::optional<DataUrl> splitDataUrl(const QByteArray &url);

struct ToolCall
{
    QString id = {}; ///< empty where the provider sends none (Gemini)
    QString name = {};
    QString arguments = {}; ///< JSON text exactly as the model wrote it; free text for a custom tool
    bool custom = false; ///< OpenAI's custom tools take free text
    Json extra = {}; ///< e.g. Gemini's thought signature, see reasoningDetails for the rest
    friend bool operator==(const ToolCall &, const ToolCall &) = default;
};

struct Message
{
    Role role = Role::User;
    QList<Part> parts = {};
    bool contentIsString = true; ///< write one text part as a string, not as a list; what the source had
    bool contentIsNull = false; ///< "content": null, as assistants with tool calls have it
    bool contentIsAbsent = false; ///< no "content" at all, as some have it instead
    QString name = {};
    QList<ToolCall> toolCalls = {};
    QString toolCallId = {}; ///< of a tool's result
    QString refusal = {};
    QString reasoning = {}; ///< plain text of the reasoning, OpenRouter's "reasoning"
    Json reasoningDetails = {}; ///< OpenRouter's list of reasoning blocks with signatures; bound to its endpoint
    Json extra = {};
    Json layout = {}; ///< the source's order of keys where it is not toJson()'s; holds no values, else null

    [[nodiscard]] QString text() const; ///< all text parts, in order, without separator
    [[nodiscard]] static Message make(Role role, const QString &text);

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace sb::chat
