#include "ui/chains/line_layout.h"

#include <algorithm>

namespace sb::ui::line {

namespace {

constexpr double Left = 26; // of the request's terminal
constexpr double Column = 160; // of the upright track
constexpr double MostBend = 28; // side of a diverging leg at 45°
constexpr double StationLeft = 208;
constexpr double StationWidth = 252;
constexpr double StationHeight = 76;
constexpr double FoldedHeight = 36;
constexpr double Between = 54; // with the note of a leg in it
constexpr double FoldedBetween = 34; // the track back onto the line needs it
constexpr double Join = StationLeft + StationWidth + 84; // the upright track back to the line
constexpr double MostRise = 40; // back onto the line at 45°
constexpr double Right = Join + MostRise; // of the answer's terminal
constexpr double Margin = 20;
constexpr double LabelWidth = 96; // beside the answer
constexpr double NoteGap = 10; // beside the upright tracks
constexpr double AddRoom = 34; // for the plus below the last station
constexpr double LaneRight = 112; // of the innermost branch
constexpr double LaneWidth = 14;
constexpr int Lanes = 6;
constexpr double LaneBend = 12; // to the station
constexpr double LabelRight = Column - 8; // of a branch's words
constexpr double Reach = 9; // of the mouse, around points and plus

/// What all tracks need to know.
struct Plan
{
    const Drawn &drawn;
    QList<double> rows = {}; // centers of the stations
    double bend = MostBend;
    double rise = MostRise;
    qsizetype taken = -1;
    QList<Jump> way = {};

    [[nodiscard]] qsizetype count() const { return rows.size(); }
    [[nodiscard]] double diverge() const { return Column - bend; }
    [[nodiscard]] double line() const { return rows.value(0, StationHeight / 2 + Margin); }
    /// Where the track to a step leaves the upright one.
    [[nodiscard]] double turn(qsizetype step) const { return rows[step] - bend; }
    [[nodiscard]] QPointF points(qsizetype step) const
    {
        return step == 0 ? QPointF(diverge(), line()) : QPointF(Column, turn(step));
    }
    [[nodiscard]] TrackState legState(qsizetype step) const
    {
        using Part = StepOutcome::Part;
        const Part part = drawn.parts[step];
        return step == taken                                 ? TrackState::Taken
            : part == Part::Excluded || part == Part::Failed ? TrackState::Failed
                                                             : TrackState::Idle;
    }
    /// Whether the way goes down the upright track to this step, or past it.
    [[nodiscard]] bool passes(qsizetype step) const
    {
        return std::ranges::any_of(way, [step](const Jump &jump) {
            return !jump.branches && std::max<qsizetype>(jump.from, 0) < step && step <= jump.to;
        });
    }
    [[nodiscard]] bool isReachedByBranch(qsizetype step) const
    {
        return std::ranges::any_of(way, [step](const Jump &jump) { return jump.branches && jump.to == step; });
    }
};

void add(Geometry &geometry, const QPolygonF &path, TrackState state)
{
    geometry.tracks.append({.path = path, .state = state});
}

void addApproach(const Plan &plan, qsizetype step, Geometry &geometry)
{
    const double row = plan.rows[step];
    const TrackState state = plan.legState(step);
    if (step == 0) {
        add(geometry, {{QPointF(plan.count() > 1 ? plan.diverge() : Left, row), QPointF(StationLeft, row)}}, state);
        return;
    }
    const QPolygonF turn{{QPointF(Column, plan.turn(step)), QPointF(Column + plan.bend, row)}};
    const QPolygonF end{{turn.constLast(), QPointF(StationLeft, row)}};
    if (plan.isReachedByBranch(step) && !plan.passes(step)) {
        add(geometry, turn, TrackState::Idle);
        add(geometry, end, state);
    } else {
        add(geometry, {{turn[0], turn[1], end[1]}}, state);
    }
}

/// The upright track between the leg before a step and the one to it.
QPolygonF trunk(const Plan &plan, qsizetype step)
{
    if (step == 1)
        return {{plan.points(0), QPointF(Column, plan.line() + plan.bend), QPointF(Column, plan.turn(1))}};
    return {{QPointF(Column, plan.turn(step - 1)), QPointF(Column, plan.turn(step))}};
}

QPolygonF departure(const Plan &plan, qsizetype step)
{
    const double from = StationLeft + StationWidth;
    const double row = plan.rows[step];
    if (step == 0)
        return {{QPointF(from, row), QPointF(Right, row)}};
    return {{QPointF(from, row), QPointF(Join - plan.bend, row), QPointF(Join, row - plan.bend),
             QPointF(Join, plan.line() + plan.rise), QPointF(Join + plan.rise, plan.line()),
             QPointF(Right, plan.line())}};
}

void addTracks(const Plan &plan, Geometry &geometry)
{
    if (plan.count() == 0) {
        geometry.tracks.append({.path = {{geometry.request, geometry.answer}}});
        return;
    }
    if (plan.count() > 1)
        add(geometry, {{geometry.request, plan.points(0)}}, geometry.taken ? TrackState::Taken : TrackState::Idle);
    for (qsizetype step = 0; step < plan.count(); ++step) {
        addApproach(plan, step, geometry);
        QPolygonF back = departure(plan, step);
        if (back.size() > 1 && back.constLast() == back[back.size() - 2])
            back.removeLast();
        add(geometry, back, step == plan.taken ? TrackState::Taken : TrackState::Idle);
        if (step > 0)
            add(geometry, trunk(plan, step), plan.passes(step) ? TrackState::Taken : TrackState::Idle);
    }
    std::ranges::stable_sort(geometry.tracks, {}, &Track::state);
}

void addPoints(const Plan &plan, Geometry &geometry)
{
    for (qsizetype step = 0; step + 1 < plan.count(); ++step)
        geometry.points.append(
            {.step = step, .center = plan.points(step), .taken = step == 0 ? geometry.taken : plan.passes(step)});
}

void addNotes(const Plan &plan, Geometry &geometry)
{
    for (qsizetype step = 1; step < plan.count(); ++step) {
        const double above = geometry.stations[step - 1].box.bottom();
        const double below = geometry.stations[step].box.top();
        const QPointF at(Column + NoteGap, (above + below) / 2);
        geometry.notes.append(
            {.step = step - 1, .at = at, .room = Join - NoteGap - at.x(), .taken = plan.passes(step)});
    }
}

/// Short branches lie inside, long ones outside, and those that would touch beside each other.
QList<int> lanesOf(const QList<Branch> &branches)
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < branches.size(); ++i)
        order.append(i);
    std::ranges::stable_sort(order, {}, [&](qsizetype i) { return branches[i].to - branches[i].from; });
    QList<int> lanes(branches.size(), -1);
    for (const qsizetype i : order) {
        const auto isFree = [&](int lane) {
            for (qsizetype other = 0; other < branches.size(); ++other) {
                if (lanes[other] == lane && branches[other].from < branches[i].to
                    && branches[i].from < branches[other].to)
                    return false;
            }
            return true;
        };
        int lane = 0;
        while (lane + 1 < Lanes && !isFree(lane))
            ++lane;
        lanes[i] = lane;
    }
    return lanes;
}

