#include "core/profile/conversation_store.h"

#include "core/profile/conversation_files.h"

#include <QHash>
#include <QMutex>

namespace sb::profile {

/// Lives on the store's thread. Saves that wait are kept by id, so that a fast typist causes one write, not fifty.
class ConversationWorker final : public QObject
{
public:
    ConversationWorker(Paths paths, ConversationStore &store)
        : m_paths(std::move(paths))
        , m_store(store)
    {
    }

    /// Any thread. @return whether a write has to be posted
    bool enqueue(const Conversation &conversation)
    {
        const QMutexLocker lock(&m_mutex);
        const bool first = !m_waiting.contains(conversation.id);
        m_waiting.insert(conversation.id, conversation);
        return first;
    }

    void write(const QString &id)
    {
        Conversation conversation;
        {
            const QMutexLocker lock(&m_mutex);
            const auto it = m_waiting.constFind(id);
            if (it == m_waiting.cend())
                return;
            conversation = *it;
            m_waiting.erase(it);
        }
        if (const auto done = saveConversation(m_paths, conversation); done)
            emit m_store.saved(id);
        else
            emit m_store.failed(done.error());
    }

    QList<ConversationSummary> list(const QString &search) { return listConversations(m_paths, search, m_known); }
    const Paths &paths() const { return m_paths; }

private:
    SummaryCache m_known;
    Paths m_paths;
    ConversationStore &m_store;
    QMutex m_mutex;
    QHash<QString, Conversation> m_waiting;
};

ConversationStore::ConversationStore(const Paths &paths, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<ConversationWorker>(paths, *this))
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
    // Queued calls run in order: this one is behind every save.
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_thread.quit(); });
    m_thread.wait();
}

void ConversationStore::list(const QString &search)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, search] { emit listed(search, m_worker->list(search)); });
}

void ConversationStore::load(const QString &id)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id] { emit loaded(id, loadConversation(m_worker->paths(), id)); });
}

void ConversationStore::save(const Conversation &conversation)
{
    if (m_worker->enqueue(conversation))
        QMetaObject::invokeMethod(m_worker.get(), [this, id = conversation.id] { m_worker->write(id); });
}

void ConversationStore::rename(const QString &id, const QString &title)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id, title] {
        if (const auto done = renameConversation(m_worker->paths(), id, title); !done)
            emit failed(done.error());
        emit changed();
    });
}

void ConversationStore::remove(const QString &id)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id] {
        if (const auto done = trashConversation(m_worker->paths(), id); !done)
            emit failed(done.error());
        emit changed();
    });
}

void ConversationStore::restore(const QString &id)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, id] {
        if (const auto done = restoreConversation(m_worker->paths(), id); !done)
            emit failed(done.error());
        emit changed();
    });
}

} // namespace sb::profile
