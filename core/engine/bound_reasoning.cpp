#include "core/engine/bound_reasoning.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

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

bool isClaude(const catalog::Endpoint &endpoint)
{
    return endpoint.modelId.startsWith("anthropic/"_L1);
}

/// Whether what one endpoint signed means something to another.
bool reads(const catalog::Endpoint &endpoint, const QString &maker, const catalog::Catalog &catalog)
{
    const catalog::Endpoint *other = catalog.endpoint(maker);
    return maker == endpoint.id || (other && isClaude(*other) && isClaude(endpoint));
}

} // namespace

chat::Event bound(const chat::Event &event, const QString &endpointId)
{
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
        const Json &details = request.messages[i].reasoningDetails;
        if (!details.isArray())
            continue;
        Json kept;
        bool lost = false;
        for (const Json &each : details.items()) {
            Json block = each;
            const bool foreign = block.contains(BoundTo) && !reads(endpoint, block[BoundTo].toText(), catalog);
            block.remove(BoundTo);
            const bool isBound = block.contains("data") || block.contains("signature");
            if (foreign && isBound) {
                lost = true;
                block = readable(block);
            }
            if (!block.isNull())
                kept.append(block);
        }
        unbound.request.messages[i].reasoningDetails = kept;
        if (lost && unbound.notices.isEmpty())
            unbound.notices.append({.kind = dialects::Notice::Kind::Dropped,
                                    .path = u"messages[%1].reasoning_details"_s.arg(i),
                                    .message = QCoreApplication::translate(
                                        "sb::engine",
                                        "Reasoning that another endpoint signed or encrypted is not sent: it would be "
                                        "refused here.")});
    }
    return unbound;
}

} // namespace sb::engine
