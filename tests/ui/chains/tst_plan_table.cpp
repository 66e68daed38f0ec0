#include "tests/testing/testing.h"
#include "ui/chains/plan_table.h"
#include "ui/common/table.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::ui;

class TstPlanTable final : public QObject
{
    Q_OBJECT
private slots:
    void aCandidateHasItsChanceAndItsTimes();
    void whoIsLeftOutSaysWhy();
};

namespace {

routing::Plan somePlan()
{
    routing::Plan plan;
    plan.candidates = {{.step = 1,
                        .endpointId = u"a/x"_s,
                        .rank = 1,
                        .probability = 0.62,
                        .expectedLow = NanoDollars{20'000},
                        .expectedHigh = NanoDollars{20'000},
                        .bound = NanoDollars{70'000},
                        .expectedFirstToken = 610ms,
                        .wait = 3s},
                       {.step = 1, .endpointId = u"b/x"_s, .rank = 2, .probability = 0.38, .mayLoad = true}};
    plan.excluded = {{.endpointId = u"c/x"_s, .reason = routing::Exclusion::NoKey, .detail = u"There is no key."_s}};
    return plan;
}

QStringList textsOf(const PlanTable &table, int row)
{
    QStringList texts;
    for (int column = 0; column < table.columnCount(); ++column)
        texts.append(table.index(row, column).data().toString());
    return texts;
}

} // namespace

void TstPlanTable::aCandidateHasItsChanceAndItsTimes()
{
    PlanTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.present(somePlan());
    QCOMPARE(textsOf(table, 0), (QStringList{u"a/x"_s, u"1"_s, u"62%"_s, u"0.61 s"_s, u"$0.00002"_s}));
    QCOMPARE(table.index(0, 0).data(SecondLineRole).toString(), u"Step 2, asked first"_s);
    QCOMPARE(table.index(0, PlanTable::FirstToken).data(SecondLineRole).toString(), u"waits 3.00 s"_s);
    QCOMPARE(table.index(1, PlanTable::FirstToken).data(SecondLineRole).toString(), QString());
    QCOMPARE(table.index(0, PlanTable::Expected).data(SecondLineRole).toString(), u"$0.00007 reserved"_s);
    QCOMPARE(textsOf(table, 1), (QStringList{u"b/x"_s, u"2"_s, u"38%"_s, u"–"_s, u"unpriced"_s}));
    QCOMPARE(table.index(1, 0).data(SecondLineRole).toString(), u"Step 2, asked next, may have to load"_s);
}

void TstPlanTable::whoIsLeftOutSaysWhy()
{
    PlanTable table;
    table.present(somePlan());
    QCOMPARE(table.rowCount(), 3);
    const QModelIndex name = table.index(2, PlanTable::Endpoint);
    QCOMPARE(name.data(SecondLineRole).toString(), u"Step 1, no key"_s);
    QCOMPARE(name.data(Qt::AccessibleTextRole).toString(), u"c/x, Step 1, no key"_s);
    QCOMPARE(name.data(Qt::ToolTipRole).toString(), u"There is no key."_s);
    QCOMPARE(table.index(2, PlanTable::Chance).data().toString(), u"–"_s);
}

static const bool tstPlanTable = sb::testing::add<TstPlanTable>();

#include "tst_plan_table.moc"
