#include "tests/ui/providers/provider_world.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace sb::testing {

ProviderWorld::ProviderWorld()
{
    const auto paths = profile::prepare(m_folder.filePath(u"profile"_s));
    workspace = std::make_unique<profile::Workspace>(*paths, profile::Settings{});
    usage = std::make_unique<usage::Register>(usage::RegisterOptions{.path = paths->registerFile()}, clock);
    connect(usage.get(), &usage::Register::ready, this,
            [this](const Result<QString> &path) { m_registerReady = path.has_value(); });
    queries = std::make_unique<usage::Queries>(paths->registerFile(), clock);
    engine = std::make_unique<engine::Engine>(*usage, clock, std::make_unique<SeededRandom>(7));
    keys = std::make_unique<secrets::KeyStore>(clock, [this](const QString &name) { return environment.value(name); });
    connect(keys.get(), &secrets::KeyStore::changed, this, [this] {
        m_keysRead = true;
        engine->setWorld({.catalog = workspace->catalog(), .keys = keys->table()});
    });
    board = std::make_unique<ui::ProviderBoard>(*workspace, *keys, *engine, clock);
    connect(workspace.get(), &profile::Workspace::loaded, this, [this] { m_loaded = true; });
    connect(workspace.get(), &profile::Workspace::catalogChanged, this, &ProviderWorld::readKeys);
    connect(workspace.get(), &profile::Workspace::settingsChanged, this, &ProviderWorld::readKeys);
    // Whatever runs at the usual ports of the machine that tests is not the tests' business.
    board->setUsualPlaces({});
    usage->start();
    workspace->load();
}

ProviderWorld::~ProviderWorld() = default;

void ProviderWorld::readKeys()
{
    QList<secrets::KeyOwner> owners;
    for (const catalog::Provider &provider : workspace->catalog().providers()) {
        QStringList keyIds;
        for (const routing::KeyRule &rule : workspace->settings().keys.value(provider.id))
            keyIds.append(rule.id);
        owners.append({.providerId = provider.id,
                       .baseUrl = provider.baseUrl,
                       .variables = provider.keyVariables,
                       .keyIds = keyIds});
    }
    keys->load(owners);
}

QString ProviderWorld::freshId()
{
    static int number = 0;
    return u"example-%1"_s.arg(++number);
}

void ProviderWorld::storeKey(const QString &id, const QByteArray &key)
{
    QSignalSpy stored(board.get(), &ui::ProviderBoard::keyStored);
    board->storeKey(id, key, secrets::PlainHttp::Refused);
    QTRY_COMPARE(stored.count(), 1);
    QVERIFY(stored.constFirst().at(1).value<Result<secrets::Kept>>().has_value());
}

} // namespace sb::testing
