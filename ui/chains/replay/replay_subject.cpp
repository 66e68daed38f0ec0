#include "ui/chains/replay/replay_subject.h"

namespace sb::ui {

namespace {

Result<lab::ReplaySpec> replayIn(const usage::Queries &queries, const profile::Workspace &workspace)
{
    return queries.path().map([&workspace](const QString &path) {
        lab::ReplaySpec spec{.registerPath = path,
                             .chains = workspace.chains(),
                             .knownPolicies = workspace.policies(),
                             .catalog = workspace.catalog(),
                             .usableProviders = workspace.usableProviders(),
                             .classifier = workspace.classifier()};
        if (const routing::Policy *inUse = workspace.policy(workspace.settings().policy))
            spec.inUse = *inUse;
        return spec;
    });
}

} // namespace

Result<lab::ReplaySpec> replayOf(const routing::Chain &chain, const usage::Queries &queries,
                                 const profile::Workspace &workspace)
{
    auto spec = replayIn(queries, workspace);
    if (spec)
        spec->chain = chain;
    return spec;
}

Result<lab::ReplaySpec> replayOf(const routing::Policy &policy, const usage::Queries &queries,
                                 const profile::Workspace &workspace)
{
    auto spec = replayIn(queries, workspace);
    if (spec)
        spec->policy = policy;
    return spec;
}

} // namespace sb::ui
