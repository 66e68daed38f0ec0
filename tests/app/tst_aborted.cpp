#include "tests/app/program.h"
#include "tests/net/scripted_server.h"
#include "tests/testing/testing.h"

#include "core/base/json.h"
#include "core/usage/queries.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sb;
using testing::Program;
using testing::ScriptedConnection;
using testing::ScriptedServer;
using testing::TestProfile;

namespace {

const QByteArray Key = "sk-canary-0123456789";

/// Half an answer, and then silence until the client goes.
void answerHalf(ScriptedConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                    R"(data: {"id":"1","object":"chat.completion.chunk","model":"m",)"
                    R"("choices":[{"index":0,"delta":{"content":"Half an answer"}}]})"
                    "\n\n");
    connection.waitForClient();
}

QList<usage::LogRow> recorded(const profile::Paths &paths)
{
    const SystemClock clock;
    usage::Queries queries(paths.registerFile(), clock);
    QSignalSpy answered(&queries, &usage::Queries::answered);
    queries.ask(usage::LogQuery{});
    if (!answered.wait(30'000))
        return {};
    const auto answer = answered.constFirst().at(1).value<Result<usage::QueryAnswer>>();
    return answer ? std::get<usage::LogPage>(*answer).rows : QList<usage::LogRow>();
}

} // namespace

/// The program is ended from outside, in the middle of an answer.
class TstAborted : public QObject
{
    Q_OBJECT
private slots:
    void aRequestThatWasKilledIsLostWithItsBound();
    void lostRequestsHoldAHardLimit();
    void noCoreIsDumpedWithAKeyLoaded();

private:
    static void startHalf(Program &program);
};

void TstAborted::startHalf(Program &program)
{
    program.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromLatin1(Key));
    program.ask({u"--keys-from-env=half"_s, u"--model"_s, u"test/half"_s, u"Hello"_s});
    QTRY_VERIFY_WITH_TIMEOUT(program.output().contains("Half an answer"), 30'000);
}

void TstAborted::aRequestThatWasKilledIsLostWithItsBound()
{
    ScriptedServer server(answerHalf);
    TestProfile profile;
    profile.addProvider(u"half"_s, server.url());
    Program killed(profile);
    startHalf(killed);
    killed.send(SIGKILL);
    QVERIFY(killed.waitForEnd());
    QVERIFY(killed.crashed());
    QVERIFY(recorded(profile.paths()).constFirst().open);

    Program next(profile);
    next.ask({u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
    QVERIFY(next.waitForEnd());
    QCOMPARE(next.exitCode(), 0);
    const QList<usage::LogRow> rows = recorded(profile.paths());
    QCOMPARE(rows.size(), 1);
    const usage::LogRow &lost = rows.constFirst();
    QCOMPARE(lost.end, routing::EndState::Lost);
    QVERIFY(!lost.open);
    QVERIFY(!lost.cost.amount); // unknown, not nothing
    QVERIFY(lost.bound && lost.bound->value > 10'000'000); // at least 1,000 tokens at 10 $ a million, in nano-dollars
}

void TstAborted::lostRequestsHoldAHardLimit()
{
    ScriptedServer server(answerHalf);
    TestProfile profile;
    profile.addProvider(u"half"_s, server.url());
    profile::Settings settings;
    settings.limits.daily =
        budget::Limit{.amount = NanoDollars{10'500'000}}; // one such request, not a useful part of another
    QVERIFY(profile::saveSettings(profile.paths(), settings));
    Program killed(profile);
    startHalf(killed);
    killed.send(SIGKILL);
    QVERIFY(killed.waitForEnd());

    const int sent = server.requests();
    Program refused(profile);
    refused.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromLatin1(Key));
    refused.ask({u"--keys-from-env=half"_s, u"--model"_s, u"test/half"_s, u"Hello"_s});
    QVERIFY(refused.waitForEnd());
    QCOMPARE(refused.exitCode(), 1);
    QCOMPARE(server.requests(), sent);
    const QByteArray said = refused.errors();
    QVERIFY2(said.contains("Lost requests (#1) hold another $0.0100"), said.constData());
    QVERIFY2(said.contains("Requests"), said.constData()); // where they are settled
}

void TstAborted::noCoreIsDumpedWithAKeyLoaded()
{
    ScriptedServer server(answerHalf);
    TestProfile profile;
    profile.addProvider(u"half"_s, server.url());
    const QTemporaryDir folder;

    // Started by hand: only the parent is told whether the kernel dumped a core, wherever core_pattern sends it.
    const QByteArray root = profile.root().toUtf8();
    const QByteArray here = folder.path().toUtf8();
    qputenv(testing::KeyVariable, Key);
    const pid_t child = fork();
    if (child == 0) {
        const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_CORE, &unlimited);
        if (chdir(here.constData()) == 0)
            execl(SIGNALBOX_PROGRAM, "signalbox", "--profile", root.constData(), "ask", "--keys-from-env=half",
                  "--model", "test/half", "Hello", nullptr);
        _exit(127);
    }
    qunsetenv(testing::KeyVariable);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 30'000); // it has the key, since it has sent it
    QVERIFY(server.received().constFirst().contains(Key));
    const QByteArray limits = TestProfile::read(u"/proc/%1/limits"_s.arg(child));
    QVERIFY2(limits.contains("Max core file size        0                    0"), limits.constData());
    QCOMPARE(::kill(child, SIGABRT), 0);
    int status = 0;
    QVERIFY(QTest::qWaitFor([&] { return waitpid(child, &status, WNOHANG) == child; }, 30'000));
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGABRT);
    QVERIFY(!WCOREDUMP(status));
    QVERIFY(QDir(folder.path()).isEmpty());
}

static const bool tstAborted = sb::testing::add<TstAborted>();

#include "tst_aborted.moc"
