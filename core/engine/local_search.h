#pragma once

#include "core/engine/list_call.h"
#include "core/engine/provider_check.h"

namespace sb::engine {

/// Looks for servers on this machine at the addresses of some providers, all at once; what is there says by its answers
/// what it is. On the network thread.
class LocalSearch final : public QObject
{
    Q_OBJECT
public:
    /// @param places only loopback addresses among them are asked
    LocalSearch(net::Network &http, const QList<QUrl> &places, std::chrono::milliseconds patience, QObject *parent);

    void start();

signals:
    void done(const QList<sb::engine::LocalServer> &servers); ///< exactly once, in the order of the places

private:
    void ask(const QUrl &url, qsizetype place, void (LocalSearch::*then)(qsizetype, const ListAnswer &));
    void takeList(qsizetype place, const ListAnswer &answer);
    void takeTelltale(qsizetype place, const ListAnswer &answer);
    void askNext(qsizetype place);
    void settleOne();

    struct Place
    {
        LocalServer server = {};
        bool answers = false;
        qsizetype nextTelltale = 0;
    };

    net::Network &m_http;
    const std::chrono::milliseconds m_patience;
    QList<Place> m_places;
    qsizetype m_open = 0; ///< places about which not all is known yet
};

} // namespace sb::engine
