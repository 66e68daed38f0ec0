#include "core/catalog/fetched_list.h"

#include "core/catalog/cost_json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct FetchedListText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::FetchedList)
};

constexpr std::array<NamedValue<FetchedList::Kind>, 4> KindNames{{
    {"models", FetchedList::Kind::Models},
    {"priced_models", FetchedList::Kind::PricedModels},
    {"offers", FetchedList::Kind::Offers},
    {"index", FetchedList::Kind::Index},
}};

/// Endpoints beside each other of one provider are one catalog file.
Json catalogsOf(const QList<Endpoint> &endpoints)
{
    Json catalogs = Json::array();
    for (auto from = endpoints.cbegin(); from != endpoints.cend();) {
        const auto to = std::find_if(from, endpoints.cend(),
                                     [&](const Endpoint &other) { return other.providerId != from->providerId; });
        catalogs.append(toJson(from->providerId, QList<Endpoint>(from, to)));
        from = to;
    }
    return catalogs;
}

Json partsOf(const QList<ListPart> &parts)
{
    Json all = Json::array();
    for (const ListPart &part : parts) {
        const Json lookedFor = Json::array(part.lookedFor);
        Json json;
        json.set("model", part.model);
        json.set("url", QString::fromLatin1(part.url.toEncoded()));
        if (!part.etag.isEmpty())
            json.set("etag", QString::fromLatin1(part.etag));
        if (!part.lastModified.isEmpty())
            json.set("last_modified", QString::fromLatin1(part.lastModified));
        json.set("looked_for", lookedFor);
        all.append(json);
    }
    return all;
}

QList<ListPart> readParts(JsonFields &fields)
{
    QList<ListPart> parts;
    for (const Json &each : fields.raw("parts").items()) {
        JsonFields part(each, fields.pathTo("parts"), fields.where());
        parts.append({.model = part.requiredText("model"),
                      .url = QUrl(part.text("url"), QUrl::StrictMode),
                      .etag = part.text("etag").toLatin1(),
                      .lastModified = part.text("last_modified").toLatin1(),
                      .lookedFor = part.texts("looked_for")});
        if (const auto whole = part.result(true); !whole)
            fields.take(whole.error());
    }
    return parts;
}

QList<Endpoint> readCatalogs(JsonFields &fields)
{
    const Json &catalogs = fields.raw("catalogs");
    if (!catalogs.isArray())
        fields.refuse("catalogs", FetchedListText::tr("a list"));
    QList<Endpoint> endpoints;
    for (const Json &each : catalogs.items()) {
        if (const auto read = parseEndpoints(each, fields.where()))
            endpoints += *read;
        else
            fields.take(read.error());
    }
    return endpoints;
}

} // namespace

std::optional<Price> priceIn(const FetchedList &list, const Endpoint &stated)
{
    std::optional<Price> price = stated.price;
    if (price && !price->asOf.isValid()) {
        price->source = list.url.toString();
        price->asOf = QDateTime::fromMSecsSinceEpoch(toMilliseconds(list.at), QTimeZone::utc()).date();
    }
    return price;
}

const FetchedList *listOf(const QList<FetchedList> &lists, const QString &sourceId)
{
    const auto found = std::ranges::find(lists, sourceId, &FetchedList::sourceId);
    return found == lists.cend() ? nullptr : &*found;
}

bool canBeKept(const Endpoint &endpoint)
{
    return parseEndpoints(toJson(endpoint.providerId, {endpoint}), {}).has_value();
}

bool isSourceId(const QString &id)
{
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9_.-]{0,79}\\z"_s);
    return form.match(id).hasMatch();
}

Json toJson(const FetchedList &list)
{
    const auto kind = std::ranges::find(KindNames, list.kind, &NamedValue<FetchedList::Kind>::second);
    Json json;
    json.set("version", FileVersion);
    json.set("source", list.sourceId);
    json.set("kind", kind->first.toByteArray());
    json.set("name", list.name);
    json.set("url", QString::fromLatin1(list.url.toEncoded()));
    if (!list.etag.isEmpty())
        json.set("etag", QString::fromLatin1(list.etag));
    if (!list.lastModified.isEmpty())
        json.set("last_modified", QString::fromLatin1(list.lastModified));
    if (!list.parts.isEmpty())
        json.set("parts", partsOf(list.parts));
    json.set("at", toMilliseconds(list.at));
    json.set("catalogs", catalogsOf(list.endpoints));
    return json;
}

Result<FetchedList> parseFetchedList(const Json &json, const QString &where)
{
    JsonFields fields(json, {}, where);
    fields.version(FileVersion);
    FetchedList list;
    list.sourceId = fields.requiredText("source");
    if (!isSourceId(list.sourceId))
        fields.refuse("source", FetchedListText::tr("the id of a source"));
    list.kind = fields.choice("kind", KindNames, FetchedList::Kind::Models);
    list.name = fields.text("name");
    if (const QUrl url(fields.text("url"), QUrl::StrictMode); url.isValid())
        list.url = url;
    list.etag = fields.text("etag").toLatin1();
    list.lastModified = fields.text("last_modified").toLatin1();
    list.parts = readParts(fields);
    list.at = readTime(fields, "at");
    list.endpoints = readCatalogs(fields);
    // What names one provider's models says nothing of another's.
    const bool isOwn = list.kind == FetchedList::Kind::Models || list.kind == FetchedList::Kind::PricedModels;
    const bool foreign = std::ranges::any_of(
        list.endpoints, [&list](const Endpoint &endpoint) { return endpoint.providerId != list.sourceId; });
    if (isOwn && foreign)
        fields.refuse("catalogs", FetchedListText::tr("models of “%1” only").arg(list.sourceId));
    return fields.result(list);
}

} // namespace sb::catalog
