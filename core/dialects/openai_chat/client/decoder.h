#pragma once

#include "core/catalog/endpoint.h"
#include "core/dialects/answer_decoder.h"
#include "core/dialects/openai_chat/client/tool_call_reader.h"

namespace sb::dialects::openai {

/// Decodes a chat completion, streamed or whole. Only the first choice is followed.
class ChatDecoder final : public AnswerDecoder
{
public:
    ChatDecoder(AnswerHead head, const catalog::Quirks &quirks);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    bool takeMarker(QByteArrayView data) override;
    void takeEnd() override;

private:
    void takeAnswer(const Json &answer, const Json &choice, const Json &content);
    void takeStart(const Json &answer);
    void takeUsage(const Json &answer, const Json &choice);
    void takeContent(const Json &content);
    void takeReasoning(const Json &content);
    void takePart(const Json &part);
    void takeOther(const Json &content);
    void takeLogprobs(const Json &logprobs);
    void takeFinish(const QString &word);
    void sayText(const QString &text);
    void sayReasoning(const QString &text);
    void sayAll(const QList<chat::ToolCallDelta> &calls);
    void flush();

    catalog::Quirks m_quirks;
    ToolCallReader m_calls;
    Json m_lastUsage;
    QString m_tier;
    Json m_sources; ///< Perplexity repeats all of them in each chunk: told once, at the end
    bool m_started = false;
    bool m_hasContent = false;
    bool m_finished = false;
};

} // namespace sb::dialects::openai
