#pragma once

#include "ui/chains/step_outcome.h"

#include <QPolygonF>

namespace sb::ui {

/// The line diagram of a chain as geometry: values in, shapes out. Tracks run level, upright or at 45°. Units are
/// pixels at a zoom of 100 %, the origin is the upper left corner of the drawing.
namespace line {

enum class TrackState
{
    Idle,
    Failed, ///< up to a station that cannot be used, or that failed
    Taken
};

struct Station
{
    qsizetype step = 0;
    QRectF box = {}; ///< 252 × 76, or 36 high when folded, or lower in an overview
    bool folded = false;
    friend bool operator==(const Station &, const Station &) = default;
};

struct Track
{
    QPolygonF path = {};
    TrackState state = TrackState::Idle;
    friend bool operator==(const Track &, const Track &) = default;
};

/// Where the line can divert: after a failure of `step`.
struct Points
{
    qsizetype step = 0;
    QPointF center = {};
    bool taken = false;
    friend bool operator==(const Points &, const Points &) = default;
};

/// The condition of the leg that leaves `step`; its text stands right of `at`, centered upright, and has so much room.
struct Note
{
    qsizetype step = 0;
    QPointF at = {};
    double room = 0;
    bool taken = false;
    friend bool operator==(const Note &, const Note &) = default;
};

/// A track of its own from the points of one step to a later one, for some kinds of failure.
struct Branch
{
    qsizetype from = 0;
    qsizetype to = 0;
    bool taken = false;
    QPolygonF path = {}; ///< left of the others; empty in an overview
    QPointF label = {}; ///< center of its words, which interrupt it
    double room = 0; ///< for these
    friend bool operator==(const Branch &, const Branch &) = default;
};

/// Where a step can be added: before the station of that index.
struct Gap
{
    qsizetype before = 0;
    QPointF plus = {}; ///< center of the plus on the line
    QRectF area = {}; ///< over which it is shown, and on which a station can be dropped
    friend bool operator==(const Gap &, const Gap &) = default;
};

struct Geometry
{
    QSizeF size = {};
    QPointF request = {}; ///< middle of the terminal's bar
    QPointF answer = {};
    bool taken = false; ///< the request is under way
    bool answered = false; ///< some station is taken
    bool overview = false;
    QList<Station> stations = {};
    QList<Track> tracks = {}; ///< in the order of painting: idle, failed, taken
    QList<Points> points = {};
    QList<Note> notes = {}; ///< none in an overview
    QList<Branch> branches = {};
    QList<Gap> gaps = {}; ///< one more than stations

    [[nodiscard]] const Station *stationAt(QPointF point) const; ///< nullptr: none
    [[nodiscard]] const Points *pointsAt(QPointF point) const; ///< within reach of the mouse; nullptr: none
    [[nodiscard]] const Gap *gapAt(QPointF point) const; ///< nullptr: none
    [[nodiscard]] qsizetype gapNear(double y) const; ///< before which station something at that height is dropped
};

inline constexpr qsizetype MostFullStations = 6; ///< longer chains are folded but for the chosen and the taken station

/// From a step to a later one; -1: from the request.
struct Jump
{
    qsizetype from = -1;
    qsizetype to = 0;
    bool branches = false; ///< by a track of its own
    friend bool operator==(const Jump &, const Jump &) = default;
};

/// What is to be drawn.
struct Drawn
{
    QList<StepOutcome::Part> parts = {}; ///< one a step
    QList<Jump> branches = {}; ///< that a chain has
    QList<Jump> way = {}; ///< that the request went, in order; empty: to the taken station
    qsizetype current = -1; ///< the selected step, which is never folded; -1: none
    bool dense = false; ///< folds every other station, for a zoom below 75 %
    double pitch = 0; ///< above 0: an overview, in which each station has this height
};
[[nodiscard]] Geometry layOut(const Drawn &drawn);
[[nodiscard]] Geometry layOut(const QList<StepOutcome::Part> &parts, qsizetype current, bool dense = false);

inline constexpr double LeastPitch = 13; ///< of an overview that can be read
inline constexpr double MostPitch = 44;
[[nodiscard]] double overviewPitch(qsizetype steps, double height); ///< that fills this height, within these limits

} // namespace line

} // namespace sb::ui
