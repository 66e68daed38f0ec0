#pragma once

#include "core/dialects/answer_decoder.h"
#include "core/dialects/openai_chat/client/tool_call_reader.h"

namespace sb::dialects::ollama {

/// Decodes an answer of /api/chat or /api/generate: objects, mostly one a line, the last of which is `done`. A whole
/// answer is one such object.
class AnswerReader final : public AnswerDecoder
{
public:
    explicit AnswerReader(AnswerHead head);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    [[nodiscard]] bool objectsAreStream() const override { return true; }

private:
    void takeContent(const Json &content, const Json &text);
    void takeDone(const Json &chunk);
    void sayCalls(const QList<chat::ToolCallDelta> &calls);

    openai::ToolCallReader m_calls;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::ollama
