#include "tests/testing/testing.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/page_commands.h"

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace sb::ui;

class TstCommandPalette final : public QObject
{
    Q_OBJECT
private slots:
    void typingAndEnterRunACommand();
    void withoutAQueryAllStandsInItsOrder();
    void aPrefixNarrowsToItsSource();
    void escapeClosesAndRunsNothing();
    void noKeyOfThePageActsBehindIt_data();
    void noKeyOfThePageActsBehindIt();
    void itsOwnKeyClosesItAndGivesTheFocusBack();
    void itsPartsHaveNamesForAScreenReader();
    void aSearchIsAskedBehindItsPrefixWhenTypingPauses();
    void enterWaitsForWhatIsBeingLookedFor();
    void whatWasFoundForAnOlderQueryIsNotShown();
    void aPageOffersWhatHasANameAndAKey();
};

namespace {

struct Bench
{
    QWidget host;
    CommandPalette palette{&host};
    QString ran;
    QStringList asked; ///< of the search

    Bench()
    {
        host.resize(900, 600);
        host.show();
        palette.addSource(u'>', [this] {
            return QList<Command>{{.group = QStringLiteral("Go"),
                                   .text = QStringLiteral("Chains"),
                                   .key = {},
                                   .run = [this] { ran = QStringLiteral("chains"); }},
                                  {.group = QStringLiteral("Go"),
                                   .text = QStringLiteral("Requests"),
                                   .key = QStringLiteral("Ctrl+4"),
                                   .run = [this] { ran = QStringLiteral("requests"); }}};
        });
        palette.addSource(u'@', [this] {
            return QList<Command>{
                {.group = QStringLiteral("Ask"), .text = QStringLiteral("chat/model"), .key = {}, .run = [this] {
                     ran = QStringLiteral("model");
                 }}};
        });
        palette.addSearch(u'#', [this](const QString &wanted) { asked.append(wanted); });
        palette.toggle();
    }
    void find(const QString &query, const QString &text)
    {
        palette.present(u'#', query, {{.group = QStringLiteral("Found"), .text = text, .key = {}, .run = [this, text] {
                                           ran = text;
                                       }}});
    }
    [[nodiscard]] int rows() const { return palette.findChild<QListView *>()->model()->rowCount(); }
    QLineEdit *query() { return palette.findChild<QLineEdit *>(); }
};

} // namespace

void TstCommandPalette::typingAndEnterRunACommand()
{
    Bench bench;
    QTest::keyClicks(bench.query(), QStringLiteral("req"));
    QTest::keyClick(bench.query(), Qt::Key_Return);
    QCOMPARE(bench.ran, QStringLiteral("requests"));
    QVERIFY(bench.palette.isHidden());
}

void TstCommandPalette::withoutAQueryAllStandsInItsOrder()
{
    const QStringList names{QStringLiteral("A long one that comes first"), QStringLiteral("Short"),
                            QStringLiteral("Middle")};
    QWidget host;
    CommandPalette shown(&host);
    shown.addSource(u'>', [&names] {
        QList<Command> commands;
        for (const QString &name : names)
            commands.append({.group = name, .text = name});
        return commands;
    });
    host.show();
    shown.toggle();
    const auto *model = shown.findChild<QListView *>()->model();
    for (int row = 0; row < int(names.size()); ++row)
        QCOMPARE(model->index(row, 0).data().toString(), names[row]);
}

void TstCommandPalette::aPrefixNarrowsToItsSource()
{
    Bench bench;
    QTest::keyClicks(bench.query(), QStringLiteral("@ch"));
    QTest::keyClick(bench.query(), Qt::Key_Return);
    QCOMPARE(bench.ran, QStringLiteral("model"));
}

void TstCommandPalette::escapeClosesAndRunsNothing()
{
    Bench bench;
    QTest::keyClick(bench.query(), Qt::Key_Escape);
    QVERIFY(bench.palette.isHidden());
    QVERIFY(bench.ran.isEmpty());
}

void TstCommandPalette::noKeyOfThePageActsBehindIt_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::newRow("escape") << QKeySequence(Qt::Key_Escape);
    QTest::newRow("with Ctrl") << QKeySequence(Qt::CTRL | Qt::Key_R);
    QTest::newRow("with Alt") << QKeySequence(Qt::ALT | Qt::Key_1);
}

void TstCommandPalette::noKeyOfThePageActsBehindIt()
{
    QFETCH(QKeySequence, key);
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.host));
    int stopped = 0;
    QShortcut shortcut(key, &bench.host);
    connect(&shortcut, &QShortcut::activated, this, [&stopped] { ++stopped; });
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
    QTest::keyClick(bench.query(), key[0].key(), modifiers); // as the window does: shortcuts first
    QCOMPARE(stopped, 0);
    QCOMPARE(bench.palette.isHidden(), key == QKeySequence(Qt::Key_Escape));
    if (!bench.palette.isHidden())
        bench.palette.toggle();
    QTest::keyClick(&bench.host, key[0].key(), modifiers);
    QCOMPARE(stopped, 1); // and it does act when nothing is before it
}

