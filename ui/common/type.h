#pragma once

#include <QFont>
#include <QFontMetricsF>

namespace sb::ui {

/// Roles of text, relative to the system's font so that a user's size is kept.
enum class TextRole
{
    Caption,
    Small,
    Body,
    Title,
    Display,
    Code
};

/// @param weight 400, 500 or 600; where a family lacks 500, 400 is taken, never 700
[[nodiscard]] QFont fontFor(TextRole role, int weight = QFont::Normal);

/// The advance of the widest digit: the cell in which tabular digits stand.
[[nodiscard]] double digitCell(const QFontMetricsF &metrics);

/// The width of a text whose digits all take the widest digit's cell (QFont::setFeature comes with Qt 6.7).
[[nodiscard]] double tabularWidth(const QFont &font, const QString &text);

// Sizes in device-independent pixels; resources/look/theme.json.
namespace size {
inline constexpr int Rail = 188;
inline constexpr int RailCompact = 56;
inline constexpr int RailItem = 34;
inline constexpr int PageHeader = 56;
inline constexpr int SubHeader = 44;
inline constexpr int Control = 30;
inline constexpr int Chip = 26;
inline constexpr int Row = 32;
inline constexpr int RowTwoLines = 50;
inline constexpr int TableHeader = 30;
inline constexpr int PaneHeader = 44;
inline constexpr int RouteStrip = 58;
inline constexpr int MetricsStrip = 84;
inline constexpr int PromptBox = 92;
inline constexpr int Inspector = 284;
inline constexpr int ChainList = 232;
inline constexpr int KeyFigure = 92;
inline constexpr int Banner = 40;
inline constexpr int ToastWidth = 372;
inline constexpr int PaletteWidth = 620;
inline constexpr int PageMargin = 20;
inline constexpr int PaneMargin = 16;
inline constexpr int CellPadding = 12;
inline constexpr int SignalInline = 12;
inline constexpr int SignalNode = 14;
} // namespace size

} // namespace sb::ui
