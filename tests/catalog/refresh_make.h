#pragma once

#include "core/catalog/refresh_merge.h"

#include <QDateTime>
#include <QTimeZone>

// Values for the tests of refreshes: one provider "p", priced in whole dollars for a million tokens.
namespace sb::testing {

inline catalog::Price dollars(qint64 input, qint64 output, QDate asOf = {})
{
    return {.components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {input * 1'000'000}},
                           {.unit = catalog::PriceUnit::VisibleOutput, .amount = {output * 1'000'000}}},
            .asOf = asOf};
}

inline catalog::Endpoint offer(const QString &name, const std::optional<catalog::Price> &price = {},
                               const QString &provider = QStringLiteral("p"))
{
    return {.id = provider + u'/' + name,
            .providerId = provider,
            .modelId = QStringLiteral("a/") + name,
            .upstreamModel = name,
            .price = price};
}

inline QList<catalog::Endpoint> offers(int count, qint64 input)
{
    QList<catalog::Endpoint> all;
    for (int i = 0; i < count; ++i)
        all.append(offer(QStringLiteral("m%1").arg(i), dollars(input, input)));
    return all;
}

inline catalog::Catalog files(const QList<catalog::Endpoint> &endpoints)
{
    return catalog::Catalog({{.id = QStringLiteral("p"), .name = QStringLiteral("P")},
                             {.id = QStringLiteral("q"), .name = QStringLiteral("Q")}},
                            endpoints);
}

/// Noon of a day in 2026.
inline WallTime noon(int month, int day)
{
    return fromMilliseconds(QDateTime(QDate(2026, month, day), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch());
}

inline catalog::FetchedList list(catalog::FetchedList::Kind kind, const QList<catalog::Endpoint> &endpoints,
                                 WallTime at = noon(11, 30))
{
    using Kind = catalog::FetchedList::Kind;
    const QString index = QString(catalog::IndexId);
    return {.sourceId = kind == Kind::Index ? index
                : kind == Kind::Offers      ? QStringLiteral("q.offers")
                                            : QStringLiteral("p"),
            .kind = kind,
            .name = QStringLiteral("P"),
            .url = QUrl(QStringLiteral("https://p.example/models")),
            .at = at,
            .endpoints = endpoints};
}

inline catalog::Fetch fetched(const catalog::FetchedList &list, const QList<catalog::RejectedModel> &rejected = {})
{
    return {.sourceId = list.sourceId,
            .name = list.name,
            .outcome = catalog::SourceReport::Outcome::Fetched,
            .list = list,
            .rejected = rejected,
            .at = list.at};
}

/// What input costs in whole dollars for a million tokens; -1: unpriced.
inline qint64 inputOf(const catalog::Catalog &catalog, const QString &id)
{
    const catalog::Endpoint *endpoint = catalog.endpoint(id);
    return endpoint && endpoint->price ? endpoint->price->components.constFirst().amount.value / 1'000'000 : -1;
}

} // namespace sb::testing
