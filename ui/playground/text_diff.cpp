#include "ui/playground/text_diff.h"

#include "ui/playground/comparison_model.h"

#include <vector>

namespace sb::ui {

namespace {

/// Above this a table of lengths would take too long for a click; what differs is then shown whole.
constexpr qsizetype MostCells = 4'000'000;

using Kind = DiffPiece::Kind;

QStringList linesOf(const QString &text)
{
    QStringList lines;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\n') {
            lines.append(text.sliced(begin, i + 1 - begin));
            begin = i + 1;
        }
    }
    if (begin < text.size())
        lines.append(text.sliced(begin));
    return lines;
}

/// Words with the blanks behind them, and every other character alone.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    qsizetype i = 0;
    while (i < text.size()) {
        const qsizetype begin = i;
        if (text[i].isLetterOrNumber()) {
            while (i < text.size() && text[i].isLetterOrNumber())
                ++i;
        } else {
            ++i;
        }
        while (i < text.size() && text[i] == u' ')
            ++i;
        words.append(text.sliced(begin, i - begin));
    }
    return words;
}

void add(QList<DiffPiece> &pieces, Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!pieces.isEmpty() && pieces.constLast().kind == kind)
        pieces.last().text += text;
    else
        pieces.append({.kind = kind, .text = text});
}

/// Both lists as pieces; what both have is found by the table of the lengths of common tails.
QList<DiffPiece> diffLists(const QStringList &a, const QStringList &b)
{
    QList<DiffPiece> pieces;
    const qsizetype width = b.size() + 1;
    if (a.isEmpty() || b.isEmpty() || (a.size() + 1) * width > MostCells) {
        add(pieces, Kind::Removed, a.join(QString()));
        add(pieces, Kind::Added, b.join(QString()));
        return pieces;
    }
    std::vector<int> common(size_t((a.size() + 1) * width), 0);
    const auto at = [&common, width](qsizetype i, qsizetype j) -> int & { return common[size_t(i * width + j)]; };
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : qMax(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            add(pieces, Kind::Same, a[i]);
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            add(pieces, Kind::Removed, a[i++]);
        } else {
            add(pieces, Kind::Added, b[j++]);
        }
    }
    for (; i < a.size(); ++i)
        add(pieces, Kind::Removed, a[i]);
    for (; j < b.size(); ++j)
        add(pieces, Kind::Added, b[j]);
    return pieces;
}

} // namespace

QList<DiffPiece> diffTexts(const QString &before, const QString &after)
{
    QList<DiffPiece> refined;
    QString removed;
    QString added;
    const auto flush = [&] {
        for (const DiffPiece &piece : diffLists(wordsOf(removed), wordsOf(added)))
            add(refined, piece.kind, piece.text);
        removed.clear();
        added.clear();
    };
    for (const DiffPiece &piece : diffLists(linesOf(before), linesOf(after))) {
        if (piece.kind == Kind::Removed) {
            removed += piece.text;
        } else if (piece.kind == Kind::Added) {
            added += piece.text;
        } else {
            flush();
            add(refined, Kind::Same, piece.text);
        }
    }
    flush();
    return refined;
}

double likeness(const QList<DiffPiece> &pieces)
{
    qint64 same = 0;
    qint64 all = 0;
    for (const DiffPiece &piece : pieces) {
        const qint64 words = wordCount(piece.text) * (piece.kind == Kind::Same ? 2 : 1);
        all += words;
        same += piece.kind == Kind::Same ? words : 0;
    }
    return all == 0 ? 1.0 : double(same) / double(all);
}

} // namespace sb::ui
