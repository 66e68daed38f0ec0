#include "core/engine/world.h"

namespace sb::engine {

namespace {

QList<QByteArray> valuesOf(const World &world, const catalog::Provider &provider)
{
    QList<QByteArray> values;
    for (const secrets::Key &key : world.keys.keys(provider.id, provider.baseUrl))
        values.append(key.value);
    return values;
}

} // namespace

QList<routing::KeyRule> keyRules(const World &world, const catalog::Provider &provider)
{
    QList<secrets::Key> keys = world.keys.keys(provider.id, provider.baseUrl);
    QList<routing::KeyRule> rules;
    for (const routing::KeyRule &rule : world.keyRules.value(provider.id)) {
        if (keys.removeIf([&rule](const secrets::Key &key) { return key.id == rule.id; }) > 0)
            rules.append(rule);
    }
    for (const secrets::Key &key : std::as_const(keys))
        rules.append({.id = key.id});
    return rules;
}

QSet<QString> usableProviders(const World &world)
{
    QSet<QString> usable;
    for (const catalog::Provider &provider : world.catalog.providers()) {
        if (provider.baseUrl.isEmpty()) // a part of its address is not filled in
            continue;
        const bool needsNone = provider.auth == catalog::Provider::Auth::None || provider.local || provider.practice;
        if (needsNone || world.keys.key(provider.id, provider.baseUrl))
            usable.insert(provider.id);
    }
    return usable;
}

QStringList changedKeys(const World &before, const World &after)
{
    QStringList changed;
    for (const catalog::Provider &provider : after.catalog.providers()) {
        const catalog::Provider *old = before.catalog.provider(provider.id);
        if (!old || valuesOf(before, *old) != valuesOf(after, provider))
            changed.append(provider.id);
    }
    return changed;
}

} // namespace sb::engine
