#include "core/routing/acceptance/examination.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct ExaminationText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

Examination::Examination(const Acceptance::Context &context, const chat::Answer &answer, Mending mending)
    : m_context(context)
    , m_answer(answer)
    , m_mending(mending)
{
}

CheckVerdict Examination::examine(const Acceptance::Prepared &prepared)
{
    const Finding found = std::visit([&](const auto &check) { return find(check, prepared); }, prepared.check);
    return {.check = toWireName(prepared.check), .kind = found.kind, .detail = found.detail};
}

Judgement Examination::result(QList<CheckVerdict> verdicts) const
{
    Judgement judgement{.verdicts = std::move(verdicts), .calls = m_calls};
    if (m_usesRepairedText)
        judgement.text = m_text->repaired;
    return judgement;
}

bool Examination::isCut() const
{
    return m_answer.error || !m_answer.finish || m_answer.finish == chat::FinishReason::Length
        || m_answer.finish == chat::FinishReason::Error;
}

bool Examination::hasOnlyCalls() const
{
    return !m_answer.toolCalls.isEmpty() && m_answer.text.trimmed().isEmpty();
}

Examination::Finding Examination::onlyCalls()
{
    return {Kind::DoesNotApply, ExaminationText::tr("The answer calls tools and has no text.")};
}

} // namespace sb::routing
