#include "tests/app/program.h"
#include "tests/testing/testing.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

QStringList explaining(const TestProfile &profile, const QStringList &arguments)
{
    return QStringList{u"--profile"_s, profile.root(), u"explain"_s} + arguments;
}

} // namespace

/// `signalbox explain`, as a person starts it.
class TstExplain : public QObject
{
    Q_OBJECT
private slots:
    void aRequestOfPracticeIsToldInSentences()
    {
        const TestProfile profile;
        Program asked(profile);
        asked.ask({u"--model"_s, u"practice/local-line"_s, u"--json"_s, u"Why is the sky blue?"_s});
        QVERIFY(asked.waitForEnd());
        QVERIFY2(asked.exitCode() == 0, asked.errors().constData());
        const auto answer = parseJson(asked.output());
        QVERIFY(answer);
        const QString number = QString::number((*answer)["record"].toInteger().value_or(0));

        Program explain(profile);
        explain.run(QStringLiteral(SIGNALBOX_PROGRAM), explaining(profile, {u"--practice"_s, number}));
        QVERIFY(explain.waitForEnd());
        const QByteArray told = explain.output();
        QVERIFY2(explain.exitCode() == 0, explain.errors().constData());
        QVERIFY2(told.startsWith("Practice request " + number.toUtf8() + " from ask asked for practice/local-line.\n"),
                 told.constData());
        QVERIFY2(told.contains("Candidate 1 of step 1: ") && told.contains("Attempt 1: "), told.constData());
        QVERIFY2(!told.contains("sky"), told.constData()); // none of the prompt's words

        Program json(profile);
        json.run(QStringLiteral(SIGNALBOX_PROGRAM), explaining(profile, {u"--practice"_s, u"--json"_s, number}));
        QVERIFY(json.waitForEnd());
        const auto object = parseJson(json.output());
        QVERIFY2(object.has_value(), json.output().constData());
        QCOMPARE((*object)["ledger"].toBytes(), QByteArray("practice"));
        QCOMPARE((*object)["explanation"].at(0)["about"].toBytes(), QByteArray("asked"));
        QVERIFY((*object)["decision"]["candidates"].size() > 0);
    }

    void whatIsNotThereIsSaid()
    {
        const TestProfile profile;
        Program nothing(profile);
        nothing.run(QStringLiteral(SIGNALBOX_PROGRAM), explaining(profile, {u"1"_s}));
        QVERIFY(nothing.waitForEnd());
        QCOMPARE(nothing.exitCode(), 1);
        QVERIFY2(nothing.errors().contains("on record"), nothing.errors().constData());
        QVERIFY(!QFileInfo::exists(profile.paths().registerFile())); // asking about one makes none
    }

    void aRequestThatIsNotOnRecordIsSaid()
    {
        const TestProfile profile;
        Program asked(profile);
        asked.ask({u"--model"_s, u"practice/local-line"_s, u"Hello"_s});
        QVERIFY(asked.waitForEnd());
        Program explain(profile);
        explain.run(QStringLiteral(SIGNALBOX_PROGRAM), explaining(profile, {u"4711"_s}));
        QVERIFY(explain.waitForEnd());
        QCOMPARE(explain.exitCode(), 1);
        QVERIFY2(explain.errors().contains("#4711"), explain.errors().constData());
        QVERIFY(explain.output().isEmpty());
    }
};

static const bool tstExplain = sb::testing::add<TstExplain>();

#include "tst_explain.moc"
