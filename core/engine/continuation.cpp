#include "core/engine/continuation.h"

#include "core/engine/billing.h"

#include <algorithm>

namespace sb::engine {

namespace {

bool isInstruction(const chat::Message &message)
{
    return message.role == chat::Role::System || message.role == chat::Role::Developer;
}

/// Instructions first, then a conversation that waits for an answer.
bool isPlain(const QList<chat::Message> &messages)
{
    const auto first = std::find_if_not(messages.begin(), messages.end(), isInstruction);
    return first != messages.end() && std::none_of(first, messages.end(), isInstruction)
        && messages.last().role != chat::Role::Assistant;
}

bool isTextOnly(const chat::Answer &answer)
{
    return answer.toolCalls.isEmpty() && answer.refusal.isEmpty() && answer.other.isEmpty();
}

bool asksForMore(const chat::Request &request)
{
    const bool reasons = request.reasoning && request.reasoning->asked();
    const bool formats = request.responseFormat && request.responseFormat->kind != chat::ResponseFormat::Kind::Text;
    return reasons || formats || !request.tools.isEmpty();
}

} // namespace

std::optional<chat::Request> continuation(const chat::Request &request, const chat::Answer &delivered,
                                          const catalog::Endpoint &endpoint)
{
    const QString prefill = withoutBlanks(delivered.text);
    if (!endpoint.capabilities.prefill || prefill.isEmpty() || !isTextOnly(delivered) || asksForMore(request)
        || !isPlain(request.messages))
        return {};
    chat::Request onward = request;
    onward.messages.append(chat::Message::make(chat::Role::Assistant, prefill));
    onward.maxTokens = lowered(request.maxTokens, delivered.text);
    return onward;
}

std::optional<qint64> lowered(std::optional<qint64> maxTokens, const QString &delivered)
{
    if (!maxTokens)
        return {};
    return std::max<qint64>(*maxTokens - delivered.toUtf8().size() / BytesPerToken, 1);
}

QString withoutBlanks(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

} // namespace sb::engine
