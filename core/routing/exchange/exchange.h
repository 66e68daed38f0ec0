#pragma once

#include "core/catalog/catalog.h"
#include "core/routing/exchange/report.h"
#include "core/routing/policy/policy.h"

namespace sb::routing {

/// What a file of another router says, in our words.
struct Imported
{
    QList<Chain> chains = {};
    std::optional<Policy> policy = {}; ///< which chain its models are
    QList<ReportLine> report = {}; ///< what became of each part of the file
    friend bool operator==(const Imported &, const Imported &) = default;
};

/// What is given away.
struct ToExport
{
    std::optional<Policy> policy = {};
    QList<Chain> chains = {};
};

/// A file for another router.
struct Exported
{
    QByteArray text = {}; ///< has no key; where one belongs it names the usual environment variable
    QList<ReportLine> report = {}; ///< what became of each part, at paths such as "chains.NAME.steps[0].hedge"
    friend bool operator==(const Exported &, const Exported &) = default;
};

/// Reads a LiteLLM proxy's config.yaml: model_list, router_settings, and what litellm_settings says about routing. Each
/// group of deployments becomes a chain, its fallbacks further steps, and its name a rule of the policy. Keys are never
/// read. @param name of the policy. Errors: InvalidInput, TooLarge.
/// Source: https://docs.litellm.ai/docs/routing, https://docs.litellm.ai/docs/proxy/reliability
[[nodiscard]] Result<Imported> importLiteLlm(QByteArrayView yaml, const QString &name, const catalog::Catalog &catalog);
[[nodiscard]] Exported exportLiteLlm(const ToExport &what, const catalog::Catalog &catalog);

/// Reads a Portkey config: its targets become the steps of a chain, its conditions the rules of a policy. Keys are
/// never read. @param name of the chain and the policy. Errors: InvalidInput. Source:
/// https://portkey.ai/docs/product/ai-gateway/configs, https://portkey.ai/docs/product/ai-gateway/conditional-routing
[[nodiscard]] Result<Imported> importPortkey(QByteArrayView json, const QString &name, const catalog::Catalog &catalog);
[[nodiscard]] Exported exportPortkey(const ToExport &what, const catalog::Catalog &catalog);

/// A name that a chain or policy may have, made of any text: "gpt-4o/fast" becomes "gpt-4o-fast".
[[nodiscard]] QString asChainName(const QString &text);

} // namespace sb::routing
