#include "core/engine/load_watch.h"

#include "core/engine/local_loads.h"

#include <utility>

namespace sb::engine {

using namespace std::chrono_literals;

namespace {

constexpr SteadyTime LookInterval = 5s;
constexpr std::chrono::milliseconds LookPatience = 2s;

} // namespace

LoadWatch::LoadWatch(net::Network &http, const Clock &clock, routing::LoadBook &book, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_book(book)
{
}

LoadWatch::~LoadWatch() = default;

void LoadWatch::look(const catalog::Provider &provider, const catalog::Catalog &catalog, const KeyFor &key)
{
    const QList<QUrl> queries = loadQueries(provider);
    const SteadyTime now = m_clock.sinceBoot();
    const auto last = m_lookedAt.constFind(provider.id);
    if (queries.isEmpty() || (last != m_lookedAt.constEnd() && now - *last < LookInterval))
        return;
    m_lookedAt.insert(provider.id, now);
    ask({.provider = provider, .catalog = catalog, .key = key, .queries = queries});
}

void LoadWatch::ask(Look look)
{
    const dialects::WireRequest wire{
        .method = "GET", .url = look.queries.at(look.answers.size()), .headers = {{"accept", "application/json"}}};
    const QList<dialects::Header> key = look.key ? look.key(wire) : QList<dialects::Header>();
    auto *call = new ListCall(m_http, this);
    connect(call, &ListCall::ended, this,
            [this, look = std::move(look)](const ListAnswer &answer) { take(look, answer); });
    connect(call, &ListCall::ended, call, &QObject::deleteLater);
    call->start(wire, key, LookPatience);
}

void LoadWatch::take(Look look, const ListAnswer &answer)
{
    look.answers.append(answer);
    const bool goesOn = answer.head.status == 200 && look.answers.size() < look.queries.size();
    if (goesOn)
        return ask(std::move(look));
    const auto loads = readLoads(look.provider, look.catalog, look.answers);
    if (loads.isEmpty())
        m_book.silent(look.provider.id);
    else
        m_book.told(look.provider.id, loads, m_clock.sinceBoot());
}

} // namespace sb::engine
