#pragma once

#include "core/base/clock.h"
#include "core/chat/request.h"
#include "core/chat/usage.h"
#include "core/routing/plan.h"

#include <QHash>

namespace sb::routing {

/// What endpoints have cached of conversations, as their own counts of cached tokens show: so that the next turn of a
/// conversation is priced as it will be, and stays where it is cheaper. A value with time handed in; bounded.
///
/// An endpoint that was sent a prompt has it for five minutes from its last use, or for the hour that a cache mark asks
/// for. How much of a prompt it then reads from the cache is learned by endpoint: the share of the earlier prompt that
/// came back as cached, starting from a half.
/// Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching (5 minutes, 1 hour),
/// https://developers.openai.com/api/docs/guides/prompt-caching (5 to 10 minutes of inactivity)
class CacheBook
{
public:
    /// After an answer. Nothing is learned from a provider that counted nothing.
    void answered(const chat::Request &request, const QString &endpointId, const chat::Usage &usage, SteadyTime now);
    [[nodiscard]] CacheView view(const chat::Request &request, SteadyTime now) const;

private:
    struct Prompt
    {
        qint64 tokens = 0;
        SteadyTime at{0};
        SteadyTime keptFor{0};
    };
    struct Conversation
    {
        QString last = {}; ///< endpoint
        QHash<QString, Prompt> prompts = {}; ///< by endpoint
        SteadyTime at{0};
    };
    struct Habit
    {
        double share = 0.5; ///< of the earlier prompt that came from the cache
    };
    void forgetOldest();

    QHash<quint64, Conversation> m_conversations;
    QHash<QString, Habit> m_habits; ///< by endpoint
};

/// What one conversation has in common from its first turn on: its session, else its instructions and first message.
[[nodiscard]] quint64 conversationKey(const chat::Request &request);

} // namespace sb::routing
