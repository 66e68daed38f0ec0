#include "core/routing/chain_members.h"
#include "core/routing/overrides.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct ChainValidationText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// Gathers problems; `at` is the path of the step that is looked at.
class Findings
{
public:
    void add(const QString &path, const QString &message) { problems.append({path, message}); }
    /// @param broken whether the rule is broken
    void check(bool broken, const QString &path, const QString &message)
    {
        if (broken)
            add(path, message);
    }

    QList<ChainProblem> problems;
};

void checkEndpoints(const Step &step, const QString &at, const QStringList &known, Findings &findings)
{
    for (qsizetype i = 0; i < step.endpoints.size(); ++i) {
        const QString &id = step.endpoints.at(i);
        const QString path = at + u".endpoints[%1]"_s.arg(i);
        findings.check(!known.isEmpty() && !known.contains(id), path,
                       ChainValidationText::tr("The catalog has no endpoint “%1”.").arg(id));
        findings.check(step.endpoints.indexOf(id) < i, path,
                       ChainValidationText::tr("“%1” is named twice; remove one.").arg(id));
    }
}

void checkClocks(const Step &step, const QString &at, Findings &findings)
{
    for (const auto &[key, member] : ClockMembers) {
        const milliseconds value = step.clocks.*member;
        const bool mayBeZero = member == &StepClocks::coldLoad; // it is not waited for then
        findings.check(value < milliseconds(mayBeZero ? 0 : 1) || value > LongestClock,
                       at + u".clocks."_s + QString::fromUtf8(key),
                       ChainValidationText::tr("A clock runs for 1 ms to 24 hours, not for %1 ms.").arg(value.count()));
    }
}

void checkLimits(const Step &step, const QString &at, Findings &findings)
{
    findings.check(step.retries < 0 || step.retries > MostRetries, at + u".retries"_s,
                   ChainValidationText::tr("0 to %1 retries, not %2.").arg(MostRetries).arg(step.retries));
    findings.check(step.patience < milliseconds(0) || step.patience > LongestPatience, at + u".patience_ms"_s,
                   ChainValidationText::tr("A step waits for at most %1 s, not for %2 ms.")
                       .arg(LongestPatience.count() / 1000)
                       .arg(step.patience.count()));
    findings.check(step.maxCost && step.maxCost->value < 0, at + u".max_cost"_s,
                   ChainValidationText::tr("A cost limit cannot be negative."));
    findings.check(step.maxTokens && *step.maxTokens < 1, at + u".max_tokens"_s,
                   ChainValidationText::tr("An answer needs at least 1 token."));
}

void checkModel(const Step &step, const QString &at, const QStringList &known, Findings &findings)
{
    if (step.model.isEmpty() && !step.filter)
        findings.add(at + u".model"_s, ChainValidationText::tr("Choose a model."));
    const auto check = [&](const QString &model, const QString &path) {
        const QString plain = model.first(model.lastIndexOf(u':') < 0 ? model.size() : model.lastIndexOf(u':'));
        findings.check(!model.isEmpty() && !known.isEmpty() && !known.contains(model) && !known.contains(plain), path,
                       ChainValidationText::tr("The catalog has no model “%1”.").arg(model));
    };
    check(step.model, at + u".model"_s);
    for (qsizetype i = 0; i < step.models.size(); ++i)
        check(step.models.at(i), at + u".models[%1]"_s.arg(i));
}

/// Ids are told apart, and what follows a failure is a later step.
void checkNext(const Chain &chain, qsizetype index, const QString &at, Findings &findings)
{
    const Step &step = chain.steps.at(index);
    const auto isNamed = [](const QString &id) { return [&id](const Step &each) { return each.id == id; }; };
    const auto here = chain.steps.begin() + index;
    findings.check(!step.id.isEmpty() && std::any_of(chain.steps.begin(), here, isNamed(step.id)), at + u".id"_s,
                   ChainValidationText::tr("An earlier step has the id “%1”, too.").arg(step.id));
    for (const auto &[key, member] : NextMembers) {
        const QString &id = step.next.*member;
        findings.check(!id.isEmpty() && std::none_of(here + 1, chain.steps.end(), isNamed(id)),
                       at + u".next."_s + QString::fromLatin1(key),
                       ChainValidationText::tr("No later step has the id “%1”.").arg(id));
    }
}

