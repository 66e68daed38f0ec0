#include "ui/chains/line_words.h"

#include "core/routing/chain_edits.h"
#include "ui/chains/fault_words.h"
#include "ui/chains/step_words.h"
#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct LineWordsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::LineView)
};

/// Several kinds of failure that lead from one step to the same later one.
struct BranchWords
{
    line::Jump jump = {};
    QStringList words = {};
    QList<QByteArray> reasons = {};
};

QList<BranchWords> branchesOf(const routing::Chain &chain)
{
    QList<BranchWords> branches;
    for (qsizetype from = 0; from < chain.steps.size(); ++from) {
        for (const NextKind &kind : nextKinds()) {
            const qsizetype to = routing::laterStep(chain, from, chain.steps[from].next.*kind.member);
            if (to < 0)
                continue;
            const auto known = std::ranges::find_if(
                branches, [&](const BranchWords &each) { return each.jump.from == from && each.jump.to == to; });
            const qsizetype at = known - branches.begin();
            if (at == branches.size())
                branches.append({.jump = {.from = from, .to = to, .branches = true}});
            branches[at].words.append(kind.word);
            branches[at].reasons.append(kind.reason);
        }
    }
    return branches;
}

QList<StepOutcome> outcomesOf(const routing::Chain &chain, const LineShown &shown)
{
    if (shown.path && shown.path->legs.size() == chain.steps.size())
        return stepOutcomes(*shown.path);
    return shown.rehearsed ? QList<StepOutcome>(chain.steps.size()) : stepOutcomes(chain, shown.plan);
}

void addLive(LineTexts::Station &station, const StepLive &live, WallTime now)
{
    station.share = shareText(live);
    station.live = liveSentence(live, now);
    station.cautions = live.cooling > 0 || live.probing > 0;
    if (const QString text = mainLiveText(live, now); !text.isEmpty()) {
        station.value = text;
        station.tone = station.cautions ? Label::Tone::Warn : Label::Tone::Danger;
    }
}

} // namespace

LineTexts lineTexts(const routing::Chain &chain, const LineShown &shown)
{
    LineTexts texts;
    const QList<StepOutcome> outcomes = outcomesOf(chain, shown);
    QString above;
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        const routing::Step &step = chain.steps[i];
        const QString condition = moveOnText(step);
        LineTexts::Station station{.model = stepTitle(step),
                                   .summary = stepSummary(step),
                                   //: Condition on a leg of the diagram: as on the leg above.
                                   .condition = condition == above ? LineWordsText::tr("the same") : condition,
                                   .next = nextText(chain, i),
                                   .outcome = outcomes[i]};
        above = condition;
        if (const QByteArray fault = shown.faults.value(i); !fault.isEmpty())
            station.fault = faultWord(fault);
        station.value = station.outcome.came.isEmpty() ? partText(station.outcome.part) : station.outcome.came;
        station.tone = toneOf(station.outcome.part);
        if (!shown.rehearsed && i < shown.lives.size())
            addLive(station, shown.lives[i], shown.now);
        texts.stations.append(station);
    }
    for (const BranchWords &branch : branchesOf(chain))
        texts.branches.append(branch.words.join(u", "_s));
    if (shown.plan)
        texts.requestFact =
            LineWordsText::tr("at most %n token(s)", nullptr, int(qMin<qint64>(shown.plan->inputTokensBound, INT_MAX)));
    if (shown.path)
        texts.answerFact = shown.path->servedBy >= 0 ? formatSeconds(shown.path->took) : LineWordsText::tr("none");
    else if (!shown.rehearsed && shown.plan && !shown.plan->candidates.isEmpty()
             && shown.plan->candidates.constFirst().expectedHigh)
        texts.answerFact =
            LineWordsText::tr("up to %1").arg(formatMoney(*shown.plan->candidates.constFirst().expectedHigh));
    return texts;
}

line::Drawn drawnLine(const routing::Chain &chain, const LineShown &shown)
{
    line::Drawn drawn;
    for (const StepOutcome &outcome : outcomesOf(chain, shown))
        drawn.parts.append(outcome.part);
    const QList<BranchWords> branches = branchesOf(chain);
    for (const BranchWords &branch : branches)
        drawn.branches.append(branch.jump);
    if (!shown.path)
        return drawn;
    for (const PathMove &move : shown.path->moves) {
        const bool byBranch = std::ranges::any_of(branches, [&move](const BranchWords &branch) {
            return branch.jump.from == move.from && branch.jump.to == move.to && branch.reasons.contains(move.reason);
        });
        drawn.way.append(line::Jump{.from = move.from, .to = move.to, .branches = byBranch});
    }
    return drawn;
}

QString stationSentence(qsizetype step, const LineTexts::Station &station)
{
    QStringList parts{LineWordsText::tr("Step %1").arg(step + 1), station.model, station.summary};
    if (!station.fault.isEmpty())
        parts.append(LineWordsText::tr("fault %1").arg(station.fault));
    const StepOutcome &outcome = station.outcome;
    for (const QString &part :
         {station.next, partText(outcome.part), outcome.reason, outcome.came, outcome.cost, station.live}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u", "_s);
}

} // namespace sb::ui
