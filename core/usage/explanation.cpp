#include "core/usage/explanation.h"

#include "core/routing/classifier/classification.h"
#include "core/routing/wire_names.h"
#include "core/usage/explanation_words.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

constexpr qsizetype MostListed = 8; ///< candidates, and who was left out: the others are counted

constexpr std::array<routing::WireName<Explained>, 10> ExplainedNames{{
    {Explained::Asked, "asked"},
    {Explained::Class, "class"},
    {Explained::PassedRule, "passed_rule"},
    {Explained::Rule, "rule"},
    {Explained::Candidate, "candidate"},
    {Explained::LeftOut, "left_out"},
    {Explained::Attempt, "attempt"},
    {Explained::Check, "check"},
    {Explained::Hedge, "hedge"},
    {Explained::End, "end"},
}};
static_assert(isComplete(ExplainedNames, LastExplained));

QString askedWords(const OpenRecord &opened, const RecordKey &key, const Json &decision)
{
    const bool isNamed = !opened.chain.isEmpty() && decision["policy"].isNull();
    const QString what = isNamed
        ? ExplanationText::tr("the chain %1, version %2").arg(opened.chain).arg(opened.chainVersion)
        : opened.requestedModel;
    return key.ledger == Ledger::Practice
        ? ExplanationText::tr("Practice request %1 from %2 asked for %3.").arg(key.seq).arg(opened.client, what)
        : ExplanationText::tr("Request %1 from %2 asked for %3.").arg(key.seq).arg(opened.client, what);
}

QString signedWeight(double weight)
{
    return (weight < 0 ? u"−"_s : u"+"_s) + QLocale().toString(std::abs(weight), 'f', 1);
}

QString evidenceWords(const Json &policy)
{
    const bool weighs = policy["classed_by"].toBytes() == toWireName(routing::ClassifiedBy::Features);
    QStringList signs;
    for (const Json &each : policy["evidence"].items()) {
        const QString what = routing::describeEvidence(each["feature"].toBytes());
        const double weight = each["weight"].toDouble().value_or(0);
        signs.append(weighs ? u"%1 (%2)"_s.arg(what, signedWeight(weight)) : what);
    }
    signs.removeDuplicates(); // several examples are alike
    return signs.join(u", "_s);
}

void addClass(Explanation &lines, const Json &policy)
{
    if (!policy.contains("class"))
        return;
    const QString name = routing::classNameForPeople(policy["class"].toText());
    const QString confidence = shareWords(policy["confidence"].toDouble().value_or(0));
    const QString evidence = evidenceWords(policy);
    const auto by = routing::classifiedByFromWireName(policy["classed_by"].toBytes());
    QString words = by == routing::ClassifiedBy::Rule
        ? ExplanationText::tr("By a rule of yours it was taken for “%1”").arg(name)
        : by == routing::ClassifiedBy::Example
        ? ExplanationText::tr("By an example of yours it was taken for “%1”, %2 sure").arg(name, confidence)
        : ExplanationText::tr("It was taken for “%1”, %2 sure").arg(name, confidence);
    words += evidence.isEmpty() ? u"."_s : u": "_s + evidence + u'.';
    lines.append({Explained::Class, words});
}

/// "2, “Agents”,": by its number where that is on record, else as the record names it.
QString ruleWords(const Json &rule)
{
    const auto number = rule["rule_number"].toInteger();
    const QString id = rule["rule"].isString() ? rule["rule"].toText() : QString::fromLatin1(rule["rule"].dump());
    const QString which = number ? QString::number(*number) : id;
    const QString name = rule["rule_name"].toText();
    return name.isEmpty() ? which : ExplanationText::tr("%1 “%2”").arg(which, name);
}

void addPolicy(Explanation &lines, const Json &policy)
{
    for (const Json &passed : policy["passed"].items()) {
        QString why = passed["detail"].toText();
        if (why.isEmpty()) // a record of an older version has the name of what did not hold only
            why = passed["unmet"].toText() + u'.';
        lines.append(
            {Explained::PassedRule, ExplanationText::tr("Rule %1 did not apply: %2").arg(ruleWords(passed), why)});
    }
    const QString name = ExplanationText::tr("%1, version %2")
                             .arg(policy["policy"].toText())
                             .arg(policy["version"].toInteger().value_or(1));
    const QString chain = policy["chain"].toText();
    const bool byRule = policy.contains("rule");
    QString words;
    if (byRule)
        words = chain.isEmpty()
            ? ExplanationText::tr("Rule %1 of the policy %2 let it travel as it asked.").arg(ruleWords(policy), name)
            : ExplanationText::tr("Rule %1 of the policy %2 sent it to the chain %3.")
                  .arg(ruleWords(policy), name, chain);
    else
        words = chain.isEmpty()
            ? ExplanationText::tr("No rule of the policy %1 applied, so it travelled as it asked.").arg(name)
            : ExplanationText::tr("No rule of the policy %1 applied, so it went to the chain %2.").arg(name, chain);
    lines.append({Explained::Rule, words});
}

QString expectedWords(const Json &candidate)
{
    const auto low = parseDollars(candidate["expected_low"].toText());
    const auto high = parseDollars(candidate["expected_high"].toText());
    if (!low || !high)
        return ExplanationText::tr("unpriced");
    return *low == *high ? moneyWords(*high) : ExplanationText::tr("%1 to %2").arg(moneyWords(*low), moneyWords(*high));
}

