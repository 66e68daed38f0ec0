#include "ui/playground/session.h"

#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto SaveDelay = 600ms;
constexpr auto RunningSaveInterval = 2s;

} // namespace

PlaygroundSession::PlaygroundSession(engine::Engine &engine, profile::Workspace &workspace,
                                     profile::ConversationStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_workspace(workspace)
    , m_store(store)
    , m_clock(clock)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(SaveDelay);
    m_saveRunning.setInterval(RunningSaveInterval);
    connect(&m_saveSoon, &QTimer::timeout, this, &PlaygroundSession::save);
    connect(&m_saveRunning, &QTimer::timeout, this, &PlaygroundSession::save);
    connect(&m_store, &profile::ConversationStore::loaded, this, &PlaygroundSession::take);
    connect(&m_store, &profile::ConversationStore::failed, this, &PlaygroundSession::failed);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &PlaygroundSession::fillTargets);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &PlaygroundSession::fillTargets);
}

PlaygroundSession::~PlaygroundSession()
{
    keep();
    for (const AwayConversation *away : std::as_const(m_away))
        hand(away->snapshot());
}

profile::Conversation PlaygroundSession::snapshot() const
{
    profile::Conversation whole = m_shared;
    for (const PaneRun *pane : m_panes)
        whole.panes.append(pane->snapshot());
    return whole;
}

bool PlaygroundSession::isAnyRunning() const
{
    return std::any_of(m_panes.cbegin(), m_panes.cend(), [](const PaneRun *pane) { return pane->isRunning(); });
}

bool PlaygroundSession::isEmpty() const
{
    return std::all_of(m_panes.cbegin(), m_panes.cend(),
                       [](const PaneRun *pane) { return pane->state().turns.isEmpty(); });
}

QList<int> PlaygroundSession::prompts() const
{
    QList<profile::PaneState> states;
    for (const PaneRun *pane : m_panes)
        states.append(pane->state());
    return profile::promptsOf(states);
}

const profile::Turn *PlaygroundSession::turn(int prompt) const
{
    for (const PaneRun *pane : m_panes) {
        if (const qsizetype at = profile::turnOfPrompt(pane->state(), prompt); at >= 0)
            return &pane->state().turns[at];
    }
    return nullptr;
}

void PlaygroundSession::startNew()
{
    profile::Conversation fresh{
        .id = QUuid::createUuid().toString(QUuid::Id128), .createdAt = m_clock.wall(), .changedAt = m_clock.wall()};
    fresh.panes = {{.target = m_workspace.defaultTarget()}};
    if (m_workspace.isFresh())
        fresh.draft = tr("Our provider answers 529 at peak hours. What should we do for each kind of failure? A short "
                         "table, then a retry helper in Python.");
    show(fresh);
}

void PlaygroundSession::resume(const profile::Conversation &conversation)
{
    show(conversation);
    m_hasFile = !profile::isBlank(conversation); // the other session kept it
}

void PlaygroundSession::startWith(const QString &target, const QString &prompt)
{
    startNew();
    if (!target.isEmpty() && !m_panes.isEmpty())
        m_panes.constFirst()->setTarget(target);
    m_shared.draft = prompt;
    touch();
    emit draftChanged();
}

void PlaygroundSession::show(const profile::Conversation &conversation)
{
    leave();
    forgetAway(conversation.id); // this is a later one
    present(conversation);
    QList<profile::PaneState> states = conversation.panes;
    if (states.isEmpty())
        states.append({.target = m_workspace.defaultTarget()});
    const QList<int> keys = m_keysOf.value(conversation.id);
    for (qsizetype i = 0; i < states.size(); ++i) {
        profile::PaneState &state = states[i];
        // Kept while it ran, and never again: the program was killed, or the machine went down.
        if (!state.turns.isEmpty() && state.turns.constLast().end.isEmpty() && state.turns.constLast().error.isEmpty())
            state.turns.last().error = tr("Signalbox ended before the answer was whole.");
        insertPane(i, state, keys.size() == states.size() ? keys[i] : ++m_lastKey);
    }
    m_saveSoon.stop();
    updateRunning();
    emit opened();
}

void PlaygroundSession::comeBack(AwayConversation *away)
{
    leave();
    present(away->shared());
    m_hasFile = true;
    for (PaneRun *pane : away->takePanes())
        adopt(m_panes.size(), pane);
    m_away.remove(m_shared.id);
    away->deleteLater();
    updateRunning();
    emit opened();
}

/// Without panes yet.
void PlaygroundSession::present(const profile::Conversation &shared)
{
    m_opening.clear();
    m_shared = shared;
    m_shared.panes.clear();
    m_hasFile = false;
}

