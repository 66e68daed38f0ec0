#include "core/routing/policy/policy_edits.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct PolicyEditsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Policies)
};

/// Applies each kind of edit to a copy of the policy.
struct PolicyEditor
{
    Policy policy = {};

    /// @param places so many there are
    Result<void> checkPlace(qsizetype index, qsizetype places) const
    {
        if (index >= 0 && index < places)
            return {};
        return failure(
            Error::Kind::InvalidInput,
            PolicyEditsText::tr("There is no rule %1; the policy has %2.").arg(index + 1).arg(policy.rules.size()));
    }
    Result<void> check(qsizetype index) const { return checkPlace(index, policy.rules.size()); }

    Result<Policy> operator()(const InsertRule &edit)
    {
        return checkPlace(edit.at, policy.rules.size() + 1).map([&] {
            policy.rules.insert(edit.at, edit.rule);
            return policy;
        });
    }
    Result<Policy> operator()(const RemoveRule &edit)
    {
        return check(edit.at).map([&] {
            policy.rules.removeAt(edit.at);
            return policy;
        });
    }
    Result<Policy> operator()(const MoveRule &edit)
    {
        return check(edit.from).and_then([&] { return check(edit.to); }).map([&] {
            policy.rules.move(edit.from, edit.to);
            return policy;
        });
    }
    Result<Policy> operator()(const ReplaceRule &edit)
    {
        return check(edit.at).map([&] {
            policy.rules[edit.at] = edit.rule;
            return policy;
        });
    }
    Result<Policy> operator()(const SetOtherwise &edit)
    {
        policy.otherwise = edit.chain;
        return policy;
    }
    Result<Policy> operator()(const SetPreferences &edit)
    {
        policy.preferences = edit.value;
        return policy;
    }
    Result<Policy> operator()(const SetWeights &edit)
    {
        policy.weights = edit.value;
        return policy;
    }
    Result<Policy> operator()(const SetQuality &edit)
    {
        policy.quality = edit.models;
        return policy;
    }
    Result<Policy> operator()(const SetBestThatFits &edit)
    {
        policy.bestThatFits = edit.on;
        return policy;
    }
    Result<Policy> operator()(const SetDescription &edit)
    {
        policy.description = edit.text;
        return policy;
    }
};

} // namespace

Result<Policy> apply(const Policy &policy, const PolicyEdit &edit)
{
    return std::visit(PolicyEditor{policy}, edit);
}

} // namespace sb::routing
