#pragma once

#include "ui/chains/line_painter.h"

namespace sb::ui {

/// Paints one station of the diagram.
void paintStation(QPainter &painter, const line::Station &station, const LineTexts::Station &text,
                  const LineMarks &marks, bool overview, const Tokens &tokens);

} // namespace sb::ui
