#pragma once

#include "core/base/json.h"
#include "core/chat/error.h"
#include "core/chat/message.h"
#include "core/chat/usage.h"

#include <QMetaType>

#include <optional>
#include <variant>

namespace sb::chat {

/// Why the model stopped, in the dialects' common words.
enum class FinishReason
{
    Stop,
    Length,
    ToolCalls,
    ContentFilter,
    Error
};
[[nodiscard]] QByteArray toWireName(FinishReason reason); ///< "stop", "length", "tool_calls", "content_filter", "error"

// What a decoder says, in the order of the stream. Only the first choice or candidate is followed.
struct Started
{
    QString id = {};
    QString model = {}; ///< as the provider names it
    bool anew = false; ///< the provider began its answer once more: what came before is void
    friend bool operator==(const Started &, const Started &) = default;
};
struct TextDelta
{
    QString text = {};
    friend bool operator==(const TextDelta &, const TextDelta &) = default;
};
struct ReasoningDelta
{
    QString text = {};
    friend bool operator==(const ReasoningDelta &, const ReasoningDelta &) = default;
};
/// A signature or an encrypted reasoning block: opaque, bound to the endpoint that made it.
struct ReasoningOpaque
{
    Json block = {}; ///< one entry of OpenRouter's reasoning_details
    friend bool operator==(const ReasoningOpaque &, const ReasoningOpaque &) = default;
};
struct RefusalDelta
{
    QString text = {};
    friend bool operator==(const RefusalDelta &, const RefusalDelta &) = default;
};
/// A piece of one tool call. The first piece of an index has the name; arguments are to be joined.
struct ToolCallDelta
{
    int index = 0; ///< position among the calls of this answer
    QString id = {};
    QString name = {};
    QString arguments = {};
    bool custom = false;
    Json extra = {};
    friend bool operator==(const ToolCallDelta &, const ToolCallDelta &) = default;
};
/// Content that we do not show as text yet: citations, server-side tool blocks, images, audio.
struct OtherContent
{
    QByteArray kind = {}; ///< e.g. "annotation", "server_tool_use"
    Json raw = {};
    friend bool operator==(const OtherContent &, const OtherContent &) = default;
};
/// The dialect's terminator came. May come before the last usage, never before the last content.
struct Finished
{
    FinishReason reason = FinishReason::Stop;
    QString raw = {}; ///< the provider's word
    friend bool operator==(const Finished &, const Finished &) = default;
};
/// Replaces what was reported before.
struct UsageReport
{
    Usage usage = {};
    friend bool operator==(const UsageReport &, const UsageReport &) = default;
};
struct Failed
{
    ProviderError error = {};
    friend bool operator==(const Failed &, const Failed &) = default;
};

using Event = std::variant<Started, TextDelta, ReasoningDelta, ReasoningOpaque, RefusalDelta, ToolCallDelta,
                           OtherContent, Finished, UsageReport, Failed>;

/// Whether an event ends the wait for first content and restarts the idle clock (see DESIGN.md section 4, Clocks).
[[nodiscard]] bool isContent(const Event &event);

/// One whole answer, gathered from events.
struct Answer
{
    QString id = {};
    QString model = {};
    QString text = {};
    QString reasoning = {};
    Json reasoningDetails = {}; ///< list of opaque blocks, in pieces as they came; null when there are none
    QString refusal = {};
    QList<ToolCall> toolCalls = {}; ///< in the order of their indexes
    QList<int> toolCallIndexes = {}; ///< of toolCalls, where they are not 0, 1, 2, …; else empty
    Json::Array other = {}; ///< raw OtherContent
    std::optional<FinishReason> finish = {};
    QString rawFinish = {};
    Usage usage = {};
    std::optional<ProviderError> error = {};

    void apply(const Event &event);
    /// The assistant turn for a follow-up request; pieces of one reasoning block are joined.
    [[nodiscard]] Message toMessage() const;
    friend bool operator==(const Answer &, const Answer &) = default;
};

} // namespace sb::chat

Q_DECLARE_METATYPE(sb::chat::Event)
