#include "core/routing/classifier/shape.h"

#include "core/routing/classifier/line_kinds.h"

#include <algorithm>
#include <array>
#include <span>

namespace sb::routing {

namespace {

constexpr qsizetype MostLines = 2'000; ///< of one message
constexpr qsizetype LongestRecord = 200; ///< weighted characters of a plain line that may be a record
constexpr double LongestItem = 160; ///< weighted characters; above it is a paragraph with a number
constexpr qsizetype ShortestRun = 4; ///< plain lines below each other
constexpr std::size_t ShortestSettings = 4; ///< lines of a configuration file below each other
constexpr qsizetype WrappedAt = 50; ///< shortest width to which texts are wrapped
constexpr qsizetype LongestBlock = 500; ///< characters of a block that may be a record

/// A stretch of lines without a blank one.
using Block = std::span<Line>;

std::vector<Line> linesOf(const Turn &turn)
{
    std::vector<Line> lines;
    bool fenced = false;
    for (const Excerpt &excerpt : turn.excerpts) {
        qsizetype start = 0;
        while (start < excerpt.text.size() && qsizetype(lines.size()) < MostLines) {
            qsizetype end = excerpt.text.indexOf(u'\n', start);
            if (end < 0)
                end = excerpt.text.size();
            const QStringView whole = excerpt.text.sliced(start, end - start);
            const QStringView text = whole.trimmed();
            const qsizetype indent = text.isEmpty() ? 0 : text.data() - whole.data();
            const bool isFence = text.startsWith(u"```");
            fenced = fenced != isFence;
            const bool isCode = text.isEmpty() ? false : fenced || isFence;
            lines.push_back({{excerpt.message, excerpt.offset + start + indent, text},
                             isCode ? LineKind::Code : kindOfLine(text),
                             indent});
            start = end + 1;
        }
        fenced = false;
    }
    return lines;
}

std::vector<Block> blocksOf(std::vector<Line> &lines)
{
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        while (end < lines.size() && lines[end].kind != LineKind::Blank)
            ++end;
        if (end > i)
            blocks.push_back(std::span(lines).subspan(i, end - i));
        i = end + 1;
    }
    return blocks;
}

/// A text that was broken into lines of one width: all but the last are about as long as the longest.
bool isWrapped(std::span<const Line> run)
{
    qsizetype longest = 0;
    for (const Line &line : run)
        longest = std::max(longest, weightedSize(line.piece.text));
    if (longest < WrappedAt || run.size() < 3)
        return false;
    const auto full = std::ranges::count_if(run.first(run.size() - 1), [longest](const Line &line) {
        return weightedSize(line.piece.text) >= longest - 16;
    });
    return full * 10 >= qsizetype(run.size() - 1) * 8;
}

/// Several sentences in one line are a paragraph.
bool hasSentences(QStringView text)
{
    return text.count(u"。") > 1 || text.count(u". ") > 1;
}

bool mayBeRecord(const Line &line)
{
    return line.kind == LineKind::Log
        || (line.kind == LineKind::Prose && weightedSize(line.piece.text) <= LongestRecord
            && !isDocumentMark(line.piece.text) && !hasSentences(line.piece.text));
}

/// Lines of a configuration file look like records of two fields; their indents or equal signs tell.
void markSettings(Block block)
{
    for (std::size_t i = 0; i < block.size();) {
        std::size_t end = i;
        bool isTold = false;
        while (end < block.size() && isSetting(block[end].piece.text)) {
            isTold = isTold || block[end].indent > block[i].indent || block[end].piece.text.contains(u'=');
            ++end;
        }
        for (std::size_t j = i; isTold && end - i >= ShortestSettings && j < end; ++j)
            block[j].kind = LineKind::Code;
        i = std::max(end, i + 1);
    }
}

/// Marks runs of plain lines below each other.
void markRuns(Block block)
{
    for (std::size_t i = 0; i < block.size();) {
        std::size_t end = i;
        while (end < block.size() && mayBeRecord(block[end]))
            ++end;
        const auto run = block.subspan(i, end - i);
        if (qsizetype(run.size()) > ShortestRun && !isWrapped(run)) {
            for (Line &line : run)
                line.isRecord = true;
        }
        i = std::max(end, i + 1);
    }
}

/// Blocks that begin with the same word: functions, tickets, addresses.
double alikeBlocks(const std::vector<Block> &blocks)
{
    if (blocks.size() < 6)
        return 0;
    const auto firstWord = [](const Block &block) {
        const QStringView text = block.front().piece.text;
        const qsizetype end = text.indexOf(u' ');
        return text.first(end < 0 ? text.size() : end);
    };
    double alike = 0;
    qsizetype characters = 0;
    // The first block may be the instruction, so that the second one says what they look like.
    const QStringView word = firstWord(blocks[1]);
    for (const Block &block : blocks) {
        if (firstWord(block) != word || isDocumentMark(block.front().piece.text))
            continue;
        ++alike;
        for (const Line &line : block)
            characters += line.piece.text.size();
    }
    const bool isSmall = characters <= LongestBlock * qsizetype(alike);
    return isSmall && alike * 10 >= double(blocks.size()) * 6 ? alike : 0;
}

/// Objects of a JSON list, or elements of the commonest name.
double dataRecords(const std::vector<Line> &lines)
{
    double objects = 0;
    std::array<std::pair<QStringView, double>, 12> tags{};
    for (const Line &line : lines) {
        if (line.kind != LineKind::Markup)
            continue;
        const QStringView text = line.piece.text;
        objects += text.startsWith(u'{') || text == u"},{" || text == u"}, {" || text == u"[{" ? 1 : 0;
        objects += double(text.count(u"},{") + text.count(u"}, {"));
        const QStringView found = recordTag(text);
        const auto tag = std::ranges::find_if(
            tags, [found](const auto &entry) { return entry.first == found || entry.first.isEmpty(); });
        if (!found.isEmpty() && tag != tags.end()) {
            tag->first = found;
            ++tag->second;
        }
    }
    double elements = 0;
    for (const auto &[name, count] : tags)
        elements = std::max(elements, count);
    return std::max(objects, elements);
}

} // namespace