void checkHedge(const Step &step, const QString &at, Findings &findings)
{
    if (!step.hedge)
        return;
    findings.check(step.hedge->percentile < 50 || step.hedge->percentile > 99, at + u".hedge.percentile"_s,
                   ChainValidationText::tr("A second attempt starts after a percentile from 50 to 99."));
    findings.check(step.hedge->least < milliseconds(0) || step.hedge->least > LongestClock, at + u".hedge.least_ms"_s,
                   ChainValidationText::tr("0 ms to 24 hours."));
}

void checkAccept(const Step &step, const QString &at, Findings &findings)
{
    for (const CheckProblem &problem : problems(step.accept, at + u".accept"_s))
        findings.add(problem.path, problem.message);
}

/// Tried on a plain request: what is wrong with a member is wrong with it in any.
void checkOverrides(const Step &step, const QString &at, Findings &findings)
{
    if (step.overrides.isNull())
        return;
    chat::Request plain;
    plain.model = u"a/b"_s;
    plain.messages = {chat::Message::make(chat::Role::User, u"?"_s)};
    if (const auto changed = withOverrides(plain, step.overrides); !changed)
        findings.add(at + u".overrides"_s, changed.error().message);
}

bool neverMovesOn(const Step &step)
{
    return std::ranges::none_of(MoveOnMembers, [&step](const MoveOnMember &m) {
        return step.moveOn.*m.member && (m.member != &MoveOn::invalidOutput || !step.accept.isEmpty());
    });
}

/// A step that can only be reached from a step that never moves on, or that repeats the one before it.
void checkReach(const Chain &chain, qsizetype index, const QString &at, Findings &findings)
{
    if (index == 0)
        return;
    const auto before = chain.steps.first(index);
    const auto wall = std::ranges::find_if(before, neverMovesOn);
    findings.check(wall != before.end(), at,
                   ChainValidationText::tr("Never reached: step %1 moves on after no kind of failure.")
                       .arg(std::distance(before.begin(), wall) + 1));
    const Step &step = chain.steps.at(index);
    const Step &previous = before.constLast();
    const auto travels = [](const Step &each) {
        return std::tie(each.model, each.models, each.endpoints, each.filter, each.preferences, each.overrides,
                        each.accept);
    };
    findings.check(travels(step) == travels(previous), at,
                   ChainValidationText::tr("The same as step %1; give that one more retries instead.").arg(index));
}

} // namespace

QList<ChainProblem> limitProblems(const Chain &chain)
{
    Findings findings;
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        const QString at = u"steps[%1]"_s.arg(i);
        checkClocks(chain.steps.at(i), at, findings);
        checkLimits(chain.steps.at(i), at, findings);
        checkHedge(chain.steps.at(i), at, findings);
        checkOverrides(chain.steps.at(i), at, findings);
        checkAccept(chain.steps.at(i), at, findings);
    }
    return findings.problems;
}

QList<ChainProblem> validate(const Chain &chain, const QStringList &knownModels, const QStringList &knownEndpoints)
{
    Findings findings;
    findings.check(!isChainName(chain.name), u"name"_s,
                   ChainValidationText::tr("A name has at most 64 letters, digits, '-', '_' or '.', and does not start "
                                           "with '.'."));
    findings.check(chain.version < 1, u"version"_s, ChainValidationText::tr("Versions start at 1."));
    findings.check(chain.steps.isEmpty(), u"steps"_s, ChainValidationText::tr("Add at least one step."));
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        const Step &step = chain.steps.at(i);
        const QString at = u"steps[%1]"_s.arg(i);
        checkModel(step, at, knownModels, findings);
        checkEndpoints(step, at, knownEndpoints, findings);
        checkClocks(step, at, findings);
        checkLimits(step, at, findings);
        checkHedge(step, at, findings);
        checkOverrides(step, at, findings);
        checkAccept(step, at, findings);
        checkNext(chain, i, at, findings);
        checkReach(chain, i, at, findings);
    }
    return findings.problems;
}

} // namespace sb::routing
