#include "tests/testing/testing.h"
#include "ui/chains/line_view.h"

#include <QAccessible>
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

private:
    void openSteps(int count);
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

static const bool tstLineView = sb::testing::add<TstLineView>();

#include "tst_line_view.moc"
