#include "core/engine/engine_core.h"

#include "core/dialects/aws_signature.h"
#include "core/engine/catalog_fetcher.h"
#include "core/engine/embedding_call.h"
#include "core/engine/local_search.h"
#include "core/engine/preparation.h"
#include "core/engine/provider_checker.h"
#include "core/engine/token_count_call.h"
#include "core/net/http_client.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sb::engine {

namespace {

/// How long the end of the program waits for the register; a commit takes milliseconds, a full disk for ever.
constexpr std::chrono::seconds ShutDownPatience{3};

/// On this machine somebody listens or nobody does; a busy server answers within this.
constexpr std::chrono::milliseconds LocalPatience{1500};

/// For which a key's limit of requests in a day looks back.
constexpr std::chrono::hours KeyDay{24};

std::shared_ptr<const Snapshot> snapshotOf(const World &world)
{
    Snapshot snapshot{.world = world};
    for (const QByteArray &key : world.keys.values()) {
        snapshot.redactor.addSecret(key);
        for (const QByteArray &part : dialects::secretParts(key) + secrets::serviceAccountSecrets(key))
            snapshot.redactor.addSecret(part);
    }
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

} // namespace

EngineCore::EngineCore(usage::Register &usage, const Clock &clock, std::unique_ptr<Random> random, NetworkMaker network,
                       Past past)
    : m_usage(usage)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_makeNetwork(std::move(network))
    , m_past(past)
    , m_seed(m_random->next())
    , m_madeAt(m_clock.wall())
{
    connect(&m_usage, &usage::Register::keyUsesRead, this, &EngineCore::takeKeyUses);
    connect(&m_usage, &usage::Register::pastAttemptsRead, this, &EngineCore::takePastAttempts);
    // Queued to the network thread, before the outcome that changed it: a plan made after that outcome knows it.
    connect(&m_usage, &usage::Register::standingChanged, this,
            [this](const budget::Standing &standing) { m_standing = standing; });
    m_standing = m_usage.standing();
}

EngineCore::~EngineCore()
{
    // Runs and checks hold calls of the client.
    qDeleteAll(m_runs);
    qDeleteAll(m_checks);
    m_desk.reset();
    m_loads.reset();
    m_tokens.reset();
    // Calls that were given up wait for an event loop, which does not come again on this thread.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_http.reset();
}

/// Made on first use, since it must be made on the network thread.
void EngineCore::setUp()
{
    if (m_http)
        return;
    m_http = m_makeNetwork ? m_makeNetwork(m_clock) : std::make_unique<net::HttpClient>(m_clock);
    m_tokens = std::make_unique<TokenDesk>(*m_http, m_clock);
    if (!m_makeNetwork)
        m_loads = std::make_unique<LoadWatch>(*m_http, m_clock, m_books.loads);
    m_desk = std::make_unique<RegisterDesk>(m_usage);
    connect(m_desk.get(), &RegisterDesk::answered, this, &EngineCore::registerAnswered);
}

void EngineCore::setWorld(const World &world)
{
    if (!(world.catalog == m_snapshot->world.catalog)) // not for another key or another setting
        m_books.health.catalogRefreshed();
    for (const QString &providerId : changedKeys(m_snapshot->world, world)) {
        m_books.health.keyChanged(providerId);
        m_books.keys.changed(providerId);
        m_books.rates.keyChanged(providerId);
    }
    m_snapshot = snapshotOf(world);
    announceRejectedKeys();
    if (!std::exchange(m_worldKnown, true) && m_past == Past::Remembered)
        m_pastAttempts = m_usage.readPastAttempts(m_madeAt - HealthLasts);
    readKeyUses();
    startEarly();
}

/// Of earlier processes, once a limit a day is known: what this one uses it counts itself.
void EngineCore::readKeyUses()
{
    const bool isLimited = std::ranges::any_of(m_snapshot->world.keyRules, [](const QList<routing::KeyRule> &rules) {
        return std::ranges::any_of(rules, [](const routing::KeyRule &rule) { return rule.perDay.has_value(); });
    });
    if (!isLimited || std::exchange(m_keyUsesAsked, true))
        return;
    m_keyUses = m_usage.readKeyUses(m_madeAt - KeyDay, m_madeAt);
}

void EngineCore::takeKeyUses(usage::Ticket ticket, const QList<usage::KeyUse> &uses)
{
    if (ticket != m_keyUses)
        return;
    m_keyUses = {};
    for (const usage::KeyUse &use : uses)
        m_books.keys.used(use.providerId, use.keyId, m_clock.sinceBoot() - (m_clock.wall() - use.at));
    startEarly();
    emit registerAnswered();
}

/// What was learned before the last start still holds.
void EngineCore::takePastAttempts(usage::Ticket ticket, const QList<usage::PastAttempt> &attempts)
{
    if (ticket != m_pastAttempts)
        return;
    m_pastAttempts = {};
    const auto isNews = [this, known = m_books.health.known()](const usage::PastAttempt &attempt) {
        return !known.contains(attempt.endpointId); // what was reported meanwhile is newer, and reports come in order
    };
    for (const usage::PastAttempt &attempt : attempts) {
        const SteadyTime age = m_clock.wall() - attempt.endedAt;
        if (isNews(attempt))
            remember(m_books.health, attempt, std::max(healthTime(m_clock) - age, SteadyTime{1}));
    }
}

void EngineCore::startEarly()
{
    if (!isReady())
        return;
    for (const Early &early : std::exchange(m_early, {}))
        early.dry ? dryRun(early.id, early.spec) : start(early.id, early.spec);
}

RunParts EngineCore::parts()
{
    return {.http = *m_http,
            .tokens = *m_tokens,
            .desk = *m_desk,
            .clock = m_clock,
            .books = m_books,
            .newest = m_snapshot,
            .standing = m_standing};
}

/// What a request may be answered by: for vectors, that is not what it is for an answer.
std::shared_ptr<const Snapshot> EngineCore::snapshotFor(const RunSpec &spec) const
{
    if (!spec.embedding)
        return m_snapshot;
    return std::make_shared<const Snapshot>(
        Snapshot{.world = vectorWorld(m_snapshot->world, spec.embedding->model), .redactor = m_snapshot->redactor});
}

void EngineCore::start(RequestId id, const RunSpec &spec)
{
    if (!isReady()) {
        m_early.append({.id = id, .spec = spec});
        return;
    }
    setUp();
    auto *run = new Run(parts(), spec, snapshotFor(spec), std::exchange(m_seed, m_random->next()), this);
    m_runs.insert(id, run);
    connect(run, &Run::happened, this, [this, id](const RunEvent &event) { takeEvent(id, event); });
    connect(run, &Run::warned, this, &EngineCore::takeWarning);
    run->start();
}

void EngineCore::takeEvent(RequestId id, const RunEvent &event)
{
    const bool over = std::holds_alternative<Ended>(event);
    if (over)
        m_runs.take(id)->deleteLater();
    if (const auto *end = std::get_if<Ended>(&event)) { // an answer loads one model, and may push out another
        const auto *provider = m_snapshot->world.catalog.provider(end->record.providerId);
        if (provider)
            lookAtLoads(*provider);
    }
    emit runEvent(id, event);
    if (over || std::holds_alternative<AttemptFailed>(event))
        announceRejectedKeys();
    if (over)
        stopWhenIdle();
}

void EngineCore::cancel(RequestId id)
{
    if (Run *run = m_runs.value(id))
        run->cancel();
    else if (m_early.removeIf([id](const Early &early) { return early.id == id && !early.dry; }) > 0)
        emit runEvent(id, Ended{.end = routing::EndState::Cancelled, .record = {.end = routing::EndState::Cancelled}});
}

void EngineCore::dryRun(RequestId id, const RunSpec &spec)
{
    if (!isReady()) {
        m_early.append({.id = id, .spec = spec, .dry = true});
        return;
    }
    const WallTime now = m_clock.wall();
    const std::shared_ptr<const Snapshot> snapshot = snapshotFor(spec);
    const routing::BudgetView budget = budgetView(snapshot->world.limits, m_standing, now);
    SeededRandom random(m_seed);
    const auto input = prepare(spec, snapshot->world,
                               outlook(m_books, snapshot->world, spec.request, budget, m_standing, m_clock, random));
    if (input)
        emit planned(id, routing::plan(*input, now, random));
    else
        emit planned(id, tl::unexpected(input.error()));
}

void EngineCore::checkProvider(CheckId id, const CheckSpec &spec)
{
    setUp();
    auto *checker = new ProviderChecker(*m_http, *m_tokens, m_clock, spec, m_snapshot->redactor, this);
    m_checks.insert(id, checker);
    connect(checker, &ProviderChecker::done, this,
            [this, id, spec](const ProviderCheck &check) { takeCheck(id, spec, check); });
    checker->start();
}

void EngineCore::takeCheck(CheckId id, const CheckSpec &spec, const ProviderCheck &check)
{
    endCheck(id);
    if (check.outcome == ProviderCheck::Outcome::KeyRefused)
        noteCheckedKey(spec.provider, spec.key, false);
    else if (check.outcome == ProviderCheck::Outcome::Good && check.keyProven)
        noteCheckedKey(spec.provider, spec.key, true);
    if (const auto *provider = m_snapshot->world.catalog.provider(spec.provider.id))
        lookAtLoads(*provider);
    emit providerChecked(id, check);
    announceRejectedKeys();
}

/// Only about a key that requests use: one that is tried out before it is kept, or that was replaced meanwhile, says
/// nothing about the others.
void EngineCore::noteCheckedKey(const catalog::Provider &provider, const QByteArray &key, bool good)
{
    const QList<secrets::Key> keys = m_snapshot->world.keys.keys(provider.id, provider.baseUrl);
    const auto used = std::ranges::find(keys, key, &secrets::Key::value);
    if (used == keys.end())
        return;
    if (good) {
        m_books.keys.succeeded(provider.id, used->id);
        m_books.health.keyChanged(provider.id);
        return;
    }
    m_books.keys.refused(provider.id, used->id);
    const routing::KeysLeft left =
        m_books.keys.left(provider.id, keyRules(m_snapshot->world, provider), m_clock.sinceBoot());
    m_books.health.keyRefused(provider.id, left, healthTime(m_clock));
}

void EngineCore::findLocalServers(CheckId id, const QList<QUrl> &places)
{
    setUp();
    auto *search = new LocalSearch(*m_http, places, LocalPatience, this);
    m_checks.insert(id, search);
    connect(search, &LocalSearch::done, this, [this, id](const QList<LocalServer> &servers) {
        endCheck(id);
        for (const catalog::Provider &provider : m_snapshot->world.catalog.providers()) {
            if (std::ranges::find(servers, provider.baseUrl, &LocalServer::baseUrl) != servers.end())
                lookAtLoads(provider);
        }
        emit localServersFound(id, servers);
    });
    search->start();
}

void EngineCore::countTokens(CheckId id, const RunSpec &spec)
{
    setUp();
    auto *call = new TokenCountCall(parts(), spec, m_snapshot, m_random->next(), this);
    m_checks.insert(id, call);
    connect(call, &TokenCountCall::done, this, [this, id](const TokenCount &count) {
        endCheck(id);
        emit tokensCounted(id, count);
    });
    call->start();
}

void EngineCore::lookAtHealth(CheckId id)
{
    emit healthSeen(id, m_books.health.breakers(healthTime(m_clock)));
}

void EngineCore::cancelCheck(CheckId id)
{
    endCheck(id);
}

void EngineCore::fetchCatalog(CheckId id, const FetchSpec &spec)
{
    setUp();
    auto *fetcher = new CatalogFetcher(*m_http, m_clock, m_books.keys, spec, m_snapshot, this);
    m_checks.insert(id, fetcher);
    connect(fetcher, &CatalogFetcher::keyRefused, this,
            [this](const catalog::Provider &provider, const QByteArray &key) {
                noteCheckedKey(provider, key, false);
                announceRejectedKeys();
            });
    connect(fetcher, &CatalogFetcher::progressed, this,
            [this, id](const FetchProgress &progress) { emit catalogFetchProgressed(id, progress); });
    connect(fetcher, &CatalogFetcher::done, this, [this, id](const QList<catalog::Fetch> &fetches) {
        endCheck(id);
        emit catalogFetched(id, fetches);
    });
    fetcher->start();
}

void EngineCore::cancelFetch(CheckId id)
{
    if (auto *fetcher = qobject_cast<CatalogFetcher *>(m_checks.value(id)))
        fetcher->cancel();
}

bool EngineCore::waitsForRegister() const
{
    return m_keyUses.isValid() || (m_desk && m_desk->isWaiting());
}

void EngineCore::endCheck(CheckId id)
{
    QObject *check = m_checks.take(id);
    if (!check)
        return;
    check->disconnect(this);
    check->deleteLater(); // we may be inside its signal
}

void EngineCore::lookAtLoads(const catalog::Provider &provider)
{
    if (!m_loads || !provider.local || !provider.enabled || m_stopping)
        return;
    const World &world = m_snapshot->world;
    const auto key = world.keys.key(provider.id, provider.baseUrl);
    m_loads->look(
        provider, world.catalog,
        [&clock = m_clock, provider, value = key ? key->value : QByteArray()](const dialects::WireRequest &wire) {
            return value.isEmpty() ? QList<dialects::Header>()
                                   : dialects::authorization(provider, value, wire, clock.wall());
        });
}

void EngineCore::announceRejectedKeys()
{
    const QSet<QString> rejected = m_books.health.rejectedKeys(healthTime(m_clock));
    if (rejected == m_rejectedKeys)
        return;
    m_rejectedKeys = rejected;
    emit rejectedKeysChanged(rejected);
}

void EngineCore::takeWarning(const budget::Warning &warning)
{
    const auto last = m_warnings.constFind(warning.limit.period);
    if (!isNews(warning, last == m_warnings.constEnd() ? std::nullopt : std::optional(*last)))
        return;
    m_warnings.insert(warning.limit.period, warning);
    emit budgetWarned(warning);
}

void EngineCore::shutDown()
{
    m_stopping = true;
    m_loads.reset();
    const QList<Early> early = m_early;
    for (const Early &each : early)
        cancel(each.id);
    const QList<CheckId> checks = m_checks.keys();
    for (const CheckId id : checks)
        endCheck(id);
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, &EngineCore::stopped);
    m_patience->start(ShutDownPatience);
    const QList<Run *> runs = m_runs.values();
    for (Run *run : runs)
        run->cancel();
    stopWhenIdle();
}

void EngineCore::stopWhenIdle()
{
    if (m_stopping && m_runs.isEmpty())
        QTimer::singleShot(0, this, &EngineCore::stopped); // what is left to be deleted needs the event loop
}

} // namespace sb::engine
