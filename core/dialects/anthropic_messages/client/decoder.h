#pragma once

#include "core/dialects/answer_decoder.h"
#include "core/dialects/anthropic_messages/client/block_reader.h"

namespace sb::dialects::anthropic {

/// Decodes a message, streamed or whole. Only message_stop ends a stream. A second message_start after content begins
/// the message anew.
class MessagesDecoder final : public AnswerDecoder
{
public:
    explicit MessagesDecoder(AnswerHead head);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;

private:
    void takeStart(const Json &message);
    void takeStop(const Json &delta);
    void takeUsage(const Json &usage);
    void takeEnding();
    void sayAll(const QList<chat::Event> &events);

    BlockReader m_blocks;
    Json m_usage; ///< as far as told
    Json m_stopDetails;
    QString m_id;
    QString m_stopReason;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::anthropic
