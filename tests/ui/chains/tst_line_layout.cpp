#include "tests/testing/testing.h"
#include "ui/chains/line_layout.h"

#include <QTest>

using namespace sb;
using namespace sb::ui;
using Part = StepOutcome::Part;

class TstLineLayout final : public QObject
{
    Q_OBJECT
private slots:
    void everyTrackRunsLevelUprightOrAt45Degrees_data();
    void everyTrackRunsLevelUprightOrAt45Degrees();
    void stationsStandInOneColumnAndDoNotTouch_data();
    void stationsStandInOneColumnAndDoNotTouch();
    void theTakenTrackLeadsFromRequestToAnswerThroughTheFirstCandidate();
    void anExcludedStationIsReachedByADashedTrackOnly();
    void withoutACandidateNothingIsTaken();
    void aChainWithoutStepsIsALine();
    void longChainsFoldButForTheChosenAndTheTakenStation();
    void aPointBelongsToTheStationUnderIt();

private:
    void addShapes();
};

namespace {

QList<Part> partsOf(const QByteArray &letters)
{
    QList<Part> parts;
    for (const char letter : letters)
        parts.append(letter == 'F'       ? Part::First
                         : letter == 'x' ? Part::Excluded
                         : letter == 'l' ? Part::Later
                                         : Part::Unknown);
    return parts;
}

/// Total length of what is drawn as taken between two points, walking from joint to joint.
bool leads(const line::Geometry &geometry, QPointF from, QPointF to)
{
    QList<QPolygonF> legs;
    for (const line::Track &track : geometry.tracks) {
        if (track.state == line::TrackState::Taken)
            legs.append(track.path);
    }
    for (QPointF at = from; at != to;) {
        const auto next =
            std::find_if(legs.cbegin(), legs.cend(), [&](const QPolygonF &leg) { return leg.constFirst() == at; });
        if (next == legs.cend()) {
            // A track ends at the station's left edge and goes on at its right.
            const auto *station = geometry.stationAt(at + QPointF(1, 0));
            if (!station || at.x() >= station->box.right())
                return false;
            at = QPointF(station->box.right(), station->box.center().y());
            continue;
        }
        at = next->constLast();
        legs.erase(next);
    }
    return legs.isEmpty();
}

} // namespace

void TstLineLayout::addShapes()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<int>("current");
    QTest::addColumn<bool>("dense");
    for (const char *parts :
         {"", "F", "x", "Fl", "xF", "xFl", "xxF", "???", "lFl", "xxx", "xlFlllll", "FxFxFxFxFxFx"}) {
        for (const int current : {-1, 0, 2}) {
            for (const bool dense : {false, true})
                QTest::addRow("\"%s\", %d selected%s", parts, current, dense ? ", dense" : "")
                    << QByteArray(parts) << current << dense;
        }
    }
}

void TstLineLayout::everyTrackRunsLevelUprightOrAt45Degrees_data()
{
    addShapes();
}

void TstLineLayout::everyTrackRunsLevelUprightOrAt45Degrees()
{
    QFETCH(QByteArray, parts);
    QFETCH(int, current);
    QFETCH(bool, dense);
    const line::Geometry geometry = line::layOut(partsOf(parts), current, dense);
    QVERIFY(!geometry.tracks.isEmpty());
    for (const line::Track &track : geometry.tracks) {
        int upright = 0;
        for (qsizetype i = 1; i < track.path.size(); ++i) {
            const QPointF leg = track.path[i] - track.path[i - 1];
            const bool straight = leg.x() == 0 || leg.y() == 0 || qAbs(leg.x()) == qAbs(leg.y());
            QVERIFY2(straight, qPrintable(QStringLiteral("%1, %2").arg(leg.x()).arg(leg.y())));
            QVERIFY(leg.x() >= 0); // trains run from left to right
            const int direction = leg.y() > 0 ? 1 : leg.y() < 0 ? -1 : 0;
            QVERIFY2(direction * upright >= 0, "a track turns back");
            upright = direction != 0 ? direction : upright;
        }
    }
}

void TstLineLayout::stationsStandInOneColumnAndDoNotTouch_data()
{
    addShapes();
}

