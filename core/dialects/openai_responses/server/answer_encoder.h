#pragma once

#include "core/dialects/dialect.h"

#include <QMap>

namespace sb::dialects::responses {

/// Encodes events as the stream of a response: response.created, items with their parts and pieces, and
/// response.completed, .incomplete or .failed, which repeat all items.
class ResponsesEncoder final : public AnswerEncoder
{
public:
    explicit ResponsesEncoder(const chat::Request &request);

    QByteArray encode(const chat::Event &event) override;
    /// Empty after an answer that neither finished nor failed: it is cut, and must not look complete.
    QByteArray finish() override;

private:
    /// The message or the reasoning that is open.
    struct Open
    {
        QByteArray kind = {}; ///< "text", "refusal" or "reasoning"; empty: none
        qint64 place = 0;
        QString text = {};
        Json details = {};
        Json::Array annotations = {};
    };
    struct Call
    {
        qint64 place = 0;
        chat::ToolCall call = {};
    };

    [[nodiscard]] QByteArray begin();
    [[nodiscard]] QByteArray event(const char *type, Json::Object members);
    /// An event about one part of the open item.
    [[nodiscard]] QByteArray partEvent(const char *type, const Json::Object &members);
    [[nodiscard]] QByteArray open(const char *kind);
    [[nodiscard]] QByteArray close();
    [[nodiscard]] QByteArray closeMessage();
    [[nodiscard]] QByteArray closeReasoning();
    [[nodiscard]] QByteArray closeCalls();
    [[nodiscard]] QByteArray encodeText(const char *kind, const QString &text);
    [[nodiscard]] QByteArray encodeReasoning(const QString &text);
    [[nodiscard]] QByteArray encodeOpaque(const Json &detail);
    [[nodiscard]] QByteArray encodeCall(const chat::ToolCallDelta &delta);
    [[nodiscard]] QByteArray encodeOther(const chat::OtherContent &other);
    [[nodiscard]] QByteArray encodeFailed(const chat::ProviderError &error);
    [[nodiscard]] QByteArray added(qint64 place, const Json &item);
    [[nodiscard]] QByteArray done(qint64 place, const Json &item);
    [[nodiscard]] QByteArray ending(Json response);

    chat::Request m_request;
    QString m_id;
    QString m_model;
    bool m_begun = false;
    bool m_failed = false;
    qint64 m_sequence = 0;
    qint64 m_places = 0; ///< how many items were begun
    Open m_open;
    QMap<int, Call> m_calls; ///< those that are open
    QMap<qint64, Json> m_output; ///< items that are over
    std::optional<chat::Finished> m_finished;
    chat::Usage m_usage;
};

} // namespace sb::dialects::responses
