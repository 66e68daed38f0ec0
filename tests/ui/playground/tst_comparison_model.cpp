#include "tests/testing/testing.h"
#include "ui/common/format.h"
#include "ui/common/table.h"
#include "ui/playground/comparison_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstComparisonModel final : public QObject
{
    Q_OBJECT
private slots:
    void aRowSaysWhatAPaneDid();
    void whatIsNotKnownIsADash();
    void moreAndFewerPanesAreARowEach();
    void wordsAreCountedAsPeopleDo_data();
    void wordsAreCountedAsPeopleDo();
};

namespace {

ComparedAnswer answered(int pane)
{
    return {.pane = pane,
            .target = u"a/b"_s,
            .metrics = {.servedBy = u"a/b · A"_s,
                        .end = routing::EndState::Complete,
                        .elapsedSeconds = 2.5,
                        .firstTokenSeconds = 0.61,
                        .tokensPerSecond = 78,
                        .inputTokens = 41,
                        .outputTokens = 312,
                        .cost = u"$0.00480"_s},
            .best = {.firstToken = true},
            .words = 240,
            .vote = usage::Vote::Kind::Better};
}

QString cell(const ComparisonModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

void TstComparisonModel::aRowSaysWhatAPaneDid()
{
    ComparisonModel model;
    QAbstractItemModelTester tester(&model);
    model.setAnswers({answered(1)});
    QCOMPARE(cell(model, 0, ComparisonModel::ServedColumn), u"a/b · A"_s);
    QCOMPARE(cell(model, 0, ComparisonModel::OutputColumn), u"312"_s);
    QCOMPARE(cell(model, 0, ComparisonModel::VoteColumn), u"better"_s);
    QVERIFY(cell(model, 0, ComparisonModel::FirstTokenColumn, Qt::AccessibleTextRole).endsWith(u"best"_s));
    QVERIFY(model.index(0, ComparisonModel::CostColumn).data(NumberRole).toBool());
}

void TstComparisonModel::whatIsNotKnownIsADash()
{
    ComparisonModel model;
    model.setAnswers({{.pane = 1}});
    for (int column = ComparisonModel::ServedColumn; column < ComparisonModel::ColumnCount; ++column)
        QCOMPARE(cell(model, 0, column), noValue());
}

void TstComparisonModel::moreAndFewerPanesAreARowEach()
{
    ComparisonModel model;
    QAbstractItemModelTester tester(&model);
    model.setAnswers({answered(1), answered(2), answered(3)});
    QCOMPARE(model.rowCount(), 3);
    model.setAnswers({answered(2)});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(cell(model, 0, ComparisonModel::PaneColumn).startsWith(u'2'));
}

void TstComparisonModel::wordsAreCountedAsPeopleDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("words");
    QTest::newRow("none") << QString() << qint64(0);
    QTest::newRow("a contraction is one") << u"don't stop"_s << qint64(2);
    QTest::newRow("marks are none") << u"## One, two — three!"_s << qint64(3);
    QTest::newRow("umlauts") << u"über Öfen"_s << qint64(2);
}

void TstComparisonModel::wordsAreCountedAsPeopleDo()
{
    QFETCH(QString, text);
    QTEST(wordCount(text), "words");
}

static const bool tstComparisonModel = sb::testing::add<TstComparisonModel>();

#include "tst_comparison_model.moc"
