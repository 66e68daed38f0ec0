#include "core/engine/delivery.h"

#include "core/engine/continuation.h"

#include <utility>

namespace sb::engine {

using routing::AfterFirstContent;

namespace {

bool isReasoning(const chat::Event &event)
{
    return std::holds_alternative<chat::ReasoningDelta>(event) || std::holds_alternative<chat::ReasoningOpaque>(event);
}

} // namespace

Delivery::Delivery(AfterFirstContent mode)
    : m_mode(mode)
{
}

bool Delivery::canRestart() const
{
    if (!m_delivered)
        return true;
    if (m_mode == AfterFirstContent::Error)
        return false;
    return m_answer.toolCalls.isEmpty() && m_answer.refusal.isEmpty() && m_answer.other.isEmpty();
}

void Delivery::restart()
{
    m_pending.clear();
    m_repeated.clear();
    m_finished = false;
    m_joining = false;
    m_replacing = m_delivered && m_answer.text.isEmpty();
    m_matching = m_delivered && !m_replacing;
    if (!m_delivered)
        m_answer = {};
}

void Delivery::goOn()
{
    restart();
    m_matching = false;
    m_joining = true;
    m_spliced = true;
    m_blanks = m_answer.text.mid(withoutBlanks(m_answer.text).size());
}

Delivery::Step Delivery::take(const chat::Event &event)
{
    if (const auto *started = std::get_if<chat::Started>(&event); started && started->anew)
        return beginAnew(*started);
    if (m_joining)
        return join(event);
    return m_matching ? match(event) : pass(event);
}

/// The provider sends its answer once more: like an answer from elsewhere.
Delivery::Step Delivery::beginAnew(chat::Started started)
{
    if (!canRestart())
        return {.mismatch = true};
    restart();
    started.anew = false; // the delivered text stays, and the rest is gone by now
    return take(started);
}

Delivery::Step Delivery::pass(const chat::Event &event)
{
    // The reasoning of a second answer belongs to a text that nobody reads.
    if (m_spliced && isReasoning(event))
        return {};
    m_finished = m_finished || std::holds_alternative<chat::Finished>(event);
    m_pending.append(event);
    if (m_mode == AfterFirstContent::Hold) {
        m_answer.apply(event);
        return {};
    }
    const bool goesOn = m_delivered && !m_replacing;
    if (m_finished || (!goesOn && !chat::isContent(event)))
        return {};
    return release();
}

Delivery::Step Delivery::release()
{
    Step step{.events = std::exchange(m_pending, {}), .replaces = std::exchange(m_replacing, false)};
    if (step.replaces)
        m_answer = {};
    for (const chat::Event &event : std::as_const(step.events)) {
        if (m_mode != AfterFirstContent::Hold)
            m_answer.apply(event);
    }
    m_delivered = true;
    return step;
}

Delivery::Step Delivery::match(const chat::Event &event)
{
    if (isReasoning(event))
        return {};
    const auto *delta = std::get_if<chat::TextDelta>(&event);
    if (!delta && !chat::isContent(event) && !std::holds_alternative<chat::Finished>(event)) {
        m_pending.append(event);
        return {};
    }
    if (delta)
        m_repeated += delta->text;
    if (delta && m_repeated.size() <= m_answer.text.size())
        return {.mismatch = !m_answer.text.startsWith(m_repeated)};
    if (!m_repeated.startsWith(m_answer.text))
        return {.mismatch = true};
    m_matching = false;
    m_spliced = true;
    m_seams.append(m_answer.text.size());
    return pass(delta ? chat::Event(chat::TextDelta{.text = m_repeated.mid(m_answer.text.size())}) : event);
}

/// The model was shown the text without the blanks at its end and may begin with them.
Delivery::Step Delivery::join(const chat::Event &event)
{
    const auto *delta = std::get_if<chat::TextDelta>(&event);
    if (!delta && !chat::isContent(event)) {
        m_pending.append(event); // as long as nothing of it was delivered, the attempt may still fail unseen
        return {};
    }
    if (!delta)
        return pass(event);
    QString text = delta->text;
    while (!text.isEmpty() && m_blanks.startsWith(text.front())) {
        text.remove(0, 1);
        m_blanks.remove(0, 1);
    }
    if (text.isEmpty())
        return {};
    m_joining = false;
    m_seams.append(m_answer.text.size());
    return pass(chat::TextDelta{.text = text});
}

/// Each mended text takes the place of its pieces as one piece.
void Delivery::mend(const routing::Judgement &judgement)
{
    Q_ASSERT(!m_delivered);
    QHash<int, QString> calls; // by the index of the call in the stream
    for (const routing::RepairedCall &repaired : judgement.calls) {
        const auto &indexes = m_answer.toolCallIndexes;
        calls.insert(indexes.isEmpty() ? int(repaired.call) : indexes.at(repaired.call),
                     QString::fromUtf8(repaired.arguments.text));
    }
    std::optional<QString> text;
    if (judgement.text)
        text = QString::fromUtf8(judgement.text->text);
    for (chat::Event &event : m_pending) {
        if (auto *delta = std::get_if<chat::TextDelta>(&event); delta && text)
            delta->text = std::exchange(*text, QString());
        else if (auto *call = std::get_if<chat::ToolCallDelta>(&event); call && calls.contains(call->index))
            call->arguments = std::exchange(calls[call->index], QString());
    }
    m_answer = {};
    for (const chat::Event &event : std::as_const(m_pending))
        m_answer.apply(event);
}

Delivery::Step Delivery::complete()
{
    return release();
}

} // namespace sb::engine
