#include "core/routing/chain_members.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

// 31 bits are more than any sensible value (24 days of milliseconds), and no later conversion can overflow.
constexpr qint64 MostWhole = std::numeric_limits<qint32>::max();

struct StepParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// Reads a nested object and keeps what it has beyond the members that we know.
template <typename Read>
Json readNested(JsonFields &parent, QByteArrayView key, Read read)
{
    if (!parent.has(key))
        return {};
    JsonFields fields(parent.raw(key), parent.pathTo(key));
    read(fields);
    const auto rest = fields.result(fields.unread());
    if (rest)
        return *rest;
    parent.take(rest.error());
    return {};
}

std::optional<NanoDollars> readMoney(JsonFields &fields, QByteArrayView key)
{
    if (!fields.has(key))
        return {};
    const Json &json = fields.raw(key);
    const auto amount = parseDollars(json.isNumber() ? QString::fromUtf8(json.numberLiteral()) : json.toText());
    if (amount)
        return *amount;
    fields.refuse(key, StepParserText::tr(QT_TRANSLATE_NOOP("sb::routing", "an amount of dollars such as \"0.02\"")));
    return {};
}

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
    step.object("hedge", [&hedge](JsonFields &fields) {
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
        fields.refuse("overrides",
                      StepParserText::tr(QT_TRANSLATE_NOOP("sb::routing", "an object with members of a request")));
    return json;
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
        fields.refuse(
            "model", StepParserText::tr(QT_TRANSLATE_NOOP("sb::routing", "a model such as \"author/name\"")));
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
    fields.object("next", [&step](JsonFields &next) {
        for (const auto &[key, member] : NextMembers)
            step.next.*member = next.text(key);
    });
    step.hedge = readHedge(fields);
    step.overrides = readOverrides(fields);
    step.extra = fields.unread();
    return step;
}

} // namespace sb::routing
