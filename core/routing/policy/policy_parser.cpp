#include "core/routing/field_reading.h"
#include "core/routing/policy/policy_members.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qint64 MostPolicyVersions = std::numeric_limits<qint32>::max();

struct PolicyParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Policies)
};

/// A newer form may mean the same words otherwise: nothing of it is read.
std::optional<Error> checkPolicyFormat(JsonFields &fields)
{
    if (!fields.has("format"))
        fields.refuse("format", QString::number(PolicyFormat));
    const qint64 format = fields.integer("format", 1).value_or(PolicyFormat);
    if (format <= PolicyFormat)
        return {};
    return Error{.kind = Error::Kind::InvalidInput,
                 .message = PolicyParserText::tr("format: this policy is in format %1, and this version of Signalbox "
                                                 "reads format %2. Update Signalbox, or export the policy there for an "
                                                 "older version.")
                                .arg(format)
                                .arg(PolicyFormat)};
}

// A policy's file may come from anywhere, and its name becomes a file name: no path may hide in it.
QString readPolicyName(JsonFields &fields)
{
    const QString name = fields.text("name");
    if (!isChainName(name))
        fields.refuse("name",
                      PolicyParserText::tr("at most 64 letters, digits, '-', '_' or '.', not starting with '.'"));
    return name;
}

/// A part of a file that has a reader of its own.
template <typename Part, typename Read>
Part readPart(JsonFields &parent, const Json &json, const QString &path, Read read)
{
    JsonFields fields(json, path);
    const Part part = read(fields);
    if (const auto result = fields.result(part); !result)
        parent.take(result.error());
    return part;
}

QList<Rule> readRules(JsonFields &fields)
{
    const Json &json = fields.raw("rules");
    if (fields.has("rules") && !json.isArray())
        fields.refuse("rules", PolicyParserText::tr("a list of rules"));
    QList<Rule> rules;
    for (const Json &item : json.items())
        rules.append(readPart<Rule>(fields, item, u"rules[%1]"_s.arg(rules.size()), readRule));
    return rules;
}

Preferences readPolicyPreferences(JsonFields &fields)
{
    const auto preferences = parsePreferences(fields.raw("provider"), fields.pathTo("provider"));
    if (preferences)
        return *preferences;
    fields.take(preferences.error());
    return {};
}

} // namespace

Rule readRule(JsonFields &fields)
{
    Rule rule;
    rule.id = fields.text("id");
    rule.name = fields.text("name");
    rule.enabled = fields.flag("enabled", rule.enabled);
    if (fields.has("when"))
        rule.when = readPart<Condition>(fields, fields.raw("when"), fields.pathTo("when"), readCondition);
    if (fields.has("unless"))
        rule.unless = readPart<Condition>(fields, fields.raw("unless"), fields.pathTo("unless"), readCondition);
    rule.chain = fields.text("chain");
    rule.extra = fields.unread();
    return rule;
}

Result<Policy> parsePolicy(const Json &json)
{
    JsonFields fields(json);
    if (const auto newer = checkPolicyFormat(fields))
        return tl::unexpected(*newer);
    Policy policy;
    policy.name = readPolicyName(fields);
    policy.version = int(fields.integer("version", 1, MostPolicyVersions).value_or(policy.version));
    policy.description = fields.text("description");
    policy.rules = readRules(fields);
    policy.otherwise = fields.text("otherwise");
    policy.preferences = readPolicyPreferences(fields);
    policy.weightsExtra = readNested(fields, "weights", [&policy](JsonFields &weights) {
        policy.weights.perSecond = readMoney(weights, "dollars_per_second").value_or(policy.weights.perSecond);
        policy.weights.exploration = readNumber(weights, "exploration").value_or(policy.weights.exploration);
        policy.weights.sharpness = readNumber(weights, "sharpness").value_or(policy.weights.sharpness);
    });
    policy.quality = fields.texts("quality");
    policy.bestThatFits = fields.flag("best_that_fits", policy.bestThatFits);
    policy.extra = fields.unread();
    return fields.result(policy);
}

} // namespace sb::routing
