// Run by xvfb-run: the mouse of a real window system.
#include "tests/testing/testing.h"
#include "ui/chains/step_list.h"

#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace sb;

class TstStepDrag final : public QObject
{
    Q_OBJECT
private slots:
    void aStepIsDraggedToAnotherPlace_data();
    void aStepIsDraggedToAnotherPlace();
    void escapeEndsADrag();
};

void TstStepDrag::aStepIsDraggedToAnotherPlace_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("belowRow"); // dropped between this row and the next; -1: before the first
    QTest::addColumn<QString>("order");
    QTest::newRow("down by one") << 0 << 1 << "bacd";
    QTest::newRow("to the end") << 0 << 3 << "bcda";
    QTest::newRow("to the front") << 3 << -1 << "dabc";
    QTest::newRow("where it was") << 1 << 0 << "abcd";
}

void TstStepDrag::aStepIsDraggedToAnotherPlace()
{
    QFETCH(int, from);
    QFETCH(int, belowRow);
    ui::ChainDocument document;
    routing::Chain chain{.name = QStringLiteral("c")};
    for (const char *name : {"a", "b", "c", "d"})
        chain.steps.append({.model = QString::fromLatin1(name)});
    document.open(chain);
    ui::StepList list(document);
    list.resize(232, 300);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));

    const auto rect = [&](int row) { return list.visualRect(list.model()->index(row, 0)); };
    const int y = belowRow < 0 ? rect(0).top() + 2 : rect(belowRow).bottom() - 1;
    QWindow *window = list.windowHandle();
    const auto at = [&](QPoint inViewport) { return list.viewport()->mapTo(&list, inViewport); };
    const QPoint start = rect(from).center();
    const QPoint target(start.x(), y);
    QTest::mousePress(window, Qt::LeftButton, {}, at(start));
    QTest::mouseMove(window, at(start + QPoint(0, 14)));
    QTest::mouseMove(window, at(target));
    QTest::mouseRelease(window, Qt::LeftButton, {}, at(target));
    QFETCH(QString, order);
    const auto models = [&] {
        QString text;
        for (const routing::Step &step : document.chain().steps)
            text += step.model;
        return text;
    };
    QTRY_COMPARE(models(), order);
    QCOMPARE(document.chain().steps.at(document.current()).model, chain.steps.at(from).model); // still selected
    document.undoStack().undo();
    QCOMPARE(models(), QStringLiteral("abcd"));
}

void TstStepDrag::escapeEndsADrag()
{
    ui::ChainDocument document;
    document.open(
        {.name = QStringLiteral("c"), .steps = {{.model = QStringLiteral("a")}, {.model = QStringLiteral("b")}}});
    ui::StepList list(document);
    list.resize(232, 300);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QWindow *window = list.windowHandle();
    const QPoint start = list.viewport()->mapTo(&list, list.visualRect(list.model()->index(0, 0)).center());
    QTest::mousePress(window, Qt::LeftButton, {}, start);
    QTest::mouseMove(window, start + QPoint(0, 60));
    QTest::keyClick(&list, Qt::Key_Escape);
    QTest::mouseRelease(window, Qt::LeftButton, {}, start + QPoint(0, 60));
    QCOMPARE(document.undoStack().count(), 0);
}

static const bool tstStepDrag = sb::testing::add<TstStepDrag>();

#include "tst_step_drag.moc"
