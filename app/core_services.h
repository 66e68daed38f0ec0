#pragma once

#include "app/key_sources.h"
#include "app/practice_host.h"
#include "core/base/clock.h"
#include "core/engine/engine.h"
#include "core/profile/profile.h"
#include "core/usage/register.h"

#include <QObject>

#include <memory>

namespace sb::app {

struct CoreOptions
{
    QString profileRoot = {}; ///< empty: the default one
    KeyLookup keys = {}; ///< where keys may be read from
};

/// What was read from a profile before anything runs.
struct LoadedProfile
{
    profile::Paths paths = {};
    profile::Settings settings = {};
    engine::World world = {};
    QStringList notices = {}; ///< what could not be used, and which source serves which provider; for people
};
/// Errors: a profile folder or settings file that cannot be used at all; a bad chain or provider file is only a notice.
[[nodiscard]] Result<LoadedProfile> loadProfile(const CoreOptions &options);

/// The one place where the objects of core/ are put together: profile, register, engine, practice providers. Members
/// are in the order of their lives.
class CoreServices final : public QObject
{
    Q_OBJECT
public:
    explicit CoreServices(const LoadedProfile &loaded, QObject *parent = nullptr);
    ~CoreServices() override;

    void start(); ///< → ready() or failed()
    /// Another catalog or other chains: the engine uses them from its next plan on. The practice providers' addresses
    /// are filled in.
    void setWorld(const catalog::Catalog &catalog, const QList<routing::Chain> &chains);
    /// Other keys: the engine sends and redacts them from its next request on.
    void setKeys(const secrets::KeyTable &keys);
    /// Limits, durability, the zone of days and what is recorded, at once.
    void applySettings(const profile::Settings &settings);
    [[nodiscard]] engine::Engine &engine() { return m_engine; }
    [[nodiscard]] usage::Register &usage() { return m_usage; }
    [[nodiscard]] const LoadedProfile &loaded() const { return m_loaded; }
    /// The chain that is used when nothing is named.
    [[nodiscard]] QString defaultChain() const;

signals:
    void notice(const QString &sentence); ///< such as a register that had to be replaced by a side one
    void ready(); ///< the register is open, the practice providers listen, the engine knows the world
    void failed(const sb::Error &error);
    void practiceReady(const QHash<QString, QUrl> &baseUrls);

private:
    void takeRegister(const Result<QString> &pathInUse, bool damaged, const QString &advice);
    void takePractice(const Result<QHash<QString, QUrl>> &baseUrls);

    LoadedProfile m_loaded;
    QHash<QString, QUrl> m_practiceUrls;
    SystemClock m_clock;
    usage::Register m_usage;
    engine::Engine m_engine;
    PracticeHost *m_practice; ///< lives on the network thread and ends with it
};

} // namespace sb::app
