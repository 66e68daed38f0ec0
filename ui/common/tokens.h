#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace sb::ui {

/// The colors of one theme, from resources/look/theme.json; roles as in the design's table of colors.
struct Tokens
{
    bool dark = false;
    bool contrast = false; ///< lines and captions are drawn stronger
    QColor window, base, sunken, hover, line, edge, control;
    QColor text, text2, text3;
    QColor accent, accentFill, accentSoft, onAccent;
    QColor ok, okSoft, warn, warnSoft, danger, dangerSoft;
    QColor track;
    QColor codeKeyword, codeString, codeNumber, codeComment, codeFunction;
    QColor signalOff, signalClear, signalCaution, signalStop;
    std::array<QColor, 6> series;
    QColor seriesOther;
    QColor scrim;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();
/// The same theme for those who ask their desktop for more contrast: lines and edges as strong as the frames of fields,
/// captions as strong as labels.
[[nodiscard]] const Tokens &highContrast(const Tokens &tokens);

/// The tokens that a palette stands for: dark when its window color is, of high contrast when its lines are. Painting
/// code asks its widget's palette, so a switch of the theme is a change of palette and nothing else.
[[nodiscard]] const Tokens &tokensOf(const QPalette &palette);
[[nodiscard]] const Tokens &tokensOf(const QWidget *widget);
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);

} // namespace sb::ui
