#include "core/routing/policy/policy_edits.h"

#include "core/routing/list_edits.h"

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

    /// @param missing a place that was meant and is not there
    Result<Policy> unless(std::optional<qsizetype> missing) const
    {
        if (!missing)
            return policy;
        return failure(
            Error::Kind::InvalidInput,
            PolicyEditsText::tr("There is no rule %1; the policy has %2.").arg(*missing + 1).arg(policy.rules.size()));
    }

    Result<Policy> operator()(const InsertRule &edit) { return unless(insertAt(policy.rules, edit.at, edit.rule)); }
    Result<Policy> operator()(const RemoveRule &edit) { return unless(removeAt(policy.rules, edit.at)); }
    Result<Policy> operator()(const MoveRule &edit) { return unless(moveTo(policy.rules, edit.from, edit.to)); }
    Result<Policy> operator()(const ReplaceRule &edit) { return unless(replaceAt(policy.rules, edit.at, edit.rule)); }
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
