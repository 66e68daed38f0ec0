#pragma once

#include "core/catalog/endpoint.h"
#include "core/dialects/answer_decoder.h"
#include "core/dialects/bedrock_invoke/client/completion.h"

#include <memory>

namespace sb::dialects::bedrock {

/// Decodes an answer of InvokeModel, or the chunks of its stream. Whose language it is, its members say: no two
/// families are alike. What Bedrock counted itself fills in what the model did not tell.
class InvokeDecoder final : public AnswerDecoder
{
public:
    InvokeDecoder(AnswerHead head, const catalog::Quirks &quirks);
    ~InvokeDecoder() override;

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    void takeEnd() override;

private:
    void takePiece(const Json &piece);
    void takeCompletion(const Completion &completion, bool whole);
    void takeCommandR(const Json &answer);
    void takeVectors(const Json &answer);
    void takeUsage(const chat::Usage &usage);
    void takeMetrics(const Json &metrics);
    void takeFinish(const QString &word);
    void sayAll(const QList<chat::Event> &events);
    [[nodiscard]] std::unique_ptr<AnswerDecoder> lender(const Json &json) const;

    catalog::Quirks m_quirks;
    std::unique_ptr<AnswerDecoder> m_inner; ///< of the dialect that the model speaks, where we have it
    chat::Usage m_usage; ///< as far as told
    bool m_started = false;
    bool m_finished = false;
};

} // namespace sb::dialects::bedrock
