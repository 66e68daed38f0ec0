#pragma once

#include "core/dialects/answer_decoder.h"
#include "core/dialects/openai_chat/client/tool_call_reader.h"

#include <QMap>

namespace sb::dialects::cohere {

/// Decodes a chat answer, streamed or whole. Only message-end ends a stream.
class ChatDecoder final : public AnswerDecoder
{
public:
    explicit ChatDecoder(AnswerHead head);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    bool takeMarker(QByteArrayView data) override;

private:
    void takeStart(const Json &answer);
    void takeContent(const Json &content, qint64 index);
    void takePlan(const QString &text);
    void takeCall(Json call, const Json &index);
    void takeCitation(const Json &citation);
    void takeLogprobs(const Json &logprobs);
    void takeUsage(const Json &usage);
    void takeEnding(const Json &end); ///< what says how an answer ended
    void closeThought(qint64 index);
    void closePlan();
    void sayCalls(const QList<chat::ToolCallDelta> &calls);

    openai::ToolCallReader m_calls;
    QMap<qint64, QString> m_thoughts; ///< by index of their blocks, as far as told
    QString m_plan;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::cohere
