#include "tests/app/program.h"
#include "tests/testing/testing.h"

#include "app/second_start.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace sb;
using testing::Program;
using testing::TestProfile;

/// The real window, without a screen.
class TstWindows : public QObject
{
    Q_OBJECT
private slots:
    void theSecondStartRaisesTheFirstAndEnds();
    void afterAKilledWindowTheNextOneOpens();
    void askRunsBesideAWindow();
    void anotherProfileHasItsOwnWindow();
    void aWindowDumpsNoCore();
    void aSignalEndsAWindowInGoodOrder_data();
    void aSignalEndsAWindowInGoodOrder();

private:
    static void openWindow(Program &window, const TestProfile &profile);
};

void TstWindows::openWindow(Program &window, const TestProfile &profile)
{
    window.openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(app::raiseSocket(profile.paths())) || window.isOver(), 30'000);
    QVERIFY2(!window.isOver(), window.errors().constData());
}

void TstWindows::theSecondStartRaisesTheFirstAndEnds()
{
    const TestProfile profile;
    Program first(profile);
    openWindow(first, profile);
    for (int again = 0; again < 2; ++again) {
        Program second(profile);
        second.openWindow();
        QVERIFY(second.waitForEnd());
        QVERIFY(!second.crashed());
        QCOMPARE(second.exitCode(), 0);
    }
    QVERIFY(!first.isOver());
}

void TstWindows::afterAKilledWindowTheNextOneOpens()
{
    const TestProfile profile;
    {
        Program first(profile);
        openWindow(first, profile);
        first.send(SIGKILL);
        QVERIFY(first.waitForEnd());
        QVERIFY(QFile::exists(app::raiseSocket(profile.paths()))); // left over
    }
    Program one(profile);
    Program other(profile);
    one.openWindow();
    other.openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(one.isOver() || other.isOver(), 30'000);
    // One of them took the place, whichever was first; it answered the other, which ended.
    QVERIFY(one.isOver() != other.isOver());
    QCOMPARE((one.isOver() ? one : other).exitCode(), 0);
}

void TstWindows::askRunsBesideAWindow()
{
    const TestProfile profile;
    Program window(profile);
    openWindow(window, profile);
    Program ask(profile);
    ask.ask({u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
    QVERIFY(ask.waitForEnd());
    QCOMPARE(ask.exitCode(), 0);
    QVERIFY(!window.isOver());
}

void TstWindows::anotherProfileHasItsOwnWindow()
{
    const TestProfile one;
    const TestProfile other;
    Program first(one);
    openWindow(first, one);
    Program second(other);
    openWindow(second, other);
    QVERIFY(!first.isOver());
}

void TstWindows::aWindowDumpsNoCore()
{
    const TestProfile profile;
    Program window(profile);
    openWindow(window, profile);
    const QByteArray limits = window.ofProcess(u"limits"_s);
    QVERIFY2(limits.contains("Max core file size        0                    0"), limits.constData());
}

void TstWindows::aSignalEndsAWindowInGoodOrder_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("the end of the session") << SIGTERM;
    QTest::newRow("a terminal that is closed") << SIGHUP;
}

void TstWindows::aSignalEndsAWindowInGoodOrder()
{
    QFETCH(int, signal);
    const TestProfile profile;
    Program window(profile);
    openWindow(window, profile);
    window.send(signal);
    QVERIFY(window.waitForEnd());
    QVERIFY(!window.crashed());
    QCOMPARE(window.exitCode(), 0);
    const Result<Json> session = parseJson(TestProfile::read(profile.root() + u"/window.json"_s));
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    QCOMPARE((*session)["section"].toText(), u"playground"_s);
    QVERIFY(!(*session)["geometry"].toText().isEmpty());
}

static const bool tstWindows = sb::testing::add<TstWindows>();

#include "tst_windows.moc"
