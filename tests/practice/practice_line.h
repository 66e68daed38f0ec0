#pragma once

#include "core/chat/event.h"
#include "core/practice/practice.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace sb::testing {

inline const QString Prompt = QStringLiteral("How do I repair a bicycle chain at home?");
inline constexpr practice::Knobs Fast = {.firstToken = std::chrono::milliseconds{0}, .tokensPerSecond = 0};

/// The body of a request in OpenAI's form.
[[nodiscard]] Json body(bool stream, const QString &prompt = Prompt);

/// Providers "p" (voice 1) and "q" (voice 2), at full speed, and a client.
class PracticeLine
{
public:
    explicit PracticeLine(const practice::Knobs &knobs = Fast);

    QNetworkReply *ask(const Json &json, const QString &provider = QStringLiteral("p"));
    QNetworkReply *get(const QString &path);
    [[nodiscard]] quint16 port() const { return quint16(server.baseUrls().value(QStringLiteral("p")).port()); }

    SystemClock clock;
    practice::PracticeServer server;
    QNetworkAccessManager manager;
};

/// A whole request for a raw client.
[[nodiscard]] QByteArray posted(const Json &json);
[[nodiscard]] int statusOf(QNetworkReply *reply);
[[nodiscard]] bool waitFor(QNetworkReply *reply);
/// What our own client half makes of an answer's bytes.
[[nodiscard]] chat::Answer decoded(QNetworkReply *reply, const QByteArray &bytes,
                                   catalog::DialectId dialect = catalog::DialectId::OpenAiChat);
[[nodiscard]] qsizetype tokensIn(const QByteArray &stream);

} // namespace sb::testing
