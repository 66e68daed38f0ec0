#pragma once

#include "core/engine/attempt.h"
#include "core/engine/run_events.h"
#include "core/routing/dispatcher.h"
#include "core/usage/records.h"

namespace sb::engine {

/// What a finished attempt is recorded with, beside its outcome.
struct AttemptContext
{
    routing::Candidate candidate = {};
    catalog::Endpoint endpoint = {};
    QByteArray moveReason = {};
    std::chrono::milliseconds waitedBefore{0};
    qint64 inputTokensBound = 0;
    QString serviceTier = {};
    std::optional<bool> cancelStopsBilling = {}; ///< as the provider's file says; nullopt: not known
};

/// As asked for; what the provider says of how it was served goes before it.
[[nodiscard]] QString serviceTier(const chat::Request &request);

/// The row that is opened before anything is sent, without a bound.
/// @param first the candidate that is asked first
[[nodiscard]] usage::OpenRecord openRecord(const RunSpec &spec, const routing::Chain &chain, bool practice,
                                           const routing::Candidate &first, WallTime startedAt);

/// The row of one attempt, with its cost.
[[nodiscard]] usage::AttemptRecord attemptRecord(const AttemptContext &context, const AttemptOutcome &outcome);

/// Sums tokens and costs of the attempts into the settlement.
void addUp(usage::Settlement &settlement);

/// An answer as an OpenAI chat completion, for the body store; null when nothing came.
/// @param seams where the texts of two attempts meet, in UTF-16 units: a member `seams`, absent where there are none
/// @param checks what the checks of the step say of it: a member `checks`, likewise
[[nodiscard]] Json answerBody(const chat::Answer &answer, const QList<qsizetype> &seams = {},
                              const QList<routing::CheckVerdict> &checks = {});

/// What the checks of its step said of an attempt's answer.
struct AttemptChecks
{
    int attempt = 1; ///< its place among the attempts on record, from 1
    QList<routing::CheckVerdict> verdicts = {};
};
/// What is recorded of a decision: the plan, and what checks said of attempts as a member `checks`, a list of
/// {"attempt", "verdicts"}; absent where no answer was checked. Of answers it has names of members and tools only.
[[nodiscard]] Json decisionBody(const routing::Plan &plan, const QList<AttemptChecks> &checks);

/// How a request ends whose last word is this error.
[[nodiscard]] routing::EndState endStateOf(const chat::ProviderError &error);
[[nodiscard]] routing::EndState endStateOf(chat::FinishReason reason);

} // namespace sb::engine
