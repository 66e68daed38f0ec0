#include "tests/testing/testing.h"
#include "ui/shell/command_palette.h"

#include <QLineEdit>
#include <QTest>

using namespace sb::ui;

class TstCommandPalette final : public QObject
{
    Q_OBJECT
private slots:
    void typingAndEnterRunACommand();
    void aPrefixNarrowsToItsSource();
    void escapeClosesAndRunsNothing();
};

namespace {

struct Bench
{
    QWidget host;
    CommandPalette palette{&host};
    QString ran;

    Bench()
    {
        host.resize(900, 600);
        host.show();
        palette.addSource(u'>', [this] {
            return QList<Command>{
                {.group = QStringLiteral("Go"),
                 .text = QStringLiteral("Chains"),
                 .key = {},
                 .run = [this] { ran = QStringLiteral("chains"); }},
                {.group = QStringLiteral("Go"), .text = QStringLiteral("Requests"), .key = {}, .run = [this] {
                     ran = QStringLiteral("requests");
                 }}};
        });
        palette.addSource(u'@', [this] {
            return QList<Command>{
                {.group = QStringLiteral("Ask"), .text = QStringLiteral("chat/model"), .key = {}, .run = [this] {
                     ran = QStringLiteral("model");
                 }}};
        });
        palette.open();
    }
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

static const bool registered = sb::testing::add<TstCommandPalette>();

#include "tst_command_palette.moc"
