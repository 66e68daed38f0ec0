#pragma once

#include "core/chat/event.h"
#include "core/routing/chain.h"

namespace sb::engine {

/// Decides which events of which attempt reach the caller: the commit point of a chain. Pure.
/// - until first content nothing does, so that failing over is invisible; the finish waits for complete(), so that
///   nobody takes an answer for whole that is not
/// - Error: from then on everything; there is no second answer after content
/// - Splice, and Continue as long as no dialect takes an assistant prefill: the next answer is held back until its text
///   repeats the delivered text exactly, then goes on behind it
/// - Hold: nothing before complete()
class Delivery
{
public:
    explicit Delivery(routing::AfterFirstContent mode);

    struct Step
    {
        QList<chat::Event> events = {}; ///< for the caller, now
        bool replaces = false; ///< what was delivered so far is void: it had reasoning only
        bool mismatch = false; ///< the new answer does not repeat the delivered text: no splice
    };
    [[nodiscard]] Step take(const chat::Event &event);
    /// A new attempt begins.
    void restart();
    /// The answer is whole: what is still held back.
    [[nodiscard]] Step complete();

    [[nodiscard]] bool contentDelivered() const { return m_delivered; }
    /// Whether an answer from elsewhere could still take the place of this one.
    [[nodiscard]] bool canRestart() const;
    /// What the caller has, or with Hold what it would get.
    [[nodiscard]] const chat::Answer &answer() const { return m_answer; }

private:
    [[nodiscard]] Step beginAnew(chat::Started started);
    [[nodiscard]] Step match(const chat::Event &event);
    [[nodiscard]] Step pass(const chat::Event &event);
    [[nodiscard]] Step release();

    routing::AfterFirstContent m_mode;
    chat::Answer m_answer;
    QList<chat::Event> m_pending; ///< before the first content, after the finish, or held
    QString m_repeated; ///< text of the attempt that is being matched
    bool m_delivered = false;
    bool m_matching = false;
    bool m_replacing = false;
    bool m_finished = false;
    bool m_spliced = false;
};

} // namespace sb::engine
