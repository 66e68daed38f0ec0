#include "tests/conformance/replay_bench.h"
#include "tests/testing/testing.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

/// The main job on real input, in the terminal: the first provider is overloaded, the second limits the rate, the third
/// answers.
class TstMainJob : public QObject
{
    Q_OBJECT

    void ask(const QString &root, const QStringList &arguments)
    {
        m_process = std::make_unique<QProcess>();
        m_process->start(QStringLiteral(SIGNALBOX_PROGRAM), QStringList{u"--profile"_s, root, u"ask"_s} + arguments);
        QTRY_VERIFY_WITH_TIMEOUT(m_process->state() == QProcess::NotRunning, 30'000);
    }

    std::unique_ptr<QProcess> m_process;

private slots:
    void theTerminalAnswersFromTheThirdRecording()
    {
        const ReplayBench bench;
        QVERIFY2(!bench.error(), qPrintable(bench.error() ? bench.error()->message : QString()));
        ask(bench.profileRoot(), {u"Does it answer?"_s});
        const QString said = QString::fromUtf8(m_process->readAllStandardError());
        const QStringList lines = said.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(m_process->exitCode() == 0, qPrintable(said));
        QCOMPARE(QString::fromUtf8(m_process->readAllStandardOutput()), bench.answer() + u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith(u"attempt 1 replay-anthropic/"_s)
                     && lines[0].contains(u": failed provider_overloaded, "_s),
                 qPrintable(said));
        QVERIFY2(lines[1].startsWith(u"attempt 2 replay-gemini/"_s)
                     && lines[1].contains(u": failed rate_limit_exceeded, "_s),
                 qPrintable(said));
        QVERIFY2(lines[2].startsWith(u"attempt 3 replay-openai/"_s) && lines[2].endsWith(u": answering"_s),
                 qPrintable(said));
        QVERIFY2(lines[3].startsWith(u"complete: "_s) && lines[3].contains(u"replay-openai/"_s), qPrintable(said));
        QCOMPARE(bench.served(),
                 (QList{bench.chain().overloaded.id, bench.chain().limited.id, bench.chain().answering.id}));
    }

    void theUsageIsTheRecordedOneAndIsPriced()
    {
        const ReplayBench bench;
        QVERIFY(!bench.error());
        ask(bench.profileRoot(), {u"--json"_s, u"Does it answer?"_s});
        const auto json = parseJson(m_process->readAllStandardOutput());
        QVERIFY(json);
        const Json &expect = bench.chain().answering.expect;
        QCOMPARE((*json)["usage"]["input"].toInteger(), expect["prompt_tokens"].toInteger());
        QCOMPARE((*json)["usage"]["output"].toInteger(), expect["completion_tokens"].toInteger());
        QCOMPARE((*json)["cost"]["kind"].toText(), u"computed"_s);
        QCOMPARE((*json)["cost"]["ledger"].toText(), u"real"_s);
    }

    void aProfileCanBeWrittenAgain()
    {
        const ReplayBench bench;
        QVERIFY(!bench.error());
        QVERIFY(writeReplayProfile(bench.profileRoot(), bench.chain(), 4711));
    }

    void whatIsMissingForTheChainIsNamed()
    {
        const auto chosen = chooseReplayChain({});
        QVERIFY(!chosen);
        QVERIFY(chosen.error().message.contains(u"529"_s));
    }
};

static const bool tstMainJob = sb::testing::add<TstMainJob>();

#include "tst_main_job.moc"
