#include "ui/chains/line_layout.h"

#include <algorithm>

namespace sb::ui::line {

namespace {

constexpr double Left = 26; // of the request's terminal
constexpr double Diverge = 132; // where the line leaves to the second step
constexpr double Bend = 28; // side of a diverging leg at 45°
constexpr double StationLeft = Diverge + 2 * Bend + 20;
constexpr double StationWidth = 252;
constexpr double StationHeight = 76;
constexpr double FoldedHeight = 36;
constexpr double Gap = 54; // with the note of a leg in it
constexpr double FoldedGap = 34; // the track back onto the line needs it
constexpr double Join = StationLeft + StationWidth + 84; // the upright track back to the line
constexpr double Right = Join + 40; // of the answer's terminal
constexpr double Margin = 20;
constexpr double LabelWidth = 96; // beside the answer
constexpr double NoteGap = 10; // beside the upright tracks

/// What all tracks need to know.
struct Plan
{
    QList<StepOutcome::Part> parts = {};
    QList<double> rows = {}; // centers of the stations
    qsizetype taken = -1;

    [[nodiscard]] double line() const { return rows.value(0, StationHeight / 2 + Margin); }
    [[nodiscard]] double column() const { return Diverge + Bend; }
    /// Where the track to a step leaves the upright one.
    [[nodiscard]] double turn(qsizetype step) const { return rows[step] - Bend; }
    [[nodiscard]] TrackState legState(qsizetype step) const
    {
        return step == taken                             ? TrackState::Taken
            : parts[step] == StepOutcome::Part::Excluded ? TrackState::Failed
                                                         : TrackState::Idle;
    }
};

QPolygonF approach(const Plan &plan, qsizetype step)
{
    const double row = plan.rows[step];
    if (step == 0)
        return {{QPointF(plan.rows.size() > 1 ? Diverge : Left, row), QPointF(StationLeft, row)}};
    const double x = plan.column();
    return {{QPointF(x, plan.turn(step)), QPointF(x + Bend, row), QPointF(StationLeft, row)}};
}

/// The upright track between the leg before a step and the one to it.
QPolygonF trunk(const Plan &plan, qsizetype step)
{
    const double x = plan.column();
    if (step == 1)
        return {{QPointF(Diverge, plan.line()), QPointF(x, plan.line() + Bend), QPointF(x, plan.turn(1))}};
    return {{QPointF(x, plan.turn(step - 1)), QPointF(x, plan.turn(step))}};
}

QPolygonF departure(const Plan &plan, qsizetype step)
{
    const double from = StationLeft + StationWidth;
    const double row = plan.rows[step];
    if (step == 0)
        return {{QPointF(from, row), QPointF(Right, row)}};
    const double rise = Right - Join; // back onto the line at 45°
    return {{QPointF(from, row), QPointF(Join - Bend, row), QPointF(Join, row - Bend),
             QPointF(Join, plan.line() + rise), QPointF(Right, plan.line())}};
}

void addTracks(const Plan &plan, Geometry &geometry)
{
    const qsizetype count = plan.rows.size();
    if (count == 0) {
        geometry.tracks.append({.path = {{geometry.request, geometry.answer}}});
        return;
    }
    const TrackState any = plan.taken >= 0 ? TrackState::Taken : TrackState::Idle;
    if (count > 1)
        geometry.tracks.append({.path = {{geometry.request, QPointF(Diverge, plan.line())}}, .state = any});
    for (qsizetype step = 0; step < count; ++step) {
        geometry.tracks.append({.path = approach(plan, step), .state = plan.legState(step)});
        geometry.tracks.append(
            {.path = departure(plan, step), .state = step == plan.taken ? TrackState::Taken : TrackState::Idle});
        if (step > 0)
            geometry.tracks.append(
                {.path = trunk(plan, step), .state = plan.taken >= step ? TrackState::Taken : TrackState::Idle});
    }
    std::ranges::stable_sort(geometry.tracks, {}, &Track::state);
}

void addPoints(const Plan &plan, Geometry &geometry)
{
    const qsizetype count = plan.rows.size();
    if (count > 1)
        geometry.points.append({.center = QPointF(Diverge, plan.line()), .taken = plan.taken >= 0});
    for (qsizetype step = 1; step + 1 < count; ++step)
        geometry.points.append({.center = QPointF(plan.column(), plan.turn(step)), .taken = plan.taken >= step});
}

void addNotes(const Plan &plan, Geometry &geometry)
{
    for (qsizetype step = 1; step < plan.rows.size(); ++step) {
        const double above = geometry.stations[step - 1].box.bottom();
        const double below = geometry.stations[step].box.top();
        const QPointF at(plan.column() + NoteGap, (above + below) / 2);
        geometry.notes.append(
            {.step = step - 1, .at = at, .room = Join - NoteGap - at.x(), .taken = plan.taken >= step});
    }
}

} // namespace

const Station *Geometry::stationAt(QPointF point) const
{
    const auto hit =
        std::ranges::find_if(stations, [&](const Station &station) { return station.box.contains(point); });
    return hit == stations.end() ? nullptr : &*hit;
}

Geometry layOut(const QList<StepOutcome::Part> &parts, qsizetype current, bool dense)
{
    Plan plan{.parts = parts, .taken = parts.indexOf(StepOutcome::Part::First)};
    const bool folds = dense || parts.size() > MostFullStations;
    Geometry geometry;
    double top = Margin;
    for (qsizetype step = 0; step < parts.size(); ++step) {
        const bool folded = folds && step != current && step != plan.taken;
        const double height = folded ? FoldedHeight : StationHeight;
        // The name of the request stands above the line: a folded first station leaves room for it.
        if (step == 0)
            top += (StationHeight - height) / 2;
        geometry.stations.append(
            {.step = step, .box = QRectF(StationLeft, top, StationWidth, height), .folded = folded});
        plan.rows.append(top + height / 2);
        top += height + (folds ? FoldedGap : Gap);
    }
    geometry.request = QPointF(Left, plan.line());
    geometry.answer = QPointF(Right, plan.line());
    geometry.answered = plan.taken >= 0;
    const double bottom =
        geometry.stations.isEmpty() ? Margin + StationHeight : geometry.stations.constLast().box.bottom();
    geometry.size = QSizeF(Right + LabelWidth, bottom + Margin);
    addTracks(plan, geometry);
    addPoints(plan, geometry);
    addNotes(plan, geometry);
    return geometry;
}

} // namespace sb::ui::line
