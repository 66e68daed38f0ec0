#include "core/routing/opaque_reasoning.h"

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

bool isOfClaude(const catalog::Endpoint &endpoint)
{
    return endpoint.modelId.startsWith("anthropic/"_L1);
}

void addMaker(QStringList &makers, const Json &block)
{
    const QString maker = block[BoundTo].toText();
    if (!maker.isEmpty() && !makers.contains(maker))
        makers.append(maker);
}

bool isOpaque(const Json &block)
{
    return block.contains("data") || block.contains("signature");
}

} // namespace

bool readsReasoningOf(const QString &maker, const catalog::Endpoint &endpoint, const catalog::Catalog &catalog)
{
    if (maker == endpoint.id)
        return true;
    const catalog::Endpoint *other = catalog.endpoint(maker);
    return other && isOfClaude(*other) && isOfClaude(endpoint);
}

QStringList reasoningInFlight(const chat::Request &request)
{
    QStringList makers;
    for (auto it = request.messages.crbegin(); it != request.messages.crend(); ++it) {
        if (it->role == chat::Role::Tool)
            continue;
        // What the user said, or a whole answer, ended the turn before.
        if (it->role != chat::Role::Assistant || it->toolCalls.isEmpty())
            break;
        for (const Json &block : it->reasoningDetails.items()) {
            if (isOpaque(block))
                addMaker(makers, block);
        }
        for (const chat::ToolCall &call : it->toolCalls)
            addMaker(makers, call.extra);
    }
    return makers;
}

bool demandsSignedCalls(const catalog::Provider &provider, const catalog::Endpoint &endpoint)
{
    return provider.dialect == catalog::DialectId::OpenAiChat && endpoint.modelId.startsWith("google/gemini-3"_L1);
}

} // namespace sb::routing
