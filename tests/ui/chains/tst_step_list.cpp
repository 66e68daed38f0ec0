#include "tests/testing/testing.h"
#include "ui/chains/step_list.h"
#include "ui/chains/step_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sb;

class TstStepList final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void altAndArrowsMoveAStep();
    void deleteRemovesAndSaysSo();
    void controlDPutsACopyBehindTheStep();
    void enterAsksForTheInspector();
    void theDryRunIsPartOfWhatAStepSays();
    void theModelKeepsToTheRules();

private:
    [[nodiscard]] QString order() const;
    std::unique_ptr<ui::ChainDocument> m_document;
};

void TstStepList::init()
{
    m_document = std::make_unique<ui::ChainDocument>();
    routing::Chain chain{.name = QStringLiteral("c")};
    for (const char *name : {"a", "b", "c"})
        chain.steps.append({.model = QString::fromLatin1(name)});
    m_document->open(chain);
}

QString TstStepList::order() const
{
    QString text;
    for (const routing::Step &step : m_document->chain().steps)
        text += step.model;
    return text;
}

void TstStepList::altAndArrowsMoveAStep()
{
    ui::StepList list(*m_document);
    QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("bac"));
    QCOMPARE(m_document->current(), 1);
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("abc"));
}

void TstStepList::deleteRemovesAndSaysSo()
{
    ui::StepList list(*m_document);
    QSignalSpy removed(&list, &ui::StepList::removed);
    QTest::keyClick(&list, Qt::Key_Delete);
    QCOMPARE(order(), QStringLiteral("bc"));
    QCOMPARE(removed.count(), 1);
    m_document->undoStack().undo();
    QCOMPARE(order(), QStringLiteral("abc"));
}

void TstStepList::controlDPutsACopyBehindTheStep()
{
    ui::StepList list(*m_document);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(order(), QStringLiteral("abbc"));
    QCOMPARE(m_document->current(), 2);
}

void TstStepList::enterAsksForTheInspector()
{
    ui::StepList list(*m_document);
    QSignalSpy wanted(&list, &ui::StepList::inspectorWanted);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
}

void TstStepList::theDryRunIsPartOfWhatAStepSays()
{
    ui::StepModel model(*m_document);
    model.setOutcomes({{.part = ui::StepOutcome::Part::Excluded, .detail = QStringLiteral("x: No key.")},
                       {.part = ui::StepOutcome::Part::First}});
    QVERIFY(model.data(model.index(0), Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("left out")));
    QCOMPARE(model.data(model.index(0), Qt::ToolTipRole).toString(), QStringLiteral("x: No key."));
    QVERIFY(model.data(model.index(1), Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("asked first")));
}

void TstStepList::theModelKeepsToTheRules()
{
    ui::StepModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_document->edit(routing::RemoveStep{.at = 1}, QStringLiteral("remove"));
    m_document->edit(routing::InsertStep{.at = 0, .step = {.model = QStringLiteral("n")}}, QStringLiteral("insert"));
    QCOMPARE(model.rowCount(), 3);
}

static const bool tstStepList = sb::testing::add<TstStepList>();

#include "tst_step_list.moc"
