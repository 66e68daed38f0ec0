#include "app/core_services.h"

#include "core/profile/class_files.h"
#include "core/profile/history_files.h"
#include "core/profile/policy_files.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr auto SampleChain = "sample"_L1;

/// Switched off, not taken out: whoever asks for one is told why it does not answer.
catalog::Catalog withPractice(const catalog::Catalog &catalog, bool on)
{
    QList<catalog::Provider> providers = catalog.providers();
    for (catalog::Provider &provider : providers)
        provider.enabled = provider.enabled && (on || !provider.practice);
    return catalog::Catalog(providers, catalog.endpoints());
}

usage::RegisterOptions registerOptions(const LoadedProfile &loaded)
{
    const profile::Settings &settings = loaded.settings;
    return {.path = loaded.paths.registerFile(),
            .zone = profile::zoneOf(settings),
            .full = settings.fullDurability,
            .limits = settings.limits,
            .recordBodies = settings.recordBodies};
}

QStringList noticesAbout(const QList<profile::BadFile> &bad)
{
    QStringList notices;
    for (const profile::BadFile &file : bad)
        notices.append(file.error.message);
    return notices;
}

/// One that is not there any more is none: then requests travel as they ask.
std::optional<routing::Policy> chosenOf(const QList<routing::Policy> &policies, const QString &name)
{
    const auto chosen = std::ranges::find(policies, name, &routing::Policy::name);
    return name.isEmpty() || chosen == policies.end() ? std::nullopt : std::optional(*chosen);
}

} // namespace

Result<OpenedProfile> openProfile(const QString &root)
{
    const Result<profile::Paths> paths = profile::prepare(root.isEmpty() ? profile::defaultRoot() : root);
    if (!paths)
        return tl::unexpected(paths.error());
    return profile::loadSettings(*paths).map(
        [&paths](const profile::Settings &settings) { return OpenedProfile{.paths = *paths, .settings = settings}; });
}

LoadedProfile loadProfile(const OpenedProfile &opened, const KeyLookup &lookup)
{
    const auto &[paths, settings] = opened;
    const profile::LoadedChains chains = profile::loadChains(paths);
    const profile::LoadedPolicies policies = profile::loadPolicies(paths);
    const profile::LoadedClasses classes = profile::loadClasses(paths);
    const auto chainHistories = profile::loadChainHistories(paths);
    const auto policyHistories = profile::loadPolicyHistories(paths);
    const profile::LoadedCatalog catalog = profile::loadCatalog(paths);
    const LoadedKeys keys = loadKeys(catalog.catalog.providers(), catalog.shipped.providers(), lookup);
    return {.paths = paths,
            .settings = settings,
            .world = {.catalog = catalog.catalog.inOrder(settings.providers),
                      .chains = chains.chains,
                      .keys = keys.table,
                      .limits = settings.limits,
                      .classifier = routing::Classifier(classes.rules),
                      .policy = chosenOf(policies.policies, settings.policy),
                      .canaries = {.chains = canariesOf(chainHistories.histories, chains.chains),
                                   .policies = canariesOf(policyHistories.histories, policies.policies)},
                      .keyRules = settings.keys},
            .policies = policies.policies,
            .shipped = catalog.shipped.providers(),
            .notices = noticesAbout(chains.bad) + noticesAbout(policies.bad) + noticesAbout(chainHistories.bad)
                + noticesAbout(policyHistories.bad) + noticesAbout(classes.bad) + noticesAbout(catalog.bad)
                + keys.notices};
}

Result<LoadedProfile> loadProfile(const CoreOptions &options)
{
    return openProfile(options.profileRoot).map([&options](const OpenedProfile &opened) {
        return loadProfile(opened, options.keys);
    });
}

CoreServices::CoreServices(const LoadedProfile &loaded, QObject *parent)
    : QObject(parent)
    , m_loaded(loaded)
    , m_catalog(loaded.world.catalog)
    , m_catalogKnown(loaded.complete)
    , m_keysKnown(loaded.complete)
    , m_usage(registerOptions(loaded), m_clock)
    , m_engine(m_usage, m_clock, std::make_unique<SystemRandom>())
    , m_practice(new PracticeHost(m_clock))
{
    m_practice->moveToThread(&m_engine.networkThread());
    connect(m_practice, &PracticeHost::started, this, &CoreServices::takePractice);
    connect(&m_usage, &usage::Register::ready, this, &CoreServices::takeRegister);
    publish();
}

