#include "ui/playground/session.h"

#include <memory>

using namespace Qt::StringLiterals;

// How a PlaygroundSession asks, and how what is asked again is undone; the rest of it is in session.cpp.
namespace sb::ui {

namespace {

chat::Message promptFrom(const QString &text, const QList<QByteArray> &images)
{
    chat::Message message = chat::Message::make(chat::Role::User, text);
    for (const QByteArray &url : images)
        message.parts.append(chat::ImagePart{.url = url});
    message.contentIsString = images.isEmpty();
    return message;
}

/// The same message with another text: its images stay.
chat::Message reworded(chat::Message message, const QString &text)
{
    message.parts.removeIf([](const chat::Part &part) { return std::holds_alternative<chat::TextPart>(part); });
    message.parts.prepend(chat::TextPart{.text = text});
    message.contentIsString = message.parts.size() == 1;
    message.layout = {};
    return message;
}

} // namespace

void PlaygroundSession::send(const QList<PaneRun *> &receivers)
{
    const QString text = m_shared.draft.trimmed();
    QList<PaneRun *> asked = receivers.isEmpty() ? m_panes : receivers;
    asked.removeIf([](const PaneRun *pane) { return pane->state().target.isEmpty(); });
    if ((text.isEmpty() && m_shared.draftImages.isEmpty()) || isAnyRunning() || asked.isEmpty())
        return;
    m_workspace.setFresh(false);
    if (m_shared.title.isEmpty()) {
        m_shared.title = text.isEmpty() ? tr("Image") : profile::titleFor(text);
        emit titleChanged();
    }
    const QList<int> before = prompts();
    const profile::Turn question{.user = promptFrom(text, m_shared.draftImages),
                                 .prompt = before.isEmpty() ? 1 : before.constLast() + 1};
    m_shared.draft.clear();
    m_shared.draftImages.clear();
    for (PaneRun *pane : std::as_const(asked))
        ask(pane, question);
    for (qsizetype i = asked.size(); i > 0; --i) // so that the first pane's is the one that was asked last
        m_workspace.noteAsked(asked[i - 1]->state().target);
    emit promptsChanged();
    emit draftChanged();
    save();
}

void PlaygroundSession::ask(PaneRun *pane, const profile::Turn &question)
{
    touch();
    m_undo.forgetSwaps(m_shared.id); // they would throw this turn away
    pane->ask(m_shared, question);
}

bool PlaygroundSession::sendAgain(int prompt, const QString &text)
{
    const profile::Turn *asked = turn(prompt);
    if (!asked || isAnyRunning() || text.trimmed().isEmpty())
        return false;
    const profile::Turn question{.user = reworded(asked->user, text.trimmed()), .prompt = prompt};
    Histories before;
    bool forgets = false;
    bool drops = false;
    for (PaneRun *pane : std::as_const(m_panes)) {
        const qsizetype at = profile::turnOfPrompt(pane->state(), prompt);
        if (at < 0 || pane->state().target.isEmpty())
            continue;
        before.insert(pane->key(), pane->state().turns);
        forgets = forgets || at + 1 < pane->state().turns.size();
        drops = drops || profile::hasAnswer(pane->state().turns[at]);
        pane->askAgain(m_shared, at, question);
    }
    if (before.isEmpty())
        return false;
    touch();
    emit promptsChanged();
    save();
    const UndoList::Step step = exchange(before);
    if (forgets)
        offerUndo(tr("Sent again. Later turns were dropped."), step);
    else if (drops)
        offerUndo(tr("Sent again. The answer before was dropped."), step);
    else
        m_undo.push(step);
    return true;
}

void PlaygroundSession::retryIn(const QList<PaneRun *> &panes)
{
    Histories before;
    bool drops = false;
    for (PaneRun *pane : panes) {
        const qsizetype last = pane->state().turns.size() - 1;
        if (last < 0 || pane->isRunning() || pane->state().target.isEmpty())
            continue;
        before.insert(pane->key(), pane->state().turns);
        const profile::Turn question = pane->state().turns[last];
        drops = drops || profile::hasAnswer(question);
        pane->askAgain(m_shared, last, question);
    }
    if (before.isEmpty())
        return;
    touch();
    emit promptsChanged();
    save();
    if (drops)
        offerUndo(tr("Asked again. The answer before was dropped."), exchange(before));
    else
        m_undo.push(exchange(before));
}

void PlaygroundSession::retry(PaneRun *pane)
{
    retryIn({pane});
}

void PlaygroundSession::retryAll()
{
    retryIn(m_panes);
}

void PlaygroundSession::askHere(PaneRun *pane, int prompt)
{
    const profile::Turn *asked = turn(prompt);
    if (asked && !pane->isRunning() && profile::turnOfPrompt(pane->state(), prompt) < 0)
        ask(pane, {.user = asked->user, .prompt = prompt});
}

void PlaygroundSession::sendResults(PaneRun *pane, const QList<chat::Message> &results)
{
    if (!results.isEmpty() && !pane->isRunning())
        ask(pane, {.results = results});
}

void PlaygroundSession::stopAll()
{
    for (PaneRun *pane : std::as_const(m_panes))
        pane->stop();
}

/// What is there when it is undone is kept in its place, so that neither of both is lost.
UndoList::Step PlaygroundSession::exchange(const Histories &before)
{
    const auto other = std::make_shared<Histories>(before);
    const auto apply = [this, other] {
        bool any = false;
        for (PaneRun *pane : std::as_const(m_panes)) {
            const auto it = other->find(pane->key());
            if (it == other->end())
                continue;
            *it = pane->exchangeTurns(*it);
            any = true;
        }
        if (any) {
            emit promptsChanged();
            touch();
            save();
        }
        return any;
    };
    return {.conversation = m_shared.id, .swaps = true, .apply = apply};
}

void PlaygroundSession::correctClass(const chat::Request &request, const QString &className)
{
    const routing::ClassRules before = m_workspace.classRules();
    const routing::ClassRules after = routing::corrected(before, request, className);
    if (after == before) {
        emit notice(tr("This class can take no further example"), {});
        return;
    }
    m_workspace.setClassRules(after);
    const UndoList::Step step{.apply = [this, before, after] {
        if (m_workspace.classRules() != after)
            return false; // edited since: what came then is not thrown away
        m_workspace.setClassRules(before);
        return true;
    }};
    const routing::Classification now = m_workspace.classifier().classify(request);
    const QString name = routing::classNameForPeople(className);
    offerUndo(now.className == className
                  ? tr("Kept as an example of “%1”").arg(name)
                  : tr("Kept, but a rule of “%1” decides first").arg(routing::classNameForPeople(now.className)),
              step);
}

void PlaygroundSession::offerUndo(const QString &text, const UndoList::Step &step)
{
    m_noticed = m_undo.push(step);
    emit notice(text, tr("Undo"));
}

bool PlaygroundSession::undo()
{
    return m_undo.undo(m_shared.id);
}

bool PlaygroundSession::undoNoticed()
{
    return m_undo.undo(m_shared.id, std::exchange(m_noticed, 0));
}

bool PlaygroundSession::redo()
{
    return m_undo.redo(m_shared.id);
}

} // namespace sb::ui