void TstCommandPalette::itsOwnKeyClosesItAndGivesTheFocusBack()
{
    QWidget host;
    QLineEdit field(&host);
    CommandPalette palette(&host);
    host.resize(900, 600);
    host.show();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    field.setFocus();
    palette.toggle();
    auto *query = palette.findChild<QLineEdit *>();
    QVERIFY(query->hasFocus());
    QTest::keyClick(query, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette.isHidden());
    QVERIFY(field.hasFocus());
}

void TstCommandPalette::itsPartsHaveNamesForAScreenReader()
{
    Bench bench;
    auto *list = bench.palette.findChild<QListView *>();
    QVERIFY(!bench.query()->accessibleName().isEmpty());
    QVERIFY(!list->accessibleName().isEmpty());
    QTest::keyClick(bench.query(), Qt::Key_Down);
    QAccessibleInterface *row = QAccessible::queryAccessibleInterface(list)->child(list->currentIndex().row());
    QCOMPARE(row->text(QAccessible::Name), QStringLiteral("Requests, Ctrl+4"));
    QVERIFY(row->state().selected);
}

void TstCommandPalette::aSearchIsAskedBehindItsPrefixWhenTypingPauses()
{
    Bench bench;
    QTest::keyClicks(bench.query(), QStringLiteral("fog"));
    QTest::qWait(0);
    QVERIFY(bench.asked.isEmpty());
    bench.query()->clear();
    QTest::keyClicks(bench.query(), QStringLiteral("#fog"));
    QTRY_COMPARE(bench.asked, QStringList{QStringLiteral("fog")});
    QCOMPARE(bench.rows(), 0);
    bench.find(QStringLiteral("fog"), QStringLiteral("words that stand in its answer"));
    QCOMPARE(bench.rows(), 1);
    QTest::keyClick(bench.query(), Qt::Key_Return);
    QCOMPARE(bench.ran, QStringLiteral("words that stand in its answer"));
}

void TstCommandPalette::enterWaitsForWhatIsBeingLookedFor()
{
    Bench bench;
    QTest::keyClicks(bench.query(), QStringLiteral("#7"));
    QTest::keyClick(bench.query(), Qt::Key_Return);
    QCOMPARE(bench.asked, QStringList{QStringLiteral("7")});
    QVERIFY(!bench.palette.isHidden());
    bench.find(QStringLiteral("7"), QStringLiteral("#7"));
    QCOMPARE(bench.ran, QStringLiteral("#7"));
    QVERIFY(bench.palette.isHidden());
}

void TstCommandPalette::whatWasFoundForAnOlderQueryIsNotShown()
{
    Bench bench;
    QTest::keyClicks(bench.query(), QStringLiteral("#12"));
    bench.find(QStringLiteral("1"), QStringLiteral("#1"));
    QCOMPARE(bench.rows(), 0);
    bench.find(QStringLiteral("12"), QStringLiteral("#12"));
    QCOMPARE(bench.rows(), 1);
    bench.query()->clear();
    QCOMPARE(bench.rows(), 3); // without the prefix nothing that was found
}

void TstCommandPalette::aPageOffersWhatHasANameAndAKey()
{
    QWidget page;
    QPushButton save(QStringLiteral("Save"), &page);
    save.setShortcut(QKeySequence::Save);
    QPushButton near(QStringLiteral("Near to something"), &page);
    QPushButton disabled(QStringLiteral("Disabled"), &page);
    disabled.setShortcut(Qt::Key_F3);
    disabled.setEnabled(false);
    QPushButton hidden(QStringLiteral("Hidden"), &page);
    hidden.setShortcut(Qt::Key_F4);
    hidden.hide();
    QAction rename(QStringLiteral("Rename"));
    page.addAction(&rename);
    page.show();
    QSignalSpy saved(&save, &QPushButton::clicked);
    const QList<Command> commands = commandsOf(page, QStringLiteral("Page"));
    QStringList texts;
    for (const Command &command : commands)
        texts.append(command.text);
    QCOMPARE(texts, (QStringList{QStringLiteral("Rename"), QStringLiteral("Save")}));
    QCOMPARE(commands[1].key, QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText));
    commands[1].run();
    QCOMPARE(saved.size(), 1);
}

static const bool tstCommandPalette = sb::testing::add<TstCommandPalette>();

#include "tst_command_palette.moc"
