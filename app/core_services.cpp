#include "app/core_services.h"

#include "core/practice/practice.h"

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr auto SampleChain = "sample"_L1;

catalog::Catalog withoutPractice(const catalog::Catalog &catalog)
{
    QList<catalog::Provider> providers = catalog.providers();
    providers.removeIf([](const catalog::Provider &provider) { return provider.practice; });
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

} // namespace

Result<LoadedProfile> loadProfile(const CoreOptions &options)
{
    const QString root = options.profileRoot.isEmpty() ? profile::defaultRoot() : options.profileRoot;
    const Result<profile::Paths> paths = profile::prepare(root);
    if (!paths)
        return tl::unexpected(paths.error());
    const Result<profile::Settings> settings = profile::loadSettings(*paths);
    if (!settings)
        return tl::unexpected(settings.error());

    const profile::LoadedChains chains = profile::loadChains(*paths);
    profile::LoadedCatalog catalog = profile::loadCatalog(*paths);
    catalog.catalog = catalog.catalog.inOrder(settings->providers);
    const LoadedKeys keys = loadKeys(catalog.catalog.providers(), options.keys);
    return LoadedProfile{.paths = *paths,
                         .settings = *settings,
                         .world = {.catalog = settings->practice ? catalog.catalog : withoutPractice(catalog.catalog),
                                   .chains = chains.chains,
                                   .keys = keys.table,
                                   .limits = settings->limits},
                         .notices = noticesAbout(chains.bad) + noticesAbout(catalog.bad) + keys.notices};
}

CoreServices::CoreServices(const LoadedProfile &loaded, QObject *parent)
    : QObject(parent)
    , m_loaded(loaded)
    , m_usage(registerOptions(loaded), m_clock)
    , m_engine(m_usage, m_clock, std::make_unique<SystemRandom>())
    , m_practice(new PracticeHost(m_clock))
{
    m_practice->moveToThread(&m_engine.networkThread());
    connect(&m_engine.networkThread(), &QThread::finished, m_practice, &QObject::deleteLater);
    connect(m_practice, &PracticeHost::started, this, &CoreServices::takePractice);
    connect(&m_usage, &usage::Register::ready, this, &CoreServices::takeRegister);
    connect(&m_usage, &usage::Register::heldUp, this, [this](const Error &why) { emit notice(why.message); });
}

CoreServices::~CoreServices() = default;

void CoreServices::start()
{
    m_usage.start();
}

void CoreServices::takeRegister(const Result<QString> &pathInUse, bool damaged, const QString &advice)
{
    if (!pathInUse) {
        emit failed(pathInUse.error());
        return;
    }
    if (damaged)
        emit notice(advice);
    if (m_loaded.settings.practice)
        QMetaObject::invokeMethod(m_practice, &PracticeHost::start, Qt::QueuedConnection);
    else
        takePractice(QHash<QString, QUrl>());
}

void CoreServices::takePractice(const Result<QHash<QString, QUrl>> &baseUrls)
{
    if (!baseUrls) {
        emit failed(baseUrls.error());
        return;
    }
    m_practiceUrls = *baseUrls;
    setWorld(m_loaded.world.catalog, m_loaded.world.chains);
    emit practiceReady(m_practiceUrls);
    emit ready();
}

void CoreServices::setWorld(const catalog::Catalog &catalog, const QList<routing::Chain> &chains)
{
    m_loaded.world.catalog = catalog.withBaseUrls(m_practiceUrls);
    m_loaded.world.chains = chains;
    m_engine.setWorld(m_loaded.world);
}

void CoreServices::setKeys(const secrets::KeyTable &keys)
{
    if (keys == m_loaded.world.keys)
        return;
    m_loaded.world.keys = keys;
    m_engine.setWorld(m_loaded.world);
}

void CoreServices::applySettings(const profile::Settings &settings)
{
    const bool otherZone = settings.timeZone != m_loaded.settings.timeZone;
    m_loaded.settings = settings;
    m_loaded.world.limits = settings.limits;
    m_engine.setWorld(m_loaded.world);
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
