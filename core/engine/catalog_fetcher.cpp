#include "core/engine/catalog_fetcher.h"

#include "core/secrets/key_table.h"

#include <QTimer>

#include <utility>

namespace sb::engine {

namespace {
constexpr qsizetype AtOnce = 4;
} // namespace

CatalogFetcher::CatalogFetcher(net::HttpClient &http, const Clock &clock, const FetchSpec &spec, const World &world,
                               const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_world(world)
    , m_redactor(redactor)
    , m_patience(spec.patience)
    , m_queries(fetchQueries(spec, world.catalog))
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

void CatalogFetcher::ask(qsizetype index)
{
    FetchQuery &query = m_queries[index];
    QList<dialects::Header> headers;
    if (!query.provider.id.isEmpty()) {
        const auto key = m_world.keys.key(query.provider.id, query.provider.baseUrl);
        const bool mayTravel = key && (key->plainHttp || secrets::isSafeOrigin(query.provider.baseUrl));
        query.withKey = mayTravel;
        if (mayTravel)
            headers = dialects::authorization(query.provider, key->value, query.wire, m_clock.wall());
    }
    auto *call = new ListCall(m_http, this);
    m_calls.insert(index, call);
    connect(call, &ListCall::ended, this, [this, index](const ListAnswer &answer) { takeAnswer(index, answer); });
    call->start(query.wire, headers, m_patience);
}

void CatalogFetcher::takeAnswer(qsizetype index, const ListAnswer &answer)
{
    m_calls.take(index)->deleteLater();
    m_reading.start([this, index, answer, query = m_queries.at(index), catalog = m_world.catalog, redactor = m_redactor,
                     at = m_clock.wall()] {
        // Delivered on our thread; dropped when we are gone, which waits for this very function.
        QMetaObject::invokeMethod(
            this, [this, index, fetch = readFetch(query, answer, catalog, redactor, at)] { take(index, fetch); },
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
