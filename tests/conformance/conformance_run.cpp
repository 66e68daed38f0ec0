#include "tests/conformance/conformance_run.h"

#include "core/catalog/names.h"
#include "core/engine/materials.h"
#include "resources/data.h"
#include "tests/dialects/plain_exchange.h"

#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::testing {

namespace {

constexpr auto ModelId = "recorded/model"_L1;
constexpr auto Pace = 1ms; ///< without one, Qt's HTTP thread gathers the pieces of an answer into a few

const dialects::ClientDialect *clientFor(const Exchange &exchange)
{
    const auto id = catalog::dialectFromWireName(exchange.dialect);
    return id ? dialects::clientDialect(*id) : nullptr;
}

/// What this provider does otherwise than its dialect, as we ship it.
catalog::Quirks shippedQuirks(const QByteArray &providerId)
{
    initData();
    QFile file(u":/signalbox/providers/%1.json"_s.arg(QString::fromUtf8(providerId)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseJson(file.readAll())
        .and_then([](const Json &json) { return catalog::parseProvider(json, {}); })
        .map([](const catalog::Provider &provider) { return provider.quirks; })
        .value_or(catalog::Quirks{});
}

catalog::Provider providerFor(const Exchange &exchange, quint16 port)
{
    return {.id = QString::fromUtf8(exchange.id),
            .name = QString::fromUtf8(exchange.id),
            .baseUrl = ReplayServer::baseUrl(port, exchange.id),
            .dialect = *catalog::dialectFromWireName(exchange.dialect),
            .auth = catalog::Provider::Auth::None,
            .quirks = shippedQuirks(exchange.provider)};
}

/// Takes everything, so that no recorded request is sorted out before it is sent.
catalog::Endpoint endpointFor(const Exchange &exchange)
{
    const QString providerId = QString::fromUtf8(exchange.id);
    catalog::Endpoint endpoint{.id = providerId + u"/m"_s,
                               .providerId = providerId,
                               .modelId = ModelId,
                               .upstreamModel = exchange.model.isEmpty() ? u"unknown"_s : exchange.model};
    for (const auto &[name, capability] : catalog::CapabilityNames)
        endpoint.capabilities.*capability = true;
    return endpoint;
}

/// Not where it links to a file that would be fetched first: no file of the internet is here.
std::optional<chat::Request> recordedRequest(const Exchange &exchange)
{
    const auto id = catalog::dialectFromWireName(exchange.dialect);
    const dialects::ServerDialect *server = id ? dialects::serverDialect(*id) : nullptr;
    if (!server || exchange.request.isEmpty())
        return {};
    const auto served = server->decodeRequest(exchange.url.path(QUrl::FullyEncoded).toUtf8(), exchange.request);
    if (!served || served->request.messages.isEmpty())
        return {};
    const bool fetches =
        !engine::linksToFetch(served->request, *dialects::clientDialect(*id), providerFor(exchange, 0)).isEmpty();
    return fetches ? std::nullopt : std::optional(served->request);
}

chat::Request minimalRequest()
{
    chat::Request request;
    request.messages.append(chat::Message::make(chat::Role::User, u"Hello"_s));
    return request;
}

/// One attempt, and no waiting for what a recording never does.
routing::Chain chainTo(const Exchange &exchange)
{
    const routing::StepClocks clocks{.firstByte = 20s, .firstContent = 20s, .firstContentReasoning = 20s, .idle = 20s};
    return {.name = u"conformance"_s,
            .steps = {{.model = ModelId,
                       .endpoints = {QString::fromUtf8(exchange.id) + u"/m"_s},
                       .clocks = clocks,
                       .retries = 0,
                       .patience = 0ms}}};
}

} // namespace

ConformanceRun::ConformanceRun(const QList<Exchange> &exchanges, const Options &options, QObject *parent)
    : QObject(parent)
    , m_exchanges(exchanges)
    , m_options(options)
    , m_usage({.path = m_folder.filePath(u"usage.sqlite"_s)}, m_clock)
    , m_http(m_clock)
    , m_engine(m_usage, m_clock, std::make_unique<SeededRandom>(options.seed))
    , m_server(new ReplayServer(m_clock, exchanges, {.seed = options.seed, .pace = Pace}))
{
    for (const Exchange &exchange : exchanges)
        m_verdicts.append({.id = exchange.id, .api = exchange.api, .dialect = exchange.dialect});
    m_server->moveToThread(&m_engine.networkThread());
    connect(&m_usage, &usage::Register::ready, this, [this](const Result<QString> &path) {
        if (!path)
            emit failed(path.error());
        m_registerReady = path.has_value();
        beginWhenReady();
    });
    connect(m_server, &ReplayServer::listening, this, [this](const Result<quint16> &port) {
        if (!port) {
            emit failed(port.error());
            return;
        }
        m_port = *port;
        makeWorld(*port);
        m_serverReady = true;
        beginWhenReady();
    });
}

ConformanceRun::~ConformanceRun()
{
    m_server->deleteLater(); // while its thread's event loop still runs
}

void ConformanceRun::start()
{
    m_usage.start();
    QMetaObject::invokeMethod(m_server, &ReplayServer::start);
}

void ConformanceRun::makeWorld(quint16 port)
{
    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints;
    for (const Exchange &exchange : std::as_const(m_exchanges)) {
        if (!clientFor(exchange))
            continue;
        providers.append(providerFor(exchange, port));
        endpoints.append(endpointFor(exchange));
    }
    m_engine.setWorld({.catalog = catalog::Catalog(providers, endpoints)});
}

void ConformanceRun::beginWhenReady()
{
    if (m_registerReady && m_serverReady)
        startMore();
}

void ConformanceRun::startMore()
{
    while (m_next < m_exchanges.size() && qsizetype(m_running.size()) < m_options.atOnce) {
        const qsizetype index = m_next++;
        const bool plain = plainKind(m_exchanges[index]).has_value();
        m_verdicts[index].spoken = plain || clientFor(m_exchanges[index]) != nullptr;
        if (plain)
            runPlain(index);
        else if (m_verdicts[index].spoken)
            run(index);
    }
    if (m_running.empty())
        emit finished(m_verdicts);
}

void ConformanceRun::run(qsizetype index)
{
    const Exchange &exchange = m_exchanges[index];
    const auto recorded = recordedRequest(exchange);
    m_verdicts[index].ownRequest = recorded.has_value();
    const engine::RunSpec spec{
        .request = recorded.value_or(minimalRequest()), .chainValue = chainTo(exchange), .client = u"conformance"_s};
    Running running{.handle = std::make_unique<engine::RunHandle>(m_engine, spec)};
    connect(running.handle.get(), &engine::RunHandle::ended, this,
            [this, index](const engine::Ended &ended) { end(index, judge(ended, m_exchanges[index].expect)); });
    watch(index, std::move(running));
}

void ConformanceRun::runPlain(qsizetype index)
{
    const Exchange &exchange = m_exchanges[index];
    const auto wire = plainRequest(exchange, ReplayServer::baseUrl(m_port, exchange.id));
    if (!wire) {
        m_verdicts[index].differences = {u"request: not sent, %1"_s.arg(wire.error().message)};
        return;
    }
    Running running{.call = std::make_unique<PlainCall>(m_http, *wire)};
    const PlainCall *call = running.call.get();
    connect(call, &PlainCall::ended, this, [this, index, call](const net::HttpEnd &ended) {
        end(index,
            ended.kind == net::HttpEnd::Kind::Complete
                ? plainDifferences(m_exchanges[index], call->head(), call->body())
                : QStringList{u"end: %1"_s.arg(ended.detail)});
    });
    watch(index, std::move(running));
}

/// From now on it runs, and has a limit.
void ConformanceRun::watch(qsizetype index, Running running)
{
    running.patience = std::make_unique<QTimer>();
    running.patience->setSingleShot(true);
    connect(running.patience.get(), &QTimer::timeout, this, [this, index] { end(index, {u"end: none came"_s}); });
    running.patience->start(m_options.patience);
    m_running.emplace(index, std::move(running));
}

void ConformanceRun::end(qsizetype index, const QStringList &differences)
{
    m_verdicts[index].differences = differences;
    auto over = m_running.extract(index);
    const auto putAway = [this](auto &object) {
        if (!object)
            return;
        object->disconnect(this);
        object.release()->deleteLater(); // we are inside a signal of one of them
    };
    putAway(over.mapped().handle);
    putAway(over.mapped().call);
    putAway(over.mapped().patience);
    startMore();
}

} // namespace sb::testing