void TstLineLayout::stationsStandInOneColumnAndDoNotTouch()
{
    QFETCH(QByteArray, parts);
    QFETCH(int, current);
    QFETCH(bool, dense);
    const line::Geometry geometry = line::layOut(partsOf(parts), current, dense);
    QCOMPARE(geometry.stations.size(), parts.size());
    QCOMPARE(geometry.notes.size(), qMax<qsizetype>(0, parts.size() - 1));
    const QRectF whole(QPointF(), geometry.size);
    for (qsizetype i = 0; i < geometry.stations.size(); ++i) {
        const line::Station &station = geometry.stations[i];
        QCOMPARE(station.step, i);
        QCOMPARE(station.box.width(), 252.0);
        QCOMPARE(station.box.height(), station.folded ? 36.0 : 76.0);
        QVERIFY(whole.contains(station.box));
        if (i > 0) {
            QCOMPARE(station.box.left(), geometry.stations[i - 1].box.left());
            QVERIFY(station.box.top() - geometry.stations[i - 1].box.bottom() >= 30); // room for a note
        }
    }
    QVERIFY(whole.contains(geometry.request) && whole.contains(geometry.answer));
}

void TstLineLayout::theTakenTrackLeadsFromRequestToAnswerThroughTheFirstCandidate()
{
    for (const char *parts : {"F", "Fl", "xF", "xxF", "xxFl", "xlF"}) {
        const line::Geometry geometry = line::layOut(partsOf(parts), -1);
        QVERIFY(geometry.answered);
        QVERIFY2(leads(geometry, geometry.request, geometry.answer), parts);
        QCOMPARE(geometry.tracks.constLast().state, line::TrackState::Taken); // painted over the others
    }
}

void TstLineLayout::anExcludedStationIsReachedByADashedTrackOnly()
{
    const line::Geometry geometry = line::layOut(partsOf("xFx"), -1);
    QList<double> ends;
    for (const line::Track &track : geometry.tracks) {
        if (track.state == line::TrackState::Failed) {
            QCOMPARE(track.path.constLast().x(), geometry.stations[0].box.left());
            ends.append(track.path.constLast().y());
        }
    }
    QCOMPARE(ends, (QList<double>{geometry.stations[0].box.center().y(), geometry.stations[2].box.center().y()}));
    QCOMPARE(geometry.points.size(), 2);
    QVERIFY(geometry.points[0].taken && geometry.points[1].taken);
    QVERIFY(geometry.notes[0].taken && !geometry.notes[1].taken);
}

void TstLineLayout::withoutACandidateNothingIsTaken()
{
    for (const char *parts : {"xx", "??"}) {
        const line::Geometry geometry = line::layOut(partsOf(parts), 0);
        QVERIFY(!geometry.answered);
        for (const line::Track &track : geometry.tracks)
            QVERIFY(track.state != line::TrackState::Taken);
        QVERIFY(!geometry.points[0].taken);
    }
}

void TstLineLayout::aChainWithoutStepsIsALine()
{
    const line::Geometry geometry = line::layOut({}, -1);
    QCOMPARE(geometry.tracks.size(), 1);
    QCOMPARE(geometry.tracks[0].path, (QPolygonF{{geometry.request, geometry.answer}}));
    QVERIFY(geometry.points.isEmpty());
}

void TstLineLayout::longChainsFoldButForTheChosenAndTheTakenStation()
{
    const line::Geometry six = line::layOut(partsOf("xlllll"), 0);
    for (const line::Station &station : six.stations)
        QVERIFY(!station.folded);
    const line::Geometry eight = line::layOut(partsOf("xFllllll"), 4);
    for (const line::Station &station : eight.stations)
        QCOMPARE(station.folded, station.step != 1 && station.step != 4);
    QVERIFY(eight.size.height() < 8 * 130);
}

void TstLineLayout::aPointBelongsToTheStationUnderIt()
{
    const line::Geometry geometry = line::layOut(partsOf("Fl"), 0);
    QCOMPARE(geometry.stationAt(geometry.stations[1].box.center())->step, 1);
    QVERIFY(!geometry.stationAt(geometry.request));
}

static const bool tstLineLayout = sb::testing::add<TstLineLayout>();

#include "tst_line_layout.moc"