QString candidateWords(const Json &candidate)
{
    QString words = ExplanationText::tr("Candidate %1 of step %2: %3, chance %4, expected cost %5.")
                        .arg(candidate["rank"].toInteger().value_or(0))
                        .arg(candidate["step"].toInteger().value_or(0) + 1)
                        .arg(candidate["endpoint"].toText(),
                             shareWords(candidate["probability"].toDouble().value_or(0)), expectedWords(candidate));
    if (const auto pick = routing::pickFromWireName(candidate["pick"].toBytes()))
        words += u' ' + describe(*pick);
    return words;
}

void addPlan(Explanation &lines, const Json &decision)
{
    const Json::Array &candidates = decision["candidates"].items();
    const Json::Array &excluded = decision["excluded"].items();
    for (const Json &candidate : candidates.first(std::min(candidates.size(), MostListed)))
        lines.append({Explained::Candidate, candidateWords(candidate)});
    if (candidates.size() > MostListed)
        lines.append({Explained::Candidate,
                      ExplanationText::tr("%n more candidate(s).", nullptr, int(candidates.size() - MostListed))});
    for (const Json &each : excluded.first(std::min(excluded.size(), MostListed))) {
        const QString detail = each["detail"].toText();
        lines.append({Explained::LeftOut,
                      ExplanationText::tr("Left out: %1. %2")
                          .arg(each["endpoint"].toText(), detail.isEmpty() ? each["reason"].toText() : detail)});
    }
    if (excluded.size() > MostListed)
        lines.append({Explained::LeftOut,
                      ExplanationText::tr("%n more were left out.", nullptr, int(excluded.size() - MostListed))});
}

QString endWords(const Settlement &record)
{
    using routing::EndState;
    const QString time = timeWords(record.latency);
    const QString bill = ExplanationText::tr("%1 tokens in, %2 out, %3")
                             .arg(QLocale().toString(record.tokens.input()), QLocale().toString(record.tokens.output()),
                                  costWords(record.cost));
    switch (record.end) {
    case EndState::Complete:
        return ExplanationText::tr("The answer was complete after %1: %2.").arg(time, bill);
    case EndState::Length:
        return ExplanationText::tr("The answer reached its length limit after %1: %2.").arg(time, bill);
    case EndState::Filtered:
        return ExplanationText::tr("A content filter ended the answer after %1: %2.").arg(time, bill);
    case EndState::Cut:
    case EndState::Stalled:
        return ExplanationText::tr("The answer stayed incomplete after %1: %2.").arg(time, bill);
    case EndState::Cancelled:
        return ExplanationText::tr("It was stopped after %1: %2.").arg(time, bill);
    case EndState::Failed:
        return ExplanationText::tr("It ended without an answer after %1: %2.").arg(time, bill);
    case EndState::Lost:
        return ExplanationText::tr("The program that sent it died before the answer was recorded.");
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray toWireName(Explained about)
{
    return nameIn(ExplainedNames, about);
}

QString moneyWords(NanoDollars amount)
{
    const double dollars = double(amount.value) / 1e9;
    const int decimals = std::abs(dollars) < 1 ? 5 : 2;
    const bool isTiny = amount.value > 0 && amount.value < 10'000; // would be rounded to nothing
    const QString words = ExplanationText::tr("$%1").arg(QLocale().toString(isTiny ? 0.00001 : dollars, 'f', decimals));
    return isTiny ? u"< "_s + words : words;
}

QString costWords(const Cost &cost)
{
    if (!cost.amount)
        return ExplanationText::tr("unpriced");
    const QString amount = moneyWords(*cost.amount);
    switch (cost.kind) {
    case CostKind::Billed:
        return ExplanationText::tr("%1 billed").arg(amount);
    case CostKind::Computed:
        return ExplanationText::tr("%1 by the price list").arg(amount);
    case CostKind::Estimated:
    case CostKind::Unpriced:
        break;
    }
    return ExplanationText::tr("%1 estimated").arg(amount);
}

QString timeWords(std::chrono::milliseconds time)
{
    return ExplanationText::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1e3, 'f', 2));
}

QString shareWords(double share)
{
    return ExplanationText::tr("%1%").arg(QLocale().toString(share * 100, 'f', share > 0 && share < 0.01 ? 1 : 0));
}

Explanation explain(const RequestRecord &record, const RecordKey &key)
{
    const Settlement &settled = record.settled;
    const Json &decision = settled.decision;
    Explanation lines{{Explained::Asked, askedWords(record.opened, key, decision)}};
    if (record.open) {
        lines.append(
            {Explained::End, ExplanationText::tr("It is running: how it was decided is on record when it ends.")});
        return lines;
    }
    if (const Json &policy = decision["policy"]; policy.isObject()) {
        addClass(lines, policy);
        addPolicy(lines, policy);
    }
    if (decision.isNull() && settled.end != routing::EndState::Lost)
        lines.append({Explained::Candidate, ExplanationText::tr("How it was decided is not on record.")});
    addPlan(lines, decision);
    lines += explainAttempts(settled);
    if (settled.attempts.isEmpty() && settled.end != routing::EndState::Lost)
        lines.append({Explained::Attempt, ExplanationText::tr("Nothing was sent.")});
    lines.append({Explained::End, endWords(settled)});
    return lines;
}

QString toText(const Explanation &explanation)
{
    QString text;
    for (const ExplainedLine &line : explanation)
        text += line.sentence + u'\n';
    return text;
}

Json toJson(const Explanation &explanation)
{
    Json list = Json::array();
    for (const ExplainedLine &line : explanation) {
        Json one;
        one.set("about", Json(toWireName(line.about)));
        one.set("sentence", line.sentence);
        list.append(one);
    }
    return list;
}

} // namespace sb::usage
