#include "ui/chains/provider_choices.h"

#include <QCoreApplication>

namespace sb::ui {

namespace {

struct ProviderChoicesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::InspectorSections)
};

} // namespace

QList<TargetChoice> providerChoices(const profile::Workspace &workspace)
{
    QList<TargetChoice> usable;
    QList<TargetChoice> others;
    for (const catalog::Provider &provider : workspace.catalog().providers()) {
        const bool isUsable = workspace.usableProviders().contains(provider.id);
        (isUsable ? usable : others)
            .append({.target = provider.id,
                     .group = isUsable ? ProviderChoicesText::tr("Providers")
                                       : ProviderChoicesText::tr("Providers without a key"),
                     .text = provider.name,
                     .detail = provider.id});
    }
    return usable + others;
}

} // namespace sb::ui
