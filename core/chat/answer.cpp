#include "core/chat/event.h"

#include <algorithm>
#include <numeric>

namespace sb::chat {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

QList<int> countingUp(qsizetype size)
{
    QList<int> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

/// The call of that index, put in its place when it is new. Indexes may come in any order and leave gaps.
ToolCall &callAt(Answer &answer, int index)
{
    QList<ToolCall> &calls = answer.toolCalls;
    if (answer.toolCallIndexes.isEmpty()) {
        if (index >= 0 && index < calls.size())
            return calls[index];
        if (index == calls.size())
            return calls.emplaceBack();
        answer.toolCallIndexes = countingUp(calls.size());
    }
    QList<int> &indexes = answer.toolCallIndexes;
    const auto place = std::lower_bound(indexes.begin(), indexes.end(), index);
    const qsizetype at = place - indexes.begin();
    if (place == indexes.end() || *place != index) {
        indexes.insert(at, index);
        calls.insert(at, ToolCall{});
        if (indexes == countingUp(indexes.size()))
            indexes = {}; // not clear(): Qt compares kept but empty memory by a null pointer
    }
    return calls[at];
}

/// Some providers repeat the id and the name with every piece; the first ones count.
void join(ToolCall &call, const ToolCallDelta &delta)
{
    if (call.id.isEmpty())
        call.id = delta.id;
    if (call.name.isEmpty())
        call.name = delta.name;
    call.arguments += delta.arguments;
    call.custom = call.custom || delta.custom;
    for (const auto &[key, value] : delta.extra.members())
        call.extra.set(key, value);
}

/// Whether `next` goes on with the block that `pieces` began: readable text comes piecemeal under one index, its
/// signature last; encrypted blocks come whole.
bool continues(const Json &block, const Json &next)
{
    const QByteArray type = next["type"].toBytes();
    return (type == "reasoning.text" || type == "reasoning.summary") && block["type"].toBytes() == type
        && next["index"].isNumber() && block["index"] == next["index"];
}

struct PiecewiseBlock
{
    Json block = {};
    QByteArray text = {};
    QByteArray summary = {};

    void add(const Json &piece)
    {
        for (const auto &[key, value] : piece.members()) {
            if (key == "text")
                text += value.toBytes();
            else if (key == "summary")
                summary += value.toBytes();
            if (!block.contains(key) || !value.isNull())
                block.set(key, value);
        }
    }
    [[nodiscard]] Json joined() const
    {
        Json whole = block;
        if (!text.isEmpty())
            whole.set("text", text);
        if (!summary.isEmpty())
            whole.set("summary", summary);
        return whole;
    }
};

Json joinedBlocks(const Json &pieces)
{
    Json all;
    for (qsizetype i = 0; i < pieces.size();) {
        PiecewiseBlock block;
        const Json &first = pieces.at(i);
        do
            block.add(pieces.at(i++));
        while (i < pieces.size() && continues(first, pieces.at(i)));
        all.append(block.joined());
    }
    return all;
}

} // namespace

QByteArray toWireName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Stop:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_calls";
    case FinishReason::ContentFilter:
        return "content_filter";
    case FinishReason::Error:
        return "error";
    }
    Q_UNREACHABLE();
}

bool isContent(const Event &event)
{
    return std::visit(
        Overloaded{
            [](const TextDelta &delta) { return !delta.text.isEmpty(); },
            [](const ReasoningDelta &delta) { return !delta.text.isEmpty(); },
            [](const RefusalDelta &delta) { return !delta.text.isEmpty(); },
            [](const ToolCallDelta &delta) { return !delta.name.isEmpty() || !delta.arguments.isEmpty(); },
            // Bound to its endpoint: once a caller has it, going on elsewhere is no longer invisible.
            [](const ReasoningOpaque &) { return true; },
            [](const OtherContent &other) { return other.kind != "stop_details"; }, // why it stopped is no content
            [](const Finished &) { return true; },
            [](const Started &) { return false; },
            [](const UsageReport &) { return false; },
            [](const Failed &) { return false; },
        },
        event);
}

void Answer::apply(const Event &event)
{
    std::visit(Overloaded{
                   [this](const Started &started) {
                       if (started.anew)
                           *this = {};
                       id = started.id;
                       model = started.model;
                   },
                   [this](const TextDelta &delta) { text += delta.text; },
                   [this](const ReasoningDelta &delta) { reasoning += delta.text; },
                   [this](const ReasoningOpaque &opaque) { reasoningDetails.append(opaque.block); },
                   [this](const RefusalDelta &delta) { refusal += delta.text; },
                   [this](const ToolCallDelta &delta) { join(callAt(*this, delta.index), delta); },
                   [this](const OtherContent &content) { other.append(content.raw); },
                   [this](const Finished &finished) {
                       finish = finished.reason;
                       rawFinish = finished.raw;
                   },
                   [this](const UsageReport &report) { usage = report.usage; },
                   [this](const Failed &failed) { error = failed.error; },
               },
               event);
}

Message Answer::toMessage() const
{
    Message message = Message::make(Role::Assistant, text);
    message.contentIsNull = text.isEmpty();
    message.toolCalls = toolCalls;
    message.refusal = refusal;
    message.reasoning = reasoning;
    message.reasoningDetails = joinedBlocks(reasoningDetails);
    return message;
}

} // namespace sb::chat
