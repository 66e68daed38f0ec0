#include "app/replay.h"

#include "tests/app/program.h"
#include "tests/testing/testing.h"

#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;

namespace {

const QByteArray toOther = R"({"format": 1, "name": "draft", "version": 2, "otherwise": "other"})";
const QByteArray otherChain =
    R"({"format": 1, "name": "other", "version": 1, "steps": [{"model": "test/there", "endpoints": ["there/m"]}]})";

QString draftIn(const TestProfile &profile)
{
    QDir().mkpath(profile.paths().policies());
    return profile.paths().policies() + u"/draft.json"_s;
}

/// Two real providers, a chain for one of them, and requests to the other, an hour apart, the last one an hour ago.
class RecordedProfile
{
public:
    explicit RecordedProfile(int requests)
    {
        profile.addProvider(u"here"_s, QUrl(u"https://here.test/v1"_s));
        profile.addProvider(u"there"_s, QUrl(u"https://there.test/v1"_s));
        TestProfile::write(profile.paths().chain(u"other"_s), otherChain);
        auto opened = usage::openRegister(profile.paths().registerFile(), QTimeZone::utc()).value();
        usage::RecordWriter writer(*opened.connection, opened.zone);
        opened.connection->run("BEGIN IMMEDIATE");
        for (int i = requests; i > 0; --i)
            writer.append(openedAt(SystemClock().wall() - std::chrono::hours{i}), settled(), false);
        writer.flush();
        opened.connection->run("COMMIT");
    }

