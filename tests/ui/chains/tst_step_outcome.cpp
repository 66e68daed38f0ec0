#include "tests/testing/testing.h"
#include "ui/chains/step_outcome.h"

#include <QTest>

using namespace sb;
using namespace sb::ui;

class TstStepOutcome final : public QObject
{
    Q_OBJECT
private slots:
    void withoutADryRunNothingIsKnown();
    void eachStepGetsItsPartOfThePlan();
    void aConditionNamesTheFailures_data();
    void aConditionNamesTheFailures();
    void aCheckIsNamedWhereThereIsOne();
};

void TstStepOutcome::withoutADryRunNothingIsKnown()
{
    const auto outcomes = stepOutcomes({.steps = {{}, {}}}, {});
    QCOMPARE(outcomes, (QList<StepOutcome>{{}, {}}));
}

void TstStepOutcome::eachStepGetsItsPartOfThePlan()
{
    routing::Plan plan;
    plan.candidates = {{.step = 1,
                        .endpointId = QStringLiteral("b"),
                        .rank = 1,
                        .expectedLow = NanoDollars{20'000},
                        .expectedHigh = NanoDollars{20'000}},
                       {.step = 1, .endpointId = QStringLiteral("c"), .rank = 2},
                       {.step = 2, .endpointId = QStringLiteral("d"), .rank = 3}};
    plan.excluded = {{.step = 0,
                      .endpointId = QStringLiteral("a"),
                      .reason = routing::Exclusion::Budget,
                      .detail = QStringLiteral("Too much.")},
                     {.step = 2,
                      .endpointId = QStringLiteral("e"),
                      .reason = routing::Exclusion::NoKey,
                      .detail = QStringLiteral("No key.")}};
    const auto outcomes = stepOutcomes({.steps = {{}, {}, {}}}, plan);
    QCOMPARE(outcomes[0].part, StepOutcome::Part::Excluded);
    QCOMPARE(outcomes[0].reason, QStringLiteral("over the budget"));
    QCOMPARE(outcomes[0].detail, QStringLiteral("a: Too much."));
    QCOMPARE(outcomes[1].part, StepOutcome::Part::First);
    QCOMPARE(outcomes[1].cost, QStringLiteral("$0.00002"));
    QCOMPARE(outcomes[2].part, StepOutcome::Part::Later);
    QCOMPARE(outcomes[2].cost, QStringLiteral("unpriced"));
}

void TstStepOutcome::aConditionNamesTheFailures_data()
{
    QTest::addColumn<QList<bool>>("flags"); // in the order of routing::MoveOn
    QTest::addColumn<QString>("text");
    QTest::newRow("the default") << QList<bool>{1, 1, 1, 1, 1, 1, 1, 0} << "any failure but content policy";
    QTest::newRow("all") << QList<bool>{1, 1, 1, 1, 1, 1, 1, 1} << "any failure";
    QTest::newRow("none") << QList<bool>{0, 0, 0, 0, 0, 0, 0, 0} << "never";
    QTest::newRow("one") << QList<bool>{0, 0, 1, 0, 0, 0, 0, 0} << "silence";
    QTest::newRow("three") << QList<bool>{1, 1, 1, 0, 0, 0, 0, 0} << "overload, limit or silence";
}

void TstStepOutcome::aConditionNamesTheFailures()
{
    QFETCH(QList<bool>, flags);
    routing::Step step;
    step.moveOn = {flags[0], flags[1], flags[2], flags[3], flags[4], flags[5], flags[6], flags[7]};
    QTEST(moveOnText(step), "text");
    QVERIFY(!moveOnText(step).contains(QStringLiteral("check"))); // there is none
    step.maxCost = NanoDollars{20'000'000};
    QVERIFY(moveOnText(step).endsWith(QStringLiteral(", or cost over $0.02")));
}

void TstStepOutcome::aCheckIsNamedWhereThereIsOne()
{
    routing::Step step{.moveOn = {false, false, true, false, false, false, false, false, true}};
    QCOMPARE(moveOnText(step), QStringLiteral("silence"));
    step.accept = {routing::NonEmptyCheck{}};
    QCOMPARE(moveOnText(step), QStringLiteral("silence or failed check"));
}

static const bool tstStepOutcome = sb::testing::add<TstStepOutcome>();

#include "tst_step_outcome.moc"
