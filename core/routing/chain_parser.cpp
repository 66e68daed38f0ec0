#include "core/base/json_fields.h"
#include "core/routing/chain_members.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qint64 MostVersions = std::numeric_limits<qint32>::max();

struct ChainParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

void require(JsonFields &fields, QByteArrayView key, const QString &expected)
{
    if (!fields.has(key))
        fields.refuse(key, expected);
}

QList<Step> readSteps(JsonFields &fields)
{
    const QString expected = ChainParserText::tr("a list of steps");
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
                      ChainParserText::tr("at most 64 letters, digits, '-', '_' or '.', not starting with '.'"));
    return name;
}

/// A newer form may mean the same words otherwise: nothing of it is read.
std::optional<Error> checkFormat(JsonFields &fields)
{
    require(fields, "format", QString::number(ChainFormat));
    const qint64 format = fields.integer("format", 1).value_or(ChainFormat);
    if (format <= ChainFormat)
        return {};
    const QString message = ChainParserText::tr("format: this chain is in format %1, and this version of Signalbox "
                                                "reads format %2. Update Signalbox, or export the chain there for an "
                                                "older version.");
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
    chain.version = int(fields.integer("version", 1, MostVersions).value_or(chain.version));
    chain.description = fields.text("description");
    chain.steps = readSteps(fields);
    chain.afterFirstContent = fields.choice("after_first_content", AfterFirstContentNames, chain.afterFirstContent);
    chain.allowPayingTwice = fields.flag("allow_paying_twice", chain.allowPayingTwice);
    chain.allowRepeatingTools = fields.flag("allow_repeating_tools", chain.allowRepeatingTools);
    chain.extra = fields.unread();
    return fields.result(chain);
}

} // namespace sb::routing
