#pragma once

#include "core/catalog/endpoint.h"

namespace sb::catalog {

/// The names in braces of an address such as "https://{resource}.openai.azure.com/openai/v1", each once, in order.
[[nodiscard]] QStringList partNames(const QString &form);

/// Whether a text may stand for a part of an address: letters, digits, '-', '_', '.' and ':', at most 128, so that it
/// can be neither another host's name nor a further step of the path.
[[nodiscard]] bool isAddressPart(const QString &value);

/// An address with its parts filled in; empty while one is missing.
[[nodiscard]] QUrl filledAddress(const QString &form, const QList<AddressPart> &parts);

/// An http or https address of a host, without user, query and fragment.
[[nodiscard]] bool isPlainAddress(const QUrl &url);

/// The first part that is not filled in yet; empty where the base URL is whole.
[[nodiscard]] QString missingPart(const Provider &provider);

/// The provider with one part filled in, in all its addresses. An empty value takes it out again.
[[nodiscard]] Provider withAddressPart(Provider provider, const QString &name, const QString &value);

/// The region whose address is the base URL; empty where it is none of them.
[[nodiscard]] QString regionOf(const Provider &provider);

/// The provider at the address of another region; itself where it has none of that name.
[[nodiscard]] Provider inRegion(Provider provider, const QString &region);

} // namespace sb::catalog
