#include "ui/playground/session.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto SaveDelay = 600ms;
constexpr auto RunningSaveInterval = 2s;
constexpr int UndoDepth = 20;

chat::Message promptFrom(const QString &text, const QList<QByteArray> &images)
{
    chat::Message message = chat::Message::make(chat::Role::User, text);
    for (const QByteArray &url : images)
        message.parts.append(chat::ImagePart{.url = url});
    message.contentIsString = images.isEmpty();
    return message;
}

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
    connect(&m_store, &profile::ConversationStore::loaded, this,
            [this](const QString &, const Result<profile::Conversation> &loaded) {
                if (loaded)
                    show(*loaded);
                else if (loaded.error().kind != Error::Kind::NotFound) // deleted meanwhile: nothing to be said
                    emit notice(loaded.error().message, {});
            });
    connect(&m_store, &profile::ConversationStore::failed, this,
            [this](const Error &error) { emit notice(error.message, {}); });
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &PlaygroundSession::fillTargets);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &PlaygroundSession::fillTargets);
}

PlaygroundSession::~PlaygroundSession()
{
    keep();
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

void PlaygroundSession::open(const QString &id)
{
    keep();
    m_store.load(id);
}

void PlaygroundSession::startNew()
{
    keep();
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
}

void PlaygroundSession::startWith(const QString &target, const QString &prompt)
{
    startNew();
    if (!target.isEmpty() && !m_panes.isEmpty())
        m_panes.constFirst()->setTarget(target);
    m_shared.draft = prompt;
    emit draftChanged();
}

void PlaygroundSession::show(const profile::Conversation &conversation)
{
    if (conversation.id != m_shared.id)
        leave();
    while (!m_panes.isEmpty()) {
        PaneRun *pane = m_panes.takeLast();
        emit paneRemoved(pane);
        delete pane;
    }
    m_shared = conversation;
    m_shared.panes.clear();
    QList<profile::PaneState> states = conversation.panes;
    if (states.isEmpty())
        states.append({.target = m_workspace.defaultTarget()});
    for (profile::PaneState &state : states) {
        // Kept while it ran, and never again: the program was killed, or the machine went down.
        if (!state.turns.isEmpty() && state.turns.constLast().end.isEmpty() && state.turns.constLast().error.isEmpty())
            state.turns.last().error = tr("Signalbox ended before the answer was whole.");
        emit paneAdded(makePane(state));
    }
    m_saveSoon.stop();
    updateRunning();
    emit opened();
}

void PlaygroundSession::leave()
{
    if (!isAnyRunning() || m_shared.id.isEmpty())
        return;
    profile::Conversation left = snapshot();
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        if (!m_panes[i]->isRunning())
            continue;
        profile::Turn &turn = left.panes[i].turns.last();
        turn.end = routing::toWireName(routing::EndState::Cancelled);
        turn.error = tr("Stopped.");
    }
    m_store.save(left);
}

PaneRun *PlaygroundSession::makePane(const profile::PaneState &state)
{
    auto *pane = new PaneRun(m_engine, m_clock, state, this);
    m_panes.append(pane);
    connect(pane, &PaneRun::stateChanged, this, &PlaygroundSession::scheduleSave);
    connect(pane, &PaneRun::targetChanged, this, &PlaygroundSession::targetsChanged);
    connect(pane, &PaneRun::runningChanged, this, &PlaygroundSession::updateRunning);
    return pane;
}

void PlaygroundSession::fillTargets()
{
    // The window is on screen before the profile is read: panes wait for what there is to ask.
    for (PaneRun *pane : std::as_const(m_panes)) {
        if (pane->state().target.isEmpty() && pane->state().turns.isEmpty()) {
            pane->setState({.target = m_workspace.defaultTarget(), .parameters = pane->state().parameters});
            m_saveSoon.stop(); // nobody did anything
        }
    }
}

void PlaygroundSession::rename(const QString &id, const QString &title)
{
    const QString name = title.simplified();
    if (name.isEmpty())
        return;
    if (id != m_shared.id) {
        m_store.rename(id, name);
        return;
    }
    m_shared.title = name;
    emit titleChanged();
    save();
}

void PlaygroundSession::remove(const QString &id)
{
    const bool isOpen = id == m_shared.id;
    if (isOpen) {
        keep(); // what is typed comes back with an undo
        m_shared.id.clear();
    }
    m_store.remove(id);
    m_undo.append([this, id, isOpen] {
        m_store.restore(id);
        if (isOpen)
            open(id);
    });
    if (isOpen)
        startNew();
    emit notice(tr("Conversation deleted"), tr("Undo"));
}

bool PlaygroundSession::undo()
{
    if (m_undo.isEmpty())
        return false;
    m_undo.takeLast()();
    return true;
}

void PlaygroundSession::exportTo(const QString &path, bool markdown)
{
    const profile::Conversation whole = snapshot();
    m_workspace.exportFile(path,
                           markdown ? profile::toMarkdown(whole).toUtf8() : profile::toJson(whole).dumpIndented());
}

PaneRun *PlaygroundSession::addPane()
{
    if (m_panes.size() >= profile::MaxPanes)
        return nullptr;
    // A chain beside the models it is made of, or another model: something to compare with.
    QStringList asked;
    for (const PaneRun *pane : std::as_const(m_panes))
        asked.append(pane->state().target);
    QString target = m_workspace.defaultTarget();
    for (const QString &model : m_workspace.usableModels()) {
        if (!asked.contains(model)) {
            target = model;
            break;
        }
    }
    PaneRun *pane = makePane({.target = target});
    emit paneAdded(pane);
    scheduleSave();
    return pane;
}

