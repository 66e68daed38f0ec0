#pragma once

#include "core/catalog/endpoint.h"
#include "core/dialects/answer_decoder.h"

namespace sb::dialects::completions {

/// Decodes a completion, streamed or whole. Only the first choice is followed.
class CompletionDecoder final : public AnswerDecoder
{
public:
    CompletionDecoder(AnswerHead head, const catalog::Quirks &quirks);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    bool takeMarker(QByteArrayView data) override;

private:
    void takeAnswer(const Json &answer, const Json &choice);
    void takeStart(const Json &answer);
    void takeUsage(const Json &usage);
    void takeFinish(const QString &word);

    catalog::Quirks m_quirks;
    Json m_lastUsage;
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::completions
