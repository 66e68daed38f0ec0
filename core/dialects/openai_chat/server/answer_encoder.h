#pragma once

#include "core/dialects/dialect.h"

namespace sb::dialects::openai {

/// Encodes events as chunks of a chat completion: the role first, then deltas, the finish reason, the usage where it
/// was asked for, and [DONE].
class ChatEncoder final : public AnswerEncoder
{
public:
    explicit ChatEncoder(const chat::Request &request);

    QByteArray encode(const chat::Event &event) override;
    /// Empty after an answer that neither finished nor failed: it is cut, and must not look complete.
    QByteArray finish() override;

private:
    [[nodiscard]] QByteArray chunk(const Json &delta, const Json &finishReason, const Json &logprobs = {});
    [[nodiscard]] QByteArray frame(const Json &json) const;
    [[nodiscard]] QByteArray encodeOther(const chat::OtherContent &other);
    [[nodiscard]] QByteArray encodeToolCall(const chat::ToolCallDelta &call);

    QString m_id;
    QString m_model;
    bool m_includeUsage = false;
    bool m_roleSent = false;
    bool m_ended = false;
    int m_calls = 0; ///< how many were begun
    std::optional<chat::Usage> m_usage;
};

} // namespace sb::dialects::openai
