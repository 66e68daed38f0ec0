#include "ui/playground/session.h"

// What a PlaygroundSession reads and keeps; the rest of it is in session.cpp.
namespace sb::ui {

void PlaygroundSession::open(const QString &id)
{
    if (id == m_opening)
        return;
    m_opening.clear();
    if (id == m_shared.id)
        return; // reading it again would end its answers
    if (AwayConversation *away = m_away.value(id)) {
        comeBack(away);
        return;
    }
    keep();
    m_opening = id;
    m_store.load(id);
}

void PlaygroundSession::take(const QString &id, const Result<profile::Conversation> &loaded)
{
    if (id != m_opening)
        return; // another is wanted by now, or somebody types here
    m_opening.clear();
    if (loaded) {
        show(*loaded);
        m_hasFile = true;
    } else if (loaded.error().kind != Error::Kind::NotFound) { // deleted meanwhile: nothing to be said
        emit failed(loaded.error());
    }
}

void PlaygroundSession::leave(Answers answers)
{
    if (!m_shared.id.isEmpty()) {
        QList<int> keys;
        for (const PaneRun *pane : std::as_const(m_panes))
            keys.append(pane->key());
        m_keysOf.insert(m_shared.id, keys);
        if (isAnyRunning() && answers == Answers::GoOn) {
            keep();
            sendAway();
        } else if (m_saveSoon.isActive() || isAnyRunning()) {
            write(stoppedSnapshot());
        }
    }
    close();
}

profile::Conversation PlaygroundSession::stoppedSnapshot() const
{
    profile::Conversation whole = m_shared;
    for (const PaneRun *pane : m_panes)
        whole.panes.append(pane->stoppedSnapshot());
    return whole;
}

void PlaygroundSession::sendAway()
{
    const QList<PaneRun *> panes = std::exchange(m_panes, {});
    for (PaneRun *pane : panes) {
        pane->disconnect(this);
        emit paneRemoved(pane);
    }
    auto *away = new AwayConversation(m_shared, panes, this);
    m_away.insert(m_shared.id, away);
    connect(away, &AwayConversation::changed, this, [this, away] { hand(away->snapshot()); });
    connect(away, &AwayConversation::ended, this, [this, away] {
        m_away.remove(away->shared().id);
        away->deleteLater(); // this is a signal of its panes
    });
    //: %1 is the title of a conversation that was left while answers came.
    emit notice(tr("Still answering: %1").arg(m_shared.title), {});
}

void PlaygroundSession::close()
{
    while (!m_panes.isEmpty()) {
        PaneRun *pane = m_panes.takeLast();
        emit paneRemoved(pane);
        delete pane;
    }
}

void PlaygroundSession::forgetAway(const QString &id)
{
    AwayConversation *away = m_away.take(id);
    if (!away)
        return;
    hand(away->stoppedSnapshot());
    delete away;
}

void PlaygroundSession::rename(const QString &id, const QString &title)
{
    const QString name = title.simplified();
    if (name.isEmpty())
        return;
    if (AwayConversation *away = m_away.value(id)) {
        away->setTitle(name);
        return;
    }
    if (id != m_shared.id) {
        m_store.rename(id, name);
        return;
    }
    m_shared.title = name;
    emit titleChanged();
    touch();
    save();
}

void PlaygroundSession::remove(const QString &id)
{
    const bool isOpen = id == m_shared.id;
    if (isOpen && profile::isBlank(snapshot())) { // all of it was deleted just now
        write(snapshot());
        startNew();
        return;
    }
    if (isOpen) {
        leave(Answers::Stop); // what is typed comes back with an undo
        m_shared.id.clear();
    }
    forgetAway(id);
    m_store.remove(id);
    const UndoList::Step step{.apply = [this, id, isOpen] {
        m_store.restore(id);
        if (isOpen)
            open(id);
        return true;
    }};
    if (isOpen)
        startNew();
    offerUndo(tr("Conversation deleted"), step);
}

void PlaygroundSession::exportTo(const QString &path, bool markdown)
{
    const profile::Conversation whole = snapshot();
    m_workspace.exportFile(path,
                           markdown ? profile::toMarkdown(whole).toUtf8() : profile::toJson(whole).dumpIndented());
}

void PlaygroundSession::keep()
{
    if (m_saveSoon.isActive() || isAnyRunning())
        save();
}

void PlaygroundSession::touch()
{
    m_opening.clear(); // it would replace what is done here
    scheduleSave();
}

void PlaygroundSession::scheduleSave()
{
    m_saveSoon.start();
}

void PlaygroundSession::save()
{
    write(snapshot());
}

void PlaygroundSession::write(profile::Conversation whole)
{
    m_saveSoon.stop();
    if (m_shared.id.isEmpty())
        return;
    if (profile::isBlank(whole)) {
        // No file for nothing, and what was deleted does not come back at the next start.
        if (std::exchange(m_hasFile, false))
            m_store.discard(m_shared.id);
        return;
    }
    m_hasFile = true;
    m_shared.changedAt = m_clock.wall();
    hand(std::move(whole));
}

void PlaygroundSession::hand(profile::Conversation whole)
{
    whole.changedAt = m_clock.wall();
    m_store.save(whole);
    emit kept(whole);
}

} // namespace sb::ui
