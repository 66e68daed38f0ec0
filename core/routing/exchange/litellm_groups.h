#pragma once

#include "core/routing/exchange/exchange.h"

namespace sb::routing {

/// One entry of LiteLLM's model_list.
struct Deployment
{
    QString path = {}; ///< in the source
    QString model = {}; ///< as LiteLLM names it: "azure/gpt-4o"
    const catalog::Endpoint *endpoint = nullptr; ///< null: not in the catalog
    qint64 order = 0; ///< the lower ones first
    QStringList tags = {};
    std::optional<qint64> maxTokens = {};
    std::optional<milliseconds> timeout = {}; ///< for the first content, and for an answer in one piece
    Json overrides = {};
};

/// All deployments of one model_name.
struct DeploymentGroup
{
    QString name = {};
    QString chain = {}; ///< that it becomes; empty: the request goes as it asks, see isWildcard
    int stepOf = 0; ///< written by ourselves as a later step of `chain`; 0: a group of its own
    bool isWildcard = false; ///< the name is a pattern
    QList<Deployment> deployments = {};
};

/// Reads model_list and says in the report what became of each member. Errors: InvalidInput with the path.
[[nodiscard]] Result<QList<DeploymentGroup>> readGroups(const Json &source, const catalog::Catalog &catalog,
                                                        Report &report);

/// The deployments as steps: those of one order and one set of values are one step, whose endpoints share the requests.
[[nodiscard]] QList<Step> stepsOf(const QList<Deployment> &deployments);

/// Seconds, as a number or the text of one, within the limits of a step's clocks.
[[nodiscard]] std::optional<milliseconds> secondsOf(const Json &json);
void setTimeout(Step &step, milliseconds timeout);

} // namespace sb::routing
