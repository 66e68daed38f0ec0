#include "tests/testing/testing.h"
#include "ui/common/decision_table.h"
#include "ui/requests/record_json.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sb;
using namespace sb::ui;

class TstDecision final : public QObject
{
    Q_OBJECT
private slots:
    void everyCandidateSaysWhatCameOfIt();
    void theFirstOfAStepSaysWhyItIsTheFirst();
    void theSentenceSaysWhyItMovedOn();
    void theLastPromptIsFoundInAStoredRequest();
};

namespace {

usage::Settlement fellBack()
{
    usage::Settlement record;
    record.decision =
        parseJson(R"({"candidates":[{"endpoint":"a/x","rank":1,"probability":1,"expected_high":"0.01"},)"
                  R"({"endpoint":"b/y","rank":2,"probability":1},{"endpoint":"c/z","rank":3,"probability":1}],)"
                  R"("excluded":[{"endpoint":"d/w","reason":"no_key","detail":"no key"}]})")
            .value_or(Json());
    record.attempts = {
        {.endpointId = QStringLiteral("a/x"), .httpStatus = 529, .error = chat::ErrorType::ProviderOverloaded},
        {.endpointId = QStringLiteral("b/y"), .succeeded = true}};
    return record;
}

} // namespace

void TstDecision::everyCandidateSaysWhatCameOfIt()
{
    DecisionTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.present(fellBack());
    QCOMPARE(table.rowCount(), 4);
    const auto outcome = [&](int row) { return table.index(row, DecisionTable::Outcome).data().toString(); };
    QVERIFY(outcome(0).contains(QStringLiteral("failed")));
    QCOMPARE(outcome(1), QStringLiteral("served"));
    QCOMPARE(outcome(2), QStringLiteral("not reached"));
    QCOMPARE(outcome(3), QStringLiteral("no key"));
    QCOMPARE(table.index(1, DecisionTable::Expected).data().toString(), QStringLiteral("unpriced"));
}

void TstDecision::theFirstOfAStepSaysWhyItIsTheFirst()
{
    usage::Settlement record = fellBack();
    Json first = record.decision["candidates"].at(0);
    first.set("pick", "stays");
    record.decision.set("candidates", Json(Json::Array{first}));
    DecisionTable table;
    table.present(record);
    const QString why = table.index(0, DecisionTable::Chance).data(Qt::ToolTipRole).toString();
    QVERIFY2(why.contains(QStringLiteral("cache")), qPrintable(why));
    QCOMPARE(table.index(1, DecisionTable::Outcome).data(Qt::ToolTipRole).toString(), QStringLiteral("no key"));
}

void TstDecision::theSentenceSaysWhyItMovedOn()
{
    const QString sentence = movedOnSentence({.settled = fellBack()});
    QVERIFY2(sentence.contains(QStringLiteral("a/x")) && sentence.contains(QStringLiteral("529"))
                 && sentence.contains(QStringLiteral("b/y")),
             qPrintable(sentence));
    QVERIFY(!movedOnSentence({}).isEmpty());
    QVERIFY(movedOnSentence({.open = true}) != movedOnSentence({}));
    QVERIFY(movedOnSentence({.open = true}).contains(QStringLiteral("running")));
}

void TstDecision::theLastPromptIsFoundInAStoredRequest()
{
    const Json request =
        parseJson(
            R"({"messages":[{"role":"user","content":"one"},{"role":"assistant","content":"x"},{"role":"user","content":"two"}]})")
            .value_or(Json());
    QCOMPARE(lastPrompt(request), QStringLiteral("two"));
    QCOMPARE(lastPrompt({}), QString());
}

static const bool tstDecision = sb::testing::add<TstDecision>();

#include "tst_decision.moc"
