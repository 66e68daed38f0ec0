#pragma once

#include "core/catalog/endpoint.h"
#include "core/dialects/answer_decoder.h"
#include "core/dialects/openai_responses/client/item_reader.h"

namespace sb::dialects::responses {

/// Decodes a response, streamed or whole. Only response.completed and response.incomplete end a stream well.
class ResponsesDecoder final : public AnswerDecoder
{
public:
    ResponsesDecoder(AnswerHead head, const catalog::Quirks &quirks);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    bool takeMarker(QByteArrayView data) override;

private:
    /// @return whether the event is one of those that tell items
    bool takeItemEvent(const QByteArray &type, const Json &chunk);
    void takeStart(const Json &response);
    void takeEnding(const Json &response, const QByteArray &status);
    void takeFinish(const Json &response, const QByteArray &status);
    void takeFailure(const Json &chunk);
    void sayAll(const QList<chat::Event> &events);

    catalog::Quirks m_quirks;
    ItemReader m_items;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::responses
