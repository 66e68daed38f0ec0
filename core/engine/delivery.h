#pragma once

#include "core/chat/event.h"
#include "core/routing/acceptance/acceptance.h"
#include "core/routing/chain.h"

namespace sb::engine {

/// Decides which events of which attempt reach the caller: the commit point of a chain. Pure.
/// - until first content nothing does, so that failing over is invisible; the finish waits for complete(), so that
///   nobody takes an answer for whole that is not
/// - Error: from then on everything; there is no second answer after content
/// - Splice: the next answer is held back until its text repeats the delivered text exactly, then goes on behind it
/// - Continue: the next answer goes on behind the delivered text, where it was asked to (goOn()); else like Splice
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
    /// A new attempt begins, with an answer of its own.
    void restart();
    /// A new attempt begins that was asked to go on from the delivered text without the blanks at its end.
    void goOn();
    /// Puts mended texts in the place of what is held; only while nothing was delivered.
    void mend(const routing::Judgement &judgement);
    /// The answer is whole: what is still held back.
    [[nodiscard]] Step complete();

    [[nodiscard]] bool contentDelivered() const { return m_delivered; }
    /// Whether an answer from elsewhere could still take the place of this one.
    [[nodiscard]] bool canRestart() const;
    /// What the caller has, or with Hold what it would get.
    [[nodiscard]] const chat::Answer &answer() const { return m_answer; }
    /// Where answers of two attempts meet, in UTF-16 units of the text, in order.
    [[nodiscard]] const QList<qsizetype> &seams() const { return m_seams; }

private:
    [[nodiscard]] Step beginAnew(chat::Started started);
    [[nodiscard]] Step match(const chat::Event &event);
    [[nodiscard]] Step join(const chat::Event &event);
    [[nodiscard]] Step pass(const chat::Event &event);
    [[nodiscard]] Step release();

    routing::AfterFirstContent m_mode;
    chat::Answer m_answer;
    QList<chat::Event> m_pending; ///< before the first content, after the finish, or held
    QString m_repeated; ///< text of the attempt that is being matched
    QString m_blanks; ///< at the end of the delivered text: the answer that goes on may bring them once more
    QList<qsizetype> m_seams;
    bool m_delivered = false;
    bool m_matching = false;
    bool m_joining = false; ///< waits for the first text of an answer that goes on
    bool m_replacing = false;
    bool m_finished = false;
    bool m_spliced = false;
};

} // namespace sb::engine
