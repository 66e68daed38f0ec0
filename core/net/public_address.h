#pragma once

#include <QHostAddress>

namespace sb::net {

/// Whether an address belongs to a host of the public internet: not to this machine, its networks (private, link-local,
/// shared by a carrier, unique local), a group (multicast, broadcast), or a block that is reserved for documentation,
/// tests or translation. An IPv4 address inside an IPv6 one (mapped, NAT64) is judged itself.
/// Source: IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its successors)
[[nodiscard]] bool isPublic(const QHostAddress &address);

} // namespace sb::net
