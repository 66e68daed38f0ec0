#include "tests/testing/testing.h"
#include "ui/chains/line_view.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace sb;
using namespace sb::ui;

class TstLineView final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void arrowsChooseAStep();
    void aClickChoosesTheStationUnderIt();
    void keysAskForWhatTheListDoes();
    void zoomGoesInStepsAndIsBounded();
    void aSmallZoomFoldsInsteadOfShrinkingLetters();
    void aLongChainScrollsToTheChosenStation();
    void aNarrowViewScrollsSidewaysToTheChosenStation();
    void stationsAreChildrenInTheOrderOfTheList();
    void aStationSaysWhatTheDryRunFound();
    void aStationIsDraggedToAnotherPlace_data();
    void aStationIsDraggedToAnotherPlace();
    void escapeEndsADrag();
    void pointsAreDraggedToALaterStation();
    void pointsAreNotConnectedWithAnEarlierStation();
    void aClickOnPointsAsksWhereFailuresGo();
    void aClickOnTheChipAsksForAFault();
    void aClickOnThePlusAddsAStepThere();
    void menusAreHadByKeys();
    void fittingShowsAllOfIt_data();
    void fittingShowsAllOfIt();
    void aZoomEndsFitting();
    void aStationSaysItsFaultAndWhatGoesOnLive();

private:
    void openSteps(int count);
    void dragFrom(QPoint start, QPoint end);
    [[nodiscard]] QString order() const;
    std::unique_ptr<ChainDocument> m_document;
    std::unique_ptr<LineView> m_view;
};

void TstLineView::init()
{
    m_view.reset();
    m_document = std::make_unique<ChainDocument>();
    openSteps(3);
    m_view = std::make_unique<LineView>(*m_document);
    m_view->resize(706, 560);
    m_view->show();
}

void TstLineView::openSteps(int count)
{
    routing::Chain chain{.name = QStringLiteral("c")};
    for (int i = 0; i < count; ++i)
        chain.steps.append({.model = QStringLiteral("author/model-%1").arg(i)});
    m_document->open(chain);
}

void TstLineView::arrowsChooseAStep()
{
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_document->current(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_document->current(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_document->current(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_document->current(), 2);
}

void TstLineView::aClickChoosesTheStationUnderIt()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->stationRect(2).center());
    QCOMPARE(m_document->current(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(m_document->current(), 2);
}

void TstLineView::keysAskForWhatTheListDoes()
{
    QSignalSpy moves(m_view.get(), &LineView::moveWanted);
    QSignalSpy removals(m_view.get(), &LineView::removeWanted);
    QSignalSpy inspections(m_view.get(), &LineView::inspectorWanted);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(moves.size(), 2);
    QCOMPARE(moves[0][0].toInt(), -1);
    QCOMPARE(moves[1][0].toInt(), 1);
    QCOMPARE(removals.size(), 1);
    QCOMPARE(inspections.size(), 1);
}

void TstLineView::zoomGoesInStepsAndIsBounded()
{
    QSignalSpy changes(m_view.get(), &LineView::zoomChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 125);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 50);
    m_view->zoomBy(9);
    QCOMPARE(m_view->zoom(), 150);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 100);
    QVERIFY(changes.size() > 3);
}

void TstLineView::aSmallZoomFoldsInsteadOfShrinkingLetters()
{
    m_view->setZoom(75);
    QVERIFY(!m_view->geometryOfLine().stations[1].folded);
    const int width = m_view->stationRect(1).width();
    m_view->setZoom(50);
    QVERIFY(m_view->geometryOfLine().stations[1].folded);
    QCOMPARE(m_view->stationRect(1).width(), width);
}

void TstLineView::aLongChainScrollsToTheChosenStation()
{
    openSteps(14);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QVERIFY(!m_view->viewport()->rect().contains(m_view->stationRect(13)));
    m_document->setCurrent(13);
    QVERIFY(m_view->viewport()->rect().contains(m_view->stationRect(13)));
    m_document->setCurrent(0);
    QVERIFY(m_view->viewport()->rect().contains(m_view->stationRect(0)));
}

void TstLineView::aNarrowViewScrollsSidewaysToTheChosenStation()
{
    m_view->setZoom(150);
    m_view->resize(460, 400);
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    for (int step = 0; step < 3; ++step) {
        m_view->horizontalScrollBar()->setValue(step == 1 ? m_view->horizontalScrollBar()->maximum() : 0);
        m_document->setCurrent((step + 1) % 3);
        const QRect station = m_view->stationRect(m_document->current());
        QVERIFY(m_view->viewport()->rect().contains(station.topLeft()));
        QVERIFY(station.right() < m_view->viewport()->width() || station.left() <= size::PageMargin);
    }
}

