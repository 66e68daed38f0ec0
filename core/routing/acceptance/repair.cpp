#include "core/routing/acceptance/repair.h"

#include "core/base/json.h"
#include "core/routing/acceptance/json_mender.h"

#include <algorithm>

namespace sb::routing {

namespace {

constexpr QByteArrayView Fence = "```";

/// Without the blanks that JSON knows, which are fewer than C's.
QByteArrayView withoutBlanks(QByteArrayView text)
{
    constexpr QByteArrayView Blanks = " \t\n\r";
    while (!text.isEmpty() && Blanks.contains(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && Blanks.contains(text.back()))
        text.chop(1);
    return text;
}

bool isEmptyText(QByteArrayView text)
{
    return withoutBlanks(text).isEmpty();
}

bool hasBracket(QByteArrayView text)
{
    return text.contains('{') || text.contains('[');
}

/// From the last line feed on, or up to the first one.
QByteArrayView lastLine(QByteArrayView text)
{
    return withoutBlanks(text.sliced(text.lastIndexOf('\n') + 1));
}
QByteArrayView firstLine(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    return withoutBlanks(text.first(end < 0 ? text.size() : end));
}

/// A value within a sentence ("an empty {} here") is part of it. An answer stands on lines of its own, behind a colon,
/// or in a fence.
bool standsAlone(QByteArrayView before, QByteArrayView after)
{
    const QByteArrayView ahead = lastLine(before);
    const QByteArrayView behind = firstLine(after);
    const bool begins = ahead.isEmpty() || ahead.endsWith(':') || ahead.startsWith(Fence);
    return begins && (behind.isEmpty() || behind == Fence);
}

/// Whether there is text but the fence's own: "```json" behind a line feed or at the start, and "```".
bool hasProse(QByteArrayView before, QByteArrayView after, bool isFenced)
{
    if (!isFenced)
        return !isEmptyText(before) || !isEmptyText(after);
    const qsizetype open = before.lastIndexOf(Fence);
    const qsizetype close = after.indexOf(Fence);
    const QByteArrayView language = withoutBlanks(before.sliced(open + Fence.size()));
    return !isEmptyText(before.first(open)) || language.contains(' ') || language.contains('\n')
        || !isEmptyText(after.first(close)) || !isEmptyText(after.sliced(close + Fence.size()));
}

/// What stands around a value; nullopt where that leaves it in doubt.
std::optional<QList<JsonRepair>> repairsAround(QByteArrayView before, QByteArrayView after)
{
    const auto opened = before.count(Fence);
    const auto closed = after.count(Fence);
    if (hasBracket(after) || opened != closed || opened > 1 || !standsAlone(before, after))
        return {};
    QList<JsonRepair> repairs;
    if (opened == 1)
        repairs.append(JsonRepair::CodeFence);
    if (hasProse(before, after, opened == 1))
        repairs.append(JsonRepair::TextAround);
    return repairs;
}

std::optional<RepairedJson> read(QByteArrayView text, qsizetype from)
{
    JsonMender mender(text);
    const std::optional<qsizetype> end = mender.read(from);
    if (!end)
        return {};
    auto repairs = repairsAround(text.first(from), text.sliced(*end));
    if (!repairs || !parseJson(mender.text()))
        return {};
    // "42", and a line that explains it: that is prose, not JSON.
    const bool isContainer = text[from] == '{' || text[from] == '[';
    if (!isContainer && repairs->contains(JsonRepair::TextAround))
        return {};
    *repairs += mender.repairs();
    std::ranges::sort(*repairs);
    return RepairedJson{mender.text(), *repairs};
}

/// Where a word, number or text may begin that is alone in a fence; a list or an object is found by its bracket.
qsizetype startInFence(QByteArrayView text)
{
    const qsizetype line = text.startsWith(Fence) && text.endsWith(Fence) ? text.indexOf('\n') : -1;
    return line < 0 ? text.size() : line + 1;
}

} // namespace

QByteArray toWireName(JsonRepair repair)
{
    switch (repair) {
    case JsonRepair::CodeFence:
        return "code_fence";
    case JsonRepair::TextAround:
        return "text_around";
    case JsonRepair::TrailingComma:
        return "trailing_comma";
    case JsonRepair::ControlCharacter:
        return "control_character";
    case JsonRepair::PythonLiteral:
        return "python_literal";
    case JsonRepair::SingleQuotes:
        return "single_quotes";
    case JsonRepair::EmptyArguments:
        return "empty_arguments";
    }
    Q_UNREACHABLE();
}

std::optional<RepairedJson> repairJson(QByteArrayView text)
{
    if (parseJson(text))
        return RepairedJson{text.toByteArray(), {}};
    const QByteArrayView whole = withoutBlanks(text);
    const auto isBracket = [](char c) { return c == '{' || c == '['; };
    const qsizetype bracket = std::find_if(whole.begin(), whole.end(), isBracket) - whole.begin();
    const bool isText = whole.startsWith('"') || whole.startsWith('\''); // in which a bracket is text
    if (bracket < whole.size() && !isText)
        return read(whole, bracket);
    // Else only a value that is alone: True, 'text', a number in a fence.
    return read(whole, whole.startsWith(Fence) ? startInFence(whole) : 0);
}

} // namespace sb::routing
