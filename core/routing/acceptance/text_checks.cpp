#include "core/routing/acceptance/examination.h"
#include "core/routing/acceptance/language.h"
#include "core/routing/acceptance/refusal.h"
#include "core/routing/acceptance/text_measure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct TextChecksText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// Empty where a size is within its limits.
QString sizeProblem(qint64 size, const std::optional<qint64> &least, const std::optional<qint64> &most,
                    const QString &unit)
{
    if (least && size < *least)
        return TextChecksText::tr("%1: %2, fewer than %3.").arg(unit).arg(size).arg(*least);
    if (most && size > *most)
        return TextChecksText::tr("%1: %2, more than %3.").arg(unit).arg(size).arg(*most);
    return {};
}

} // namespace

Examination::Finding Examination::find(const NonEmptyCheck &, const Acceptance::Prepared &) const
{
    if (!m_answer.text.trimmed().isEmpty() || !m_answer.toolCalls.isEmpty() || !m_answer.other.isEmpty())
        return {};
    if (!m_answer.refusal.isEmpty())
        return {Kind::Failed, TextChecksText::tr("There is nothing but a refusal.")};
    return {Kind::Failed,
            m_answer.reasoning.isEmpty() ? TextChecksText::tr("The answer is empty.")
                                         : TextChecksText::tr("There is nothing but reasoning.")};
}

Examination::Finding Examination::find(const LanguageCheck &check, const Acceptance::Prepared &) const
{
    if (hasOnlyCalls())
        return onlyCalls();
    const QByteArray expected = check.language.isEmpty() ? m_context.promptLanguage : knownLanguage(check.language);
    if (expected.isEmpty())
        return {Kind::CannotCheck,
                check.language.isEmpty()
                    ? TextChecksText::tr("The prompt's language cannot be told.")
                    : TextChecksText::tr("Texts in “%1” cannot be told from other languages.").arg(check.language)};
    const QByteArray found = detectLanguage(m_answer.text);
    if (found.isEmpty())
        return {Kind::CannotCheck, TextChecksText::tr("The answer's language cannot be told: too short, or mixed.")};
    if (found == expected)
        return {};
    return {Kind::Failed,
            TextChecksText::tr("The answer is in “%1”, not in “%2”.")
                .arg(QString::fromLatin1(found), QString::fromLatin1(expected))};
}

Examination::Finding Examination::find(const LengthCheck &check, const Acceptance::Prepared &) const
{
    if (hasOnlyCalls())
        return onlyCalls();
    QString problem = sizeProblem(countCharacters(m_answer.text), check.minCharacters, check.maxCharacters,
                                  TextChecksText::tr("Characters"));
    if (problem.isEmpty() && (check.minWords || check.maxWords))
        problem = sizeProblem(countWords(m_answer.text), check.minWords, check.maxWords, TextChecksText::tr("Words"));
    return problem.isEmpty() ? Finding{} : Finding{Kind::Failed, problem};
}

Examination::Finding Examination::find(const RepetitionCheck &check, const Acceptance::Prepared &) const
{
    auto loop = loopAtEnd(m_answer.text, check.limits);
    for (qsizetype i = 0; i < m_answer.toolCalls.size() && !loop; ++i)
        loop = loopAtEnd(m_answer.toolCalls.at(i).arguments, check.limits);
    if (!loop)
        return {};
    return {Kind::Failed,
            TextChecksText::tr("It ends in a loop: the same %1 characters, over and over.").arg(loop->piece)};
}

Examination::Finding Examination::find(const RefusalCheck &, const Acceptance::Prepared &prepared) const
{
    if (!m_answer.refusal.trimmed().isEmpty())
        return {Kind::Failed, TextChecksText::tr("The model has refused.")};
    if (m_answer.finish == chat::FinishReason::ContentFilter)
        return {Kind::Failed, TextChecksText::tr("The provider has filtered the answer.")};
    if (hasOnlyCalls())
        return onlyCalls();
    if (isRefusal(m_answer.text))
        return {Kind::Failed, TextChecksText::tr("The answer opens with a refusal.")};
    Finding unknown;
    for (const Result<BoundedPattern> &pattern : prepared.patterns) {
        if (!pattern) {
            unknown = {Kind::CannotCheck, pattern.error().message};
            continue;
        }
        const auto outcome =
            isShortAnswer(m_answer.text) ? pattern->search(m_answer.text) : BoundedPattern::Outcome::DoesNotMatch;
        if (outcome == BoundedPattern::Outcome::Matches)
            return {Kind::Failed, TextChecksText::tr("The answer matches a pattern of refusals.")};
        if (outcome == BoundedPattern::Outcome::GaveUp)
            unknown = {Kind::CannotCheck, TextChecksText::tr("A pattern takes too long.")};
    }
    return unknown;
}

Examination::Finding Examination::find(const PatternCheck &check, const Acceptance::Prepared &prepared) const
{
    if (hasOnlyCalls())
        return onlyCalls();
    const Result<BoundedPattern> &pattern = prepared.patterns.front();
    if (!pattern)
        return {Kind::CannotCheck, pattern.error().message};
    const auto outcome = pattern->search(m_answer.text);
    if (outcome == BoundedPattern::Outcome::GaveUp)
        return {Kind::CannotCheck, TextChecksText::tr("A pattern takes too long.")};
    if ((outcome == BoundedPattern::Outcome::Matches) == check.mustMatch)
        return {};
    return {Kind::Failed,
            check.mustMatch ? TextChecksText::tr("The pattern does not match.")
                            : TextChecksText::tr("The pattern matches.")};
}

} // namespace sb::routing
