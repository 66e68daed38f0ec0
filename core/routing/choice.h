#pragma once

#include "core/base/random.h"
#include "core/routing/measured.h"
#include "core/routing/preferences.h"

#include <QtGlobal>

#include <vector>

namespace sb::routing {

/// What a user's time and luck are worth: the exchange rates at which waiting and risk become dollars.
struct Weights
{
    NanoDollars perSecond{2'000'000}; ///< of waiting for an answer: 0.2 cents, or 7.20 dollars an hour
    double exploration = 0.01; ///< share of picks that go to any of the endpoints alike; 0 to 1
    double sharpness = 8; ///< how fast the share falls with the score: an eighth power gives half to who is 9 % dearer
    friend bool operator==(const Weights &, const Weights &) = default;
};

/// The same without chance: the best by score is always the first.
[[nodiscard]] Weights bestOnly(Weights weights);

/// One endpoint that passed all filters, as the choice sees it.
struct Contender
{
    std::optional<double> cost = {}; ///< dollars that the answer likely costs, with what is cached; nullopt: unpriced
    std::optional<double> listPrice = {}; ///< dollars for a prompt and answer of this size, without the cache
    const Measured *measured = nullptr; ///< null: nothing
    double outputTokens = 0; ///< that are likely
    std::chrono::milliseconds wait{0}; ///< until its rate limit has room
    int group = 0; ///< of a lower group all come first: what was asked for, before what only will do
    bool sticky = false; ///< served the conversation so far, and has it cached
    qsizetype index = 0; ///< of the caller's; ties go to the lower one

    double score = 0; ///< dollars; set by arrange()
    double probability = 0; ///< of being tried first in its step; set by arrange()
};

/// Puts contenders into the order in which they are tried, and says for each how likely it was to come first; the
/// probabilities sum to 1.
///
/// Balanced: the score of a contender is what it likely costs in dollars: the answer, the time to its first token and
/// to its end at `perSecond`, and its risk of failing times what a failure costs, which is the time that is lost. What
/// was never measured is assumed to be as its rivals are, and what has no price as dear as the dearest. One of the
/// lowest group is picked by chance, in proportion to (lowest score / score) ^ sharpness; an equal share of
/// `exploration` goes to all of that group, but for those that are exactly like an earlier one. Where the sticky one is
/// at most a fifth dearer than the best, it is taken. The others follow by score.
///
/// All other sorts order by what they say and leave nothing to chance; by latency and throughput, who was not asked
/// for a day comes first, and who was asked and not measured last. Pure: the same arguments give the same order.
void arrange(std::vector<Contender> &contenders, Sort sort, const Weights &weights, Random &random);

} // namespace sb::routing
