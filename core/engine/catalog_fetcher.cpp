#include "core/engine/catalog_fetcher.h"

#include "core/secrets/key_table.h"

#include <QTimer>

#include <utility>

namespace sb::engine {

namespace {
constexpr qsizetype AtOnce = 4;
} // namespace

CatalogFetcher::CatalogFetcher(net::Network &http, const Clock &clock, const routing::KeyBook &keys,
                               const FetchSpec &spec, std::shared_ptr<const Snapshot> snapshot, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_keys(keys)
    , m_snapshot(std::move(snapshot))
    , m_patience(spec.patience)
    , m_queries(fetchQueries(spec, m_snapshot->world.catalog))
{
    m_reading.setMaxThreadCount(1);
    for (const FetchQuery &query : m_queries)
        m_fetches.append(
            {.sourceId = query.sourceId, .name = query.name, .outcome = catalog::SourceReport::Outcome::Cancelled});
}

CatalogFetcher::~CatalogFetcher()
{
    m_reading.waitForDone();
}

void CatalogFetcher::start()
{
    m_state = State::Fetching;
    QTimer::singleShot(0, this, [this] {
        emit progressed({.total = int(m_queries.size())});
        askNext();
        concludeWhenAllAreIn();
    });
}

void CatalogFetcher::askNext()
{
    while (m_state == State::Fetching && m_calls.size() < AtOnce && m_next < m_queries.size())
        ask(m_next++);
}

/// Those of the keys that may go to this list. What the user limits is requests, and a list is none.
QList<routing::KeyRule> CatalogFetcher::rulesFor(const FetchQuery &query) const
{
    QList<routing::KeyRule> rules;
    for (const routing::KeyRule &rule : keyRules(m_snapshot->world, query.provider)) {
        const secrets::Key *key = m_snapshot->world.keys.find(query.provider.id, rule.id);
        if (key && mayCarry(query.provider, key->value, query.wire.url))
            rules.append({.id = rule.id, .name = rule.name});
    }
    return rules;
}

void CatalogFetcher::ask(qsizetype index)
{
    FetchQuery &query = m_queries[index];
    const World &world = m_snapshot->world;
    const QList<routing::KeyRule> rules = rulesFor(query);
    if (rules.isEmpty() && !keyRules(world, query.provider).isEmpty())
        return take(index, notAsked(query));
    const routing::KeyChoice choice =
        m_keys.choose(query.provider.id, rules, m_triedKeys.value(index), m_clock.sinceBoot());
    const secrets::Key *key = choice.keyId ? world.keys.find(query.provider.id, *choice.keyId) : nullptr;
    const QList<dialects::Header> headers = key
        ? dialects::authorization(query.provider, key->value, query.wire, m_clock.wall())
        : QList<dialects::Header>();
    query.key = headers.isEmpty() ? std::nullopt : std::optional(*key);
    auto *call = new ListCall(m_http, this);
    m_calls.insert(index, call);
    connect(call, &ListCall::ended, this, [this, index](const ListAnswer &answer) { takeAnswer(index, answer); });
    call->start(query.wire, headers, m_patience);
}

bool CatalogFetcher::isForAnotherKey(qsizetype index, const ListAnswer &answer)
{
    const FetchQuery &query = m_queries.at(index);
    const auto refusal = keyRefusal(query, answer);
    if (!refusal)
        return false;
    m_triedKeys[index].insert(query.key->id);
    // One that may not list models may well be good for requests.
    if (refusal == ProviderCheck::Outcome::KeyRefused)
        emit keyRefused(query.provider, query.key->value);
    return m_keys.hasOther(query.provider.id, rulesFor(query), m_triedKeys.value(index), m_clock.sinceBoot());
}

void CatalogFetcher::takeAnswer(qsizetype index, const ListAnswer &answer)
{
    m_calls.take(index)->deleteLater();
    if (isForAnotherKey(index, answer))
        return ask(index);
    m_reading.start([this, index, answer, query = m_queries.at(index), snapshot = m_snapshot, at = m_clock.wall()] {
        // Delivered on our thread; dropped when we are gone, which waits for this very function.
        QMetaObject::invokeMethod(
            this,
            [this, index, fetch = readFetch(query, answer, snapshot->world.catalog, snapshot->redactor, at)] {
                take(index, fetch);
            },
            Qt::QueuedConnection);
    });
    askNext();
}

void CatalogFetcher::take(qsizetype index, const catalog::Fetch &fetch)
{
    if (m_state != State::Fetching)
        return;
    m_fetches[index] = fetch;
    ++m_done;
    emit progressed({.done = m_done, .total = int(m_queries.size()), .name = fetch.name});
    concludeWhenAllAreIn();
}

void CatalogFetcher::concludeWhenAllAreIn()
{
    if (m_state != State::Fetching || m_done < m_queries.size())
        return;
    m_state = State::Done;
    emit done(bySource(m_fetches));
}

void CatalogFetcher::cancel()
{
    if (m_state != State::Fetching)
        return;
    m_state = State::Done;
    const QHash<qsizetype, ListCall *> calls = std::exchange(m_calls, {});
    qDeleteAll(calls); // aborts them without a word; we are called from outside of their signals
    QTimer::singleShot(0, this, [this] { emit done(bySource(m_fetches)); });
}

} // namespace sb::engine
