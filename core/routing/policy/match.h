#pragma once

#include "core/base/clock.h"
#include "core/chat/request.h"
#include "core/routing/policy/policy.h"
#include "core/routing/request_outline.h"

#include <QTimeZone>

namespace sb::routing {

/// What rules look at.
struct RequestFacts
{
    QString taskClass = {}; ///< empty: not classed
    QString model = {}; ///< as asked
    qint64 promptTokens = 0; ///< likely ones
    bool tools = false;
    bool images = false;
    bool files = false;
    bool audio = false;
    std::optional<OutputForm> output = OutputForm::Text; ///< nullopt: a form of another kind, such as a grammar
    QStringList tags = {};
    QString client = {};
    QString session = {};
    Weekday weekday = Weekday::Monday;
    int minute = 0; ///< since midnight
    std::optional<NanoDollars> remaining = {}; ///< nullopt: there is no limit
    friend bool operator==(const RequestFacts &, const RequestFacts &) = default;
};

/// What a request does not say itself.
struct Circumstances
{
    QString taskClass = {}; ///< empty: not classed
    QString client = {};
    QStringList tags = {}; ///< beside those of the request
    WallTime now = {};
    QTimeZone zone = QTimeZone::utc(); ///< the profile's
    std::optional<NanoDollars> remaining = {}; ///< of the strictest budget; nullopt: there is no limit
};

[[nodiscard]] RequestFacts factsOf(const chat::Request &request, const Circumstances &around);
/// The same of a request whose words are not there any more; its tags are all in `around`.
[[nodiscard]] RequestFacts factsOf(const RequestOutline &outline, const Circumstances &around);

/// The tags of a request: "key=value" for each member of OpenAI's `metadata` with a text, number or flag, each entry of
/// `metadata.tags` (a list, as LiteLLM has it, or texts with commas between them), and "user=NAME" for `user`.
[[nodiscard]] QStringList tagsOf(const chat::Request &request);

/// A rule that was looked at and is not for this request.
struct PassedRule
{
    qsizetype index = 0; ///< into the policy's rules
    Unmet unmet = Unmet::Disabled; ///< the first that did not hold, in the order of Unmet
    friend bool operator==(const PassedRule &, const PassedRule &) = default;
};

struct Match
{
    QString chain = {}; ///< its name; empty: as the request asks
    std::optional<qsizetype> rule = {}; ///< index; nullopt: none, so `otherwise` decided
    QList<PassedRule> passed = {}; ///< the rules before it
    friend bool operator==(const Match &, const Match &) = default;
};

/// The first rule that a request fits decides. Pure, and never fails; that the chain exists is validate()'s.
[[nodiscard]] Match match(const Policy &policy, const RequestFacts &facts);

/// Why a rule was passed over, as one translated sentence: "Only for prompts of 1,000 tokens or more; this one has
/// about 120."
[[nodiscard]] QString sentence(const Rule &rule, Unmet unmet, const RequestFacts &facts);

/// What is stored with a record and printed by a dry run: policy and version, rule, chain, and the rules passed over
/// with the stored name of what did not hold and the sentence about it (`detail`). Rules are named by id, or by number
/// (from 1) where they have none; `rule_number`, and `rule_name` where it has a name, tell people which it is.
[[nodiscard]] Json toJson(const Policy &policy, const Match &match, const RequestFacts &facts);

} // namespace sb::routing
