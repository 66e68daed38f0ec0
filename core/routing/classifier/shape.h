#pragma once

#include "core/routing/classifier/reading.h"

#include <vector>

namespace sb::routing {

enum class LineKind
{
    Blank,
    Item, ///< begins with a bullet or a number
    Code,
    Log, ///< with a time and a level, or of a stack trace
    Markup, ///< JSON or XML that carries data
    Prose ///< everything else
};

struct Line
{
    Excerpt piece = {}; ///< without blanks around
    LineKind kind = LineKind::Prose;
    qsizetype indent = 0; ///< blanks before it
    bool isRecord = false; ///< one of several lines of the same make
};

/// The form of one message. Counts are scaled up to the whole where only a part was read.
struct Shape
{
    double characters = 0; ///< of the message; Chinese, Japanese and Korean ones count double, as they say more
    double prose = 0; ///< characters, counted in the same way, outside of records, code, logs and data
    double recordText = 0; ///< characters of list items and plain lines that are records
    double records = 0; ///< rows, list items, lines or blocks of the same make
    double codeLines = 0;
    double logLines = 0;
    double documentMarks = 0; ///< headings, mail headers, paragraph signs, time stamps of a transcript
    std::vector<Line> lines = {}; ///< of what was read
};

[[nodiscard]] Shape shapeOf(const Turn &turn);

/// Chinese, Japanese and Korean characters say about twice as much as a letter does.
[[nodiscard]] bool isDense(char16_t c);
[[nodiscard]] qsizetype weightedSize(QStringView text);

} // namespace sb::routing
