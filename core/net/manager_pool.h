#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace sb::net {

/// The managers of one thread. One of them opens at most six connections to a host and lets the seventh request wait,
/// so a request gets the first manager that has a free connection for its host, or a new one.
class ManagerPool
{
    struct Member;

public:
    /// A connection's place in a manager; given back by its destructor, which must come before the pool's.
    class Place
    {
    public:
        Place(Member &member, QString origin);
        ~Place();
        Q_DISABLE_COPY_MOVE(Place)
        [[nodiscard]] QNetworkAccessManager &manager() const;
        void retire(); ///< the manager gets no further requests, and goes when its last one has ended
        /// Whether both wait for connections of the same host from the same manager.
        [[nodiscard]] bool sharesConnectionsWith(const Place &other) const;

    private:
        Member &m_member;
        QString m_origin;
    };

    explicit ManagerPool(std::chrono::milliseconds keepIdle);
    ~ManagerPool();
    Q_DISABLE_COPY_MOVE(ManagerPool)

    [[nodiscard]] std::unique_ptr<Place> take(const QString &origin, const QNetworkProxy &proxy);
    void retireAll(); ///< the present managers get no further requests, and go when their last one has ended
    [[nodiscard]] qsizetype size() const;

private:
    Member &add(const QNetworkProxy &proxy);
    void remove(const Member &member);
    void idled(Member &member);

    std::chrono::milliseconds m_keepIdle;
    std::vector<std::unique_ptr<Member>> m_members;
};

} // namespace sb::net
