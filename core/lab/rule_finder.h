#pragma once

#include "core/routing/policy/match.h"

#include <QHash>

namespace sb::lab {

/// A fact about a request that a record may lack.
enum class Fact
{
    TaskClass,
    Tags,
    Outline, ///< sizes, tools, attachments, the form of the answer
    Session, ///< whether the caller named it is part of the outline
    Remaining,
};
inline constexpr int FactCount = int(Fact::Remaining) + 1;

/// Bits by Fact.
using Facts = quint8;
[[nodiscard]] constexpr Facts bitOf(Fact fact)
{
    return Facts(1U << unsigned(fact));
}
[[nodiscard]] Facts askedBy(const routing::Condition &condition);
/// Of all rules that are switched on.
[[nodiscard]] Facts askedBy(const routing::Policy &policy);

/// What a policy decides about a request of which not everything is on record.
struct Found
{
    std::optional<qsizetype> rule = {}; ///< nullopt: none is for it
    QString chain = {};
    std::optional<Fact> lacking = {}; ///< set: it depends on this one, so that nothing is decided
    friend bool operator==(const Found &, const Found &) = default;
};

/// @param missing the facts that are not known; their members of `facts` are not looked at
[[nodiscard]] Found findRule(const routing::Policy &policy, const routing::RequestFacts &facts, Facts missing);

/// Where two requests may be told apart by a policy: the sizes, amounts and times of day at which a rule begins or
/// ends. Requests with the same places are the same to it.
class RuleSteps
{
public:
    explicit RuleSteps(const routing::Policy &policy);

    [[nodiscard]] Facts asked() const { return m_asked; }
    [[nodiscard]] bool asksClient() const { return m_client; }
    [[nodiscard]] bool asksTime() const { return m_time; }
    [[nodiscard]] int promptPlace(qint64 tokens) const;
    [[nodiscard]] int remainingPlace(const std::optional<NanoDollars> &remaining) const;
    [[nodiscard]] int timePlace(routing::Weekday weekday, int minute) const;

private:
    void add(const routing::Condition &condition);

    Facts m_asked = 0;
    bool m_client = false;
    bool m_time = false;
    QList<qint64> m_prompt;
    QList<qint64> m_remaining;
    QList<qint64> m_minutes;
};

} // namespace sb::lab