void TstLineView::stationsAreChildrenInTheOrderOfTheList()
{
    QAccessibleInterface *line = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(line);
    QCOMPARE(line->childCount(), 3);
    for (int i = 0; i < 3; ++i) {
        QAccessibleInterface *station = line->child(i);
        QVERIFY(station && station->isValid());
        QCOMPARE(line->indexOfChild(station), i);
        QVERIFY(
            station->text(QAccessible::Name).startsWith(QStringLiteral("Step %1, author/model-%2").arg(i + 1).arg(i)));
        QCOMPARE(bool(station->state().selected), i == 0);
        QCOMPARE(line->childAt(station->rect().center().x(), station->rect().center().y()), station);
    }
    QSignalSpy menus(m_view.get(), &LineView::menuWanted);
    line->child(1)->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus[0][0].value<qsizetype>(), 1);
    line->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_document->current(), 2);
    m_document->edit(routing::RemoveStep{.at = 2}, QStringLiteral("remove"));
    QCOMPARE(line->childCount(), 2);
    QVERIFY(!line->child(2));
}

void TstLineView::aStationSaysWhatTheDryRunFound()
{
    routing::Plan plan;
    plan.candidates = {{.step = 1,
                        .endpointId = QStringLiteral("b/m"),
                        .rank = 1,
                        .expectedLow = NanoDollars{120'000},
                        .expectedHigh = NanoDollars{560'000}}};
    plan.excluded = {{.step = 0,
                      .endpointId = QStringLiteral("a/m"),
                      .reason = routing::Exclusion::NoKey,
                      .detail = QStringLiteral("There is no key for A.")}};
    m_view->setPlan(plan);
    QVERIFY(m_view->stationText(0).endsWith(QStringLiteral("left out, no key")));
    QVERIFY(m_view->stationText(1).endsWith(QStringLiteral("asked first, $0.00012 to $0.00056")));
    QVERIFY(m_view->geometryOfLine().answered);
}

void TstLineView::dragFrom(QPoint start, QPoint end)
{
    QWidget *view = m_view->viewport();
    QTest::mousePress(view, Qt::LeftButton, {}, start);
    const auto move = [&](QPoint to) {
        QMouseEvent event(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &event);
    };
    move(start + QPoint(0, 16));
    move(end);
    QTest::mouseRelease(view, Qt::LeftButton, {}, end);
}

QString TstLineView::order() const
{
    QString text;
    for (const routing::Step &step : m_document->chain().steps)
        text += step.model.back();
    return text;
}

void TstLineView::aStationIsDraggedToAnotherPlace_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("beside");
    QTest::addColumn<int>("by"); // pixels above or below the middle of that station
    QTest::addColumn<QString>("order");
    QTest::newRow("down by one") << 0 << 1 << 20 << "102";
    QTest::newRow("to the end") << 0 << 2 << 20 << "120";
    QTest::newRow("to the front") << 2 << 0 << -20 << "201";
    QTest::newRow("where it was") << 1 << 0 << 20 << "012";
}

void TstLineView::aStationIsDraggedToAnotherPlace()
{
    QFETCH(int, from);
    QFETCH(int, beside);
    QFETCH(int, by);
    QFETCH(QString, order);
    dragFrom(m_view->stationRect(from).center() - QPoint(0, 20), m_view->stationRect(beside).center() + QPoint(0, by));
    QCOMPARE(this->order(), order);
    QCOMPARE(m_document->undoStack().count(), order == QStringLiteral("012") ? 0 : 1);
    m_document->undoStack().undo();
    QCOMPARE(this->order(), QStringLiteral("012"));
    QCOMPARE(m_view->marks().dragged, -1);
}

void TstLineView::escapeEndsADrag()
{
    QWidget *view = m_view->viewport();
    const QPoint start = m_view->stationRect(0).center() - QPoint(0, 20);
    const QPoint end = m_view->stationRect(2).center();
    QTest::mousePress(view, Qt::LeftButton, {}, start);
    QMouseEvent move(QEvent::MouseMove, end, view->mapToGlobal(end), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view, &move);
    QCOMPARE(m_view->marks().dragged, 0);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->marks().dragged, -1);
    QTest::mouseRelease(view, Qt::LeftButton, {}, end);
    QCOMPARE(order(), QStringLiteral("012"));
}

void TstLineView::pointsAreDraggedToALaterStation()
{
    QSignalSpy connections(m_view.get(), &LineView::connectWanted);
    dragFrom(m_view->pointsPosition(0), m_view->stationRect(2).center());
    QCOMPARE(connections.size(), 1);
    QCOMPARE(connections[0][0].value<qsizetype>(), 0);
    QCOMPARE(connections[0][1].value<qsizetype>(), 2);
}

void TstLineView::pointsAreNotConnectedWithAnEarlierStation()
{
    QSignalSpy connections(m_view.get(), &LineView::connectWanted);
    dragFrom(m_view->pointsPosition(1), m_view->stationRect(0).center());
    dragFrom(m_view->pointsPosition(1), m_view->stationRect(1).center());
    QCOMPARE(connections.size(), 0);
}

void TstLineView::aClickOnPointsAsksWhereFailuresGo()
{
    QSignalSpy wanted(m_view.get(), &LineView::nextWanted);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->pointsPosition(1));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<qsizetype>(), 1);
    QCOMPARE(m_document->current(), 1);
}

