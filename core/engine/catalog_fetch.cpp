#include "core/engine/catalog_fetch.h"

#include "core/catalog/listed_model.h"
#include "core/catalog/price_index.h"
#include "core/catalog/router_models.h"
#include "core/dialects/model_list.h"
#include "core/engine/check_result.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

using catalog::Fetch;
using catalog::FetchedList;
using Kind = catalog::FetchedList::Kind;
using Outcome = catalog::SourceReport::Outcome;

struct CatalogFetchText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine::CatalogFetch)
};

/// As it is kept with a list.
QUrl listUrl(const QUrl &asked)
{
    return asked.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// A source that is at another address by now would confirm a list that is not the one that we have.
void addValidators(dialects::WireRequest &wire, const Validators &known)
{
    if (known.url != listUrl(wire.url))
        return;
    if (!known.etag.isEmpty())
        wire.headers.append(dialects::Header{"if-none-match", known.etag});
    if (!known.lastModified.isEmpty())
        wire.headers.append(dialects::Header{"if-modified-since", known.lastModified});
}

FetchQuery listQuery(const catalog::Provider &provider, const FetchSpec &spec)
{
    FetchQuery query{.kind = provider.quirks.pricedList ? Kind::PricedModels : Kind::Models,
                     .sourceId = provider.id,
                     .name = provider.name,
                     .provider = provider,
                     .wire = dialects::modelListRequest(provider)};
    addValidators(query.wire, spec.known.value(provider.id));
    return query;
}

/// Those of a model, sorted.
QStringList endpointIds(const catalog::Catalog &catalog, const QString &model)
{
    QStringList ids;
    for (const catalog::Endpoint *endpoint : catalog.endpointsFor(model))
        ids.append(endpoint->id);
    ids.sort();
    return ids;
}

/// Sources: openrouter.ai/docs/api/api-reference/endpoints/list-endpoints
FetchQuery offersQuery(const catalog::Provider &router, const QString &model, const FetchSpec &spec,
                       const catalog::Catalog &catalog)
{
    FetchQuery query{.kind = Kind::Offers,
                     .sourceId = router.id + ".offers"_L1,
                     .name = CatalogFetchText::tr("%1: %2").arg(router.name, model),
                     .provider = router,
                     .model = model,
                     .wire = dialects::modelListRequest(router)};
    query.wire.url = router.baseUrl;
    query.wire.url.setPath(router.baseUrl.path() + "/models/"_L1 + model + "/endpoints"_L1, QUrl::DecodedMode);
    const QList<catalog::ListPart> parts = spec.knownParts.value(query.sourceId);
    const auto part = std::ranges::find(parts, model, &catalog::ListPart::model);
    // Of an endpoint that came into the catalog later, nothing was read out of that answer.
    if (part != parts.cend() && part->lookedFor == endpointIds(catalog, model))
        addValidators(query.wire, {.url = part->url, .etag = part->etag, .lastModified = part->lastModified});
    return query;
}

FetchQuery indexQuery(const FetchSpec &spec)
{
    FetchQuery query{.kind = Kind::Index,
                     .sourceId = catalog::IndexId,
                     .name = spec.index.host(),
                     .wire = {.method = "GET", .url = spec.index, .headers = {{"accept", "application/json"}}}};
    addValidators(query.wire, spec.known.value(catalog::IndexId));
    return query;
}

/// What else somebody uses, such as models of their own machine, is not the router's business.
bool hasModel(const catalog::Catalog &catalog, const catalog::Provider &router, const QString &model)
{
    return std::ranges::any_of(catalog.endpointsFor(model),
                               [&router](const catalog::Endpoint *each) { return each->providerId == router.id; });
}

/// Whether a server says that this is JSON, or nothing about it; those of plain files say text/plain.
bool isJsonType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || type == "text/json" || type == "text/plain"
        || type.endsWith("+json");
}

