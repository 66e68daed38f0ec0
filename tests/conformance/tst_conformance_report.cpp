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
    }

    void itIsGoodEnoughWhen_data()
    {
        QTest::addColumn<QByteArray>("api");
        QTest::addColumn<int>("failed");
        QTest::addColumn<bool>("good");
        QTest::addColumn<int>("exchanges");
        QTest::newRow("all pass") << QByteArray("openai.chat") << 0 << true << 100;
        QTest::newRow("96 of 100 of any API pass") << QByteArray("azure.chat") << 4 << true << 100;
        QTest::newRow("95 of 100 do not suffice") << QByteArray("azure.chat") << 5 << false << 100;
        QTest::newRow("nor do 9 of 10") << QByteArray("azure.chat") << 1 << false << 10;
        QTest::newRow("of nine, no share is asked") << QByteArray("azure.chat") << 9 << true << 9;
    }
    void itIsGoodEnoughWhen()
    {
        QFETCH(QByteArray, api);
        QFETCH(int, failed);
        QFETCH(int, exchanges);
        // Among many others, so that the share of all is reached.
        QList<Verdict> all = verdicts(api, exchanges - failed, failed);
        for (int i = 0; i < 100; ++i)
            all += verdicts("other" + QByteArray::number(i), 9, 0);
        QTEST(ConformanceReport(all, {}).shortcomings().isEmpty(), "good");
    }

    void ofAllExchangesEnoughMustPass_data()
    {
        QTest::addColumn<int>("failed");
        QTest::addColumn<bool>("good");
        QTest::newRow("98 of 100") << 2 << true;
        QTest::newRow("97 of 100, though each API has what it needs") << 3 << false;
    }
    void ofAllExchangesEnoughMustPass()
    {
        QFETCH(int, failed);
        const ConformanceReport report(verdicts("a.chat", 91, 0) + verdicts("b.chat", 9 - failed, failed), {});
        QTEST(report.shortcomings().isEmpty(), "good");
    }

    void whatIsNotSpokenHasNotPassed()
    {
        QList<Verdict> unspoken = verdicts("smoke.signals", 10, 0);
        for (Verdict &verdict : unspoken)
            verdict.spoken = false;
        QList<Verdict> all = unspoken;
        for (int i = 0; i < 40; ++i)
            all += verdicts("other" + QByteArray::number(i), 9, 0);
        const QStringList said = ConformanceReport(all, {}).shortcomings();
        QCOMPARE(said.size(), 2); // of all, and of that API
        QCOMPARE(said[0], u"all exchanges: 360 of 370 passed, fewer than 98 %"_s);
        QCOMPARE(said[1], u"smoke.signals: 0 of 10 passed, fewer than 96 %"_s);
    }

    void aLineThatCannotBeReadIsNeverGoodEnough()
    {
        const ConformanceReport report(verdicts("openai.chat", 100, 0), {u"openai.chat.jsonl:7: broken"_s});
        QCOMPARE(report.shortcomings().size(), 1);
    }
};

static const bool tstConformanceReport = sb::testing::add<TstConformanceReport>();

#include "tst_conformance_report.moc"
