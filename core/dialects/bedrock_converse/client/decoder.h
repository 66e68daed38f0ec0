#pragma once

#include "core/dialects/answer_decoder.h"
#include "core/dialects/anthropic_messages/client/block_reader.h"

namespace sb::dialects::bedrock {

/// Decodes an answer of Converse, or the events of ConverseStream. Only messageStop ends a stream; usage follows it.
/// Its content blocks are Anthropic's under other names, and are read as those.
class ConverseDecoder final : public AnswerDecoder
{
public:
    explicit ConverseDecoder(AnswerHead head);

protected:
    /// Without a name the event is the one member of the chunk, as Nova has it in InvokeModel.
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;

private:
    void takeStart();
    void takeBlockStart(qint64 index, const Json &start);
    void takeDelta(qint64 index, const Json &delta);
    void takeReasoning(qint64 index, const Json &reasoning);
    void takeBlock(qint64 index, const Json &block);
    void takeCited(const Json &cited);
    void takeMetadata(const Json &metadata);
    void takeEnding(const QString &stopReason);
    void sayAll(const QList<chat::Event> &events);

    anthropic::BlockReader m_blocks;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::bedrock
