#include "tests/ui/playground/rig.h"

#include "core/practice/practice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

QList<practice::SimulatedProvider> fastProviders(double tokensPerSecond)
{
    QList<practice::SimulatedProvider> providers = practice::standardProviders();
    for (practice::SimulatedProvider &provider : providers) {
        provider.knobs.firstToken = std::chrono::milliseconds(1);
        provider.knobs.tokensPerSecond = tokensPerSecond;
    }
    return providers;
}

} // namespace

Rig::Rig()
    : m_loaded(app::loadProfile({.profileRoot = m_folder.filePath(u"profile"_s)}).value())
    , m_workspace(std::make_unique<profile::Workspace>(m_loaded.paths, m_loaded.settings))
    , m_store(std::make_unique<profile::ConversationStore>(m_loaded.paths))
    , m_usage({.path = m_loaded.paths.registerFile()}, m_clock)
    , m_engine(m_usage, m_clock, std::make_unique<SystemRandom>())
    , m_queries(std::make_unique<usage::Queries>(m_loaded.paths.registerFile(), m_clock))
    , m_ballot(std::make_unique<ui::Ballot>(m_usage, *m_queries, m_clock))
{
}

Rig::~Rig()
{
    if (m_practiceHost)
        m_practiceHost->deleteLater(); // while its thread's event loop still runs
}

void Rig::setTokensPerSecond(double speed)
{
    m_speed = speed;
}

bool Rig::start()
{
    QSignalSpy loaded(m_workspace.get(), &profile::Workspace::loaded);
    QSignalSpy ready(&m_usage, &usage::Register::ready);
    m_workspace->load();
    m_usage.start();
    const bool both = (!loaded.isEmpty() || loaded.wait()) && (!ready.isEmpty() || ready.wait());
    // Its sockets belong to the thread on which it is made.
    auto *host = new QObject;
    m_practiceHost = host;
    host->moveToThread(&m_engine.networkThread());
    std::optional<QHash<QString, QUrl>> urls;
    QMetaObject::invokeMethod(
        host,
        [this, host, &urls] {
            auto *server = new practice::PracticeServer(fastProviders(m_speed), m_clock, host);
            if (server->start())
                urls = server->baseUrls();
        },
        Qt::BlockingQueuedConnection);
    if (!both || !urls)
        return false;
    m_workspace->setBaseUrls(*urls);
    QSet<QString> usable;
    for (const catalog::Provider &provider : m_workspace->catalog().providers()) {
        if (provider.practice)
            usable.insert(provider.id);
    }
    m_workspace->setUsableProviders(usable);
    m_engine.setWorld({.catalog = m_workspace->catalog(), .chains = m_workspace->chains()});
    return true;
}

Result<profile::Conversation> Rig::onDisk(const QString &id)
{
    // The store answers in the order of the calls: what was saved before is on disk when this list comes.
    QSignalSpy listed(m_store.get(), &profile::ConversationStore::listed);
    m_store->list({});
    if (listed.isEmpty())
        listed.wait();
    return profile::readFile(u"%1/%2.json"_s.arg(m_loaded.paths.conversations(), id))
        .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
        .and_then(profile::parseConversation);
}

void Rig::reopenStore()
{
    m_store.reset();
    m_store = std::make_unique<profile::ConversationStore>(m_loaded.paths);
}

} // namespace sb::testing
