#include "ui/chains/rehearsed_path.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct RehearsedPathText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::RehearsedPath)
};

/// The stops of each request, in their order.
std::map<int, QList<lab::PathStop>> byRequest(const QList<lab::PathStop> &stops)
{
    std::map<int, QList<lab::PathStop>> requests;
    for (const lab::PathStop &stop : stops)
        requests[stop.request].append(stop);
    return requests;
}

bool isAnsweredAt(const QList<lab::PathStop> &stops)
{
    return std::ranges::any_of(stops, [](const lab::PathStop &stop) { return stop.error.isEmpty(); });
}

/// The weakest kind of two, but for what cost nothing; unpriced where one is.
usage::Cost plus(const usage::Cost &a, const usage::Cost &b)
{
    if (!a.amount || !b.amount)
        return {};
    const auto kindOf = [](const usage::Cost &cost) {
        return cost.amount->value == 0 ? usage::CostKind::Billed : cost.kind;
    };
    return {.kind = std::max(kindOf(a), kindOf(b)), .amount = saturatingAdd(*a.amount, *b.amount)};
}

usage::Cost nothing()
{
    return {.kind = usage::CostKind::Computed, .amount = NanoDollars{}};
}

void addStop(RehearsedPath &path, const lab::PathStop &stop, std::chrono::milliseconds &legStart)
{
    Leg &leg = path.legs[stop.step];
    if (leg.tries == 0)
        leg.cost = nothing();
    if (path.moves.isEmpty() || path.moves.constLast().to != stop.step) {
        path.moves.append(
            {.from = path.moves.isEmpty() ? -1 : path.moves.constLast().to, .to = stop.step, .reason = stop.reason});
        legStart = stop.startedAt - leg.took;
    }
    ++leg.tries;
    leg.took = stop.startedAt + stop.took - legStart;
    leg.cost = plus(leg.cost, stop.cost);
    if (stop.error.isEmpty()) {
        leg.answered = true;
        path.servedBy = stop.step;
    } else {
        leg.error = stop.error;
        leg.httpStatus = stop.httpStatus;
    }
    path.took = std::max(path.took, stop.startedAt + stop.took);
    path.cost = plus(path.cost, stop.cost);
}

/// "2 tries, 1.42 s" of one that failed, "0.89 s · $0.00056" of one that answered.
QString legText(const Leg &leg)
{
    QString text = formatSeconds(leg.took);
    if (leg.tries > 1)
        text = RehearsedPathText::tr("%1 tries, %2").arg(leg.tries).arg(text);
    const bool isCostly = !leg.cost.amount || leg.cost.amount->value > 0;
    if (!leg.answered && !isCostly)
        return text;
    //: Time and cost of a leg.
    return RehearsedPathText::tr("%1 · %2").arg(text, formatCost(leg.cost));
}

} // namespace

RehearsedPath pathOf(const lab::FaultResult &result, qsizetype steps)
{
    RehearsedPath path{.legs = QList<Leg>(steps), .cost = nothing(), .end = result.end};
    const auto requests = byRequest(result.path);
    if (requests.empty())
        return path; // nothing was sent
    auto shown = std::ranges::find_if(requests, [](const auto &each) { return !isAnsweredAt(each.second); });
    if (shown == requests.end())
        shown = std::ranges::max_element(requests, {}, [](const auto &each) { return each.second.size(); });
    path.request = shown->first;
    path.requests = requests.rbegin()->first + 1;
    std::chrono::milliseconds legStart{0};
    for (const lab::PathStop &stop : shown->second) {
        if (stop.step >= 0 && stop.step < steps)
            addStop(path, stop, legStart);
    }
    return path;
}

QString faultErrorText(const QByteArray &error, int httpStatus)
{
    return errorText(chat::errorTypeFromWireName(error).value_or(chat::ErrorType::Unmapped), httpStatus);
}

QList<StepOutcome> stepOutcomes(const RehearsedPath &path)
{
    QList<StepOutcome> outcomes;
    for (qsizetype step = 0; step < path.legs.size(); ++step) {
        const Leg &leg = path.legs[step];
        StepOutcome outcome{.part = StepOutcome::Part::Later};
        if (leg.tries > 0) {
            const bool serves = step == path.servedBy;
            outcome.part = serves ? StepOutcome::Part::Served : StepOutcome::Part::Failed;
            outcome.reason = leg.error.isEmpty() ? QString() : faultErrorText(leg.error, leg.httpStatus);
            outcome.came = legText(leg);
        }
        outcomes.append(outcome);
    }
    return outcomes;
}

QString pathSentence(const RehearsedPath &path)
{
    const bool isAnswered = path.servedBy >= 0;
    QString text;
    if (isAnswered) {
        //: A rehearsed request: the step, the time, what it cost.
        text = RehearsedPathText::tr("Answered by step %1 in %2, %3")
                   .arg(path.servedBy + 1)
                   .arg(formatSeconds(path.took), formatCost(path.cost));
    } else if (path.moves.isEmpty()) {
        text = RehearsedPathText::tr("Nobody was asked");
    } else {
        const Leg &last = path.legs.at(path.moves.constLast().to);
        //: A rehearsed request: the error of the last step that was asked, and the time.
        text = RehearsedPathText::tr("No answer after %2: %1")
                   .arg(faultErrorText(last.error, last.httpStatus), formatSeconds(path.took));
    }
    if (path.requests > 1)
        text = RehearsedPathText::tr("Request %1 of %2: %3").arg(path.request + 1).arg(path.requests).arg(text);
    return text;
}

} // namespace sb::ui
