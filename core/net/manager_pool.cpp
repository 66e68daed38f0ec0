#include "core/net/manager_pool.h"

#include <algorithm>

namespace sb::net {

namespace {

constexpr int connectionsPerHost = 6; // fixed in QNetworkAccessManager; a setting only from Qt 6.5 on

} // namespace

struct ManagerPool::Member
{
    explicit Member(ManagerPool &owner)
        : pool(owner)
    {
    }

    ManagerPool &pool;
    QNetworkAccessManager manager;
    QNetworkProxy proxy = {};
    QHash<QString, int> inFlight = {}; ///< by origin; no zeros
    bool retired = false;
    QTimer goodbye;
};

ManagerPool::Place::Place(Member &member, QString origin)
    : m_member(member)
    , m_origin(std::move(origin))
{
    ++m_member.inFlight[m_origin];
    m_member.goodbye.stop();
}

ManagerPool::Place::~Place()
{
    int &count = m_member.inFlight[m_origin];
    if (--count == 0)
        m_member.inFlight.remove(m_origin);
    if (m_member.inFlight.isEmpty())
        m_member.pool.idled(m_member);
}

QNetworkAccessManager &ManagerPool::Place::manager() const
{
    return m_member.manager;
}

void ManagerPool::Place::retire()
{
    m_member.retired = true;
}

bool ManagerPool::Place::sharesConnectionsWith(const Place &other) const
{
    return &m_member == &other.m_member && m_origin == other.m_origin;
}

ManagerPool::ManagerPool(std::chrono::milliseconds keepIdle)
    : m_keepIdle(keepIdle)
{
}

ManagerPool::~ManagerPool() = default;

std::unique_ptr<ManagerPool::Place> ManagerPool::take(const QString &origin, const QNetworkProxy &proxy)
{
    const auto free = std::find_if(m_members.begin(), m_members.end(), [&](const std::unique_ptr<Member> &member) {
        return !member->retired && member->proxy == proxy && member->inFlight.value(origin) < connectionsPerHost;
    });
    return std::make_unique<Place>(free == m_members.end() ? add(proxy) : **free, origin);
}

void ManagerPool::retireAll()
{
    for (const std::unique_ptr<Member> &member : m_members) {
        member->retired = true;
        if (member->inFlight.isEmpty())
            idled(*member);
    }
}

qsizetype ManagerPool::size() const
{
    return static_cast<qsizetype>(m_members.size());
}

ManagerPool::Member &ManagerPool::add(const QNetworkProxy &proxy)
{
    Member &member = *m_members.emplace_back(std::make_unique<Member>(*this));
    member.proxy = proxy;
    member.manager.setProxy(proxy);
    member.goodbye.setSingleShot(true);
    QObject::connect(&member.goodbye, &QTimer::timeout, &member.manager, [this, &member] { remove(member); });
    return member;
}

void ManagerPool::remove(const Member &member)
{
    // One stays with its warm connections, since most people talk to one host, and a first request costs a new thread.
    if (m_members.size() == 1 && !member.retired)
        return;
    std::erase_if(m_members, [&member](const std::unique_ptr<Member> &one) { return one.get() == &member; });
}

void ManagerPool::idled(Member &member)
{
    // Never at once: this runs in slots of the manager's own replies.
    member.goodbye.start(member.retired ? std::chrono::milliseconds(0) : m_keepIdle);
}

} // namespace sb::net
