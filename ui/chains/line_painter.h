#pragma once

#include "ui/chains/line_layout.h"
#include "ui/common/tokens.h"

namespace sb::ui {

/// All texts of the diagram, one station a step.
struct LineTexts
{
    struct Station
    {
        QString model = {};
        QString summary = {}; ///< endpoints, and the limit that differs from the default
        QString condition = {}; ///< of the leg that leaves it
        QString next = {}; ///< where some failures lead: "full context to step 3"
        QString share = {}; ///< "62% served"; empty while something is rehearsed
        QString fault = {}; ///< that was chosen for it; empty: none
        QString value = {}; ///< what came of it, or what goes on
        Label::Tone tone = Label::Tone::Text3; ///< of that
        bool cautions = false; ///< its breaker is not closed
        StepOutcome outcome = {};
        QString live = {}; ///< all that is known of it now, as a sentence
    };
    QList<Station> stations = {};
    QStringList branches = {}; ///< words of each branch: "full context"
    QString requestFact = {}; ///< "at most 41 tokens"
    QString answerFact = {}; ///< what it is expected to cost, or took
};

/// What else is seen than the chain itself.
struct LineMarks
{
    qsizetype current = -1; ///< the selected step
    qsizetype hovered = -1; ///< the step under the mouse
    bool focused = false; ///< the keys act here: the selected station shows a ring
    qsizetype plus = -1; ///< the gap whose plus is shown
    qsizetype points = -1; ///< the points under the mouse, by their step
    qsizetype drop = -1; ///< the gap into which the dragged station would go
    qsizetype dragged = -1; ///< the station that is being dragged
    qsizetype connectFrom = -1; ///< the points from which a branch is drawn
    qsizetype connectTo = -1; ///< the step under its end; -1: none that can be reached
    QPointF connectEnd = {};
};

/// Where the chip of a station is, on which its fault is chosen; empty on a folded one.
[[nodiscard]] QRectF faultChip(const line::Station &station, const LineTexts::Station &text);

/// Paints the diagram in its own coordinates.
/// @param exposed what has to be painted of it
void paintLine(QPainter &painter, const QRectF &exposed, const line::Geometry &geometry, const LineTexts &texts,
               const LineMarks &marks, const Tokens &tokens);

} // namespace sb::ui