/// For the sentences of a check, which are about a provider.
CheckSpec checkSpec(const FetchQuery &query)
{
    CheckSpec spec{.provider = query.provider, .key = query.key ? "loaded" : QByteArray()}; // which one is no matter
    if (spec.provider.id.isEmpty()) {
        spec.provider.name = query.name;
        spec.provider.baseUrl = query.wire.url;
    }
    return spec;
}

Result<catalog::ReadModels> readBody(const FetchQuery &query, const ListAnswer &answer, const catalog::Catalog &catalog)
{
    if (query.kind == Kind::Models) {
        return dialects::readModelList(answer.body).map([&](const QList<catalog::ListedModel> &models) {
            return catalog::ReadModels{.endpoints = catalog::newEndpoints(query.provider, models, {})};
        });
    }
    return parseJson(answer.body).and_then([&](const Json &json) -> Result<catalog::ReadModels> {
        switch (query.kind) {
        case Kind::PricedModels:
            return catalog::parseRouterModels(json, query.provider);
        case Kind::Offers:
            return catalog::parseRouterOffers(json, query.model, catalog);
        default:
            return catalog::parsePriceIndex(json, catalog.providers());
        }
    });
}

QString oddAnswer(const FetchQuery &query, const ListAnswer &answer)
{
    if (answer.tooLong)
        return CatalogFetchText::tr("The list of %1 is longer than any list of models.").arg(query.name);
    if (!isJsonType(answer.head.header("content-type")) || answer.body.trimmed().startsWith('<'))
        return CatalogFetchText::tr("%1 sent a page, not a list of models (%2).")
            .arg(query.name, QString::fromLatin1(answer.head.header("content-type").left(60)));
    return {};
}

/// The validators are those of one model's offers, and are worth nothing where one of these was not taken.
void becomePart(Fetch &fetch, const FetchQuery &query, const catalog::Catalog &catalog)
{
    catalog::ListPart part{.model = query.model, .url = fetch.list.url};
    const QByteArray etag = std::exchange(fetch.list.etag, {});
    const QByteArray lastModified = std::exchange(fetch.list.lastModified, {});
    if (fetch.rejected.isEmpty()) {
        part.etag = etag;
        part.lastModified = lastModified;
        part.lookedFor = endpointIds(catalog, query.model);
    }
    fetch.list.parts = {part};
}

void readList(Fetch &fetch, const FetchQuery &query, const ListAnswer &answer, const catalog::Catalog &catalog)
{
    fetch.outcome = Outcome::Rejected;
    fetch.reason = oddAnswer(query, answer);
    if (!fetch.reason.isEmpty())
        return;
    const Result<catalog::ReadModels> read = readBody(query, answer, catalog);
    if (!read) {
        fetch.reason = CatalogFetchText::tr("The list of %1 cannot be read: %2").arg(query.name, read.error().message);
        return;
    }
    fetch.outcome = Outcome::Fetched;
    fetch.rejected = read->rejected;
    fetch.list = {.sourceId = query.sourceId,
                  .kind = query.kind,
                  .name = query.name,
                  .url = listUrl(query.wire.url),
                  .etag = answer.head.header("etag"),
                  .lastModified = answer.head.header("last-modified"),
                  .at = fetch.at,
                  .endpoints = read->endpoints};
    if (query.kind == Kind::Offers)
        becomePart(fetch, query, catalog);
}

bool brought(const Fetch &part)
{
    return part.outcome == Outcome::Fetched || part.outcome == Outcome::NotModified;
}

