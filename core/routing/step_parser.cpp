#include "core/routing/chain_members.h"
#include "core/routing/field_reading.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

// 31 bits are more than any sensible value (24 days of milliseconds), and no later conversion can overflow.
constexpr qint64 MostWhole = std::numeric_limits<qint32>::max();

struct StepParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

milliseconds readTime(JsonFields &fields, QByteArrayView key, milliseconds fallback)
{
    return milliseconds(fields.integer(key, 0, MostWhole).value_or(fallback.count()));
}

std::optional<EndpointFilter> readFilter(JsonFields &step)
{
    if (!step.has("filter"))
        return {};
    EndpointFilter filter;
    filter.extra = readNested(step, "filter", [&filter](JsonFields &fields) {
        filter.models = fields.texts("models");
        for (const auto &[key, member] : FilterFlags)
            filter.*member = fields.flag(key, false);
        filter.contextTokens = fields.integer("context_tokens", 1);
        filter.outputTokens = fields.integer("output_tokens", 1);
    });
    return filter;
}

std::optional<Hedge> readHedge(JsonFields &step)
{
    if (!step.has("hedge"))
        return {};
    Hedge hedge;
    hedge.extra = readNested(step, "hedge", [&hedge](JsonFields &fields) {
        hedge.percentile = int(fields.integer("percentile", 1, 99).value_or(hedge.percentile));
        hedge.least = readTime(fields, "least_ms", hedge.least);
        hedge.maxCost = readMoney(fields, "max_cost");
    });
    return hedge;
}

Json readOverrides(JsonFields &fields)
{
    const Json &json = fields.raw("overrides");
    if (!json.isNull() && !json.isObject())
        fields.refuse("overrides", StepParserText::tr("an object with members of a request"));
    return json;
}

QList<AcceptanceCheck> readChecks(JsonFields &fields)
{
    if (!fields.has("accept"))
        return {};
    const auto checks = parseChecks(fields.raw("accept"), fields.pathTo("accept"));
    if (checks)
        return *checks;
    fields.take(checks.error());
    return {};
}

Preferences readPreferences(JsonFields &fields)
{
    const auto preferences = parsePreferences(fields.raw("provider"), fields.pathTo("provider"));
    if (preferences)
        return *preferences;
    fields.take(preferences.error());
    return {};
}

} // namespace

Step readStep(JsonFields &fields)
{
    Step step;
    step.id = fields.text("id");
    step.filter = readFilter(fields);
    if (!step.filter && !fields.has("model"))
        fields.refuse("model", StepParserText::tr("a model such as \"author/name\""));
    step.model = fields.text("model");
    step.models = fields.texts("models");
    step.endpoints = fields.texts("endpoints");
    step.preferences = readPreferences(fields);
    step.clocksExtra = readNested(fields, "clocks", [&step](JsonFields &clocks) {
        for (const auto &[key, member] : ClockMembers)
            step.clocks.*member = readTime(clocks, key, step.clocks.*member);
    });
    step.retries = int(fields.integer("retries", 0, MostWhole).value_or(step.retries));
    step.patience = readTime(fields, "patience_ms", step.patience);
    step.maxCost = readMoney(fields, "max_cost");
    step.maxTokens = fields.integer("max_tokens", 1);
    step.moveOnExtra = readNested(fields, "move_on", [&step](JsonFields &moveOn) {
        for (const auto &[key, member] : MoveOnMembers)
            step.moveOn.*member = moveOn.flag(key, step.moveOn.*member);
    });
    step.next.extra = readNested(fields, "next", [&step](JsonFields &next) {
        for (const auto &[key, member] : NextMembers)
            step.next.*member = next.text(key);
    });
    step.hedge = readHedge(fields);
    step.accept = readChecks(fields);
    step.overrides = readOverrides(fields);
    step.extra = fields.unread();
    return step;
}

} // namespace sb::routing
