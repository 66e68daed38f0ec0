#include "core/profile/conversation_store.h"

#include "core/profile/conversation_files.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QTimer>

#include <optional>

namespace sb::profile {

/// Lives on the store's thread. Saves that wait are kept by id, so that a fast typist causes one write, not fifty; so
/// is what could not be written.
class ConversationWorker final : public QObject
{
public:
    ConversationWorker(Paths paths, std::chrono::milliseconds retryAfter, ConversationStore &store)
        : m_paths(std::move(paths))
        , m_store(store)
        , m_retry(this)
    {
        m_retry.setSingleShot(true);
        m_retry.setInterval(retryAfter);
        m_retry.callOnTimeout(this, &ConversationWorker::writeHeld);
    }

    /// Any thread. @return whether a write has to be posted
    bool enqueue(const Conversation &conversation)
    {
        const QMutexLocker lock(&m_mutex);
        const bool first = !m_waiting.contains(conversation.id) || m_held.contains(conversation.id);
        m_waiting.insert(conversation.id, conversation);
        return first;
    }

    void write(const QString &id)
    {
        const std::optional<Conversation> conversation = takeWaiting(id);
        if (!conversation)
            return;
        // One that was neither read nor written here is new: it has no file yet.
        const auto done = saveConversation(m_paths, *conversation, m_revisions.value(id));
        const bool wasChanged = !done && done.error().kind == Error::Kind::Conflict;
        if (!done && !wasChanged) {
            hold(*conversation);
            emit m_store.heldUp(done.error());
            return;
        }
        m_revisions.insert(id, done ? *done : revisionOfBytes(toJson(*conversation).dumpIndented()));
        m_known.entries.remove(id); // two writes in one tick of the file system's clock would look like one
        letGo(id);
        if (wasChanged)
            emit m_store.failed(done.error());
        emit m_store.saved(id);
    }

    void writeHeld()
    {
        const auto held = heldIds();
        for (const QString &id : held)
            write(id);
    }

    /// The last job: what is still held is lost after it.
    void finish()
    {
        writeHeld();
        m_retry.stop(); // on its own thread
    }

    Result<Conversation> load(const QString &id)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (const auto it = m_waiting.constFind(id); it != m_waiting.cend())
                return *it; // newer than its file, which could not be written
        }
        return loadConversation(m_paths, id).map([&](const ReadConversation &read) {
            m_revisions.insert(id, read.revision);
            return read.conversation;
        });
    }

    void rename(const QString &id, const QString &title)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (const auto it = m_waiting.find(id); it != m_waiting.end())
                it->title = title;
        }
        write(id);
        if (!heldIds().contains(id))
            renameFile(id, title);
        emit m_store.changed();
    }

    void remove(const QString &id)
    {
        const std::optional<Conversation> unwritten = takeWaiting(id);
        const Result<void> done = trashConversation(m_paths, id);
        if (unwritten) {
            m_removed.insert(id, *unwritten); // an older file of it may be there, too, or none
            letGo(id);
        } else {
            tell(done);
        }
        emit m_store.changed();
    }

    void restore(const QString &id)
    {
        const Result<void> done = restoreConversation(m_paths, id);
        m_known.entries.remove(id);
        if (m_removed.contains(id)) {
            enqueue(m_removed.take(id));
            write(id);
        } else {
            tell(done);
        }
        emit m_store.changed();
    }

    void discard(const QString &id)
    {
        takeWaiting(id);
        letGo(id);
        discardConversation(m_paths, id, m_revisions.take(id));
        emit m_store.changed();
    }

    std::optional<QList<ConversationSummary>> list(const QString &search, const std::function<bool()> &goesOn)
    {
        return listConversations(m_paths, search, m_known, goesOn);
    }
    const Paths &paths() const { return m_paths; }

private:
    void renameFile(const QString &id, const QString &title)
    {
        const auto renamed = renameConversation(m_paths, id, title);
        m_known.entries.remove(id);
        if (!renamed)
            emit m_store.failed(renamed.error());
        else if (m_revisions.contains(id)) // else nobody holds it, and who opens it reads it
            m_revisions.insert(id, renamed->revision);
    }

    std::optional<Conversation> takeWaiting(const QString &id)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_waiting.contains(id))
            return {};
        return m_waiting.take(id);
    }

    void hold(const Conversation &conversation)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_waiting.contains(conversation.id))
            return; // a newer one has come meanwhile, and its write is posted
        m_waiting.insert(conversation.id, conversation);
        m_held.insert(conversation.id);
        m_retry.start();
    }

    void letGo(const QString &id)
    {
        bool last = false;
        {
            const QMutexLocker lock(&m_mutex);
            last = m_held.remove(id) && m_held.isEmpty();
        }
        if (last)
            emit m_store.resumed();
    }

    QSet<QString> heldIds()
    {
        const QMutexLocker lock(&m_mutex);
        return m_held;
    }

    void tell(const Result<void> &done)
    {
        if (!done)
            emit m_store.failed(done.error());
    }

    SummaryCache m_known;
    Paths m_paths;
    ConversationStore &m_store;
    QTimer m_retry;
    QHash<QString, Revision> m_revisions; ///< of the files as they were read or written last, by id
    QHash<QString, Conversation> m_removed; ///< that had no file yet
    QMutex m_mutex;
    QHash<QString, Conversation> m_waiting;
    QSet<QString> m_held; ///< of these, the ones that could not be written
};

ConversationStore::ConversationStore(const Paths &paths, std::chrono::milliseconds retryAfter, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<ConversationWorker>(paths, retryAfter, *this))
{
    qRegisterMetaType<QList<ConversationSummary>>();
    qRegisterMetaType<Result<Conversation>>();
    qRegisterMetaType<Error>();
    m_worker->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker.get(), [this] { emptyTrash(m_worker->paths()); });
}

ConversationStore::~ConversationStore()
{
    m_newestList = -1; // nobody waits for a list any more
    // Queued calls run in order: this one is behind every save.
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        m_worker->finish();
        m_thread.quit();
    });
    m_thread.wait();
}

void ConversationStore::list(const QString &search)
{
    list(search, ++m_newestList);
}

void ConversationStore::list(const QString &search, int number)
{
    const auto job = [this, search, number] {
        const auto isNewest = [this, number] { return number == m_newestList; };
        const auto all = m_worker->list(search, [this, isNewest] { return isNewest() && m_loads == 0; });
        if (all)
            emit listed(search, *all);
        else if (isNewest())
            list(search, number); // behind what is to be opened
    };
    QMetaObject::invokeMethod(m_worker.get(), job, Qt::QueuedConnection);
}

void ConversationStore::load(const QString &id)
{
    ++m_loads;
    QMetaObject::invokeMethod(m_worker.get(), [this, id] {
        --m_loads;
        emit loaded(id, m_worker->load(id));
    });
}

void ConversationStore::save(const Conversation &conversation)
{
    if (m_worker->enqueue(conversation))
        QMetaObject::invokeMethod(m_worker.get(), [this, id = conversation.id] { m_worker->write(id); });
}

void ConversationStore::rename(const QString &id, const QString &title)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id, title] { m_worker->rename(id, title); });
}

void ConversationStore::remove(const QString &id)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id] { m_worker->remove(id); });
}

void ConversationStore::restore(const QString &id)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id] { m_worker->restore(id); });
}

void ConversationStore::discard(const QString &id)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id] { m_worker->discard(id); });
}

} // namespace sb::profile
