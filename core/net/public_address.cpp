#include "core/net/public_address.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sb::net {

using namespace Qt::StringLiterals;

namespace {

struct Block
{
    const char *address = "";
    int bits = 0;
};

constexpr std::array NotPublicV4{
    Block{"0.0.0.0", 8}, // this network
    Block{"10.0.0.0", 8}, // private
    Block{"100.64.0.0", 10}, // shared by a carrier (CGNAT)
    Block{"127.0.0.0", 8}, // loopback
    Block{"169.254.0.0", 16}, // link-local: also where clouds answer with credentials
    Block{"172.16.0.0", 12}, // private
    Block{"192.0.0.0", 24}, // protocol assignments
    Block{"192.0.2.0", 24}, // documentation
    Block{"192.88.99.0", 24}, // 6to4 relays, withdrawn
    Block{"192.168.0.0", 16}, // private
    Block{"198.18.0.0", 15}, // benchmarks
    Block{"198.51.100.0", 24}, // documentation
    Block{"203.0.113.0", 24}, // documentation
    Block{"224.0.0.0", 4}, // multicast
    Block{"240.0.0.0", 4}, // reserved, broadcast
};

/// Of IPv6 only 2000::/3 is given out to hosts; these are blocks inside of it.
constexpr std::array NotPublicV6{
    Block{"2001::", 23}, // protocol assignments: Teredo, benchmarks, ORCHID
    Block{"2001:db8::", 32}, // documentation
    Block{"2002::", 16}, // 6to4, withdrawn; holds an IPv4 address
    Block{"3fff::", 20}, // documentation
};

bool isIn(const QHostAddress &address, const Block &block)
{
    return address.isInSubnet(QHostAddress(QLatin1StringView(block.address)), block.bits);
}

template <std::size_t N>
bool isInAny(const QHostAddress &address, const std::array<Block, N> &blocks)
{
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block &block) { return isIn(address, block); });
}

QHostAddress lastFourBytes(const QHostAddress &address)
{
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    quint32 number = 0;
    for (int i = 12; i < 16; ++i)
        number = (number << 8) | bytes[i];
    return QHostAddress(number);
}

} // namespace

bool isPublic(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also of a mapped address
    if (isV4)
        return !isInAny(QHostAddress(v4), NotPublicV4);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    if (isIn(address, {"64:ff9b::", 96})) // NAT64: what a network without IPv4 answers for every host
        return isPublic(lastFourBytes(address));
    return isIn(address, {"2000::", 3}) && !isInAny(address, NotPublicV6);
}

} // namespace sb::net
