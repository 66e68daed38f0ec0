#pragma once

#include "core/dialects/dialect.h"

namespace sb::dialects::gemini {

/// Encodes events as the event stream of streamGenerateContent: a candidate's parts as they come, tool calls whole, and
/// at the end the finish reason with the usage.
class StreamEncoder final : public AnswerEncoder
{
public:
    explicit StreamEncoder(const chat::Request &request);

    QByteArray encode(const chat::Event &event) override;
    /// Empty after an answer that neither finished nor failed: it is cut, and must not look complete.
    QByteArray finish() override;

private:
    [[nodiscard]] QByteArray chunk(const Json::Array &parts, const QByteArray &finish = {}) const;

    QString m_id;
    QString m_model;
    chat::Answer m_calls; ///< gathers the calls, which Gemini sends whole
    std::optional<chat::FinishReason> m_finish;
    std::optional<chat::Usage> m_usage;
};

} // namespace sb::dialects::gemini
