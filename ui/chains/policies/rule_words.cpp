#include "ui/chains/policies/rule_words.h"

#include "ui/common/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct RuleWordsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::RuleWords)
};

} // namespace

QString ruleTitle(const routing::Rule &rule, qsizetype index)
{
    return rule.name.isEmpty() ? RuleWordsText::tr("Rule %1").arg(index + 1) : rule.name;
}

QString ruleSentence(const routing::Rule &rule)
{
    const QStringList when = phrases(rule.when);
    const QStringList unless = rule.unless ? phrases(*rule.unless) : QStringList();
    // Phrases may have commas in them.
    const QString separator = RuleWordsText::tr("; ", "between the conditions of a rule, all of which must hold");
    const QString joined = when.join(separator);
    if (when.isEmpty() && unless.isEmpty())
        return RuleWordsText::tr("For every request.");
    if (unless.isEmpty())
        return RuleWordsText::tr("Only for %1.").arg(joined);
    if (when.isEmpty())
        return RuleWordsText::tr("For every request but %1.").arg(unless.join(separator));
    //: %1 and %2 are conditions.
    return RuleWordsText::tr("Only for %1. Not for %2.").arg(joined, unless.join(separator));
}

QString destinationText(const QString &chain)
{
    return chain.isEmpty() ? RuleWordsText::tr("as the request asks") : RuleWordsText::tr("to %1").arg(chain);
}

QString forAllText(const routing::Policy &policy)
{
    QStringList parts;
    if (policy.preferences != routing::Preferences())
        parts.append(RuleWordsText::tr("%n wish(es)", nullptr, int(toJson(policy.preferences).size())));
    if (policy.weights != routing::Weights())
        parts.append(RuleWordsText::tr("own weights"));
    if (!policy.quality.isEmpty())
        parts.append(RuleWordsText::tr("%n model(s) by quality", nullptr, int(policy.quality.size())));
    return parts.join(u", "_s);
}

QString problemText(const routing::PolicyProblem &problem)
{
    if (!problem.path.startsWith("rules["_L1))
        return problem.message;
    const int rule = QStringView(problem.path).sliced(6, problem.path.indexOf(u']') - 6).toInt() + 1;
    return RuleWordsText::tr("Rule %1: %2").arg(rule).arg(problem.message);
}

} // namespace sb::ui
