#include "tests/benchmarks/text_server.h"

#include "core/base/json.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::bench {

namespace {

constexpr qsizetype CharactersPerToken = 4;

/// One round of each text; an answer repeats it with another number in front.
QString roundOf(TextKind kind, int number)
{
    switch (kind) {
    case TextKind::Prose:
        return u"%1. A signal box sets the **points** of a line and shows on a diagram where trains are. Nobody enters "
               u"a "
               "section that is *not* clear; whoever asks is answered by the box ahead, and the answer is written into "
               "the register before the lever moves. When a line fails, the train takes the next one, and the seam is "
               "in the book with its time. See `plan()` for the order.\n\n"_s.arg(number);
    case TextKind::Code:
        return u"Version %1 of the helper:\n\n```python\ndef retry(call, attempts: int = 3, pause: float = 0.5):\n"
               "    \"\"\"Calls again when the provider is overloaded.\"\"\"\n    last = None\n"
               "    for attempt in range(attempts):\n        try:\n            return call()\n"
               "        except Overloaded as error:  # 529\n            last = error\n"
               "            time.sleep(min(pause * 2 ** attempt, 5.0))\n"
               "        except RateLimited as error:\n            last = error\n"
               "            time.sleep(error.retry_after or pause)\n    raise last\n```\n\n"_s.arg(number);
    case TextKind::Lists:
        return u"## Case %1\n\n- **408, 500, 502**: try again here, with a pause\n  - at most twice\n  - then the next "
               "endpoint\n- **429**: wait as long as `Retry-After` says\n- **401**: the key is marked, not the host\n"
               "- 404: the model is not known there\n  1. marked until the next refresh\n  2. the next candidate\n"
               "- content policy: stop and say why\n\n"_s.arg(number);
    }
    return {};
}

/// The same text for the same kind, as far as it is asked for.
class Text
{
public:
    explicit Text(TextKind kind)
        : m_kind(kind)
    {
    }
    QString take(qsizetype count)
    {
        while (m_rest.size() < count)
            m_rest += roundOf(m_kind, ++m_round);
        const QString taken = m_rest.first(count);
        m_rest.remove(0, count);
        return taken;
    }

private:
    TextKind m_kind;
    QString m_rest = {};
    int m_round = 0;
};

QByteArray chunk(const QString &text)
{
    Json delta;
    delta.set("content", text);
    Json choice;
    choice.set("index", 0);
    choice.set("delta", delta);
    Json json;
    json.set("id", "chatcmpl-1");
    json.set("object", "chat.completion.chunk");
    json.set("choices", Json(Json::Array{choice}));
    return "data: " + json.dump() + "\n\n";
}

/// Goes with its exchange.
class Stream final : public QObject
{
public:
    Stream(listen::Exchange *exchange, TextKind kind)
        : QObject(exchange)
        , m_exchange(exchange)
        , m_text(kind)
    {
        exchange->start(200, {{"content-type", "text/event-stream"}});
        exchange->write(chunk(m_text.take(TextServer::Beginning)));
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1'000 / TextServer::TokensPerSecond);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            for (const qint64 due = m_since.elapsed() * TextServer::TokensPerSecond / 1'000; m_sent < due; ++m_sent)
                m_exchange->write(chunk(m_text.take(CharactersPerToken)));
        });
        connect(exchange, &listen::Exchange::closed, &m_timer, &QTimer::stop);
    }

private:
    listen::Exchange *m_exchange;
    Text m_text;
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_sent = 0;
};

} // namespace

QString modelOf(TextKind kind)
{
    return kind == TextKind::Prose ? u"prose"_s : kind == TextKind::Code ? u"code"_s : u"lists"_s;
}

TextServer::TextServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &listen::HttpServer::requested, this, &TextServer::serve);
    m_port = m_server.listen(QHostAddress::LocalHost, 0).value();
}

void TextServer::serve(listen::Exchange *exchange)
{
    const QString model = parseJson(exchange->request().body).value_or(Json())["model"].toText();
    const TextKind kinds[] = {TextKind::Prose, TextKind::Code, TextKind::Lists};
    const auto *kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&model](TextKind each) { return modelOf(each) == model; });
    if (kind == std::end(kinds))
        exchange->respond(404, {}, {});
    else
        new Stream(exchange, *kind);
}

} // namespace sb::bench
