#pragma once

#include "core/profile/conversation.h"
#include "core/profile/profile.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace sb::profile {

class ConversationWorker;

/// The conversations of a profile on a thread of their own: calls return at once, answers come by signal on the
/// caller's thread. Destroying it finishes what was asked to be saved.
class ConversationStore final : public QObject
{
    Q_OBJECT
public:
    explicit ConversationStore(const Paths &paths, QObject *parent = nullptr);
    ~ConversationStore() override;

    /// Newest first. @param search words that must all occur in title, prompt or answer; empty: all
    void list(const QString &search); ///< → listed()
    void load(const QString &id); ///< → loaded()
    /// → saved() or failed(). A newer save of the same id replaces one that waits.
    void save(const Conversation &conversation);
    void rename(const QString &id, const QString &title); ///< one that is not open → changed()
    void remove(const QString &id); ///< into the profile's trash → changed()
    void restore(const QString &id); ///< out of the trash → changed()

signals:
    void listed(const QString &search, const QList<sb::profile::ConversationSummary> &conversations);
    void loaded(const QString &id, const sb::Result<sb::profile::Conversation> &conversation);
    void saved(const QString &id);
    void changed(); ///< the list is another
    void failed(const sb::Error &error); ///< a save, remove or restore did not work

private:
    QThread m_thread;
    std::unique_ptr<ConversationWorker> m_worker;
};

} // namespace sb::profile
