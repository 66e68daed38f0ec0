#include "ui/chains/line_painter.h"

#include "ui/chains/station_painter.h"
#include "ui/common/type.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr double TerminalHalf = 9;
constexpr double PlusRadius = 9;
constexpr double Arrow = 5;

struct LinePainterText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::LinePainter)
};

QPen trackPen(line::TrackState state, const Tokens &tokens)
{
    QPen pen(tokens.track, 2);
    if (state == line::TrackState::Failed) {
        pen = QPen(tokens.signalStop, 3);
        pen.setDashPattern({2, 1.4});
    } else if (state == line::TrackState::Taken) {
        pen = QPen(tokens.accent, 4);
    }
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

void paintTrack(QPainter &painter, const QPolygonF &path, line::TrackState state, const Tokens &tokens)
{
    painter.setPen(trackPen(state, tokens));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(path);
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
void paintWords(QPainter &painter, QRectF box, const QString &words, bool taken, const Tokens &tokens)
{
    painter.fillRect(box.adjusted(-3, 0, 3, 0), tokens.sunken);
    painter.setPen(taken ? tokens.accent : tokens.text3);
    painter.drawText(box, Qt::AlignCenter, words);
}

void paintNote(QPainter &painter, const line::Note &note, const QString &condition, const Tokens &tokens)
{
    painter.setFont(fontFor(TextRole::Caption, QFont::Medium));
    const QString text = painter.fontMetrics().elidedText(condition, Qt::ElideRight, int(note.room));
    const double advance = painter.fontMetrics().horizontalAdvance(text);
    paintWords(painter, QRectF(note.at.x(), note.at.y() - 8, advance + 1, 16), text, note.taken, tokens);
}

void paintBranch(QPainter &painter, const line::Branch &branch, const QString &words, const Tokens &tokens)
{
    if (branch.path.isEmpty())
        return;
    paintTrack(painter, branch.path, branch.taken ? line::TrackState::Taken : line::TrackState::Idle, tokens);
    // Where it ends it runs beside no other track: an arrow says that it arrives.
    const QPointF tip = branch.path.constLast() - QPointF(10, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(branch.taken ? tokens.accent : tokens.track);
    painter.drawPolygon(QPolygonF{{tip, tip - QPointF(Arrow * 1.6, Arrow), tip - QPointF(Arrow * 1.6, -Arrow)}});
    painter.setFont(fontFor(TextRole::Caption, QFont::Medium));
    const QString text = painter.fontMetrics().elidedText(words, Qt::ElideRight, int(branch.room));
    const double advance = painter.fontMetrics().horizontalAdvance(text) + 1;
    paintWords(painter, QRectF(branch.label.x() - advance / 2, branch.label.y() - 8, advance, 16), text, branch.taken,
               tokens);
}

void paintPoints(QPainter &painter, const line::Points &points, bool hovered, bool overview, const Tokens &tokens)
{
    const double radius = overview ? 2.5 : hovered ? 7 : 5;
    painter.setPen(QPen(points.taken || hovered ? tokens.accent : tokens.track, overview ? 1.5 : 2.5));
    painter.setBrush(tokens.sunken);
    painter.drawEllipse(points.center, radius, radius);
}

void paintPlus(QPainter &painter, QPointF center, bool hovered, const Tokens &tokens)
{
    const QColor color = hovered ? tokens.accent : tokens.text3;
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(tokens.sunken);
    painter.drawEllipse(center, PlusRadius, PlusRadius);
    painter.drawLine(center - QPointF(4, 0), center + QPointF(4, 0));
    painter.drawLine(center - QPointF(0, 4), center + QPointF(0, 4));
}

void paintPluses(QPainter &painter, const line::Geometry &geometry, const LineMarks &marks, const Tokens &tokens)
{
    if (geometry.overview)
        return;
    const line::Gap &last = geometry.gaps.constLast();
    const bool hovered = marks.plus == last.before;
    paintPlus(painter, last.plus, hovered, tokens);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(hovered ? tokens.accent : tokens.text3);
    painter.drawText(QRectF(last.plus + QPointF(PlusRadius + 8, -9), QSizeF(200, 18)), Qt::AlignVCenter,
                     LinePainterText::tr("Add a step"));
    if (marks.plus >= 0 && !hovered)
        paintPlus(painter, geometry.gaps[marks.plus].plus, true, tokens);
}

void paintDrop(QPainter &painter, const line::Geometry &geometry, const LineMarks &marks, const Tokens &tokens)
{
    const qsizetype before = marks.drop;
    const qsizetype count = geometry.stations.size();
    if (before < 0 || before > count || count == 0)
        return;
    const QRectF box = geometry.stations[qMin(before, count - 1)].box;
    const double gap = before > 0 && before < count ? (geometry.stations[before - 1].box.bottom() + box.top()) / 2
        : before == 0                               ? box.top() - 10
                                                    : box.bottom() + 10;
    painter.setPen(QPen(tokens.accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(box.left(), gap), QPointF(box.right(), gap));
}

/// From points to the mouse, or onto the track of the station under it.
void paintConnection(QPainter &painter, const line::Geometry &geometry, const LineMarks &marks, const Tokens &tokens)
{
    if (marks.connectFrom < 0 || marks.connectFrom >= geometry.points.size())
        return;
    QPen pen(tokens.accent, 2);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPointF start = geometry.points[marks.connectFrom].center;
    QPointF end = marks.connectEnd;
    if (marks.connectTo >= 0) {
        const QRectF box = geometry.stations[marks.connectTo].box;
        end = QPointF(box.left(), box.center().y());
        paintBox(painter, box.adjusted(-2, -2, 2, 2), 8, {}, tokens.accent, 2);
        painter.setPen(pen);
    }
    // Level, upright or at 45°, as all lines are.
    const double bend = qMin(qAbs(end.x() - start.x()), qAbs(end.y() - start.y()));
    const double down = end.y() >= start.y() ? 1 : -1;
    const double right = end.x() >= start.x() ? 1 : -1;
    painter.drawPolyline(
        QPolygonF{{start, QPointF(start.x(), end.y() - down * bend), QPointF(start.x() + right * bend, end.y()), end}});
}

} // namespace

void paintLine(QPainter &painter, const QRectF &exposed, const line::Geometry &geometry, const LineTexts &texts,
               const LineMarks &marks, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen = exposed.adjusted(-6, -6, 6, 6);
    const auto isSeen = [&seen](const QRectF &box) { return seen.intersects(box); };
    for (const line::Branch &branch : geometry.branches) {
        if (!branch.taken)
            paintBranch(painter, branch, texts.branches.value(&branch - geometry.branches.constData()), tokens);
    }
    for (const line::Track &track : geometry.tracks) {
        if (isSeen(track.path.boundingRect().adjusted(-2, -2, 2, 2)))
            paintTrack(painter, track.path, track.state, tokens);
    }
    for (const line::Branch &branch : geometry.branches) {
        if (branch.taken)
            paintBranch(painter, branch, texts.branches.value(&branch - geometry.branches.constData()), tokens);
    }
    for (const line::Points &points : geometry.points)
        paintPoints(painter, points, marks.points == points.step || marks.connectFrom == points.step, geometry.overview,
                    tokens);
    for (const line::Note &note : geometry.notes) {
        if (isSeen(QRectF(note.at.x(), note.at.y() - 8, note.room, 16)))
            paintNote(painter, note, texts.stations[note.step].condition, tokens);
    }
    for (const line::Station &station : geometry.stations) {
        if (isSeen(station.box))
            paintStation(painter, station, texts.stations[station.step], marks, geometry.overview, tokens);
    }
    paintPluses(painter, geometry, marks, tokens);
    paintDrop(painter, geometry, marks, tokens);
    paintConnection(painter, geometry, marks, tokens);
    paintTerminal(painter, geometry.request, LinePainterText::tr("Request"), texts.requestFact,
                  geometry.request + QPointF(-2, -44), geometry.taken, tokens);
    paintTerminal(painter, geometry.answer, LinePainterText::tr("Answer"), texts.answerFact,
                  geometry.answer + QPointF(11, -17), geometry.answered, tokens);
}

} // namespace sb::ui