/// The answers about one source; at least one brought something.
Fetch united(const QList<Fetch> &parts)
{
    Fetch all{.outcome = Outcome::NotModified};
    QStringList reasons;
    QHash<QString, catalog::Endpoint> endpoints; // the last word holds
    QStringList order;
    QList<catalog::ListPart> pieces;
    for (const Fetch &part : parts) {
        if (!brought(part)) {
            reasons.append(part.reason);
            continue;
        }
        all.sourceId = part.sourceId;
        all.at = part.at;
        all.unchanged += part.unchanged;
        if (part.outcome == Outcome::NotModified)
            continue;
        all.outcome = part.outcome;
        all.list = part.list;
        pieces += part.list.parts;
        all.rejected += part.rejected;
        for (const catalog::Endpoint &endpoint : part.list.endpoints) {
            if (!endpoints.contains(endpoint.id))
                order.append(endpoint.id);
            catalog::Endpoint own = endpoint;
            own.price = priceIn(part.list, endpoint); // of its own page
            endpoints.insert(endpoint.id, own);
        }
    }
    all.list.parts = pieces;
    all.list.endpoints.clear();
    order.sort(); // those of one provider beside each other
    for (const QString &id : std::as_const(order))
        all.list.endpoints.append(endpoints.value(id));
    reasons.removeAll(QString());
    all.reason = reasons.value(0);
    return all;
}

} // namespace

QList<FetchQuery> fetchQueries(const FetchSpec &spec, const catalog::Catalog &catalog)
{
    QList<FetchQuery> queries;
    QList<const catalog::Provider *> routers;
    for (const QString &id : spec.providerIds) {
        const catalog::Provider *provider = catalog.provider(id);
        if (!provider || !provider->listsModels)
            continue;
        queries.append(listQuery(*provider, spec));
        if (provider->quirks.pricedList)
            routers.append(provider);
    }
    for (const catalog::Provider *router : routers) {
        for (const QString &model : spec.offersOf) {
            if (hasModel(catalog, *router, model))
                queries.append(offersQuery(*router, model, spec, catalog));
        }
    }
    if (!spec.index.isEmpty())
        queries.append(indexQuery(spec));
    return queries;
}

std::optional<ProviderCheck::Outcome> keyRefusal(const FetchQuery &query, const ListAnswer &answer)
{
    using enum ProviderCheck::Outcome;
    if (!query.key || answer.head.status < 400)
        return {};
    const ProviderCheck::Outcome outcome = checkResult(checkSpec(query), answer, Redactor()).outcome;
    return outcome == KeyRefused || outcome == NotPermitted ? std::optional(outcome) : std::nullopt;
}

Fetch notAsked(const FetchQuery &query)
{
    return {.sourceId = query.sourceId, .name = query.name, .reason = listElsewhere(query.provider, query.wire.url)};
}

Fetch readFetch(const FetchQuery &query, const ListAnswer &answer, const catalog::Catalog &catalog,
                const Redactor &redactor, WallTime at)
{
    Fetch fetch{.sourceId = query.sourceId, .name = query.name, .at = at};
    const bool came = answer.end.kind == net::HttpEnd::Kind::Complete || answer.tooLong;
    if (answer.head.status == 304) {
        fetch.outcome = Outcome::NotModified;
        if (query.kind == Kind::Offers)
            fetch.unchanged = {query.model};
    } else if (came && answer.head.status >= 200 && answer.head.status < 300) {
        readList(fetch, query, answer, catalog);
    } else if (answer.head.status >= 400) {
        fetch.reason = checkResult(checkSpec(query), answer, redactor).sentence;
    } else {
        fetch.reason = answer.end.detail;
    }
    fetch.reason = redactor.redact(fetch.reason);
    return fetch;
}

QList<Fetch> bySource(const QList<Fetch> &fetches)
{
    QList<Fetch> sources;
    QStringList seen;
    for (const Fetch &first : fetches) {
        if (seen.contains(first.sourceId))
            continue;
        seen.append(first.sourceId);
        QList<Fetch> parts;
        std::ranges::copy_if(fetches, std::back_inserter(parts),
                             [&first](const Fetch &other) { return other.sourceId == first.sourceId; });
        Fetch whole = parts.size() > 1 && std::ranges::any_of(parts, brought) ? united(parts) : first;
        if (parts.size() > 1)
            whole.name = first.name.section(u':', 0, 0);
        if (whole.outcome == Outcome::Fetched)
            whole.list.name = whole.name;
        sources.append(whole);
    }
    return sources;
}

} // namespace sb::engine
