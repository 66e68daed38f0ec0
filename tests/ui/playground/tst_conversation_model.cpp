#include "ui/playground/conversation_model.h"

#include "tests/testing/testing.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstConversationModel final : public QObject
{
    Q_OBJECT
private slots:
    void aListBecomesAnother_data();
    void aListBecomesAnother();
    void aRowMovesWithItsCursor();
    void whatIsTheSameIsNotTouched();
    void aNameIsTypedOnceAndNotEmpty();
    void aDraftWithoutWordsHasATitle();
};

namespace {

QList<profile::ConversationSummary> summaries(const QString &ids)
{
    QList<profile::ConversationSummary> all;
    for (const QChar id : ids)
        all.append({.id = QString(id), .title = u"title of %1"_s.arg(id)});
    return all;
}

QString idsOf(const ConversationModel &model)
{
    QString ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row).data(ConversationModel::IdRole).toString();
    return ids;
}

} // namespace

void TstConversationModel::aListBecomesAnother_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("out of nothing") << u""_s << u"abc"_s;
    QTest::newRow("into nothing") << u"abc"_s << u""_s;
    QTest::newRow("one is new") << u"abc"_s << u"nabc"_s;
    QTest::newRow("one is gone") << u"abc"_s << u"ac"_s;
    QTest::newRow("the last goes up") << u"abcd"_s << u"dabc"_s;
    QTest::newRow("upside down") << u"abcd"_s << u"dcba"_s;
    QTest::newRow("another altogether") << u"abc"_s << u"xyz"_s;
    QTest::newRow("some of each") << u"abcdef"_s << u"xfbyd"_s;
}

void TstConversationModel::aListBecomesAnother()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const SystemClock clock;
    ConversationModel model(clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.present(summaries(before));
    QCOMPARE(idsOf(model), before);
    model.present(summaries(after));
    QCOMPARE(idsOf(model), after);
}

void TstConversationModel::aRowMovesWithItsCursor()
{
    const SystemClock clock;
    ConversationModel model(clock);
    model.present(summaries(u"abcd"_s));
    const QPersistentModelIndex cursor(model.index(1));
    model.present(summaries(u"dacb"_s));
    QCOMPARE(cursor.data(ConversationModel::IdRole).toString(), u"b"_s);
    QCOMPARE(cursor.row(), 3);
}

void TstConversationModel::whatIsTheSameIsNotTouched()
{
    const SystemClock clock;
    ConversationModel model(clock);
    QList<profile::ConversationSummary> all = summaries(u"abc"_s);
    model.present(all);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    all[2].title = u"another"_s;
    model.present(all);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 2);
}

void TstConversationModel::aNameIsTypedOnceAndNotEmpty()
{
    const SystemClock clock;
    ConversationModel model(clock);
    model.present(summaries(u"a"_s));
    QSignalSpy renamed(&model, &ConversationModel::renamed);
    QVERIFY(!model.setData(model.index(0), u" "_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0), u" a  name "_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0), u"a name"_s, Qt::EditRole));
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed.constFirst().value(1).toString(), u"a name"_s);
}

void TstConversationModel::aDraftWithoutWordsHasATitle()
{
    const SystemClock clock;
    ConversationModel model(clock);
    model.present({{.id = u"a"_s}});
    QVERIFY(!model.index(0).data().toString().isEmpty());
    QVERIFY(model.index(0).data(Qt::EditRole).toString().isEmpty());
}

static const bool tstConversationModel = sb::testing::add<TstConversationModel>();

#include "tst_conversation_model.moc"