CoreServices::~CoreServices()
{
    m_practice->deleteLater(); // while its thread's event loop, which its connections need for their end, still runs
}

void CoreServices::start()
{
    m_started = true;
    m_usage.start();
    switchPractice(); // not after the register, which may take half a minute to open
    publish();
}

void CoreServices::takeRegister(const Result<QString> &pathInUse, bool damaged, const QString &advice)
{
    if (!pathInUse) {
        emit failed(pathInUse.error());
        return;
    }
    // A register keeps its zone; the one that was chosen holds, also when the file was changed while nobody ran.
    const profile::Settings &settings = m_loaded.settings;
    if (!settings.timeZone.isEmpty() && profile::zoneOf(settings).id() != m_usage.standing().zone.id())
        m_usage.setZone(profile::zoneOf(settings));
    m_registerOpen = true;
    emit registerOpened(*pathInUse, damaged ? advice : QString());
    announceReady();
}

void CoreServices::switchPractice()
{
    const bool wanted = m_loaded.settings.practice;
    if (!m_started || wanted == (m_practiceState != Practice::Off))
        return;
    m_practiceState = wanted ? Practice::Starting : Practice::Off;
    QMetaObject::invokeMethod(m_practice, wanted ? &PracticeHost::start : &PracticeHost::stop, Qt::QueuedConnection);
    announceReady();
}

void CoreServices::takePractice(const Result<QHash<QString, QUrl>> &baseUrls)
{
    if (m_practiceState == Practice::Off)
        return; // switched off meanwhile
    m_practiceState = baseUrls ? Practice::Listening : Practice::Failed;
    m_practiceUrls = baseUrls.value_or(QHash<QString, QUrl>());
    publish();
    if (baseUrls)
        emit practiceReady(m_practiceUrls);
    else
        emit practiceFailed(baseUrls.error());
    announceReady();
}

/// To the engine, as soon as all of it is known.
void CoreServices::publish()
{
    m_loaded.world.catalog = withPractice(m_catalog, m_loaded.settings.practice).withBaseUrls(m_practiceUrls);
    if (m_started && m_catalogKnown && m_keysKnown && m_practiceState != Practice::Starting)
        m_engine.setWorld(m_loaded.world);
}

void CoreServices::announceReady()
{
    if (m_registerOpen && m_practiceState != Practice::Starting && !std::exchange(m_announced, true))
        emit ready();
}

void CoreServices::setWorld(const catalog::Catalog &catalog, const QList<routing::Chain> &chains,
                            const QList<routing::Policy> &policies, const routing::Canaries &canaries)
{
    m_catalogKnown = true;
    m_catalog = catalog;
    m_loaded.world.chains = chains;
    m_loaded.world.canaries = canaries;
    m_loaded.policies = policies;
    m_loaded.world.policy = chosenOf(policies, m_loaded.settings.policy);
    publish();
}

void CoreServices::setClassifier(const routing::Classifier &classifier)
{
    m_loaded.world.classifier = classifier;
    publish();
}

void CoreServices::setKeys(const secrets::KeyTable &keys)
{
    if (m_keysKnown && keys == m_loaded.world.keys)
        return;
    m_keysKnown = true;
    m_loaded.world.keys = keys;
    publish();
}

void CoreServices::applySettings(const profile::Settings &settings)
{
    const bool otherZone = settings.timeZone != m_loaded.settings.timeZone;
    m_loaded.settings = settings;
    m_loaded.world.limits = settings.limits;
    m_loaded.world.keyRules = settings.keys;
    m_loaded.world.policy = chosenOf(m_loaded.policies, settings.policy);
    switchPractice();
    publish();
    m_usage.setLimits(settings.limits);
    m_usage.setFull(settings.fullDurability);
    m_usage.setRecordBodies(settings.recordBodies);
    if (otherZone)
        m_usage.setZone(profile::zoneOf(settings)); // rebuilds the rollups: every day begins at another hour
}

QString CoreServices::defaultChain() const
{
    const QString &chosen = m_loaded.settings.defaultChain;
    return chosen.isEmpty() ? QString(SampleChain) : chosen;
}

} // namespace sb::app
