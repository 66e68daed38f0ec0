#include "core/engine/engine.h"

#include "core/engine/engine_core.h"

#include <atomic>
#include <utility>

namespace sb::engine {

class EnginePrivate
{
public:
    EnginePrivate(usage::Register &usage, const Clock &clock, std::unique_ptr<Random> random)
        : core(new EngineCore(usage, clock, std::move(random)))
    {
    }

    RequestId nextId() { return {.value = ++lastId}; }
    CheckId nextCheck() { return {.value = ++lastId}; }

    /// Runs a call on the network thread, in the order of posting.
    template <typename Call>
    void post(Call &&call)
    {
        QMetaObject::invokeMethod(core, std::forward<Call>(call), Qt::QueuedConnection);
    }

    QThread thread;
    EngineCore *core; ///< lives on `thread`, deleted there when it finishes
    std::atomic<quint64> lastId{0};
};

Engine::Engine(usage::Register &usage, const Clock &clock, std::unique_ptr<Random> random, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<EnginePrivate>(usage, clock, std::move(random)))
{
    d->thread.setObjectName(QStringLiteral("network"));
    d->core->moveToThread(&d->thread);
    // Emitted on the network thread: receivers elsewhere get it queued, those beside the core at once.
    connect(d->core, &EngineCore::runEvent, this, &Engine::runEvent, Qt::DirectConnection);
    connect(d->core, &EngineCore::planned, this, &Engine::planned, Qt::DirectConnection);
    connect(d->core, &EngineCore::providerChecked, this, &Engine::providerChecked, Qt::DirectConnection);
    connect(d->core, &EngineCore::localServersFound, this, &Engine::localServersFound, Qt::DirectConnection);
    connect(d->core, &EngineCore::tokensCounted, this, &Engine::tokensCounted, Qt::DirectConnection);
    connect(d->core, &EngineCore::healthSeen, this, &Engine::healthSeen, Qt::DirectConnection);
    connect(d->core, &EngineCore::catalogFetchProgressed, this, &Engine::catalogFetchProgressed, Qt::DirectConnection);
    connect(d->core, &EngineCore::catalogFetched, this, &Engine::catalogFetched, Qt::DirectConnection);
    connect(d->core, &EngineCore::rejectedKeysChanged, this, &Engine::rejectedKeysChanged, Qt::DirectConnection);
    connect(d->core, &EngineCore::budgetWarned, this, &Engine::budgetWarned, Qt::DirectConnection);
    connect(
        d->core, &EngineCore::stopped, &d->thread, [thread = &d->thread] { thread->quit(); }, Qt::DirectConnection);
    connect(&d->thread, &QThread::finished, d->core, &QObject::deleteLater);
    d->thread.start();
}

Engine::~Engine()
{
    d->post([core = d->core] { core->shutDown(); });
    d->thread.wait();
}

void Engine::setWorld(const World &world)
{
    d->post([core = d->core, world] { core->setWorld(world); });
}

RequestId Engine::start(const RunSpec &spec)
{
    const RequestId id = d->nextId();
    d->post([core = d->core, id, spec] { core->start(id, spec); });
    return id;
}

void Engine::cancel(RequestId id)
{
    d->post([core = d->core, id] { core->cancel(id); });
}

RequestId Engine::dryRun(const RunSpec &spec)
{
    const RequestId id = d->nextId();
    d->post([core = d->core, id, spec] { core->dryRun(id, spec); });
    return id;
}

CheckId Engine::checkProvider(const CheckSpec &spec)
{
    const CheckId id = d->nextCheck();
    d->post([core = d->core, id, spec] { core->checkProvider(id, spec); });
    return id;
}

CheckId Engine::findLocalServers(const QList<QUrl> &places)
{
    const CheckId id = d->nextCheck();
    d->post([core = d->core, id, places] { core->findLocalServers(id, places); });
    return id;
}

CheckId Engine::countTokens(const RunSpec &spec)
{
    const CheckId id = d->nextCheck();
    d->post([core = d->core, id, spec] { core->countTokens(id, spec); });
    return id;
}

CheckId Engine::lookAtHealth()
{
    const CheckId id = d->nextCheck();
    d->post([core = d->core, id] { core->lookAtHealth(id); });
    return id;
}

void Engine::cancelCheck(CheckId id)
{
    d->post([core = d->core, id] { core->cancelCheck(id); });
}

CheckId Engine::fetchCatalog(const FetchSpec &spec)
{
    const CheckId id = d->nextCheck();
    d->post([core = d->core, id, spec] { core->fetchCatalog(id, spec); });
    return id;
}

void Engine::cancelFetch(CheckId id)
{
    d->post([core = d->core, id] { core->cancelFetch(id); });
}

QThread &Engine::networkThread()
{
    return d->thread;
}

} // namespace sb::engine
