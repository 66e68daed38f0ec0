#include "ui/chains/line_painter.h"

#include "ui/common/type.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr double TextLeft = 34; // of a station, right of its signal
constexpr double TextRight = 12;
constexpr double TerminalHalf = 9;

struct LinePainterText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::LinePainter)
};

QString elided(const QPainter &painter, const QString &text, double width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, int(width));
}

void paintTrack(QPainter &painter, const line::Track &track, const Tokens &tokens)
{
    QPen pen(tokens.track, 2);
    if (track.state == line::TrackState::Failed) {
        pen = QPen(tokens.signalStop, 3);
        pen.setDashPattern({2, 1.4});
    } else if (track.state == line::TrackState::Taken) {
        pen = QPen(tokens.accent, 4);
    }
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(track.path);
}

void paintTerminal(QPainter &painter, QPointF center, const QString &name, const QString &fact, QPointF text,
                   bool taken, const Tokens &tokens)
{
    painter.setPen(QPen(taken ? tokens.accent : tokens.track, 4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(center - QPointF(0, TerminalHalf), center + QPointF(0, TerminalHalf));
    painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(text, QSizeF(120, 18)), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(tokens.text3);
    painter.drawText(QRectF(text + QPointF(0, 17), QSizeF(150, 15)), Qt::AlignLeft | Qt::AlignVCenter, fact);
}

/// A condition interrupts whatever it stands on instead of crossing it.
void paintNote(QPainter &painter, const line::Note &note, const QString &condition, const Tokens &tokens)
{
    painter.setFont(fontFor(TextRole::Caption, QFont::Medium));
    const QString text = elided(painter, condition, note.room);
    const double advance = painter.fontMetrics().horizontalAdvance(text);
    const QRectF box(note.at.x(), note.at.y() - 8, advance + 1, 16);
    painter.fillRect(box.adjusted(-3, 0, 3, 0), tokens.sunken);
    painter.setPen(note.taken ? tokens.accent : tokens.text3);
    painter.drawText(box, Qt::AlignVCenter, text);
}

/// @return the width that it takes
double paintReason(QPainter &painter, QPointF at, const QString &reason, double most, const Tokens &tokens)
{
    painter.setFont(fontFor(TextRole::Caption, QFont::Medium));
    const QString text = elided(painter, reason, most - 30);
    const QRectF pill(at.x(), at.y(), painter.fontMetrics().horizontalAdvance(text) + 30, 20);
    paintBox(painter, pill, 10, tokens.warnSoft, tokens.warn);
    painter.drawPixmap(pill.topLeft() + QPointF(7, 4),
                       iconPixmap(u"warning"_s, 12, tokens.warn, painter.device()->devicePixelRatioF()));
    painter.setPen(tokens.warn);
    painter.drawText(pill.adjusted(22, 0, 0, 0), Qt::AlignVCenter, text);
    return pill.width() + 8;
}

/// The last row of a station: why it is left out, or how it comes in; what it is expected to cost.
void paintOutcome(QPainter &painter, const QRectF &box, const StepOutcome &outcome, const Tokens &tokens)
{
    const double top = box.top() + 48;
    double left = box.left() + TextLeft;
    double right = box.right() - TextRight;
    painter.setFont(fontFor(TextRole::Small, QFont::Medium));
    const QString value = outcome.part == StepOutcome::Part::First ? outcome.cost : partText(outcome.part);
    const double advance = tabularWidth(painter.font(), value);
    painter.setPen(Label::colorOf(toneOf(outcome.part), tokens));
    paintNumber(painter, QRectF(right - advance, top, advance, 20), Qt::AlignRight | Qt::AlignVCenter, value);
    right -= advance + 8;
    if (outcome.part == StepOutcome::Part::Excluded) {
        paintReason(painter, QPointF(left, top), outcome.reason, right - left, tokens);
        return;
    }
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text3);
    const QString word = outcome.part == StepOutcome::Part::First ? partText(outcome.part) : outcome.mostCost;
    painter.drawText(QRectF(left, top, right - left, 20), Qt::AlignVCenter, elided(painter, word, right - left));
}

void paintStation(QPainter &painter, const line::Station &station, const LineTexts::Station &text, bool selected,
                  bool hovered, bool focused, const Tokens &tokens)
{
    const QRectF &box = station.box;
    const bool excluded = text.outcome.part == StepOutcome::Part::Excluded;
    const QColor edge = selected ? tokens.accent : excluded ? tokens.warn : tokens.edge;
    if (selected && focused)
        paintBox(painter, box.adjusted(-4, -4, 4, 4), 9, {}, tokens.accent, 2);
    paintBox(painter, box, 6, hovered && !selected ? tokens.hover : tokens.base, edge, selected ? 2 : 1);

    const double middle = station.folded ? box.height() / 2 : 20;
    paintSignal(painter, box.topLeft() + QPointF(18, middle), size::SignalNode, signalOf(text.outcome.part), tokens);
    const QRectF title(box.left() + TextLeft, box.top() + middle - 11, box.width() - TextLeft - 32, 20);
    painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(title, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text.model, Qt::ElideMiddle, int(title.width())));
    painter.setFont(fontFor(TextRole::Caption, QFont::DemiBold));
    painter.setPen(tokens.text3);
    painter.drawText(QRectF(box.left(), title.top(), box.width() - TextRight, title.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(station.step + 1));
    if (station.folded)
        return;
    painter.setFont(fontFor(TextRole::Small));
    const double width = box.width() - TextLeft - TextRight;
    painter.drawText(QRectF(title.left(), box.top() + 27, width, 16), Qt::AlignVCenter,
                     elided(painter, text.summary, width));
    paintOutcome(painter, box, text.outcome, tokens);
}

} // namespace

void paintLine(QPainter &painter, const line::Geometry &geometry, const LineTexts &texts, qsizetype current,
               qsizetype hovered, bool focused, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const line::Track &track : geometry.tracks)
        paintTrack(painter, track, tokens);
    for (const line::Points &points : geometry.points) {
        painter.setPen(QPen(points.taken ? tokens.accent : tokens.track, 2.5));
        painter.setBrush(tokens.sunken);
        painter.drawEllipse(points.center, 5, 5);
    }
    for (const line::Note &note : geometry.notes)
        paintNote(painter, note, texts.stations[note.step].condition, tokens);
    for (const line::Station &station : geometry.stations)
        paintStation(painter, station, texts.stations[station.step], station.step == current, station.step == hovered,
                     focused, tokens);
    paintTerminal(painter, geometry.request, LinePainterText::tr("Request"), texts.requestFact,
                  geometry.request + QPointF(-2, -44), geometry.answered, tokens);
    paintTerminal(painter, geometry.answer, LinePainterText::tr("Answer"), texts.answerFact,
                  geometry.answer + QPointF(11, -17), geometry.answered, tokens);
}

} // namespace sb::ui
