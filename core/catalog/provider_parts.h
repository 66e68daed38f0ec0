#pragma once

#include "core/catalog/endpoint.h"

namespace sb {
class JsonFields;
}

// The parts of a provider file that are objects of their own. Only provider_parser.cpp includes this.
namespace sb::catalog {

/// An address, and the form that it was filled into where it has parts to fill in.
struct BaseUrl
{
    QUrl url = {}; ///< empty while a part is missing
    QString form = {}; ///< empty where there is no part
};

/// An http or https address without user, query and fragment; slashes at its end are taken off.
[[nodiscard]] BaseUrl readBaseUrl(JsonFields &fields, QByteArrayView key, const QList<AddressPart> &parts);

[[nodiscard]] QList<AddressPart> readAddressParts(JsonFields &fields);
[[nodiscard]] QList<RegionUrl> readRegionUrls(JsonFields &fields, const QList<AddressPart> &parts);
[[nodiscard]] QList<RegionPrice> readRegionPrices(JsonFields &fields);
[[nodiscard]] Quirks readQuirks(JsonFields &fields);
[[nodiscard]] QList<RenamedMember> readRenamed(JsonFields &fields);
[[nodiscard]] RateLimitHeaders readRateLimitHeaders(JsonFields &fields);
[[nodiscard]] CancelPolicy readCancelPolicy(JsonFields &fields);
[[nodiscard]] DataPolicy readDataPolicy(JsonFields &fields);
/// Refuses a fact that the file states as well.
[[nodiscard]] QList<NotFound> readNotFound(JsonFields &fields);

[[nodiscard]] Json toJson(const QList<AddressPart> &parts);
[[nodiscard]] Json toJson(const QList<RegionUrl> &urls);
[[nodiscard]] Json toJson(const QList<RegionPrice> &prices);
[[nodiscard]] Json toJson(const Quirks &quirks);
[[nodiscard]] Json toJson(const QList<RenamedMember> &renamed);
[[nodiscard]] Json toJson(const RateLimitHeaders &limits);
[[nodiscard]] Json toJson(const CancelPolicy &policy);
[[nodiscard]] Json toJson(const DataPolicy &policy);
[[nodiscard]] Json toJson(const QList<NotFound> &facts);

} // namespace sb::catalog