void addBranches(const Plan &plan, Geometry &geometry)
{
    for (const Jump &jump : plan.drawn.branches) {
        if (jump.from < 0 || jump.to <= jump.from || jump.to >= plan.count())
            continue;
        const bool taken = std::ranges::any_of(
            plan.way, [&](const Jump &went) { return went.branches && went.from == jump.from && went.to == jump.to; });
        geometry.branches.append({.from = jump.from, .to = jump.to, .taken = taken});
    }
    if (geometry.overview)
        return;
    const QList<int> lanes = lanesOf(geometry.branches);
    for (qsizetype i = 0; i < geometry.branches.size(); ++i) {
        Branch &branch = geometry.branches[i];
        const QPointF start = plan.points(branch.from);
        const double row = plan.rows[branch.to];
        const double lane = LaneRight - lanes[i] * LaneWidth;
        const double top = start.y() + start.x() - lane;
        branch.path = {{start, QPointF(lane, top), QPointF(lane, row - LaneBend), QPointF(lane + LaneBend, row),
                        QPointF(Column + plan.bend, row)}};
        branch.room = 2 * std::min(lane - 4, LabelRight - lane + 16);
        branch.label = QPointF(std::min(lane, LabelRight - branch.room / 2), (top + row - LaneBend) / 2);
    }
}