bool isDense(char16_t c)
{
    return c >= 0x2E80 && (c <= 0xD7A3 || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF));
}

qsizetype weightedSize(QStringView text)
{
    return text.size() + std::ranges::count_if(text, [](QChar c) { return isDense(c.unicode()); });
}

Shape shapeOf(const Turn &turn)
{
    Shape shape;
    shape.lines = linesOf(turn);
    const std::vector<Block> blocks = blocksOf(shape.lines);
    for (const Block &block : blocks) {
        markSettings(block);
        markRuns(block);
    }
    double records = 0;
    for (Line &line : shape.lines) {
        line.isRecord = line.isRecord || line.kind == LineKind::Item;
        records += line.isRecord ? 1 : 0;
        shape.codeLines += line.kind == LineKind::Code ? 1 : 0;
        shape.logLines += line.kind == LineKind::Log ? 1 : 0;
        shape.documentMarks += isDocumentMark(line.piece.text) ? 1 : 0;
        const double weight = double(weightedSize(line.piece.text));
        shape.characters += weight;
        if ((line.kind == LineKind::Prose && !line.isRecord) || (line.kind == LineKind::Item && weight > LongestItem))
            shape.prose += weight;
        else if (line.isRecord && line.kind != LineKind::Log)
            shape.recordText += weight;
    }
    shape.records = std::max({records, alikeBlocks(blocks), dataRecords(shape.lines)});
    const qsizetype read = turn.readSize();
    const double scale = read > 0 ? double(turn.size) / double(read) : 1;
    for (double *count :
         {&shape.characters, &shape.prose, &shape.recordText, &shape.records, &shape.codeLines, &shape.logLines})
        *count *= scale;
    return shape;
}

} // namespace sb::routing
