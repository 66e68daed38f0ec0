#pragma once

#include "core/dialects/dialect.h"
#include "core/net/network.h"

#include <QObject>

#include <memory>

namespace sb::engine {

/// What one short exchange brought.
struct ListAnswer
{
    net::HttpEnd end = {};
    dialects::AnswerHead head = {}; ///< status 0: none came
    QByteArray body = {};
    bool tooLong = false; ///< broken off: no list of models is that long
    std::chrono::milliseconds latency{-1}; ///< socket started to header
};

/// Whether a request for a list may carry a key: to the origin for which it was entered, and elsewhere only where it
/// signs and does not travel itself.
[[nodiscard]] bool mayCarry(const catalog::Provider &provider, const QByteArray &key, const QUrl &asked);

/// One short exchange, whose answer is collected and handed over as a whole. Deleting it aborts without a word.
class ListCall final : public QObject
{
    Q_OBJECT
public:
    ListCall(net::Network &http, QObject *parent);
    ~ListCall() override;

    /// @param key the headers that carry it, if any
    void start(const dialects::WireRequest &wire, const QList<dialects::Header> &key,
               std::chrono::milliseconds patience);

signals:
    void ended(const sb::engine::ListAnswer &answer); ///< exactly once, from the event loop

private:
    void takeBody(const QByteArray &bytes);
    void takeEnd(const net::HttpEnd &end);

    net::Network &m_http;
    std::unique_ptr<net::HttpCall> m_call;
    ListAnswer m_answer;
};

} // namespace sb::engine
