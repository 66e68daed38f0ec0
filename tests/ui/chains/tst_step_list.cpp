#include "tests/testing/testing.h"
#include "ui/chains/step_list.h"
#include "ui/chains/step_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
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
    void aDroppedRowIsAMove_data();
    void aDroppedRowIsAMove();
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

void TstStepList::aDroppedRowIsAMove_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("to the end") << 0 << 3 << "bca";
    QTest::newRow("to the front") << 2 << 0 << "cab";
    QTest::newRow("one down") << 0 << 2 << "bac";
    QTest::newRow("onto itself") << 1 << 1 << "abc";
    QTest::newRow("behind itself") << 1 << 2 << "abc";
}

void TstStepList::aDroppedRowIsAMove()
{
    QFETCH(int, from);
    QFETCH(int, before);
    ui::StepModel model(*m_document);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(from)}));
    model.dropMimeData(data.get(), Qt::MoveAction, before, 0, {});
    QTEST(order(), "after");
}

void TstStepList::theModelKeepsToTheRules()
{
    ui::StepModel model(*m_document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_document->edit(routing::RemoveStep{.at = 1}, QStringLiteral("remove"));
    m_document->edit(routing::InsertStep{.at = 0, .step = {.model = QStringLiteral("n")}}, QStringLiteral("insert"));
    QCOMPARE(model.rowCount(), 3);
}

static const bool registered = sb::testing::add<TstStepList>();

#include "tst_step_list.moc"
