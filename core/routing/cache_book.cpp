#include "core/routing/cache_book.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

constexpr SteadyTime KeptUsually = 5min;
constexpr SteadyTime KeptOnDemand = 1h;
constexpr qsizetype MostConversations = 2'000;
constexpr double LeastShare = 0.05;
constexpr double NewShare = 0.3; ///< of what is learned: a habit follows a change within some five turns

} // namespace

quint64 conversationKey(const chat::Request &request)
{
    constexpr size_t Seed = 0x5167;
    if (!request.sessionId.isEmpty())
        return qHash(request.sessionId, Seed);
    size_t key = Seed + 1;
    for (const chat::Message &message : request.messages) {
        const bool instruction = message.role == chat::Role::System || message.role == chat::Role::Developer;
        key = qHash(message.text(), key);
        if (!instruction)
            break;
    }
    return key;
}

void CacheBook::answered(const chat::Request &request, const QString &endpointId, const chat::Usage &usage,
                         SteadyTime now)
{
    if (!usage.prompt)
        return;
    Conversation &conversation = m_conversations[conversationKey(request)];
    Prompt &prompt = conversation.prompts[endpointId];
    if (prompt.tokens > 0 && now < prompt.at + prompt.keptFor) {
        double &share = m_habits[endpointId].share;
        const double seen = double(usage.cacheRead.value_or(0)) / double(prompt.tokens);
        share += NewShare * (std::clamp(seen, 0.0, 1.0) - share);
    }
    prompt = {
        .tokens = *usage.prompt, .at = now, .keptFor = usage.cacheWrite1h.value_or(0) > 0 ? KeptOnDemand : KeptUsually};
    conversation.last = endpointId;
    conversation.at = now;
    forgetOldest();
}

CacheView CacheBook::view(const chat::Request &request, SteadyTime now) const
{
    const auto conversation = m_conversations.constFind(conversationKey(request));
    if (conversation == m_conversations.constEnd())
        return {};
    CacheView view;
    for (auto it = conversation->prompts.begin(); it != conversation->prompts.end(); ++it) {
        if (now >= it->at + it->keptFor)
            continue;
        const double share = m_habits.value(it.key()).share;
        if (share < LeastShare) // it caches nothing: no reason to stay
            continue;
        view.tokens.insert(it.key(), qint64(double(it->tokens) * share));
        if (it.key() == conversation->last)
            view.stayAt = it.key();
    }
    return view;
}

void CacheBook::forgetOldest()
{
    if (m_conversations.size() <= MostConversations)
        return;
    const auto oldest = std::min_element(m_conversations.cbegin(), m_conversations.cend(),
                                         [](const auto &a, const auto &b) { return a.at < b.at; });
    m_conversations.erase(oldest);
}

} // namespace sb::routing