    TestProfile profile;

private:
    static usage::OpenRecord openedAt(WallTime at)
    {
        return {.startedAt = at,
                .client = u"ask"_s,
                .requestedModel = u"test/here"_s,
                .providerId = u"here"_s,
                .modelId = u"test/here"_s};
    }
    /// A thousand tokens in, a hundred out: 0.002 $ at the prices of a TestProfile.
    static usage::Settlement settled()
    {
        const chat::TokenClasses tokens{.freshInput = 1'000, .visibleOutput = 100};
        const usage::Cost cost{.kind = usage::CostKind::Computed, .amount = NanoDollars{2'000'000}};
        const routing::Plan plan{
            .request = {.text = 4'000, .mostInput = 4'100, .likelyInput = 1'400},
            .inputTokensBound = 4'100,
            .candidates = {{.endpointId = u"here/m"_s, .providerId = u"here"_s, .modelId = u"test/here"_s, .rank = 1}}};
        return {.end = routing::EndState::Complete,
                .servedEndpoint = u"here/m"_s,
                .providerId = u"here"_s,
                .modelId = u"test/here"_s,
                .latency = 2s,
                .firstContent = 500ms,
                .attempts = {{.providerId = u"here"_s,
                              .modelId = u"test/here"_s,
                              .endpointId = u"here/m"_s,
                              .firstContent = 500ms,
                              .duration = 2s,
                              .succeeded = true,
                              .tokens = tokens,
                              .cost = cost}},
                .decision = toJson(plan),
                .tokens = tokens,
                .cost = cost};
    }
};

/// `signalbox replay`, to its end.
struct ReplayRun
{
    ReplayRun(const QStringList &arguments, const TestProfile &profile)
        : program(profile)
    {
        program.run(QStringLiteral(SIGNALBOX_PROGRAM),
                    QStringList{u"--profile"_s, profile.root(), u"replay"_s} + arguments);
        ended = program.waitForEnd();
    }

    Program program;
    bool ended = false;
};

} // namespace

/// `signalbox replay`, as a person starts it.
class TstReplayCommand : public QObject
{
    Q_OBJECT
private slots:
    void aTableSaysWhatWasAndWhatWouldBe();
    void jsonIsOneObjectWithGrades();
    void aPolicyOfTheProfileIsNamed();
    void aChainOfAFileTakesThePlaceOfItsNamesake();
    void withoutOptionsThePolicyInUseIsReplayed();
    void sinceSaysHowFarBack();
    void nothingIsWrittenAndNothingIsSent();
    void progressIsForTerminalsOnly();
    void anInterruptEndsItAtOnceAndOnce();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void timesAreUnderstood_data();
    void timesAreUnderstood();
};

void TstReplayCommand::aTableSaysWhatWasAndWhatWouldBe()
{
    const RecordedProfile recorded(30);
    const QString path = recorded.profile.root() + u"/draft.json"_s;
    TestProfile::write(path, toOther);
    ReplayRun run({u"--policy"_s, path}, recorded.profile);
    QVERIFY(run.ended);
    QVERIFY2(run.program.exitCode() == 0, run.program.errors().constData());
    const QString out = QString::fromUtf8(run.program.output());
    for (const char *line :
         {"compared +30 exact", "by another chain +30 exact", "first to another endpoint +30 exact",
          "and of another model +30 exact", "cost +\\$0\\.06 exact +\\$0\\.06 estimated",
          "quality by votes +no votes, cannot say +no votes, cannot say", "no rule +other +30 +30 +30", "Assumed: "})
        QVERIFY2(QRegularExpression(QString::fromLatin1(line)).match(out).hasMatch(),
                 qPrintable(QString::fromLatin1(line) + u'\n' + out));
}

void TstReplayCommand::jsonIsOneObjectWithGrades()
{
    const RecordedProfile recorded(3);
    const QString path = recorded.profile.root() + u"/draft.json"_s;
    TestProfile::write(path, toOther);
    ReplayRun run({u"--json"_s, u"--policy"_s, path}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    const auto json = parseJson(run.program.output());
    QVERIFY2(json, run.program.output().constData());
    QCOMPARE((*json)["policy"].toText(), u"draft"_s);
    QCOMPARE((*json)["requests"].toInteger(), std::optional<qint64>(3));
    QCOMPARE((*json)["recorded"]["cost"]["value"].numberLiteral(), "0.006");
    QCOMPARE((*json)["recorded"]["cost"]["grade"].toBytes(), "exact");
    QCOMPARE((*json)["replayed"]["cost"]["grade"].toBytes(), "estimated");
    QCOMPARE((*json)["replayed"]["latency"]["grade"].toBytes(), "unsupported"); // nobody was ever there
    QCOMPARE((*json)["by_rule"].size(), 1);
}

void TstReplayCommand::aPolicyOfTheProfileIsNamed()
{
    const RecordedProfile recorded(2);
    TestProfile::write(draftIn(recorded.profile), toOther);
    ReplayRun run({u"--policy=draft"_s, u"--json"_s}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    QCOMPARE((*parseJson(run.program.output()))["other_chain"]["value"].toDouble(), std::optional(2.0));
}

void TstReplayCommand::aChainOfAFileTakesThePlaceOfItsNamesake()
{
    const RecordedProfile recorded(2);
    const QString path = recorded.profile.root() + u"/other.json"_s;
    TestProfile::write(path, otherChain);
    ReplayRun run({u"--chain"_s, path, u"--json"_s}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    const Json json = parseJson(run.program.output()).value();
    QVERIFY(json["policy"].isNull());
    QCOMPARE(json["chain"].toText(), u"other"_s);
    QCOMPARE(json["standing"].toInteger(), std::optional<qint64>(2)); // none went by it
}

void TstReplayCommand::withoutOptionsThePolicyInUseIsReplayed()
{
    const RecordedProfile recorded(2);
    ReplayRun none({}, recorded.profile);
    QCOMPARE(none.program.exitCode(), 1);
    QVERIFY2(none.program.errors().contains("No policy is in use"), none.program.errors().constData());
    TestProfile::write(draftIn(recorded.profile), toOther);
    TestProfile::write(recorded.profile.paths().settings(), R"({"version": 1, "policy": "draft"})");
    ReplayRun run({u"--json"_s}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    QCOMPARE((*parseJson(run.program.output()))["policy"].toText(), u"draft"_s);
}

void TstReplayCommand::sinceSaysHowFarBack()
{
    const RecordedProfile recorded(48);
    TestProfile::write(draftIn(recorded.profile), toOther);
    ReplayRun run({u"--policy=draft"_s, u"--json"_s, u"--since=630m"_s}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    QCOMPARE((*parseJson(run.program.output()))["requests"].toInteger(), std::optional<qint64>(10));
}

void TstReplayCommand::nothingIsWrittenAndNothingIsSent()
{
    const RecordedProfile recorded(5);
    TestProfile::write(draftIn(recorded.profile), toOther);
    const QByteArray before = TestProfile::read(recorded.profile.paths().registerFile());
    ReplayRun run({u"--policy=draft"_s}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    QCOMPARE(TestProfile::read(recorded.profile.paths().registerFile()), before);
}

void TstReplayCommand::progressIsForTerminalsOnly()
{
    const RecordedProfile recorded(5);
    TestProfile::write(draftIn(recorded.profile), toOther);
    ReplayRun run({u"--policy=draft"_s}, recorded.profile);
    QCOMPARE(run.program.exitCode(), 0);
    QVERIFY2(!run.program.errors().contains("requests"), run.program.errors().constData());
    QVERIFY(!run.program.errors().contains('\x1b'));
}

void TstReplayCommand::anInterruptEndsItAtOnceAndOnce()
{
    const RecordedProfile recorded(2'000);
    TestProfile::write(draftIn(recorded.profile), toOther);
    const auto loaded = app::loadProfile(app::CoreOptions{.profileRoot = recorded.profile.root()});
    QVERIFY(loaded);
    app::ReplayCommand command(*loaded, {.policy = u"draft"_s});
    QSignalSpy finished(&command, &app::ReplayCommand::finished);
    command.start();
    command.cancel(2);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), 130);
    QVERIFY(!finished.wait(200)); // what the replay says of itself then is not told any more
}

void TstReplayCommand::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such policy") << QStringList{u"--policy=nobody"_s} << 1
                                    << QByteArray("There is no policy “nobody”.");
    QTest::newRow("no such chain") << QStringList{u"--chain=nobody"_s} << 1
                                   << QByteArray("There is no chain “nobody”.");
    QTest::newRow("no such file") << QStringList{u"--policy=/nowhere/p.json"_s} << 1 << QByteArray("/nowhere/p.json");
    QTest::newRow("a file that is no policy")
        << QStringList{u"--policy"_s, inSource(u"CMakeLists.txt"_s)} << 1 << QByteArray("CMakeLists.txt: ");
    QTest::newRow("no register") << QStringList{u"--policy=draft"_s} << 1 << QByteArray("There is no register yet");
    QTest::newRow("a time that is none") << QStringList{u"--since=soon"_s} << 2 << QByteArray("--since: expected");
    QTest::newRow("something more") << QStringList{u"draft"_s} << 2 << QByteArray("expected options only");
    QTest::newRow("no name") << QStringList{u"--policy="_s} << 2 << QByteArray("--policy: expected a name");
}

void TstReplayCommand::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const TestProfile profile;
    TestProfile::write(draftIn(profile), R"({"format": 1, "name": "draft", "version": 1})");
    ReplayRun run(arguments, profile);
    QTEST(run.program.exitCode(), "code");
    QVERIFY2(run.program.errors().contains(says), run.program.errors().constData());
    QCOMPARE(run.program.output(), "");
    QVERIFY(!QFile::exists(profile.paths().registerFile()));
}

void TstReplayCommand::timesAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: refused
    QTest::newRow("days") << u"30d"_s << qint64(30 * 86'400);
    QTest::newRow("minutes") << u"90m"_s << qint64(5'400);
    QTest::newRow("hours") << u"1h"_s << qint64(3'600);
    QTest::newRow("weeks") << u"4w"_s << qint64(28 * 86'400);
    for (const char *bad : {"30", "d", "", "-3d", "0d", "3.5d", "3y", "9999999999w", "2000000000w"})
        QTest::addRow("none: %s", bad) << QString::fromLatin1(bad) << qint64(-1);
}

void TstReplayCommand::timesAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto line = app::parseCommandLine({u"signalbox"_s, u"replay"_s, u"--since="_s + text});
    const auto *options = std::get_if<app::ReplayOptions>(&line.action);
    QCOMPARE(options ? qint64(options->since.count()) : -1, seconds);
    QVERIFY(options || std::holds_alternative<app::UsageError>(line.action));
}

static const bool tstReplayCommand = sb::testing::add<TstReplayCommand>();

#include "tst_replay_command.moc"
