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
        StepOutcome outcome = {};
    };
    QList<Station> stations = {};
    QString requestFact = {}; ///< "at most 41 tokens"
    QString answerFact = {}; ///< what it is expected to cost
};

/// Paints the diagram in its own coordinates.
/// @param current the selected step; @param hovered the one under the mouse; -1: none
/// @param focused whether the keys act here: the selected station then shows a ring
void paintLine(QPainter &painter, const line::Geometry &geometry, const LineTexts &texts, qsizetype current,
               qsizetype hovered, bool focused, const Tokens &tokens);

} // namespace sb::ui
