#pragma once

#include "core/dialects/dialect.h"

#include <QMap>

namespace sb::dialects::anthropic {

/// Encodes events as the stream of a message: message_start, blocks with their deltas, then message_delta with the stop
/// reason and the usage, and message_stop.
class MessagesEncoder final : public AnswerEncoder
{
public:
    explicit MessagesEncoder(const chat::Request &request);

    QByteArray encode(const chat::Event &event) override;
    /// Empty after an answer that neither finished nor failed: it is cut, and must not look complete.
    QByteArray finish() override;

private:
    [[nodiscard]] QByteArray begin();
    [[nodiscard]] QByteArray delta(const char *blockType, const char *deltaType, const char *key, const Json &value);
    [[nodiscard]] QByteArray encodeCall(const chat::ToolCallDelta &call);
    [[nodiscard]] QByteArray encodeOpaque(const Json &detail);
    [[nodiscard]] QByteArray encodeOther(const chat::OtherContent &other);
    [[nodiscard]] QByteArray encodeFailed(const chat::ProviderError &error);
    [[nodiscard]] QByteArray wholeBlock(const Json &block);
    [[nodiscard]] QByteArray open(const Json &block);
    [[nodiscard]] QByteArray close(int index);
    [[nodiscard]] QByteArray closeAll();

    QString m_id;
    QString m_model;
    bool m_begun = false;
    bool m_failed = false;
    QByteArray m_openType; ///< of the text or thinking block that is open; empty: none
    int m_openIndex = 0;
    int m_blocks = 0; ///< how many were begun
    QMap<int, int> m_calls; ///< block of each call that is open
    std::optional<chat::Finished> m_finished;
    chat::Usage m_usage;
};

} // namespace sb::dialects::anthropic
