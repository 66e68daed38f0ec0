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
    void aFailedStationIsReachedByADashedTrackAndTheWayGoesOn();
    void withoutAnAnswerTheWayEndsAtTheLastThatWasAsked();
    void branchesRunInLanesOfTheirOwn_data();
    void branchesRunInLanesOfTheirOwn();
    void aTakenBranchLeavesTheTrunkIdle();
    void anOverviewOfFortyFitsAWindow();
    void aStepCanBeAddedBeforeEachAndBehindTheLast();

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
                         : letter == 'S' ? Part::Served
                         : letter == '!' ? Part::Failed
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
         {"", "F", "x", "Fl", "xF", "xFl", "xxF", "???", "lFl", "xxx", "xlFlllll", "FxFxFxFxFxFx", "!S", "S!l", "!!"}) {
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

void TstLineLayout::aFailedStationIsReachedByADashedTrackAndTheWayGoesOn()
{
    const line::Geometry geometry =
        line::layOut({.parts = partsOf("!S"), .way = {{.from = -1, .to = 0}, {.from = 0, .to = 1}}});
    QVERIFY(geometry.answered);
    QVERIFY(leads(geometry, geometry.request, geometry.answer));
    QVERIFY(std::ranges::any_of(geometry.tracks, [&](const line::Track &track) {
        return track.state == line::TrackState::Failed
            && track.path.constLast() == QPointF(geometry.stations[0].box.left(), geometry.request.y());
    }));
}

void TstLineLayout::withoutAnAnswerTheWayEndsAtTheLastThatWasAsked()
{
    const line::Geometry geometry =
        line::layOut({.parts = partsOf("!!l"), .way = {{.from = -1, .to = 0}, {.from = 0, .to = 1}}});
    QVERIFY(geometry.taken && !geometry.answered);
    QVERIFY(geometry.points[0].taken && geometry.points[1].taken);
    QVERIFY(geometry.notes[0].taken && !geometry.notes[1].taken);
}

void TstLineLayout::branchesRunInLanesOfTheirOwn_data()
{
    QTest::addColumn<bool>("dense");
    QTest::newRow("stations in full") << false;
    QTest::newRow("folded") << true;
}

void TstLineLayout::branchesRunInLanesOfTheirOwn()
{
    QFETCH(bool, dense);
    const line::Geometry geometry = line::layOut(
        {.parts = partsOf("llllll"),
         .branches = {{.from = 0, .to = 1}, {.from = 0, .to = 3}, {.from = 1, .to = 2}, {.from = 2, .to = 5}},
         .dense = dense});
    QCOMPARE(geometry.branches.size(), 4);
    for (const line::Branch &branch : geometry.branches) {
        QCOMPARE(branch.path.constFirst(), geometry.points[branch.from].center);
        QCOMPARE(branch.path.constLast().y(), geometry.stations[branch.to].box.center().y());
        for (qsizetype i = 1; i < branch.path.size(); ++i) {
            const QPointF leg = branch.path[i] - branch.path[i - 1];
            QVERIFY(leg.y() >= 0); // never up again
            QVERIFY(leg.x() == 0 || leg.y() == 0 || qAbs(leg.x()) == leg.y());
        }
        QVERIFY(branch.room > 20);
    }
    const auto lane = [&](qsizetype i) { return geometry.branches[i].path[1].x(); };
    QVERIFY(lane(1) < lane(0)); // the longer one lies outside
    QVERIFY(lane(3) != lane(1)); // they share the way from step 3 to step 4
    QCOMPARE(lane(2), lane(0)); // one after the other
}

void TstLineLayout::aTakenBranchLeavesTheTrunkIdle()
{
    const line::Geometry geometry =
        line::layOut({.parts = partsOf("!lS"),
                      .branches = {{.from = 0, .to = 2}},
                      .way = {{.from = -1, .to = 0}, {.from = 0, .to = 2, .branches = true}}});
    QVERIFY(geometry.branches[0].taken);
    QVERIFY(geometry.points[0].taken && !geometry.points[1].taken);
    for (const line::Note &note : geometry.notes)
        QVERIFY(!note.taken);
}

void TstLineLayout::anOverviewOfFortyFitsAWindow()
{
    const QList<Part> forty(40, Part::Later);
    const double pitch = line::overviewPitch(40, 600);
    QVERIFY(pitch >= line::LeastPitch);
    const line::Geometry geometry = line::layOut({.parts = forty, .pitch = pitch});
    QVERIFY(geometry.overview);
    QVERIFY2(geometry.size.height() <= 600, qPrintable(QString::number(geometry.size.height())));
    for (qsizetype i = 1; i < 40; ++i)
        QVERIFY(geometry.stations[i].box.top() >= geometry.stations[i - 1].box.bottom());
}

void TstLineLayout::aStepCanBeAddedBeforeEachAndBehindTheLast()
{
    const line::Geometry geometry = line::layOut(partsOf("Fll"), 0);
    QCOMPARE(geometry.gaps.size(), 4);
    for (qsizetype i = 0; i < 4; ++i) {
        QCOMPARE(geometry.gaps[i].before, i);
        QCOMPARE(geometry.gapAt(geometry.gaps[i].plus)->before, i);
        QVERIFY(!geometry.stationAt(geometry.gaps[i].plus));
    }
    QCOMPARE(geometry.gapNear(0), 0);
    QCOMPARE(geometry.gapNear(geometry.stations[1].box.bottom()), 2);
    QCOMPARE(geometry.gapNear(10'000), 3);
}

static const bool tstLineLayout = sb::testing::add<TstLineLayout>();

#include "tst_line_layout.moc"
