#include "ui/chains/station_painter.h"

#include "ui/common/type.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr double TextLeft = 34; // of a station, right of its signal
constexpr double TextRight = 12;
constexpr double ChipTop = 49;
constexpr double ChipHeight = 20;
constexpr double MostChip = 132;

struct StationPainterText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::LinePainter)
};

QString elided(const QPainter &painter, const QString &text, double width, Qt::TextElideMode mode = Qt::ElideRight)
{
    return painter.fontMetrics().elidedText(text, mode, int(width));
}

/// What stands in the chip: the fault that was chosen, else why it is left out or failed, else that there is none.
QString chipText(const LineTexts::Station &text)
{
    if (!text.fault.isEmpty())
        return text.fault;
    if (!text.outcome.reason.isEmpty())
        return text.outcome.reason;
    return StationPainterText::tr("No fault");
}

bool isWarning(const LineTexts::Station &text)
{
    using Part = StepOutcome::Part;
    return !text.fault.isEmpty()
        || (!text.outcome.reason.isEmpty()
            && (text.outcome.part == Part::Excluded || text.outcome.part == Part::Failed));
}

QFont chipFont()
{
    return fontFor(TextRole::Caption, QFont::Medium);
}

void paintChip(QPainter &painter, const QRectF &chip, const LineTexts::Station &text, const Tokens &tokens)
{
    const bool warns = isWarning(text);
    paintBox(painter, chip, ChipHeight / 2, warns ? tokens.warnSoft : tokens.base, warns ? tokens.warn : tokens.edge);
    const QColor color = warns ? tokens.warn : tokens.text3;
    painter.drawPixmap(chip.topLeft() + QPointF(7, 4),
                       iconPixmap(warns ? u"warning"_s : u"plus"_s, 12, color, painter.device()->devicePixelRatioF()));
    painter.setFont(chipFont());
    painter.setPen(color);
    painter.drawText(chip.adjusted(23, 0, -4, 0), Qt::AlignVCenter, elided(painter, chipText(text), chip.width() - 30));
}

Signal signalOf(const LineTexts::Station &text)
{
    return text.cautions ? Signal::Caution : sb::ui::signalOf(text.outcome.part);
}

/// The second row: the summary, and at the right the share of the traffic.
void paintSummary(QPainter &painter, const QRectF &row, const LineTexts::Station &text, const Tokens &tokens)
{
    painter.setFont(fontFor(TextRole::Small));
    double room = row.width();
    if (!text.share.isEmpty()) {
        const double advance = tabularWidth(painter.font(), text.share);
        painter.setPen(tokens.text2);
        paintNumber(painter, row, Qt::AlignRight | Qt::AlignVCenter, text.share);
        room -= advance + 8;
    }
    painter.setPen(tokens.text3);
    painter.drawText(row, Qt::AlignVCenter, elided(painter, text.summary, room));
}

/// The last row: the chip of the fault, and what came of it or goes on.
void paintOutcome(QPainter &painter, const line::Station &station, const LineTexts::Station &text, const Tokens &tokens)
{
    const QRectF chip = faultChip(station, text);
    paintChip(painter, chip, text, tokens);
    painter.setFont(fontFor(TextRole::Small, QFont::Medium));
    const double room = station.box.right() - TextRight - chip.right() - 8;
    const QString value = elided(painter, text.value, room);
    painter.setPen(Label::colorOf(text.tone, tokens));
    paintNumber(painter, QRectF(chip.right() + 8, chip.top(), room, ChipHeight), Qt::AlignRight | Qt::AlignVCenter,
                value);
}

/// A line of an overview: signal, number and name.
void paintRow(QPainter &painter, const line::Station &station, const LineTexts::Station &text, bool selected,
              bool focused, const Tokens &tokens)
{
    const QRectF &box = station.box;
    paintBox(painter, box, qMin(4.0, box.height() / 3), selected ? tokens.accentSoft : tokens.base,
             selected ? tokens.accent : tokens.edge, selected && focused ? 2 : 1);
    const double mark = qMin(double(size::SignalInline), box.height() - 3);
    paintSignal(painter, QPointF(box.left() + 18, box.center().y()), mark, signalOf(text), tokens);
    painter.setFont(fontFor(TextRole::Caption, QFont::Medium));
    painter.setPen(tokens.text);
    const QRectF words = box.adjusted(TextLeft, 0, -TextRight, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::TextDontClip,
                     elided(painter, text.model, words.width() - 28, Qt::ElideMiddle));
    painter.setPen(tokens.text3);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, QString::number(station.step + 1));
}

} // namespace

QRectF faultChip(const line::Station &station, const LineTexts::Station &text)
{
    if (station.folded)
        return {};
    const double width = qMin(MostChip, QFontMetricsF(chipFont()).horizontalAdvance(chipText(text)) + 32);
    return {station.box.left() + TextLeft, station.box.top() + ChipTop, width, ChipHeight};
}

void paintStation(QPainter &painter, const line::Station &station, const LineTexts::Station &text,
                  const LineMarks &marks, bool overview, const Tokens &tokens)
{
    const QRectF &box = station.box;
    const bool selected = station.step == marks.current;
    if (overview) {
        paintRow(painter, station, text, selected, marks.focused, tokens);
        return;
    }
    const bool warns = isWarning(text);
    const QColor edge = selected ? tokens.accent : warns ? tokens.warn : tokens.edge;
    if (selected && marks.focused)
        paintBox(painter, box.adjusted(-4, -4, 4, 4), 9, {}, tokens.accent, 2);
    const bool hovered = station.step == marks.hovered && !selected;
    painter.setOpacity(station.step == marks.dragged ? 0.5 : 1);
    paintBox(painter, box, 6, hovered ? tokens.hover : tokens.base, edge, selected ? 2 : 1);

    const double middle = station.folded ? box.height() / 2 : 20;
    paintSignal(painter, box.topLeft() + QPointF(18, middle), size::SignalNode, signalOf(text), tokens);
    const QRectF title(box.left() + TextLeft, box.top() + middle - 11, box.width() - TextLeft - 32, 20);
    painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(title, Qt::AlignVCenter, elided(painter, text.model, title.width(), Qt::ElideMiddle));
    painter.setFont(fontFor(TextRole::Caption, QFont::DemiBold));
    painter.setPen(tokens.text3);
    painter.drawText(QRectF(box.left(), title.top(), box.width() - TextRight, title.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(station.step + 1));
    if (!station.folded) {
        paintSummary(painter, QRectF(title.left(), box.top() + 28, box.width() - TextLeft - TextRight, 16), text,
                     tokens);
        paintOutcome(painter, station, text, tokens);
    }
    painter.setOpacity(1);
}

} // namespace sb::ui
