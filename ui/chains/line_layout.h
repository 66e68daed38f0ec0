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
    Failed, ///< up to a station that cannot be used
    Taken
};

struct Station
{
    qsizetype step = 0;
    QRectF box = {}; ///< 252 × 76, or 36 high when folded
    bool folded = false;
    friend bool operator==(const Station &, const Station &) = default;
};

struct Track
{
    QPolygonF path = {};
    TrackState state = TrackState::Idle;
    friend bool operator==(const Track &, const Track &) = default;
};

/// Where the line can divert.
struct Points
{
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

struct Geometry
{
    QSizeF size = {};
    QPointF request = {}; ///< middle of the terminal's bar
    QPointF answer = {};
    bool answered = false; ///< some station is taken
    QList<Station> stations = {};
    QList<Track> tracks = {}; ///< in the order of painting: idle, failed, taken
    QList<Points> points = {};
    QList<Note> notes = {};

    [[nodiscard]] const Station *stationAt(QPointF point) const; ///< nullptr: none
};

inline constexpr qsizetype MostFullStations = 6; ///< longer chains are folded but for the chosen and the taken station

/// @param parts one a step
/// @param current the selected step, which is never folded; -1: none
/// @param dense folds every other station, for a zoom below 75 %
[[nodiscard]] Geometry layOut(const QList<StepOutcome::Part> &parts, qsizetype current, bool dense = false);

} // namespace line

} // namespace sb::ui
