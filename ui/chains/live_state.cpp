#include "ui/chains/live_state.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct LiveStateText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::LiveState)
};

/// The endpoints of each step.
QList<QStringList> endpointsOfSteps(qsizetype steps, const routing::Plan &plan)
{
    QList<QStringList> endpoints(steps);
    const auto add = [&](qsizetype step, const QString &id) {
        if (step >= 0 && step < steps && !endpoints[step].contains(id))
            endpoints[step].append(id);
    };
    for (const routing::Candidate &candidate : plan.candidates)
        add(candidate.step, candidate.endpointId);
    for (const routing::Excluded &excluded : plan.excluded)
        add(excluded.step, excluded.endpointId);
    return endpoints;
}

qsizetype stepOf(const usage::StepUse &use, const QList<QStringList> &endpoints)
{
    if (use.step >= 0 && use.step < endpoints.size() && endpoints[use.step].contains(use.endpointId))
        return use.step;
    const auto found =
        std::ranges::find_if(endpoints, [&use](const QStringList &ids) { return ids.contains(use.endpointId); });
    return found == endpoints.end() ? -1 : found - endpoints.begin();
}

void addUse(StepLive &live, const usage::StepUse &use, WallTime &lastAt)
{
    live.served += use.served;
    if (use.lastAt >= lastAt) {
        lastAt = use.lastAt;
        live.failedLast = use.failedLast;
    }
    if (use.lastError && use.lastErrorAt >= live.lastErrorAt) {
        live.lastError = use.lastError;
        live.lastStatus = use.lastStatus;
        live.lastErrorAt = use.lastErrorAt;
    }
}

void addBreaker(StepLive &live, const routing::BreakerView &view)
{
    using State = routing::BreakerView::State;
    if (view.state == State::HalfOpen) {
        ++live.probing;
    } else if (view.state == State::CoolingDown) {
        live.left = live.cooling == 0 ? view.left : std::min(live.left, view.left);
        ++live.cooling;
    }
}

} // namespace

QList<StepLive> liveStates(qsizetype steps, const routing::Plan &plan, const usage::ChainUse &use,
                           const Breakers &breakers)
{
    const QList<QStringList> endpoints = endpointsOfSteps(steps, plan);
    QList<StepLive> lives(steps);
    QList<WallTime> lastAt(steps);
    for (qsizetype step = 0; step < steps; ++step) {
        lives[step].endpoints = int(endpoints[step].size());
        lives[step].requests = use.requests;
        for (const QString &id : endpoints[step])
            addBreaker(lives[step], breakers.value(id));
    }
    for (const usage::StepUse &each : use.steps) {
        if (const qsizetype step = stepOf(each, endpoints); step >= 0)
            addUse(lives[step], each, lastAt[step]);
    }
    return lives;
}

QString breakerText(const StepLive &live)
{
    if (live.cooling > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(live.left).count();
        if (live.endpoints > 1)
            //: Endpoints of a step that are left alone after failures: "2 of 3 cooling down".
            return LiveStateText::tr("%1 of %2 cooling down").arg(live.cooling).arg(live.endpoints);
        return LiveStateText::tr("cooling down, %1 s").arg(seconds);
    }
    //: The next request shows whether an endpoint that failed is well again.
    return live.probing > 0 ? LiveStateText::tr("on trial") : QString();
}

QString shareText(const StepLive &live)
{
    //: The share of a chain's requests that a step answered.
    return live.requests > 0
        ? LiveStateText::tr("%1 served").arg(formatPercent(double(live.served) / double(live.requests)))
        : QString();
}

QString agoText(WallTime then, WallTime now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - then).count();
    if (minutes < 1)
        return LiveStateText::tr("just now");
    return minutes < 60 ? LiveStateText::tr("%1 min ago").arg(minutes)
                        : LiveStateText::tr("%1 h ago").arg(minutes / 60);
}

QString lastErrorText(const StepLive &live, WallTime now)
{
    if (!live.lastError)
        return {};
    //: An error, and when: "529 overloaded, 4 min ago".
    return LiveStateText::tr("%1, %2").arg(errorText(*live.lastError, live.lastStatus), agoText(live.lastErrorAt, now));
}

QString mainLiveText(const StepLive &live, WallTime now)
{
    const QString breaker = breakerText(live);
    return breaker.isEmpty() && live.failedLast ? lastErrorText(live, now) : breaker;
}

QString liveSentence(const StepLive &live, WallTime now)
{
    QStringList parts;
    if (const QString breaker = breakerText(live); !breaker.isEmpty())
        parts.append(breaker);
    if (live.requests > 0)
        parts.append(LiveStateText::tr("answered %1 of %2 requests of the last 24 hours")
                         .arg(formatCount(live.served), formatCount(live.requests)));
    if (const QString error = lastErrorText(live, now); !error.isEmpty())
        parts.append(LiveStateText::tr("last error %1").arg(error));
    return parts.join(u", "_s);
}

} // namespace sb::ui
