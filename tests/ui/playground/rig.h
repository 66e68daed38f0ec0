#pragma once

#include "app/core_services.h"
#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"
#include "core/usage/queries.h"
#include "ui/playground/ballot.h"

#include "core/engine/engine.h"

#include <QTemporaryDir>

#include <memory>

namespace sb::testing {

/// A profile in a folder of its own with everything that the window puts around the playground: the real engine, the
/// register, and the practice providers over HTTP, which answer faster than in a new profile.
class Rig
{
public:
    Rig();
    ~Rig();

    [[nodiscard]] bool start(); ///< waits until the practice providers listen
    void setTokensPerSecond(double speed); ///< of all practice providers; before start()
    [[nodiscard]] engine::Engine &engine() { return m_engine; }
    [[nodiscard]] profile::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] profile::ConversationStore &store() { return *m_store; }
    [[nodiscard]] ui::Ballot &ballot() { return *m_ballot; }
    [[nodiscard]] usage::Queries &queries() { return *m_queries; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const profile::Paths &paths() const { return m_loaded.paths; }
    [[nodiscard]] QString outside(const QString &name) const { return m_folder.filePath(name); }

    /// The conversation as it is on disk, once what was asked to be saved is.
    [[nodiscard]] Result<profile::Conversation> onDisk(const QString &id);
    /// Closes the store and opens another: what a next start reads.
    void reopenStore();

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    app::LoadedProfile m_loaded;
    std::unique_ptr<profile::Workspace> m_workspace;
    std::unique_ptr<profile::ConversationStore> m_store;
    double m_speed = 2000;
    usage::Register m_usage;
    engine::Engine m_engine;
    QObject *m_practiceHost = nullptr; ///< lives on the network thread and is deleted there
    std::unique_ptr<usage::Queries> m_queries;
    std::unique_ptr<ui::Ballot> m_ballot;
};

/// Practice models that answer at once, by id.
inline const QString FirstModel = QStringLiteral("practice/local-line");
inline const QString SecondModel = QStringLiteral("practice/express");

} // namespace sb::testing
