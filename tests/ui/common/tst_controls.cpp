#include "tests/testing/testing.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/field_grid.h"
#include "ui/common/key_figure.h"
#include "ui/common/label.h"
#include "ui/common/segmented_control.h"
#include "ui/common/table.h"
#include "ui/common/toast.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace sb::ui;

/// What the controls say to whoever cannot see them, and where the focus is.
class TstControls final : public QObject
{
    Q_OBJECT
private slots:
    void theChoicesOfASegmentedControlAreRadioButtons()
    {
        SegmentedControl control({u"Money"_s, u"Tokens"_s}, 0);
        control.setAccessibleName(u"Measure"_s);
        QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&control);
        QVERIFY(group);
        QCOMPARE(group->role(), QAccessible::Grouping);
        QCOMPARE(group->childCount(), 2);
        QAccessibleInterface *tokens = group->child(1);
        QCOMPARE(tokens->role(), QAccessible::RadioButton);
        QCOMPARE(tokens->text(QAccessible::Name), u"Tokens"_s);
        QVERIFY(!tokens->state().checked);
        QVERIFY(group->child(0)->state().checked);
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        tokens->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.size(), 1);
        QVERIFY(tokens->state().checked);
        QCOMPARE(group->indexOfChild(tokens), 1);
    }

    void aKeyFigureThatDidNotMoveIsUnchanged_data()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<QString>("said");
        QTest::newRow("more") << 1 << u"up 3%"_s;
        QTest::newRow("less") << -1 << u"down 3%"_s;
        QTest::newRow("the same") << 0 << u"unchanged"_s;
    }
    void aKeyFigureThatDidNotMoveIsUnchanged()
    {
        QFETCH(int, direction);
        KeyFigure figure(u"Spend"_s);
        figure.setChange(u"3%"_s, direction, KeyFigure::Better::Neither);
        QTEST(figure.accessibleDescription(), "said");
    }

    void aLongValueFitsIntoItsFigure()
    {
        KeyFigure figure(u"Spend"_s);
        figure.setValue(u"≈ $123,456.78"_s, u"practice"_s);
        figure.resize(155, figure.height());
        const QImage image = figure.grab().toImage();
        for (int y = 8; y < 64; ++y)
            QCOMPARE(image.pixelColor(image.width() - 2, y), tokensOf(&figure).base); // nothing is cut there
    }

    void aButtonBesideALabelKeepsItsOwnName()
    {
        QWidget form;
        auto *fields = new FieldGrid(100, &form);
        QPushButton *button = makeButton(u"Test this key"_s, &form);
        auto *edit = new QLineEdit(&form);
        fields->addField(u"Test"_s, button);
        fields->addField(u"Name"_s, edit);
        QVERIFY(button->accessibleName().isEmpty());
        QCOMPARE(edit->accessibleName(), u"Name"_s);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(button);
        button->setText(u"Cancel"_s);
        QCOMPARE(access->text(QAccessible::Name), u"Cancel"_s);
    }

    void theRowThatKeysActOnHasARingWhileTheTableHasTheFocus()
    {
        QWidget window;
        QStandardItemModel model(3, 2);
        TableView table(&window);
        table.setModel(&model);
        table.resize(400, 200);
        auto *other = new QLineEdit(&window);
        other->move(0, 220);
        window.resize(400, 260);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        table.selectRow(1);
        const auto edge = [&] {
            const int y = table.rowViewportPosition(1);
            return table.viewport()->grab().toImage().pixelColor(100, y);
        };
        other->setFocus();
        const QColor without = edge();
        table.setFocus();
        QVERIFY(edge() != without);
        QCOMPARE(edge(), tokensOf(&table).accent);
    }

    void lettersGoToTheNextRowThatBeginsSo()
    {
        QStandardItemModel model(0, 2);
        const auto add = [&model](const QString &number, const QString &name) {
            auto *first = new QStandardItem(number);
            first->setData(true, NumberRole);
            model.appendRow({first, new QStandardItem(name)});
        };
        add(u"1"_s, u"alpha"_s);
        add(u"2"_s, u"beta"_s);
        add(u"3"_s, u"bravo"_s);
        add(u"4"_s, u"gamma"_s);
        TableView table;
        table.setModel(&model);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        table.selectRow(0); // its cursor is in the column of numbers
        QTest::keyClick(&table, Qt::Key_B);
        QCOMPARE(table.currentIndex().row(), 1);
        QTest::keyClick(&table, Qt::Key_R); // "br"
        QCOMPARE(table.currentIndex().row(), 2);
        QVERIFY(table.selectionModel()->isRowSelected(2));
        QTest::keyClick(&table, Qt::Key_X); // no row: the cursor stays
        QCOMPARE(table.currentIndex().row(), 2);
    }

    void whatHasNoActionHoldsTheFocusUntilItHasOne()
    {
        EmptyState state;
        state.set(Signal::Stop, u"Failed"_s, u"Because"_s, u"Try again"_s);
        state.show();
        QVERIFY(QTest::qWaitForWindowActive(&state));
        state.setFocus();
        auto *button = state.findChild<QPushButton *>();
        QVERIFY(button->hasFocus());
        state.set(Signal::Off, u"Reading"_s, u"A moment"_s);
        QCOMPARE(state.window()->focusWidget(), &state);
        QCOMPARE(state.accessibleName(), u"Reading"_s);
        state.set(Signal::Stop, u"Failed"_s, u"Because"_s, u"Try again"_s);
        QTRY_VERIFY(button->hasFocus());
    }

    void aToastStaysWhileItsUndoHasTheFocusWhereverTheMouseGoes()
    {
        QWidget host;
        host.resize(600, 300);
        Toast toast(&host);
        host.show();
        QVERIFY(QTest::qWaitForWindowActive(&host));
        toast.present(u"Removed"_s, u"Undo"_s, [] {});
        const auto *timer = toast.findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(timer->isActive());
        toast.findChild<QPushButton *>()->setFocus();
        QVERIFY(!timer->isActive());
        QEvent left(QEvent::Leave);
        QCoreApplication::sendEvent(&toast, &left);
        QVERIFY(!timer->isActive());
        toast.findChild<QPushButton *>()->clearFocus();
        QVERIFY(timer->isActive());
    }
};

static const bool tstControls = sb::testing::add<TstControls>();

#include "tst_controls.moc"
