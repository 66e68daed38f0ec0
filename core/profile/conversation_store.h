#pragma once

#include "core/profile/conversation.h"
#include "core/profile/profile.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

namespace sb::profile {

class ConversationWorker;

/// The conversations of a profile on a thread of their own: calls return at once, answers come by signal on the
/// caller's thread. Listing may read many files, so that it lets go first what is to be opened. What cannot be
/// written is held and tried again; it is what load() answers meanwhile. Destroying it finishes what was asked to be
/// saved.
class ConversationStore final : public QObject
{
    Q_OBJECT
public:
    /// @param retryAfter how long a conversation that could not be written waits for the next try
    explicit ConversationStore(const Paths &paths, std::chrono::milliseconds retryAfter = std::chrono::seconds(5),
                               QObject *parent = nullptr);
    ~ConversationStore() override;

    /// Newest first. A newer call replaces one that is not answered yet.
    /// @param search words that must all occur in title, prompt or answer; empty: all
    void list(const QString &search); ///< → listed()
    void load(const QString &id); ///< → loaded()
    /// → saved() or heldUp(). A newer save of the same id replaces one that waits.
    void save(const Conversation &conversation);
    void rename(const QString &id, const QString &title); ///< one that is not open → changed()
    void remove(const QString &id); ///< into the profile's trash → changed()
    void restore(const QString &id); ///< out of the trash → changed()
    void discard(const QString &id); ///< for good: nothing is left in it → changed()

signals:
    void listed(const QString &search, const QList<sb::profile::ConversationSummary> &conversations);
    void loaded(const QString &id, const sb::Result<sb::profile::Conversation> &conversation);
    void saved(const QString &id);
    void changed(); ///< the list is another
    /// A rename, remove or restore did not work. Conflict: another program had changed the file of one that was saved;
    /// its version was kept beside it.
    void failed(const sb::Error &error);
    void heldUp(const sb::Error &why); ///< a conversation could not be written; it is tried again
    void resumed(); ///< all that was held up is written

private:
    void list(const QString &search, int number);

    QThread m_thread;
    std::unique_ptr<ConversationWorker> m_worker;
    std::atomic<int> m_loads = 0; ///< that wait: a list lets them go first
    std::atomic<int> m_newestList = 0;
};

} // namespace sb::profile
