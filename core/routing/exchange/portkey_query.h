#pragma once

#include "core/routing/policy/condition.h"

namespace sb::routing {

/// What one rule asks: all of `when`, and not `unless`.
struct Asked
{
    Condition when = {};
    std::optional<Condition> unless = {};
    friend bool operator==(const Asked &, const Asked &) = default;
};

/// A Portkey query over metadata, model and user as conditions of which one is enough, each a rule of its own; nullopt:
/// it asks what no rule can.
/// Source: https://portkey.ai/docs/product/ai-gateway/conditional-routing
[[nodiscard]] std::optional<QList<Asked>> fromPortkeyQuery(const Json &query);

/// The query that asks the same; nullopt: none does.
[[nodiscard]] std::optional<Json> toPortkeyQuery(const Asked &asked);

} // namespace sb::routing
