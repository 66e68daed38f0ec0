#pragma once

#include "core/base/redactor.h"
#include "core/budget/budget.h"
#include "core/catalog/catalog.h"
#include "core/routing/chain.h"
#include "core/routing/classifier/classifier.h"
#include "core/routing/key_rule.h"
#include "core/routing/plan.h"
#include "core/routing/policy/version_history.h"
#include "core/secrets/key_table.h"

#include <QSet>

namespace sb::engine {

/// What the engine knows about the world: replaced as a whole.
struct World
{
    catalog::Catalog catalog = {};
    QList<routing::Chain> chains = {};
    secrets::KeyTable keys = {};
    budget::Limits limits = {}; ///< what is spent of them is the register's to say
    routing::Classifier classifier = routing::Classifier({}); ///< with the user's own classes
    std::optional<routing::Policy> policy = {}; ///< which chain a request takes that names none
    routing::Canaries canaries = {}; ///< chains and policies of which a newer version takes a share
    routing::KeyRules keyRules = {}; ///< order and limits of providers' keys
};

/// What one run or fetch sees of the world, from its start to its end.
struct Snapshot
{
    World world = {};
    Redactor redactor = {}; ///< knows the keys of that world
};

/// The rules of the keys that may go to a provider's address, in the order in which they are used: those of the
/// profile, then those without a rule.
[[nodiscard]] QList<routing::KeyRule> keyRules(const World &world, const catalog::Provider &provider);

/// Providers that need no key, or whose key is loaded for the very origin to which it would go.
[[nodiscard]] QSet<QString> usableProviders(const World &world);

/// Providers whose key is another one in `after`: what was learned about the old key is void.
[[nodiscard]] QStringList changedKeys(const World &before, const World &after);

} // namespace sb::engine
