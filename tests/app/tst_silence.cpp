#include "tests/app/program.h"
#include "tests/net/scripted_server.h"
#include "tests/testing/cannot_run.h"
#include "tests/testing/testing.h"

#include "app/second_start.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace sb;
using testing::Program;
using testing::TestProfile;

namespace {

/// Addresses beyond this machine that a program tried to reach, from what strace wrote. Name servers count.
QStringList reachedBeyondLoopback(const QByteArray &trace)
{
    static const QRegularExpression address(
        uR"re((?:inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"|sin6_addr=in6addr_([a-z]+)))re"_s);
    QStringList beyond;
    for (const QByteArray &line : trace.split('\n')) {
        QRegularExpressionMatchIterator found = address.globalMatch(QString::fromUtf8(line));
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            const QString text = match.captured(1) + match.captured(2) + match.captured(3);
            if (!text.startsWith("127."_L1) && text != "::1"_L1 && text != "loopback"_L1)
                beyond.append(QString::fromUtf8(line));
        }
    }
    return beyond;
}

QStringList traced(const QString &file, const QStringList &command)
{
    // Whoever ends strace ends the program, too.
    return QStringList{u"-f"_s,  u"-qq"_s, u"-e"_s,      u"trace=connect,sendto,sendmsg,sendmmsg"_s,
                       u"-o"_s,  file,     u"setpriv"_s, u"--pdeathsig"_s,
                       u"KILL"_s}
    + command;
}

} // namespace

/// Before the first real key nothing leaves the machine, as the kernel sees it.
class TstSilence : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theTraceShowsWhoIsCalled();
    void askWithPracticeCallsNobody();
    void rehearseOpensNoSocket();
    void theWindowCallsNobody();
};

void TstSilence::initTestCase()
{
    const TestProfile profile;
    Program probe(profile);
    if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
        SIGNALBOX_CANNOT_RUN("strace is not installed");
    probe.run(u"strace"_s, {u"-qq"_s, u"true"_s});
    QVERIFY(probe.waitForEnd());
    if (probe.exitCode() != 0)
        SIGNALBOX_CANNOT_RUN("this system does not let programs be traced");
}

/// The test of the test: a provider that is not on this machine is seen.
void TstSilence::theTraceShowsWhoIsCalled()
{
    TestProfile profile;
    profile.addProvider(u"abroad"_s, QUrl(u"https://192.0.2.1:9"_s)); // of the documentation's network: nobody is there
    const QString file = profile.root() + u"/trace"_s;
    Program program(profile);
    program.setVariable(QString::fromLatin1(testing::KeyVariable), u"sk-canary-0123456789"_s);
    program.run(u"strace"_s,
                traced(file,
                       {QStringLiteral(SIGNALBOX_PROGRAM), u"--profile"_s, profile.root(), u"ask"_s,
                        u"--keys-from-env=abroad"_s, u"--model"_s, u"test/abroad"_s, u"Hello"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!reachedBeyondLoopback(TestProfile::read(file)).isEmpty() || program.isOver(), 60'000);
    QVERIFY2(!reachedBeyondLoopback(TestProfile::read(file)).isEmpty(), program.errors().constData());
}

void TstSilence::askWithPracticeCallsNobody()
{
    const TestProfile profile;
    const QString file = profile.root() + u"/trace"_s;
    Program program(profile);
    program.setVariable(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // that check cannot run under strace
    program.run(
        u"strace"_s,
        traced(file, {QStringLiteral(SIGNALBOX_PROGRAM), u"--profile"_s, profile.root(), u"ask"_s, u"Hello"_s}));
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 0);
    const QByteArray trace = TestProfile::read(file);
    QVERIFY2(trace.contains("127.0.0.1"), trace.constData()); // practice was called
    QCOMPARE(reachedBeyondLoopback(trace), QStringList());
}

void TstSilence::rehearseOpensNoSocket()
{
    const TestProfile profile;
    const QString file = profile.root() + u"/trace"_s;
    Program program(profile);
    program.setVariable(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    program.run(u"strace"_s,
                {u"-f"_s, u"-qq"_s, u"-e"_s, u"trace=socket,connect,execve"_s, u"-o"_s, file,
                 QStringLiteral(SIGNALBOX_PROGRAM), u"--profile"_s, profile.root(), u"rehearse"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 0);
    const QByteArray trace = TestProfile::read(file);
    QVERIFY2(trace.contains("execve"), trace.constData()); // it was traced
    QVERIFY2(!trace.contains("AF_INET"), trace.constData());
}

void TstSilence::theWindowCallsNobody()
{
    const TestProfile profile;
    const QString file = profile.root() + u"/trace"_s;
    Program window(profile);
    window.run(u"strace"_s, traced(file, {QStringLiteral(SIGNALBOX_PROGRAM), u"--profile"_s, profile.root()}));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(app::raiseSocket(profile.paths())) || window.isOver(), 60'000);
    // Whatever it does at its start is done when it has answered from its event loop, twice.
    for (int again = 0; again < 2; ++again) {
        Program second(profile);
        second.openWindow();
        QVERIFY(second.waitForEnd());
        QCOMPARE(second.exitCode(), 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(profile.paths().registerFile()), 60'000);
    QVERIFY(!window.isOver());
    const QByteArray trace = TestProfile::read(file);
    QVERIFY(!trace.isEmpty());
    QCOMPARE(reachedBeyondLoopback(trace), QStringList());
}

static const bool tstSilence = sb::testing::add<TstSilence>();

#include "tst_silence.moc"