void addGaps(const Plan &, Geometry &geometry)
{
    const qsizetype count = geometry.stations.size();
    const double right = StationLeft + StationWidth;
    for (qsizetype before = 0; before <= count; ++before) {
        const double above = before == 0 ? 0 : geometry.stations[before - 1].box.bottom();
        const double below = before == count ? geometry.size.height() : geometry.stations[before].box.top();
        Gap gap{.before = before, .area = QRectF(Column - 20, above, right - Column + 20, below - above)};
        if (before == 0)
            gap.plus = QPointF((Left + geometry.points.value(0, {.center = geometry.request}).center.x()) / 2,
                               geometry.request.y());
        else if (before == count)
            gap.plus = QPointF(StationLeft + Reach + 9, above + AddRoom / 2 + 2);
        else
            gap.plus = QPointF(Column, (above + below) / 2);
        if (before == 0)
            gap.area = QRectF(gap.plus - QPointF(24, 14), QSizeF(48, 28));
        geometry.gaps.append(gap);
    }
}

} // namespace

const Station *Geometry::stationAt(QPointF point) const
{
    const auto hit =
        std::ranges::find_if(stations, [&](const Station &station) { return station.box.contains(point); });
    return hit == stations.end() ? nullptr : &*hit;
}

const Points *Geometry::pointsAt(QPointF point) const
{
    const auto hit = std::ranges::find_if(points, [&](const Points &each) {
        const QPointF away = each.center - point;
        return away.x() * away.x() + away.y() * away.y() <= Reach * Reach;
    });
    return hit == points.end() ? nullptr : &*hit;
}

const Gap *Geometry::gapAt(QPointF point) const
{
    const auto hit = std::ranges::find_if(gaps, [&](const Gap &gap) { return gap.area.contains(point); });
    return hit == gaps.end() ? nullptr : &*hit;
}

qsizetype Geometry::gapNear(double y) const
{
    return std::ranges::count_if(stations, [y](const Station &station) { return station.box.center().y() < y; });
}

double overviewPitch(qsizetype steps, double height)
{
    return steps == 0 ? MostPitch : std::clamp((height - 3 * Margin) / double(steps), LeastPitch, MostPitch);
}

Geometry layOut(const QList<StepOutcome::Part> &parts, qsizetype current, bool dense)
{
    return layOut({.parts = parts, .current = current, .dense = dense});
}

Geometry layOut(const Drawn &drawn)
{
    using Part = StepOutcome::Part;
    const auto isTaken = [](Part part) { return part == Part::First || part == Part::Served; };
    const auto first = std::ranges::find_if(drawn.parts, isTaken);
    Plan plan{.drawn = drawn, .taken = first == drawn.parts.end() ? -1 : first - drawn.parts.begin()};
    plan.way = drawn.way;
    if (plan.way.isEmpty() && plan.taken >= 0)
        plan.way.append(Jump{.to = plan.taken});
    const bool overview = drawn.pitch > 0;
    if (overview) {
        plan.bend = std::min(MostBend, drawn.pitch / 2);
        plan.rise = std::min(MostRise, drawn.pitch - plan.bend);
    }
    const bool folds = drawn.dense || drawn.parts.size() > MostFullStations;
    Geometry geometry{.taken = !plan.way.isEmpty(), .answered = plan.taken >= 0, .overview = overview};
    double top = overview ? 2 * Margin : Margin;
    for (qsizetype step = 0; step < drawn.parts.size(); ++step) {
        const bool folded = overview || (folds && step != drawn.current && step != plan.taken);
        const double height = overview ? std::min(FoldedHeight, drawn.pitch - 1)
            : folded                   ? FoldedHeight
                                       : StationHeight;
        // The name of the request stands above the line: a folded first station leaves room for it.
        if (step == 0 && !overview)
            top += (StationHeight - height) / 2;
        geometry.stations.append(
            {.step = step, .box = QRectF(StationLeft, top, StationWidth, height), .folded = folded});
        plan.rows.append(top + height / 2);
        top += overview ? drawn.pitch : height + (folds ? FoldedBetween : Between);
    }
    geometry.request = QPointF(Left, plan.line());
    geometry.answer = QPointF(Right, plan.line());
    const double bottom =
        geometry.stations.isEmpty() ? Margin + StationHeight : geometry.stations.constLast().box.bottom();
    geometry.size = QSizeF(Right + LabelWidth, bottom + Margin + (overview ? 0 : AddRoom - Margin / 2));
    addTracks(plan, geometry);
    addPoints(plan, geometry);
    if (!overview)
        addNotes(plan, geometry);
    addBranches(plan, geometry);
    addGaps(plan, geometry);
    return geometry;
}

} // namespace sb::ui::line
