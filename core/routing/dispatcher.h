#pragma once

#include "core/routing/end_state.h"
#include "core/routing/failure.h"
#include "core/routing/move.h"
#include "core/routing/plan.h"

namespace sb::routing {

/// Walks a plan: which candidate next, after which wait, or the end. Pure but for its own memory; the engine and the
/// rehearsal drive the same one. Error table: DESIGN.md section 4. It ends after at most (retries + 2) tries a
/// candidate and one more for each further key, never waits longer than a minute, and never goes back to what a failure
/// has ruled out (see RuledOut). A step may name a later one that a kind of failure leads to; what lies between is
/// passed over.
class Dispatcher
{
public:
    Dispatcher(Plan plan, Chain chain);

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] Move start();
    /// @param random spreads the backoff
    [[nodiscard]] Move afterFailure(const AttemptFailure &failure, Random &random);
    /// The register refused the bound of the current candidate.
    [[nodiscard]] Move afterRefusedReservation();
    /// Who may be tried beside the current candidate, which is slow; End where there is nobody. Changes nothing.
    [[nodiscard]] Move hedge() const;
    void hedgeFailed(qsizetype candidate); ///< it is not tried again in this request
    void wentOnAt(qsizetype candidate); ///< the one beside has taken the place of the current one

private:
    /// What failures of this request have shown to be useless to try again; grows only.
    struct RuledOut
    {
        QSet<QString> endpoints = {};
        QSet<QString> providers = {}; ///< whose key was refused
        QSet<QString> models = {}; ///< whose window was too small
        qint64 window = 0; ///< windows up to this many tokens

        [[nodiscard]] bool covers(const Candidate &candidate) const;
    };

    [[nodiscard]] const Candidate &current() const { return m_plan.candidates.at(m_current); }
    [[nodiscard]] const Step &currentStep() const { return m_chain.steps.at(current().step); }
    [[nodiscard]] std::optional<Move> tryAgain(FailureClass kind, const chat::ProviderError &error, Random &random);
    [[nodiscard]] std::optional<Move> tryAfterHeader(milliseconds wait);
    [[nodiscard]] std::optional<Move> tryClamped(qint64 affordableTokens);
    [[nodiscard]] std::optional<Move> tryAfterBackoff(milliseconds atLeast, Random &random);
    [[nodiscard]] Move again(MoveReason reason, milliseconds delay) const;
    /// To the next candidate, or to the first of the step that is named for this kind of failure.
    [[nodiscard]] Move goOn(MoveReason reason, const QString &nextStep = {});
    [[nodiscard]] milliseconds waitFor(const Candidate &candidate) const;
    [[nodiscard]] qsizetype indexOf(const QString &stepId) const; ///< of a later step; -1: there is none
    [[nodiscard]] Move resumeElsewhere();
    void ruleOut(FailureClass kind);

    Plan m_plan;
    Chain m_chain;
    RuledOut m_ruledOut;
    qsizetype m_current = -1;
    int m_retries = 0; ///< after a backoff, on the current candidate
    bool m_extraUsed = false; ///< the one further try for Retry-After or a clamp, on the current candidate
    std::optional<qint64> m_clamp; ///< of the current candidate
};

} // namespace sb::routing
