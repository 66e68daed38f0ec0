#pragma once

#include "core/base/clock.h"
#include "core/listen/http_server.h"

#include <QObject>

namespace sb::bench {

enum class TextKind
{
    Prose,
    Code,
    Lists
};
/// The model that is asked for this kind of text: "prose", "code" or "lists".
[[nodiscard]] QString modelOf(TextKind kind);

/// An OpenAI-like provider on loopback whose answers begin with 10,000 characters at once and go on at 200 tokens a
/// second until the reader leaves. Which text, says the model.
class TextServer final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype Beginning = 10'000; ///< characters
    static constexpr int TokensPerSecond = 200;

    explicit TextServer(QObject *parent = nullptr);
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void serve(listen::Exchange *exchange);

    SystemClock m_clock;
    listen::HttpServer m_server{m_clock};
    quint16 m_port = 0;
};

} // namespace sb::bench
