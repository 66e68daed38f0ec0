#pragma once

#include "core/base/clock.h"
#include "core/catalog/catalog.h"
#include "core/engine/list_call.h"
#include "core/routing/load_book.h"

#include <QObject>

#include <functional>

namespace sb::engine {

/// Asks local servers which models they have in memory, and writes it into the book: no more often than every few
/// seconds, and nobody waits for it. On the network thread; ends before the network.
class LoadWatch final : public QObject
{
    Q_OBJECT
public:
    LoadWatch(net::Network &http, const Clock &clock, routing::LoadBook &book, QObject *parent = nullptr);
    ~LoadWatch() override;

    /// @param key the headers of a request to that address, if it takes a key
    using KeyFor = std::function<QList<dialects::Header>(const dialects::WireRequest &wire)>;
    void look(const catalog::Provider &provider, const catalog::Catalog &catalog, const KeyFor &key);

private:
    struct Look
    {
        catalog::Provider provider = {};
        catalog::Catalog catalog = {};
        KeyFor key = {};
        QList<QUrl> queries = {};
        QList<ListAnswer> answers = {};
    };
    void ask(Look look);
    void take(Look look, const ListAnswer &answer);

    net::Network &m_http;
    const Clock &m_clock;
    routing::LoadBook &m_book;
    QHash<QString, SteadyTime> m_lookedAt; ///< by provider
};

} // namespace sb::engine
