#pragma once

#include "core/dialects/answer_decoder.h"
#include "core/dialects/openai_chat/client/tool_call_reader.h"

namespace sb::dialects::cohere_v1 {

/// Decodes a chat answer: whole, as server-sent events, or as JSON objects, one a line. Only stream-end ends a stream;
/// it has the whole answer once more, of which only what did not come before is told.
class ChatDecoder final : public AnswerDecoder
{
public:
    explicit ChatDecoder(AnswerHead head);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    [[nodiscard]] bool objectsAreStream() const override { return true; }
    bool takeMarker(QByteArrayView data) override;

private:
    void takeStart(const Json &answer);
    void takeText(const QString &text);
    void takeCallPiece(const Json &delta);
    void takeCalls(const Json &calls);
    void takeLists(const Json &holder); ///< citations and what was searched
    void takeEnding(const Json &answer, const QString &word);
    void sayCalls(const QList<chat::ToolCallDelta> &calls);

    openai::ToolCallReader m_calls;
    QList<QByteArray> m_listed; ///< names of the lists that came
    bool m_started = false;
    bool m_hasText = false;
    bool m_finished = false;
};

} // namespace sb::dialects::cohere_v1
