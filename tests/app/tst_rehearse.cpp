#include "app/rehearse.h"

#include "tests/app/program.h"
#include "tests/testing/testing.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

const QByteArray oneStep =
    R"({"format": 1, "name": "one", "version": 1, "steps": [)"
    R"({"model": "practice/local-line", "endpoints": ["practice-b/local-line"], "retries": 0}]})";

/// `signalbox rehearse`, with a profile of its own.
struct Rehearsed
{
    explicit Rehearsed(const QStringList &arguments, const TestProfile &profile = {})
        : program(profile)
    {
        program.run(QStringLiteral(SIGNALBOX_PROGRAM),
                    QStringList{u"--profile"_s, profile.root(), u"rehearse"_s} + arguments);
        ended = program.waitForEnd();
    }

    Program program;
    bool ended = false;
};

} // namespace

/// `signalbox rehearse`, as a person starts it.
class TstRehearse : public QObject
{
    Q_OBJECT
private slots:
    void withoutAnArgumentTheSampleChainIsRehearsed();
    void everyLineCanBeTakenApart();
    void aChainThatFailsAFaultEndsWithOne();
    void jsonIsOneObject();
    void theSameSeedPrintsTheSame();
    void aChainOfTheProfileIsNamed();
    void itWorksWithoutPracticeAndWithoutKeys();
    void theRegisterOfTheProfileIsNotTouched();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
};

void TstRehearse::withoutAnArgumentTheSampleChainIsRehearsed()
{
    const TestProfile profile;
    Rehearsed rehearsed({}, profile);
    QVERIFY(rehearsed.ended);
    QCOMPARE(rehearsed.program.exitCode(), 0);
    const QByteArray out = rehearsed.program.output();
    QVERIFY2(out.endsWith(QByteArray::number(lab::Rehearsal::faultCount()) + " passed, 0 failed\n"), out.constData());
    QVERIFY2(rehearsed.program.errors().contains("Weakest link: "), rehearsed.program.errors().constData());
}

void TstRehearse::everyLineCanBeTakenApart()
{
    const TestProfile profile;
    Rehearsed rehearsed({}, profile);
    QList<QByteArray> lines = rehearsed.program.output().split('\n');
    QCOMPARE(lines.takeLast(), "");
    lines.removeLast(); // how many were passed
    QCOMPARE(lines.size(), lab::Rehearsal::faultCount());
    static const QRegularExpression form(
        u"^(PASS|FAIL) +[a-z0-9-]+ +(complete|length|filtered|cut|stalled|cancelled|failed) +[0-9]+\\.[0-9]s "
        "+(~?\\$[0-9.]+|unpriced) \\S.*\\.$"_s);
    for (const QByteArray &line : std::as_const(lines))
        QVERIFY2(form.match(QString::fromUtf8(line)).hasMatch(), line.constData());
}

void TstRehearse::aChainThatFailsAFaultEndsWithOne()
{
    const TestProfile profile;
    const QString path = profile.root() + u"/one.json"_s;
    TestProfile::write(path, oneStep);
    Rehearsed rehearsed({path}, profile);
    QCOMPARE(rehearsed.program.exitCode(), 1);
    const QByteArray out = rehearsed.program.output();
    QVERIFY2(out.contains("\nFAIL status-500-once "), out.constData());
    QVERIFY2(rehearsed.program.errors().contains("There is one endpoint only"), rehearsed.program.errors().constData());
}

void TstRehearse::jsonIsOneObject()
{
    const TestProfile profile;
    Rehearsed rehearsed({u"--json"_s, u"--seed"_s, u"5"_s}, profile);
    QCOMPARE(rehearsed.program.exitCode(), 0);
    const auto json = parseJson(rehearsed.program.output());
    QVERIFY(json);
    QCOMPARE((*json)["chain"].toBytes(), "sample");
    QCOMPARE((*json)["seed"].toInteger(), std::optional<qint64>(5));
    QCOMPARE((*json)["faults"].size(), lab::Rehearsal::faultCount());
    QCOMPARE((*json)["failed"].toInteger(), std::optional<qint64>(0));
}

void TstRehearse::theSameSeedPrintsTheSame()
{
    const TestProfile profile;
    const QByteArray first = Rehearsed({u"--json"_s, u"--seed=9"_s}, profile).program.output();
    QVERIFY(!first.isEmpty());
    QCOMPARE(Rehearsed({u"--json"_s, u"--seed=9"_s}, profile).program.output(), first);
    QVERIFY(Rehearsed({u"--json"_s, u"--seed=10"_s}, profile).program.output() != first);
}

void TstRehearse::aChainOfTheProfileIsNamed()
{
    const TestProfile profile;
    TestProfile::write(profile.paths().chain(u"one"_s), oneStep);
    Rehearsed rehearsed({u"one"_s}, profile);
    QCOMPARE(rehearsed.program.exitCode(), 1);
    QVERIFY(rehearsed.program.output().contains("\nFAIL "));
}

void TstRehearse::itWorksWithoutPracticeAndWithoutKeys()
{
    TestProfile profile;
    TestProfile::write(profile.paths().settings(), R"({"version": 1, "practice": false})");
    profile.addProvider(u"abroad"_s, QUrl(u"https://abroad.test/v1"_s));
    const QString path = profile.root() + u"/abroad.json"_s;
    TestProfile::write(path, R"({"format": 1, "name": "abroad", "version": 1, "steps": [{"model": "test/abroad"}]})");
    for (const QStringList &arguments : {QStringList{}, QStringList{path}}) {
        Rehearsed rehearsed(arguments, profile);
        const QByteArray said = rehearsed.program.output() + rehearsed.program.errors();
        QVERIFY2(rehearsed.program.output().contains(" failed\n"), said.constData());
        QVERIFY2(rehearsed.program.output().startsWith("PASS sound "), said.constData());
    }
}

void TstRehearse::theRegisterOfTheProfileIsNotTouched()
{
    const TestProfile profile;
    Rehearsed rehearsed({}, profile);
    QCOMPARE(rehearsed.program.exitCode(), 0);
    QVERIFY(!QFile::exists(profile.paths().registerFile()));
}

void TstRehearse::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such chain") << QStringList{u"nobody"_s} << 1 << QByteArray("There is no chain “nobody”.");
    QTest::newRow("no such file") << QStringList{u"/nowhere/chain.json"_s} << 1 << QByteArray("/nowhere/chain.json");
    QTest::newRow("two chains") << QStringList{u"a"_s, u"b"_s} << 2 << QByteArray("expected one chain, got 2");
    QTest::newRow("a seed that is none") << QStringList{u"--seed"_s, u"x"_s} << 2 << QByteArray("--seed: expected");
}

void TstRehearse::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const TestProfile profile;
    Rehearsed rehearsed(arguments, profile);
    QTEST(rehearsed.program.exitCode(), "code");
    QVERIFY2(rehearsed.program.errors().contains(says), rehearsed.program.errors().constData());
    QCOMPARE(rehearsed.program.output(), "");
}

static const bool tstRehearse = sb::testing::add<TstRehearse>();

#include "tst_rehearse.moc"
