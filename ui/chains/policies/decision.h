#pragma once

#include "core/budget/budget.h"
#include "core/routing/policy/match.h"
#include "core/usage/queries.h"

#include <QList>
#include <QString>

namespace sb::ui {

/// What a request meets on its way through a policy, in the order in which it is met.
struct DecisionRow
{
    enum class State
    {
        Request, ///< the request itself, the first row
        Passed, ///< asked, and not for this request
        Decides,
        NotReached ///< an earlier one decided
    };
    State state = State::NotReached;
    QString title = {};
    QString sentence = {}; ///< whom it is for; of the request, what it is
    QString reason = {}; ///< what did not hold, or that it decides; empty where it was not asked
    QString destination = {}; ///< "to vision", "as the request asks"; empty for the request
    friend bool operator==(const DecisionRow &, const DecisionRow &) = default;
};

/// The request, all rules, and what holds where none fits.
[[nodiscard]] QList<DecisionRow> decisionRows(const routing::Policy &policy, const routing::RequestFacts &facts);
/// "Rule 2 decides: to vision." "No rule fits: as the request asks."
[[nodiscard]] QString decisionSentence(const routing::Policy &policy, const routing::RequestFacts &facts);
/// What rules see of a request: "About 41 tokens, class chat, asks for auto, from playground, Tuesday 14:31."
[[nodiscard]] QString factsText(const routing::RequestFacts &facts);

/// What is left under the strictest hard limit; nullopt where there is none.
[[nodiscard]] std::optional<NanoDollars> leftOf(const budget::Limits &limits, const usage::SpentNow &spent);

} // namespace sb::ui
