#include "core/routing/classifier/instruction.h"

#include <algorithm>

namespace sb::routing {

namespace {

constexpr double WholeUpTo = 1'500; ///< weighted characters of prose that are all taken for the question
constexpr double ParagraphsFrom = 400; ///< weighted characters; below it all paragraphs are the question
constexpr qsizetype ShortParagraph = 250; ///< weighted characters
constexpr qsizetype MostEdge = 500; ///< characters of the first and of the last paragraph of a longer text

bool isPlain(const Line &line)
{
    return line.kind == LineKind::Prose && !line.isRecord;
}

/// Ends of quotations; a straight one may open only before a letter, and an apostrophe is none within a word.
QChar closingQuote(QStringView text, qsizetype at)
{
    static constexpr QStringView Opening = u"“„«「『\"'‘‚”";
    static constexpr QStringView Closing = u"”“»」』\"'’‘”";
    const qsizetype kind = Opening.indexOf(text.at(at));
    if (kind < 0)
        return {};
    const bool startsWord = at == 0 || !text.at(at - 1).isLetterOrNumber() || isDense(text.at(at - 1).unicode());
    return startsWord || kind < 5 ? Closing.at(kind) : QChar();
}

qsizetype quotationEnd(QStringView text, qsizetype at)
{
    const QChar closing = closingQuote(text, at);
    if (closing.isNull())
        return -1;
    for (qsizetype end = text.indexOf(closing, at + 1); end >= 0; end = text.indexOf(closing, end + 1)) {
        const bool inWord = closing != u'\"' && end + 1 < text.size() && text.at(end + 1).isLetterOrNumber()
            && !isDense(text.at(end + 1).unicode());
        if (!inWord)
            return end + 1;
    }
    return -1;
}

/// Splits a piece at its quotations.
void addPiece(Instruction &instruction, const Excerpt &piece)
{
    const auto part = [&piece](qsizetype from, qsizetype to) {
        return Excerpt{piece.message, piece.offset + from, piece.text.sliced(from, to - from)};
    };
    qsizetype from = 0;
    for (qsizetype i = 0; i < piece.text.size(); ++i) {
        const qsizetype end = quotationEnd(piece.text, i);
        if (end < 0 || end - i < ShortestQuotation)
            continue;
        if (i > from)
            instruction.pieces.push_back(part(from, i));
        instruction.quotations.push_back(part(i, end));
        from = end;
        i = end - 1;
    }
    if (from < piece.text.size())
        instruction.pieces.push_back(part(from, piece.text.size()));
}

Excerpt cut(const Excerpt &piece, qsizetype head, qsizetype tail)
{
    if (head > 0)
        return {piece.message, piece.offset, piece.text.first(std::min(head, piece.text.size()))};
    const qsizetype length = std::min(tail, piece.text.size());
    return {piece.message, piece.offset + piece.text.size() - length, piece.text.last(length)};
}

/// The plain lines of the first paragraph from one end of a text; `step` is 1 or -1.
void addEdge(Instruction &instruction, const std::vector<Line> &lines, bool fromEnd)
{
    qsizetype left = MostEdge;
    std::vector<Excerpt> taken;
    for (std::size_t i = 0; i < lines.size() && left > 0; ++i) {
        const Line &line = lines[fromEnd ? lines.size() - 1 - i : i];
        if (line.kind == LineKind::Blank) {
            if (taken.empty())
                continue;
            break;
        }
        if (!isPlain(line))
            continue;
        taken.push_back(fromEnd ? cut(line.piece, 0, left) : cut(line.piece, left, 0));
        left -= taken.back().text.size();
    }
    if (fromEnd)
        std::ranges::reverse(taken);
    for (const Excerpt &piece : taken)
        addPiece(instruction, piece);
}

/// All plain lines, and the first and the last line: they are often the instruction of a list without another mark.
void addWhole(Instruction &instruction, const std::vector<Line> &lines)
{
    const auto filled = [](const Line &line) { return line.kind != LineKind::Blank; };
    const auto first = std::ranges::find_if(lines, filled);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), filled);
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        const bool isEdge = line == first || (last != lines.rend() && line + 1 == last.base());
        const bool isText = line->kind == LineKind::Prose || line->kind == LineKind::Item;
        if (isPlain(*line) || (isEdge && isText))
            addPiece(instruction, cut(line->piece, MostEdge, 0));
    }
}

struct Paragraph
{
    qsizetype size = 0; ///< weighted characters of its plain lines
};

/// Those that have plain lines.
std::vector<Paragraph> paragraphsOf(const std::vector<Line> &lines)
{
    std::vector<Paragraph> paragraphs;
    bool inside = false;
    for (const Line &line : lines) {
        if (line.kind == LineKind::Blank)
            inside = false;
        if (!isPlain(line) || line.kind == LineKind::Blank)
            continue;
        if (!inside)
            paragraphs.emplace_back();
        inside = true;
        paragraphs.back().size += weightedSize(line.piece.text);
    }
    return paragraphs;
}

} // namespace

Instruction instructionOf(const Shape &shape)
{
    Instruction instruction;
    const std::vector<Line> &lines = shape.lines;
    const std::vector<Paragraph> paragraphs =
        shape.prose > ParagraphsFrom ? paragraphsOf(lines) : std::vector<Paragraph>();
    const bool firstIsShort = paragraphs.size() > 1 && paragraphs.front().size <= ShortParagraph;
    const bool lastIsShort = paragraphs.size() > 1 && paragraphs.back().size <= ShortParagraph;
    if (firstIsShort || lastIsShort) {
        // A short paragraph before or after a text says what to do with it.
        if (firstIsShort)
            addEdge(instruction, lines, false);
        if (lastIsShort)
            addEdge(instruction, lines, true);
    } else if (shape.prose <= WholeUpTo) {
        addWhole(instruction, lines);
    } else {
        addEdge(instruction, lines, false);
        addEdge(instruction, lines, true);
    }
    for (const Excerpt &piece : instruction.pieces)
        instruction.size += double(weightedSize(piece.text));
    return instruction;
}

std::vector<Excerpt> edgesOf(const Turn &turn, qsizetype head, qsizetype tail)
{
    std::vector<Excerpt> edges;
    if (turn.excerpts.empty())
        return edges;
    const Excerpt &first = turn.excerpts.front();
    const Excerpt &last = turn.excerpts.back();
    if (turn.excerpts.size() == 1 && first.text.size() <= head + tail)
        return {first};
    return {cut(first, head, 0), cut(last, 0, tail)};
}

} // namespace sb::routing
