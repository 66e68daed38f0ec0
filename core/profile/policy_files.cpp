#include "core/profile/policy_files.h"

#include "core/profile/named_files.h"

#include <QCoreApplication>

namespace sb::profile {

namespace {

struct PolicyFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Policies)
};

Result<void> checkPolicyName(const QString &name)
{
    if (routing::isChainName(name))
        return {};
    return failure(
        Error::Kind::InvalidInput,
        PolicyFilesText::tr("“%1” cannot be the name of a policy. Take letters, digits, -, _ and .").arg(name));
}

NamedFiles<routing::Policy> policyFiles(const Paths &paths)
{
    return {paths.policies(), routing::parsePolicy, checkPolicyName};
}

} // namespace

LoadedPolicies loadPolicies(const Paths &paths)
{
    const auto loaded = policyFiles(paths).load();
    return {.policies = loaded.values, .revisions = loaded.revisions, .bad = loaded.bad};
}

Result<Revision> savePolicy(const Paths &paths, const routing::Policy &policy, const Revision &expected)
{
    return policyFiles(paths).save(policy, expected);
}

Result<Revision> renamePolicy(const Paths &paths, const QString &oldName, const Revision &expected,
                              const routing::Policy &policy)
{
    return policyFiles(paths).rename(oldName, expected, policy);
}

Result<void> removePolicy(const Paths &paths, const QString &name, const Expected &expected)
{
    return policyFiles(paths).remove(name, expected);
}

} // namespace sb::profile
