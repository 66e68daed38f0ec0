#include "tests/tools/replay_profile.h"

#include "core/profile/profile.h"
#include "tests/tools/replay_server.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

constexpr auto OverloadedId = "constructed-anthropic-529";
constexpr int Overloaded = 529;
constexpr int RateLimited = 429;

using Fits = bool (*)(const Exchange &);

/// The fitting exchange with the longest text, the first of equals.
Result<Exchange> longest(const QList<Exchange> &exchanges, const QString &what, Fits fits)
{
    const Exchange *best = nullptr;
    for (const Exchange &exchange : exchanges) {
        const auto length = [](const Exchange &each) { return each.expect["text"].toBytes().size(); };
        if (fits(exchange) && (!best || length(exchange) > length(*best)))
            best = &exchange;
    }
    if (best)
        return *best;
    return failure(Error::Kind::NotFound, u"There is no %1 among the exchanges. Name a file that has one."_s.arg(what));
}

bool isAnsweringStream(const Exchange &exchange)
{
    return exchange.api == "openai.chat" && exchange.dialect == "openai.chat" && exchange.streams
        && exchange.head.status == 200 && exchange.expect["finish_reason"].toBytes() == "stop"
        && exchange.expect["tool_calls"].size() == 0 && exchange.expect["prompt_tokens"].isNumber();
}

/// What the profile says about one recorded provider.
struct Station
{
    catalog::Provider provider = {};
    catalog::Endpoint endpoint = {};
};

/// A provider and a model as they are shipped, under a name and an address of their own.
Result<Station> stationFor(const Exchange &exchange, const catalog::Catalog &shipped, quint16 port)
{
    const QString providerId = QString::fromUtf8(exchange.provider);
    const catalog::Provider *provider = shipped.provider(providerId);
    const catalog::Endpoint *endpoint = nullptr;
    for (const catalog::Endpoint &each : shipped.endpoints()) {
        const bool ofProvider = each.providerId == providerId;
        if (ofProvider && (!endpoint || each.upstreamModel == exchange.model))
            endpoint = &each;
    }
    if (!provider || !endpoint)
        return failure(Error::Kind::NotFound, u"The catalog has no provider “%1”."_s.arg(providerId));
    Station station{.provider = *provider, .endpoint = *endpoint};
    station.provider.id = u"replay-"_s + providerId;
    station.provider.name = provider->name + u" (replay of %1)"_s.arg(QString::fromUtf8(exchange.id));
    station.provider.baseUrl = ReplayServer::baseUrl(port, exchange.id);
    station.provider.auth = catalog::Provider::Auth::None;
    station.provider.keyVariables.clear();
    station.provider.keyPage.clear();
    station.endpoint.providerId = station.provider.id;
    station.endpoint.id = station.provider.id + u'/' + endpoint->upstreamModel;
    return station;
}

Result<void> save(const profile::Paths &paths, const Station &station)
{
    return profile::saveProvider(paths, station.provider)
        .and_then([&](const auto &) { return profile::saveEndpoints(paths, station.provider.id, {station.endpoint}); })
        .map([](const auto &) {});
}

Result<void> saveReplayChain(const profile::Paths &paths, const QList<Station> &stations)
{
    routing::Chain chain{.name = QString::fromLatin1(ReplayChainName),
                         .description = u"Recorded answers: the first provider is overloaded, the second limits the "
                                        "rate, the third answers."_s};
    for (const Station &station : stations)
        chain.steps.append({.model = station.endpoint.modelId, .endpoints = {station.endpoint.id}, .retries = 0});
    const auto before = profile::revisionOf(paths.chains() + u'/' + chain.name + u".json"_s);
    return before.and_then([&](const profile::Revision &revision) { return saveChain(paths, chain, revision); })
        .map([](const profile::Revision &) {});
}

Result<void> saveDefault(const profile::Paths &paths)
{
    return profile::loadSettings(paths).and_then([&](profile::Settings settings) {
        settings.defaultChain = QString::fromLatin1(ReplayChainName);
        return saveSettings(paths, settings).map([](const auto &) {});
    });
}

} // namespace

Result<ReplayChain> chooseReplayChain(const QList<Exchange> &exchanges)
{
    const auto named = std::ranges::find(exchanges, QByteArray(OverloadedId), &Exchange::id);
    const Result<Exchange> overloaded = named != exchanges.end()
        ? Result<Exchange>(*named)
        : longest(exchanges, u"529 of Anthropic"_s, [](const Exchange &exchange) {
              return exchange.api == "anthropic.messages" && exchange.head.status == Overloaded;
          });
    const auto limited = longest(exchanges, u"429 of Gemini"_s, [](const Exchange &exchange) {
        return exchange.api == "gemini.generateContent" && exchange.head.status == RateLimited;
    });
    const auto answering = longest(exchanges, u"stream of OpenAI"_s, isAnsweringStream);
    for (const Result<Exchange> *each : {&overloaded, &limited, &answering}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    return ReplayChain{.overloaded = *overloaded, .limited = *limited, .answering = *answering};
}

Result<void> writeReplayProfile(const QString &root, const ReplayChain &chain, quint16 port)
{
    const Result<profile::Paths> paths = profile::prepare(root);
    if (!paths)
        return tl::unexpected(paths.error());
    const catalog::Catalog shipped = profile::loadCatalog(*paths).catalog;
    QList<Station> stations;
    for (const Exchange *exchange : {&chain.overloaded, &chain.limited, &chain.answering}) {
        const Result<Station> station = stationFor(*exchange, shipped, port);
        const Result<void> saved = station.and_then([&](const Station &each) { return save(*paths, each); });
        if (!saved)
            return saved;
        stations.append(*station);
    }
    return saveReplayChain(*paths, stations).and_then([&] { return saveDefault(*paths); });
}

} // namespace sb::testing
