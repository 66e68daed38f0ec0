#include "tests/testing/testing.h"
#include "ui/common/type.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_rail.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sb::ui;

class TstMainWindow final : public QObject
{
    Q_OBJECT
private slots:
    void aPageIsMadeWhenItIsFirstShown();
    void theRailFoldsWhereThePageNeedsTheWidth();
    void aClickInTheRailShowsItsSection();
    void madeAnewItShowsTheSameSectionAndNoOldPage();
    void theWorstNoticeIsShownUntilItIsOver();
    void theRailIsAListOfSections();
    void aFoldedSectionSaysWhyItHasASignal();
    void controlQCloses();
};

namespace {

QList<Section> sections(int &made)
{
    const auto make = [&made](QWidget *parent) {
        ++made;
        return new QWidget(parent);
    };
    return {{.id = QStringLiteral("a"),
             .iconName = QStringLiteral("playground"),
             .title = QStringLiteral("A"),
             .make = make},
            {.id = QStringLiteral("b"),
             .iconName = QStringLiteral("chains"),
             .title = QStringLiteral("B"),
             .make = make,
             .compactRail = true}};
}

} // namespace

void TstMainWindow::aPageIsMadeWhenItIsFirstShown()
{
    int made = 0;
    MainWindow window(sections(made));
    QCOMPARE(made, 0);
    window.showSection(QStringLiteral("a"));
    window.showSection(QStringLiteral("a"));
    QCOMPARE(made, 1);
    window.showSection(QStringLiteral("nowhere"));
    QCOMPARE(window.currentSection(), QStringLiteral("a"));
}

void TstMainWindow::theRailFoldsWhereThePageNeedsTheWidth()
{
    int made = 0;
    MainWindow window(sections(made));
    window.resize(1280, 800);
    window.show();
    window.showSection(QStringLiteral("a"));
    QCOMPARE(window.rail().width(), size::Rail);
    window.showSection(QStringLiteral("b"));
    QCOMPARE(window.rail().width(), size::RailCompact);
}

void TstMainWindow::aClickInTheRailShowsItsSection()
{
    int made = 0;
    MainWindow window(sections(made));
    window.show();
    QSignalSpy shown(&window, &MainWindow::sectionShown);
    auto *item = window.findChild<QAbstractButton *>(QStringLiteral("rail-b"));
    QVERIFY(item);
    QTest::mouseClick(item, Qt::LeftButton);
    QCOMPARE(shown.count(), 1);
    QVERIFY(item->isChecked());
}

void TstMainWindow::madeAnewItShowsTheSameSectionAndNoOldPage()
{
    int made = 0;
    MainWindow window(sections(made));
    window.resize(1280, 800);
    window.show();
    window.showSection(QStringLiteral("a"));
    window.showSection(QStringLiteral("b"));
    QPointer<QWidget> old = window.madePage(QStringLiteral("b"));
    QSignalSpy shown(&window, &MainWindow::sectionShown);
    QList<Section> renamed = sections(made);
    renamed[1].title = QStringLiteral("Anders");
    window.rebuild(renamed);
    QVERIFY(!old);
    QCOMPARE(made, 3);
    QVERIFY(!window.madePage(QStringLiteral("a"))); // made again when it is shown
    QCOMPARE(window.currentSection(), QStringLiteral("b"));
    QCOMPARE(shown.count(), 1);
    QCOMPARE(window.size(), QSize(1280, 800));
    QCOMPARE(window.findChild<QAbstractButton *>(QStringLiteral("rail-b"))->text(), QStringLiteral("Anders"));
}

void TstMainWindow::theWorstNoticeIsShownUntilItIsOver()
{
    int made = 0;
    MainWindow window(sections(made));
    window.show();
    const auto banner = [&window] { return window.findChild<QWidget *>(QStringLiteral("notice")); };
    const auto cross = [&banner] { return banner()->findChild<QToolButton *>(); };
    QVERIFY(banner()->isHidden());
    window.setNotice({.id = QStringLiteral("files"), .sentence = QStringLiteral("A file is broken.")});
    QCOMPARE(banner()->accessibleName(), QStringLiteral("A file is broken."));
    window.setNotice({.id = QStringLiteral("disk"),
                      .signal = Signal::Stop,
                      .sentence = QStringLiteral("The disk is full."),
                      .closable = false});
    QVERIFY(banner()->accessibleName().startsWith(QStringLiteral("The disk is full. (and 1 more")));
    QVERIFY(cross()->isHidden());
    window.rebuild(sections(made));
    QVERIFY(banner()->accessibleName().startsWith(QStringLiteral("The disk is full.")));
    window.clearNotice(QStringLiteral("disk"));
    QCOMPARE(banner()->accessibleName(), QStringLiteral("A file is broken."));
    QVERIFY(!cross()->isHidden());
    QTest::mouseClick(cross(), Qt::LeftButton);
    QVERIFY(banner()->isHidden());
}

void TstMainWindow::theRailIsAListOfSections()
{
    int made = 0;
    MainWindow window(sections(made));
    window.show();
    window.showSection(QStringLiteral("a"));
    QAccessibleInterface *rail = QAccessible::queryAccessibleInterface(&window.rail());
    QCOMPARE(rail->role(), QAccessible::List);
    const auto item = [&window](const QString &name) {
        return QAccessible::queryAccessibleInterface(window.findChild<QAbstractButton *>(name));
    };
    QAccessibleInterface *second = item(QStringLiteral("rail-b"));
    QCOMPARE(second->role(), QAccessible::ListItem);
    QVERIFY(!second->state().checkable);
    QVERIFY(item(QStringLiteral("rail-a"))->state().selected);
    QVERIFY(!second->state().selected);
    second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(window.currentSection(), QStringLiteral("b"));
    QVERIFY(second->state().selected);
}

void TstMainWindow::aFoldedSectionSaysWhyItHasASignal()
{
    int made = 0;
    MainWindow window(sections(made));
    window.rail().setSignal(QStringLiteral("b"), Signal::Caution, QStringLiteral("caution: no key"));
    window.rail().setCompact(true);
    const auto *item = window.findChild<QAbstractButton *>(QStringLiteral("rail-b"));
    QVERIFY2(item->toolTip().startsWith(QStringLiteral("B (")), qPrintable(item->toolTip()));
    QVERIFY2(item->toolTip().endsWith(QStringLiteral("\ncaution: no key")), qPrintable(item->toolTip()));
    window.rail().setSignal(QStringLiteral("b"), {}, {});
    QVERIFY(!item->toolTip().contains(QStringLiteral("caution")));
}

void TstMainWindow::controlQCloses()
{
    int made = 0;
    MainWindow window(sections(made));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy closing(&window, &MainWindow::closing);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(closing.count(), 1);
    QVERIFY(!window.isVisible());
}

static const bool tstMainWindow = sb::testing::add<TstMainWindow>();

#include "tst_main_window.moc"
