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

/// The tokens that a palette stands for: dark when its window color is. Painting code asks its widget's palette, so a
/// switch of the theme is a change of palette and nothing else.
[[nodiscard]] const Tokens &tokensOf(const QPalette &palette);
[[nodiscard]] const Tokens &tokensOf(const QWidget *widget);
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);

} // namespace sb::ui