PaneRun *PlaygroundSession::insertPane(qsizetype index, const profile::PaneState &state, int key)
{
    auto *pane = new PaneRun(m_engine, m_clock, state, key);
    adopt(index, pane);
    return pane;
}

void PlaygroundSession::adopt(qsizetype index, PaneRun *pane)
{
    pane->setParent(this);
    m_panes.insert(index, pane);
    connect(pane, &PaneRun::stateChanged, this, &PlaygroundSession::scheduleSave);
    connect(pane, &PaneRun::edited, this, &PlaygroundSession::touch);
    connect(pane, &PaneRun::targetChanged, this, &PlaygroundSession::targetsChanged);
    connect(pane, &PaneRun::runningChanged, this, &PlaygroundSession::updateRunning);
    emit paneAdded(pane);
}

PaneRun *PlaygroundSession::appendPane(const profile::PaneState &state)
{
    return insertPane(m_panes.size(), state, ++m_lastKey);
}

void PlaygroundSession::fillTargets()
{
    // The window is on screen before the profile is read: panes wait for what there is to ask.
    const bool waits = m_saveSoon.isActive();
    for (PaneRun *pane : std::as_const(m_panes)) {
        if (pane->state().target.isEmpty() && pane->state().turns.isEmpty())
            pane->setState({.target = m_workspace.defaultTarget(), .parameters = pane->state().parameters});
    }
    if (!waits)
        m_saveSoon.stop(); // nobody did anything
}

PaneRun *PlaygroundSession::addPane()
{
    if (m_panes.size() >= profile::MaxPanes)
        return nullptr;
    // A chain beside the models it is made of, or another model: something to compare with.
    QStringList asked;
    for (const PaneRun *pane : std::as_const(m_panes))
        asked.append(pane->state().target);
    const QString other = m_workspace.nextModel(asked);
    PaneRun *pane = appendPane({.target = other.isEmpty() ? m_workspace.defaultTarget() : other});
    touch();
    return pane;
}

void PlaygroundSession::removePane(PaneRun *pane)
{
    if (m_panes.size() < 2 || !m_panes.contains(pane))
        return;
    const auto index = m_panes.indexOf(pane);
    m_panes.removeOne(pane);
    pane->disconnect(this);
    emit paneRemoved(pane);
    pane->setParent(nullptr);
    pane->stop(); // its end still comes, with what it cost
    // Until it comes back it belongs to the step that brings it. deleteLater(): this may be a slot of it.
    const std::shared_ptr<PaneRun> closed(pane, [guard = QPointer(pane)](PaneRun *) {
        if (guard && !guard->parent())
            guard->deleteLater();
    });
    const auto comeBack = [this, index, closed] {
        if (m_panes.size() >= profile::MaxPanes)
            return false;
        adopt(qMin(index, m_panes.size()), closed.get());
        updateRunning();
        emit promptsChanged();
        touch();
        return true;
    };
    updateRunning();
    emit promptsChanged();
    touch();
    offerUndo(tr("Pane closed"), {.conversation = m_shared.id, .apply = comeBack});
}

void PlaygroundSession::setDraft(const QString &text)
{
    if (text == m_shared.draft)
        return;
    m_shared.draft = text;
    touch();
}

void PlaygroundSession::setEdit(const profile::PromptEdit &edit)
{
    if (edit == m_shared.edit)
        return;
    m_shared.edit = edit;
    touch();
}

void PlaygroundSession::setDraftImages(const QList<QByteArray> &dataUrls)
{
    if (dataUrls == m_shared.draftImages)
        return;
    m_shared.draftImages = dataUrls;
    touch();
}

void PlaygroundSession::setSystemPrompt(const QString &text)
{
    if (text == m_shared.systemPrompt)
        return;
    m_shared.systemPrompt = text;
    touch();
}

void PlaygroundSession::setParameters(const Json &parameters)
{
    if (parameters == m_shared.parameters)
        return;
    m_shared.parameters = parameters;
    touch();
}

void PlaygroundSession::setTools(const Json &tools)
{
    if (tools == m_shared.tools)
        return;
    m_shared.tools = tools;
    touch();
}

void PlaygroundSession::setResponseFormat(const Json &format)
{
    if (format == m_shared.responseFormat)
        return;
    m_shared.responseFormat = format;
    touch();
}

void PlaygroundSession::setUnfinished(const Json &texts)
{
    if (texts == m_shared.unfinished)
        return;
    m_shared.unfinished = texts;
    touch();
}

void PlaygroundSession::updateRunning()
{
    const bool running = isAnyRunning();
    if (running && !m_saveRunning.isActive())
        m_saveRunning.start();
    else if (!running)
        m_saveRunning.stop();
    emit runningChanged();
}

} // namespace sb::ui
