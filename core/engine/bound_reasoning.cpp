#include "core/engine/bound_reasoning.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

constexpr const char *SignedCall = "extra_content"; ///< Google's, in chat completions

/// A block of another endpoint, without what only that one can read; null where nothing else is in it.
Json readable(const Json &block)
{
    const bool hasText = !block["text"].toBytes().isEmpty() || !block["summary"].toBytes().isEmpty();
    if (block.contains("data") || !hasText)
        return {};
    Json text = block;
    text.remove("signature");
    return text;
}

/// @return whether something of another endpoint was lost
bool unbind(Json &details, const catalog::Endpoint &endpoint, const catalog::Catalog &catalog)
{
    if (!details.isArray())
        return false;
    Json kept;
    bool lost = false;
    for (const Json &each : details.items()) {
        Json block = each;
        const bool foreign =
            block.contains(BoundTo) && !routing::readsReasoningOf(block[BoundTo].toText(), endpoint, catalog);
        block.remove(BoundTo);
        const bool isBound = block.contains("data") || block.contains("signature");
        if (foreign && isBound) {
            lost = true;
            block = readable(block);
        }
        if (!block.isNull())
            kept.append(block);
    }
    details = kept;
    return lost;
}

/// Gemini signs what it thought before a call, and puts that beside the call.
bool unbind(QList<chat::ToolCall> &calls, const catalog::Endpoint &endpoint, const catalog::Catalog &catalog)
{
    bool lost = false;
    for (chat::ToolCall &call : calls) {
        if (!call.extra.contains(BoundTo))
            continue;
        if (!routing::readsReasoningOf(call.extra[BoundTo].toText(), endpoint, catalog)) {
            lost = true;
            call.extra.remove(SignedCall);
        }
        call.extra.remove(BoundTo);
    }
    return lost;
}

} // namespace

chat::Event bound(const chat::Event &event, const QString &endpointId)
{
    if (const auto *call = std::get_if<chat::ToolCallDelta>(&event); call && call->extra.contains(SignedCall)) {
        chat::ToolCallDelta marked = *call;
        marked.extra.set(BoundTo, endpointId);
        return marked;
    }
    const auto *opaque = std::get_if<chat::ReasoningOpaque>(&event);
    if (!opaque || !opaque->block.isObject())
        return event;
    chat::ReasoningOpaque marked = *opaque;
    marked.block.set(BoundTo, endpointId);
    return marked;
}

UnboundRequest forEndpoint(const chat::Request &request, const catalog::Endpoint &endpoint,
                           const catalog::Catalog &catalog)
{
    UnboundRequest unbound{.request = request};
    for (qsizetype i = 0; i < request.messages.size(); ++i) {
        chat::Message &message = unbound.request.messages[i];
        const bool lostDetails = unbind(message.reasoningDetails, endpoint, catalog);
        const bool lostCalls = unbind(message.toolCalls, endpoint, catalog);
        if ((lostDetails || lostCalls) && unbound.notices.isEmpty())
            unbound.notices.append({.kind = dialects::Notice::Kind::Dropped,
                                    .path = u"messages[%1].%2"_s.arg(
                                        QString::number(i), lostDetails ? u"reasoning_details"_s : u"tool_calls"_s),
                                    .message = QCoreApplication::translate(
                                        "sb::engine",
                                        "Reasoning that another endpoint signed or encrypted is not sent: it would be "
                                        "refused here.")});
    }
    return unbound;
}

} // namespace sb::engine
