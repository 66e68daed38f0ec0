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

/// A profile's folder and settings: what is known before anything else is read, such as the language.
struct OpenedProfile
{
    profile::Paths paths = {};
    profile::Settings settings = {};
};
/// Errors: a profile folder or settings file that cannot be used at all.
[[nodiscard]] Result<OpenedProfile> openProfile(const QString &root);

/// What was read from a profile before anything runs.
struct LoadedProfile
{
    profile::Paths paths = {};
    profile::Settings settings = {};
    engine::World world = {};
    QList<routing::Policy> policies = {}; ///< of which the world has the one in use
    QList<catalog::Provider> shipped = {}; ///< without what the profile says
    QStringList notices = {}; ///< what could not be used, and which source serves which provider; for people
    bool complete = true; ///< false: catalog, chains and keys come later, by setWorld() and setKeys()
};
/// A bad chain or provider file is only a notice.
[[nodiscard]] LoadedProfile loadProfile(const OpenedProfile &opened, const KeyLookup &keys);
/// Both. Errors: as openProfile().
[[nodiscard]] Result<LoadedProfile> loadProfile(const CoreOptions &options);

/// The one place where the objects of core/ are put together: profile, register, engine, practice providers. Members
/// are in the order of their lives.
class CoreServices final : public QObject
{
    Q_OBJECT
public:
    explicit CoreServices(const LoadedProfile &loaded, QObject *parent = nullptr);
    ~CoreServices() override;

    /// → ready() or failed(). What the engine is asked to do before it knows providers, chains, keys and the practice
    /// providers' addresses waits there for all of them.
    void start();
    /// Another catalog or other chains: the engine uses them from its next plan on. The practice providers' addresses
    /// are filled in; they are switched off as the settings say.
    void setWorld(const catalog::Catalog &catalog, const QList<routing::Chain> &chains,
                  const QList<routing::Policy> &policies, const routing::Canaries &canaries);
    /// Other classes of the user: the engine tells by them what kind of work a request is, from its next plan on.
    void setClassifier(const routing::Classifier &classifier);
    /// Other keys: the engine sends and redacts them from its next request on.
    void setKeys(const secrets::KeyTable &keys);
    /// Practice, limits, durability, the zone of days and what is recorded, at once.
    void applySettings(const profile::Settings &settings);
    [[nodiscard]] engine::Engine &engine() { return m_engine; }
    [[nodiscard]] usage::Register &usage() { return m_usage; }
    [[nodiscard]] const LoadedProfile &loaded() const { return m_loaded; }
    /// The chain that is used when nothing is named.
    [[nodiscard]] QString defaultChain() const;

signals:
    /// @param advice what to do about a damaged register, whose place a side one took; empty for a sound one
    void registerOpened(const QString &pathInUse, const QString &advice);
    void ready(); ///< once: the register is open, and the practice providers listen where they are switched on
    void failed(const sb::Error &error); ///< the register cannot be used, so nothing can be sent
    void practiceReady(const QHash<QString, QUrl> &baseUrls); ///< again when they are switched on again
    void practiceFailed(const sb::Error &error);

private:
    enum class Practice
    {
        Off,
        Starting,
        Listening,
        Failed
    };

    void takeRegister(const Result<QString> &pathInUse, bool damaged, const QString &advice);
    void takePractice(const Result<QHash<QString, QUrl>> &baseUrls);
    void switchPractice();
    void publish();
    void announceReady();

    LoadedProfile m_loaded; ///< its world is the one that the engine knows, or will
    catalog::Catalog m_catalog; ///< as it was given
    QHash<QString, QUrl> m_practiceUrls;
    Practice m_practiceState = Practice::Off;
    bool m_started = false;
    bool m_catalogKnown = false;
    bool m_keysKnown = false;
    bool m_registerOpen = false;
    bool m_announced = false;
    SystemClock m_clock;
    usage::Register m_usage;
    engine::Engine m_engine;
    PracticeHost *m_practice; ///< lives on the network thread and is deleted there
};

} // namespace sb::app
