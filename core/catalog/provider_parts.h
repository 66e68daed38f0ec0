#pragma once

#include "core/catalog/endpoint.h"

namespace sb {
class JsonFields;
}

// The parts of a provider file that are objects of their own. Only provider_parser.cpp includes this.
namespace sb::catalog {

/// An http or https address without user, query and fragment; slashes at its end are taken off.
[[nodiscard]] QUrl readBaseUrl(JsonFields &fields, QByteArrayView key);

[[nodiscard]] QList<RegionUrl> readRegionUrls(JsonFields &fields);
[[nodiscard]] Quirks readQuirks(JsonFields &fields);
[[nodiscard]] RateLimitHeaders readRateLimitHeaders(JsonFields &fields);
[[nodiscard]] CancelPolicy readCancelPolicy(JsonFields &fields);
[[nodiscard]] DataPolicy readDataPolicy(JsonFields &fields);

[[nodiscard]] Json toJson(const QList<RegionUrl> &urls);
[[nodiscard]] Json toJson(const Quirks &quirks);
[[nodiscard]] Json toJson(const RateLimitHeaders &limits);
[[nodiscard]] Json toJson(const CancelPolicy &policy);
[[nodiscard]] Json toJson(const DataPolicy &policy);
[[nodiscard]] Json toJson(const QStringList &texts);

} // namespace sb::catalog