void TstLineView::aClickOnTheChipAsksForAFault()
{
    QSignalSpy wanted(m_view.get(), &LineView::faultsWanted);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->chipRect(2).center());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<qsizetype>(), 2);
}

void TstLineView::aClickOnThePlusAddsAStepThere()
{
    QSignalSpy wanted(m_view.get(), &LineView::addWanted);
    for (const qsizetype before : {0, 1, 3}) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->plusPosition(before));
        QCOMPARE(wanted.constLast()[0].value<qsizetype>(), before);
    }
    QTest::keyClick(m_view.get(), Qt::Key_Insert);
    QCOMPARE(wanted.constLast()[0].value<qsizetype>(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 5);
}

void TstLineView::menusAreHadByKeys()
{
    QSignalSpy faults(m_view.get(), &LineView::faultsWanted);
    QSignalSpy next(m_view.get(), &LineView::nextWanted);
    QSignalSpy menu(m_view.get(), &LineView::menuWanted);
    QSignalSpy back(m_view.get(), &LineView::backWanted);
    m_document->setCurrent(1);
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QTest::keyClick(m_view.get(), Qt::Key_G);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(faults.size() + next.size() + menu.size() + back.size(), 4);
    for (const QSignalSpy *spy : {&faults, &next, &menu})
        QCOMPARE(spy->constFirst()[0].value<qsizetype>(), 1);
}

void TstLineView::fittingShowsAllOfIt_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {2, 3, 6, 7, 12, 25, 40})
        QTest::addRow("%d stations", steps) << steps;
}

void TstLineView::fittingShowsAllOfIt()
{
    QFETCH(int, steps);
    openSteps(steps);
    QTest::keyClick(m_view.get(), Qt::Key_9, Qt::ControlModifier);
    QVERIFY(m_view->isFitted());
    for (int step = 0; step < steps; ++step)
        QVERIFY2(m_view->viewport()->rect().contains(m_view->stationRect(step)), qPrintable(QString::number(step)));
    QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
    m_view->resize(706, 700); // and stays so
    QVERIFY(m_view->viewport()->rect().contains(m_view->stationRect(steps - 1)));
}

void TstLineView::aZoomEndsFitting()
{
    m_view->fit();
    m_view->setZoom(100);
    QVERIFY(!m_view->isFitted());
    QCOMPARE(m_view->stationRect(0).width(), 252);
}

void TstLineView::aStationSaysItsFaultAndWhatGoesOnLive()
{
    LineShown shown{.faults = {"status-529", {}, {}}};
    m_view->setShown(shown);
    QVERIFY(m_view->stationText(0).contains(QStringLiteral("fault 529 overloaded")));
    QVERIFY(!m_view->stationText(1).contains(QStringLiteral("fault")));
    shown.lives = {StepLive{}, {.endpoints = 1, .cooling = 1, .left = std::chrono::seconds(9)}, StepLive{}};
    m_view->setShown(shown);
    QVERIFY2(m_view->stationText(1).endsWith(QStringLiteral("cooling down, 9 s")), qPrintable(m_view->stationText(1)));
    shown.rehearsed = true; // nothing of that is live then
    m_view->setShown(shown);
    QVERIFY(!m_view->stationText(1).contains(QStringLiteral("cooling")));
}

static const bool tstLineView = sb::testing::add<TstLineView>();

#include "tst_line_view.moc"
