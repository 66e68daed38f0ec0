#include "ui/chains/policies/decision.h"

#include "ui/chains/policies/condition_fields.h"
#include "ui/chains/policies/rule_words.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct DecisionText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::Decision)
};

DecisionRow ruleRow(const routing::Policy &policy, qsizetype index)
{
    const routing::Rule &rule = policy.rules.at(index);
    return {
        .title = ruleTitle(rule, index), .sentence = ruleSentence(rule), .destination = destinationText(rule.chain)};
}

QString contentText(const routing::RequestFacts &facts)
{
    QStringList has;
    if (facts.tools)
        has.append(DecisionText::tr("tools"));
    if (facts.images)
        has.append(DecisionText::tr("images"));
    if (facts.files)
        has.append(DecisionText::tr("files"));
    if (facts.audio)
        has.append(DecisionText::tr("audio"));
    //: %1 is a list: "tools, images".
    return has.isEmpty() ? QString() : DecisionText::tr("with %1").arg(has.join(u", "_s));
}

} // namespace

QList<DecisionRow> decisionRows(const routing::Policy &policy, const routing::RequestFacts &facts)
{
    using State = DecisionRow::State;
    const routing::Match match = routing::match(policy, facts);
    QList<DecisionRow> rows{
        {.state = State::Request, .title = DecisionText::tr("Request"), .sentence = factsText(facts)}};
    for (qsizetype i = 0; i < policy.rules.size(); ++i)
        rows.append(ruleRow(policy, i));
    for (const routing::PassedRule &passed : match.passed) {
        DecisionRow &row = rows[passed.index + 1];
        row.state = State::Passed;
        row.reason = sentence(policy.rules.at(passed.index), passed.unmet, facts);
        const routing::Rule &rule = policy.rules.at(passed.index);
        if (phrases(rule.when).size() == 1 && !rule.unless && passed.unmet != routing::Unmet::Disabled)
            row.sentence.clear(); // the reason says the same, and more
    }
    if (match.rule) {
        rows[*match.rule + 1].state = State::Decides;
        rows[*match.rule + 1].reason = DecisionText::tr("This one decides.");
    }
    rows.append({.state = match.rule ? State::NotReached : State::Decides,
                 .title = DecisionText::tr("Otherwise"),
                 .reason = match.rule ? QString() : DecisionText::tr("No rule fits, so this decides."),
                 .destination = destinationText(policy.otherwise)});
    return rows;
}

QString decisionSentence(const routing::Policy &policy, const routing::RequestFacts &facts)
{
    const routing::Match match = routing::match(policy, facts);
    const QString destination = destinationText(match.chain);
    if (!match.rule)
        //: %1 is where the request goes: "to everyday-chat".
        return DecisionText::tr("No rule fits: %1").arg(destination);
    return DecisionText::tr("Rule %1 decides: %2").arg(*match.rule + 1).arg(destination);
}

QString factsText(const routing::RequestFacts &facts)
{
    QStringList parts{DecisionText::tr("About %1 tokens").arg(formatCount(facts.promptTokens))};
    if (!facts.taskClass.isEmpty())
        parts.append(DecisionText::tr("class %1").arg(facts.taskClass));
    if (const QString content = contentText(facts); !content.isEmpty())
        parts.append(content);
    if (!facts.model.isEmpty())
        parts.append(DecisionText::tr("asks for %1").arg(facts.model));
    if (!facts.client.isEmpty())
        parts.append(DecisionText::tr("from %1").arg(facts.client));
    if (!facts.tags.isEmpty())
        parts.append(facts.tags.join(u", "_s));
    parts.append(u"%1 %2"_s.arg(QLocale().standaloneDayName(int(facts.weekday) + 1), minuteText(facts.minute)));
    if (facts.remaining)
        parts.append(DecisionText::tr("%1 left").arg(formatShortMoney(*facts.remaining)));
    return parts.join(u" · "_s);
}

std::optional<NanoDollars> leftOf(const budget::Limits &limits, const usage::SpentNow &spent)
{
    std::optional<NanoDollars> left;
    for (const auto &[limit, used] : {std::pair(limits.daily, spent.today), std::pair(limits.monthly, spent.month)}) {
        if (!limit || !limit->hard)
            continue;
        const NanoDollars here = budget::remaining(*limit, used);
        left = left ? std::min(*left, here, [](NanoDollars a, NanoDollars b) { return a.value < b.value; }) : here;
    }
    return left;
}

} // namespace sb::ui
