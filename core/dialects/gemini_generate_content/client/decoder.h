#pragma once

#include "core/dialects/answer_decoder.h"
#include "core/dialects/gemini_generate_content/client/call_reader.h"
#include "core/dialects/gemini_generate_content/finish_reasons.h"

namespace sb::dialects::gemini {

/// Decodes what generateContent and streamGenerateContent answer: one object, an event stream (`alt=sse`), or a list
/// that grows. Only the first candidate is followed.
class GenerateContentDecoder final : public AnswerDecoder
{
public:
    explicit GenerateContentDecoder(AnswerHead head);

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override;
    void takeWhole(const Json &answer) override;
    void takeEnd() override;
    [[nodiscard]] bool hasEnded() const override { return m_finish.has_value(); }
    [[nodiscard]] bool listIsStream() const override { return true; }

private:
    void takeAnswer(const Json &answer);
    void takeStart(const Json &answer);
    void takeUsage(const Json &usage);
    void takeCandidate(const Json &candidate);
    void takePart(const Json &part);
    void takeText(const QString &text, bool isThought, const QByteArray &signature);
    void takeCall(const Json &call, const QByteArray &signature);
    void takeOther(const QByteArray &kind, const Json &part);
    void takeSignature(const QByteArray &signature);
    void finishWith(const Finish &finish);
    void flush();

    CallReader m_calls;
    Json m_usage; ///< all reports so far, merged
    QString m_model;
    qint64 m_searches = 0;
    Json m_sources; ///< grounding and citations may be repeated in each chunk: told once, at the end
    std::optional<Finish> m_finish; ///< the last one; told at the end, since early models sent one with each chunk
    QString m_finishMessage;
    int m_blocks = 0;
    bool m_started = false;
    bool m_whole = false;
};

} // namespace sb::dialects::gemini