void PlaygroundSession::removePane(PaneRun *pane)
{
    if (m_panes.size() < 2 || !m_panes.contains(pane))
        return;
    const auto index = m_panes.indexOf(pane);
    m_undo.append([this, index, state = pane->snapshot(), id = m_shared.id] {
        if (id != m_shared.id || m_panes.size() >= profile::MaxPanes)
            return;
        profile::Conversation whole = snapshot();
        whole.panes.insert(qMin(index, whole.panes.size()), state);
        restore(whole);
    });
    m_panes.removeOne(pane);
    emit paneRemoved(pane);
    pane->deleteLater(); // this may be a slot of it
    updateRunning();
    emit promptsChanged();
    scheduleSave();
    emit notice(tr("Pane closed"), tr("Undo"));
}

void PlaygroundSession::setDraft(const QString &text)
{
    if (text == m_shared.draft)
        return;
    m_shared.draft = text;
    scheduleSave();
}

void PlaygroundSession::setDraftImages(const QList<QByteArray> &dataUrls)
{
    if (dataUrls == m_shared.draftImages)
        return;
    m_shared.draftImages = dataUrls;
    scheduleSave();
}

void PlaygroundSession::setSystemPrompt(const QString &text)
{
    m_shared.systemPrompt = text;
    scheduleSave();
}

void PlaygroundSession::setParameters(const Json &parameters)
{
    m_shared.parameters = parameters;
    scheduleSave();
}

void PlaygroundSession::setTools(const Json &tools)
{
    m_shared.tools = tools;
    scheduleSave();
}

void PlaygroundSession::setResponseFormat(const Json &format)
{
    m_shared.responseFormat = format;
    scheduleSave();
}

void PlaygroundSession::send(const QList<PaneRun *> &receivers)
{
    const QString text = m_shared.draft.trimmed();
    if ((text.isEmpty() && m_shared.draftImages.isEmpty()) || isAnyRunning())
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
    const QList<PaneRun *> asked = receivers.isEmpty() ? m_panes : receivers;
    for (PaneRun *pane : asked) {
        if (!pane->state().target.isEmpty())
            pane->ask(m_shared, question);
    }
    emit promptsChanged();
    emit draftChanged();
    save();
}

void PlaygroundSession::sendAgain(int prompt, const QString &text)
{
    const profile::Turn *asked = turn(prompt);
    if (!asked || isAnyRunning() || text.trimmed().isEmpty())
        return;
    profile::Conversation before = snapshot();
    profile::Turn question{.user = asked->user, .prompt = prompt};
    question.user.parts.removeIf([](const chat::Part &part) { return std::holds_alternative<chat::TextPart>(part); });
    question.user.parts.prepend(chat::TextPart{.text = text.trimmed()});
    question.user.contentIsString = question.user.parts.size() == 1;
    question.user.layout = {};
    bool forgets = false;
    for (PaneRun *pane : std::as_const(m_panes)) {
        const qsizetype at = profile::turnOfPrompt(pane->state(), prompt);
        if (at < 0 || pane->state().target.isEmpty())
            continue;
        forgets = forgets || at + 1 < pane->state().turns.size();
        pane->askAgain(m_shared, at, question);
    }
    m_undo.append([this, before] { restore(before); });
    if (m_undo.size() > UndoDepth)
        m_undo.removeFirst();
    emit promptsChanged();
    save();
    if (forgets)
        emit notice(tr("Sent again. Later turns were dropped."), tr("Undo"));
}

void PlaygroundSession::restore(const profile::Conversation &before)
{
    if (before.id != m_shared.id)
        return;
    profile::Conversation whole = before;
    whole.draft = m_shared.draft; // what was typed since stays
    whole.draftImages = m_shared.draftImages;
    show(whole);
    save();
}

void PlaygroundSession::retry(PaneRun *pane)
{
    const qsizetype last = pane->state().turns.size() - 1;
    if (last < 0 || pane->isRunning())
        return;
    const profile::Turn question = pane->state().turns[last];
    pane->askAgain(m_shared, last, question);
    emit promptsChanged();
}

void PlaygroundSession::askHere(PaneRun *pane, int prompt)
{
    const profile::Turn *asked = turn(prompt);
    if (asked && !pane->isRunning() && profile::turnOfPrompt(pane->state(), prompt) < 0)
        pane->ask(m_shared, {.user = asked->user, .prompt = prompt});
}

void PlaygroundSession::retryAll()
{
    for (PaneRun *pane : std::as_const(m_panes))
        retry(pane);
}

void PlaygroundSession::sendResults(PaneRun *pane, const QList<chat::Message> &results)
{
    if (!results.isEmpty() && !pane->isRunning())
        pane->ask(m_shared, {.results = results});
}

void PlaygroundSession::stopAll()
{
    for (PaneRun *pane : std::as_const(m_panes))
        pane->stop();
}

void PlaygroundSession::keep()
{
    if (m_saveSoon.isActive() || isAnyRunning())
        save();
}

void PlaygroundSession::scheduleSave()
{
    m_saveSoon.start();
}

void PlaygroundSession::save()
{
    m_saveSoon.stop();
    if (m_shared.id.isEmpty() || (m_shared.title.isEmpty() && isEmpty() && m_shared.draft.isEmpty()))
        return; // nobody typed anything: no file for it
    m_shared.changedAt = m_clock.wall();
    m_store.save(snapshot());
    emit kept();
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
