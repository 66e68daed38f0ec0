#include "core/usage/explanation_words.h"

#include "core/routing/move.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

bool isHedge(const AttemptRecord &attempt)
{
    return attempt.moveReason == toWireName(routing::MoveReason::Hedge);
}

/// Its status, or what happened where none came.
QString failureWords(const AttemptRecord &attempt)
{
    using chat::ErrorType;
    if (attempt.httpStatus >= 400)
        return ExplanationText::tr("failed with %1").arg(attempt.httpStatus);
    switch (attempt.error.value_or(ErrorType::Unmapped)) {
    case ErrorType::Timeout:
        return ExplanationText::tr("did not begin to answer in time");
    case ErrorType::Cut:
        return ExplanationText::tr("broke off");
    case ErrorType::Stalled:
        return ExplanationText::tr("stopped in the middle of its answer");
    case ErrorType::ResetBeforeAnswer:
        return ExplanationText::tr("closed the connection without an answer");
    case ErrorType::ProviderUnavailable:
        return ExplanationText::tr("could not be reached");
    case ErrorType::ModelOutputError:
        return ExplanationText::tr("answered what cannot be used");
    case ErrorType::OverBudget:
        return ExplanationText::tr("was not asked, for lack of budget");
    case ErrorType::Cancelled:
        return ExplanationText::tr("was given up");
    default:
        return ExplanationText::tr("failed (%1)")
            .arg(attempt.error ? QString::fromLatin1(chat::toWireName(*attempt.error)) : u"–"_s);
    }
}

/// Our sentence already says all that a message of these could.
bool saysMore(const AttemptRecord &attempt)
{
    return !attempt.errorMessage.isEmpty() && attempt.error != chat::ErrorType::Cancelled;
}

QString withFullStop(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?') ? text : text + u'.';
}

QString outcomeWords(const AttemptRecord &attempt)
{
    const QString time = timeWords(attempt.duration);
    if (!attempt.succeeded) {
        QString words = ExplanationText::tr("%1 %2 after %3").arg(attempt.endpointId, failureWords(attempt), time);
        if (attempt.cost.amount && attempt.cost.amount->value > 0)
            words += u", "_s + ExplanationText::tr("which cost %1").arg(costWords(attempt.cost));
        return saysMore(attempt) ? words + u": "_s + withFullStop(attempt.errorMessage) : words + u'.';
    }
    const QString cost = costWords(attempt.cost);
    if (attempt.firstContent.count() < 0)
        return ExplanationText::tr("%1 answered in %2 (%3).").arg(attempt.endpointId, time, cost);
    return ExplanationText::tr("%1 answered in %2, first content after %3 (%4).")
        .arg(attempt.endpointId, time, timeWords(attempt.firstContent), cost);
}

/// Why it was made goes before it, but for the first: that is the plan's.
QString attemptWords(const AttemptRecord &attempt, qsizetype number)
{
    QString words = ExplanationText::tr("Attempt %1:").arg(number) + u' ';
    if (const auto reason = routing::moveReasonFromWireName(attempt.moveReason); reason && number > 1)
        words += describe(*reason) + u' ';
    if (attempt.waitedBefore.count() > 0)
        words += ExplanationText::tr("After a wait of %1:").arg(timeWords(attempt.waitedBefore)) + u' ';
    return words + outcomeWords(attempt);
}

QString verdictWords(const Json &verdict, qsizetype number)
{
    const QString check = verdict["check"].toText();
    const QString detail = withFullStop(verdict["detail"].toText());
    const QByteArray kind = verdict["verdict"].toBytes();
    if (kind == "passed" && detail.size() > 1)
        return ExplanationText::tr("The answer of attempt %1 passed the check “%2” once it was mended: %3")
            .arg(number)
            .arg(check, detail);
    if (kind == "passed")
        return ExplanationText::tr("The answer of attempt %1 passed the check “%2”.").arg(number).arg(check);
    if (kind == "failed")
        return ExplanationText::tr("The answer of attempt %1 failed the check “%2”: %3").arg(number).arg(check, detail);
    if (kind == "does_not_apply")
        return ExplanationText::tr("The check “%2” had nothing to look at in the answer of attempt %1.")
            .arg(number)
            .arg(check);
    return ExplanationText::tr("The check “%2” could not tell about the answer of attempt %1: %3")
        .arg(number)
        .arg(check, detail);
}

void addChecks(Explanation &lines, const Json &decision, qsizetype number)
{
    for (const Json &checked : decision["checks"].items()) {
        if (checked["attempt"].toInteger() != number)
            continue;
        for (const Json &verdict : checked["verdicts"].items())
            lines.append({Explained::Check, verdictWords(verdict, number)});
    }
}

/// The hedge at `index` ran beside the one before it.
QString hedgeWords(const QList<AttemptRecord> &attempts, qsizetype index)
{
    const AttemptRecord &first = attempts.at(index - 1);
    const AttemptRecord &second = attempts.at(index);
    const QString both =
        ExplanationText::tr("Attempts %1 and %2 ran beside each other:").arg(index).arg(index + 1) + u' ';
    if (!first.succeeded && !second.succeeded)
        return both + ExplanationText::tr("neither was used.");
    const AttemptRecord &winner = second.succeeded ? second : first;
    const AttemptRecord &other = second.succeeded ? first : second;
    return both
        + (other.cost.amount ? ExplanationText::tr("%1 was used; %2 cost %3 besides.")
                                   .arg(winner.endpointId, other.endpointId, costWords(other.cost))
                             : ExplanationText::tr("%1 was used; what %2 cost besides is not known.")
                                   .arg(winner.endpointId, other.endpointId));
}

} // namespace

Explanation explainAttempts(const Settlement &record)
{
    Explanation lines;
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        lines.append({Explained::Attempt, attemptWords(record.attempts.at(i), i + 1)});
        addChecks(lines, record.decision, i + 1);
    }
    for (qsizetype i = 1; i < record.attempts.size(); ++i) {
        if (isHedge(record.attempts.at(i)))
            lines.append({Explained::Hedge, hedgeWords(record.attempts, i)});
    }
    return lines;
}

} // namespace sb::usage
