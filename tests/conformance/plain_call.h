#pragma once

#include "core/dialects/dialect.h"
#include "core/net/http_client.h"

#include <QObject>

#include <memory>

namespace sb::testing {

/// One request whose answer comes whole, sent as the HTTP client sends it, without an engine.
class PlainCall final : public QObject
{
    Q_OBJECT
public:
    PlainCall(net::HttpClient &http, const dialects::WireRequest &wire);
    ~PlainCall() override;

    [[nodiscard]] const dialects::AnswerHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

signals:
    void ended(const sb::net::HttpEnd &end); ///< once

private:
    dialects::AnswerHead m_head;
    QByteArray m_body;
    std::unique_ptr<net::HttpCall> m_call;
};

} // namespace sb::testing
