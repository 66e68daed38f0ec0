#include "core/dialects/usage_reading.h"

namespace sb::dialects {

namespace {

std::optional<NanoDollars> dollars(const Json &amount)
{
    if (!amount.isNumber())
        return {};
    const auto parsed = parseDollarsRounded(QString::fromLatin1(amount.numberLiteral()));
    return parsed && parsed->value >= 0 ? std::optional(*parsed) : std::nullopt;
}

} // namespace

std::optional<qint64> firstCount(const Json &usage, std::initializer_list<const char *> paths)
{
    for (const QByteArrayView path : paths) {
        const qsizetype dot = path.indexOf('.');
        const Json &member = dot < 0 ? usage[path] : usage[path.first(dot)][path.sliced(dot + 1)];
        if (const auto count = member.toInteger(); count && *count >= 0)
            return count;
    }
    return {};
}

void includeReasoning(chat::Usage &usage, std::optional<qint64> total)
{
    constexpr qint64 Margin = 2;
    const qint64 reasoning = usage.reasoning.value_or(0);
    if (!total || !usage.prompt || !usage.completion || reasoning == 0)
        return;
    const qint64 sum = *usage.prompt + *usage.completion;
    const bool outside = *total == sum + reasoning;
    const bool hidden = *total == sum && reasoning > *usage.completion + Margin;
    if (outside || hidden)
        *usage.completion += reasoning;
}

std::optional<NanoDollars> billedCost(const Json &usage)
{
    // Perplexity itemizes it: tokens, the request, its searches.
    const Json &total = usage["cost"].isObject() ? usage["cost"]["total_cost"] : usage["cost"];
    const auto cost = dollars(total);
    const auto upstream = dollars(usage["cost_details"]["upstream_inference_cost"]);
    if (!cost || !upstream || !usage["is_byok"].toBool().value_or(false))
        return cost;
    return saturatingAdd(*cost, *upstream);
}

} // namespace sb::dialects
