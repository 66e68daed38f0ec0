#include "core/base/json_fields.h"
#include "core/routing/chain_members.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

// 31 bits are more than any sensible value (24 days of milliseconds), and no later conversion can overflow.
constexpr qint64 MostWhole = std::numeric_limits<qint32>::max();

struct ChainParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

void require(JsonFields &fields, QByteArrayView key, const QString &expected)
{
    if (!fields.has(key))
        fields.refuse(key, expected);
}

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
    fields.refuse(key, ChainParserText::tr(QT_TRANSLATE_NOOP("sb::routing", "an amount of dollars such as \"0.02\"")));
    return {};
}

Step readStep(JsonFields &fields)
{
    Step step;
    require(fields, "model", ChainParserText::tr(QT_TRANSLATE_NOOP("sb::routing", "a model such as \"author/name\"")));
    step.model = fields.text("model");
    step.endpoints = fields.texts("endpoints");
    step.clocksExtra = readNested(fields, "clocks", [&step](JsonFields &clocks) {
        for (const auto &[key, member] : ClockMembers)
            step.clocks.*member =
                milliseconds(clocks.integer(key, 0, MostWhole).value_or((step.clocks.*member).count()));
    });
    step.retries = int(fields.integer("retries", 0, MostWhole).value_or(step.retries));
    step.patience = milliseconds(fields.integer("patience_ms", 0, MostWhole).value_or(step.patience.count()));
    step.maxCost = readMoney(fields, "max_cost");
    step.maxTokens = fields.integer("max_tokens", 1);
    step.moveOnExtra = readNested(fields, "move_on", [&step](JsonFields &moveOn) {
        for (const auto &[key, member] : MoveOnMembers)
            step.moveOn.*member = moveOn.flag(key, step.moveOn.*member);
    });
    step.extra = fields.unread();
    return step;
}

QList<Step> readSteps(JsonFields &fields)
{
    const QString expected = ChainParserText::tr(QT_TRANSLATE_NOOP("sb::routing", "a list of steps"));
    require(fields, "steps", expected);
    const Json &json = fields.raw("steps");
    if (!json.isArray())
        fields.refuse("steps", expected);
    QList<Step> steps;
    for (const Json &item : json.items()) {
        JsonFields stepFields(item, u"steps[%1]"_s.arg(steps.size()));
        const Step step = readStep(stepFields);
        if (const auto result = stepFields.result(step); !result)
            fields.take(result.error());
        steps.append(step);
    }
    return steps;
}

// A chain file may come from anywhere, and its name becomes a file name: no path may hide in it.
QString readName(JsonFields &fields)
{
    const QString name = fields.text("name");
    if (!isChainName(name))
        fields.refuse("name",
                      ChainParserText::tr(QT_TRANSLATE_NOOP(
                          "sb::routing", "at most 64 letters, digits, '-', '_' or '.', not starting with '.'")));
    return name;
}

/// A newer form may mean the same words otherwise: nothing of it is read.
std::optional<Error> checkFormat(JsonFields &fields)
{
    require(fields, "format", QString::number(ChainFormat));
    const qint64 format = fields.integer("format", 1).value_or(ChainFormat);
    if (format <= ChainFormat)
        return {};
    const QString message =
        ChainParserText::tr(QT_TRANSLATE_NOOP("sb::routing",
                                              "format: this chain is in format %1, and this version of Signalbox "
                                              "reads format %2. Update Signalbox, or export the chain there for an "
                                              "older version."));
    return Error{.kind = Error::Kind::InvalidInput, .message = message.arg(format).arg(ChainFormat)};
}

} // namespace

Result<Chain> parseChain(const Json &json)
{
    JsonFields fields(json);
    if (const auto newer = checkFormat(fields))
        return tl::unexpected(*newer);
    Chain chain;
    chain.name = readName(fields);
    chain.version = int(fields.integer("version", 1, MostWhole).value_or(chain.version));
    chain.description = fields.text("description");
    chain.steps = readSteps(fields);
    chain.afterFirstContent = fields.choice("after_first_content", AfterFirstContentNames, chain.afterFirstContent);
    chain.allowPayingTwice = fields.flag("allow_paying_twice", chain.allowPayingTwice);
    chain.extra = fields.unread();
    return fields.result(chain);
}

} // namespace sb::routing
