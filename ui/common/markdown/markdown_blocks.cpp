#include "ui/common/markdown/markdown_blocks.h"

namespace sb::ui {

namespace {

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

/// The run of backticks or tildes that opens or closes a fence; empty when the line is none.
QStringView fenceOf(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty() || (text.front() != u'`' && text.front() != u'~'))
        return {};
    qsizetype length = 0;
    while (length < text.size() && text[length] == text.front())
        ++length;
    return length >= 3 ? text.first(length) : QStringView{};
}

bool isListItem(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.size() >= 2 && (text[0] == u'-' || text[0] == u'*' || text[0] == u'+'))
        return text[1].isSpace();
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    return digits > 0 && digits < 10 && digits + 1 < text.size() && (text[digits] == u'.' || text[digits] == u')')
        && text[digits + 1].isSpace();
}

bool isIndented(QStringView line)
{
    return line.startsWith(u"  ") || line.startsWith(u'\t');
}

} // namespace

qsizetype closedPrefix(QStringView markdown, qsizetype from)
{
    qsizetype closed = from;
    qsizetype position = from;
    QStringView fence;
    bool inList = false;
    bool blankBefore = false;

    while (position < markdown.size()) {
        const qsizetype lineFeed = markdown.indexOf(u'\n', position);
        if (lineFeed < 0 && fence.isEmpty()) {
            // The last line is still being written: it may begin a block, but not be judged beyond its first
            // characters.
            const QStringView begun = markdown.sliced(position);
            if (blankBefore && begun.trimmed().size() > 2 && !(inList && (isListItem(begun) || isIndented(begun))))
                closed = position;
            break;
        }
        if (lineFeed < 0)
            break;
        const QStringView line = markdown.sliced(position, lineFeed - position);
        const QStringView marker = fenceOf(line);
        if (!fence.isEmpty()) {
            if (marker.size() >= fence.size() && marker.front() == fence.front()
                && marker.size() == line.trimmed().size())
                fence = {};
        } else if (isBlank(line)) {
            blankBefore = true;
            position = lineFeed + 1;
            continue;
        } else {
            const bool continuesList = inList && (isListItem(line) || isIndented(line));
            if (blankBefore && !continuesList)
                closed = position;
            if (blankBefore || !inList)
                inList = continuesList || isListItem(line);
            if (!marker.isEmpty())
                fence = marker;
        }
        blankBefore = false;
        position = lineFeed + 1;
    }
    return closed;
}

} // namespace sb::ui
