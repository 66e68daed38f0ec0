#include "core/engine/world.h"

namespace sb::engine {

namespace {

QByteArray keyOf(const World &world, const catalog::Provider &provider)
{
    const std::optional<secrets::Key> key = world.keys.key(provider.id, provider.baseUrl);
    return key ? key->value : QByteArray();
}

} // namespace

QSet<QString> usableProviders(const World &world)
{
    QSet<QString> usable;
    for (const catalog::Provider &provider : world.catalog.providers()) {
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
        if (!old || keyOf(before, *old) != keyOf(after, provider))
            changed.append(provider.id);
    }
    return changed;
}

} // namespace sb::engine
