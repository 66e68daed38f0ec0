#include "tests/conformance/conformance_report.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

class TstConformanceReport : public QObject
{
    Q_OBJECT

    static QList<Verdict> verdicts(const QByteArray &api, int passed, int failed)
    {
        QList<Verdict> all;
        for (int i = 0; i < passed + failed; ++i)
            all.append({.id = api + '-' + QByteArray::number(i),
                        .api = api,
                        .differences = i < passed ? QStringList{} : QStringList{u"text: got “a”, expected “b”"_s}});
        return all;
    }

private slots:
    void eachApiHasALineAndEachFailureItsFields()
    {
        const ConformanceReport report(verdicts("b.chat", 2, 1) + verdicts("a.chat", 1, 0), {});
        const QStringList lines = report.lines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], u"FAILED b.chat-2: text: got “a”, expected “b”"_s);
        QVERIFY2(lines[1].startsWith(u"a.chat "_s) && lines[1].contains(u" 1 of    1 passed"_s), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith(u"b.chat "_s) && lines[2].contains(u" 2 of    3 passed"_s), qPrintable(lines[2]));
    }

    void theLastLineCountsAll()
    {
        const ConformanceReport report(verdicts("a.chat", 5, 2) + verdicts("b.chat", 1, 0), {u"x.jsonl:3: broken"_s});
        QCOMPARE(report.lastLine(), u"6 passed, 3 failed"_s);
        QVERIFY(report.lines().contains(u"FAILED x.jsonl:3: broken"_s));
    }

    void whatIsNotSpokenIsListedAndNotCounted()
    {
        QList<Verdict> unspoken = verdicts("smoke.signals", 3, 0);
        for (Verdict &verdict : unspoken)
            verdict.spoken = false;
        const ConformanceReport report(verdicts("a.chat", 1, 0) + unspoken, {});
        QCOMPARE(report.lastLine(), u"1 passed, 0 failed"_s);
        QVERIFY(report.lines().constLast().contains(u"smoke.signals"_s));
        QVERIFY(report.lines().constLast().contains(u"not spoken yet"_s));
        QVERIFY(report.shortcomings().isEmpty());
    }

    void itIsGoodEnoughWhen_data()
    {
        QTest::addColumn<QByteArray>("api");
        QTest::addColumn<int>("failed");
        QTest::addColumn<bool>("good");
        QTest::newRow("all of a target pass") << QByteArray("openai.chat") << 0 << true;
        QTest::newRow("97 of 100 pass") << QByteArray("anthropic.messages") << 3 << true;
        QTest::newRow("96 of 100 do not suffice") << QByteArray("gemini.generateContent") << 4 << false;
        QTest::newRow("others have no target") << QByteArray("azure.chat") << 100 << true;
    }
    void itIsGoodEnoughWhen()
    {
        QFETCH(QByteArray, api);
        QFETCH(int, failed);
        const ConformanceReport report(verdicts(api, 100 - failed, failed), {});
        QTEST(report.shortcomings().isEmpty(), "good");
    }

    void aTargetThatIsNotSpokenIsMissed()
    {
        QList<Verdict> unspoken = verdicts("openai.chat", 1, 0);
        unspoken[0].spoken = false;
        QCOMPARE(ConformanceReport(unspoken, {}).shortcomings().size(), 1);
    }

    void aLineThatCannotBeReadIsNeverGoodEnough()
    {
        const ConformanceReport report(verdicts("openai.chat", 100, 0), {u"openai.chat.jsonl:7: broken"_s});
        QCOMPARE(report.shortcomings().size(), 1);
    }
};

static const bool tstConformanceReport = sb::testing::add<TstConformanceReport>();

#include "tst_conformance_report.moc"
