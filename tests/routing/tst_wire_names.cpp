#include "core/routing/end_state.h"
#include "core/routing/move.h"

#include "tests/testing/testing.h"

#include <QSet>
#include <QTest>

using namespace sb::routing;

class TstWireNames : public QObject
{
    Q_OBJECT
private slots:
    void endStatesAreStoredUnderTheNamesOfTheDesign_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("name");
        const QList<QByteArray> names{"complete", "length",    "filtered", "cut",
                                      "stalled",  "cancelled", "failed",   "lost"};
        for (int i = 0; i < names.size(); ++i)
            QTest::newRow(names.at(i).constData()) << i << names.at(i);
    }
    void endStatesAreStoredUnderTheNamesOfTheDesign()
    {
        QFETCH(int, state);
        QFETCH(QByteArray, name);
        QCOMPARE(toWireName(EndState(state)), name);
        QCOMPARE(endStateFromWireName(name), std::optional(EndState(state)));
    }

    void anUnknownNameIsNoState()
    {
        QVERIFY(!endStateFromWireName("finished"));
        QVERIFY(!endStateFromWireName(""));
        QVERIFY(!moveReasonFromWireName("Next_Key"));
    }

    void everyMoveReasonHasANameAndASentenceOfItsOwn()
    {
        QSet<QByteArray> names;
        QSet<QString> sentences;
        const int count = int(MoveReason::StopCancelled) + 1;
        for (int i = 0; i < count; ++i) {
            const auto reason = MoveReason(i);
            QCOMPARE(moveReasonFromWireName(toWireName(reason)), std::optional(reason));
            QVERIFY(describe(reason).endsWith(QLatin1Char('.')));
            names.insert(toWireName(reason));
            sentences.insert(describe(reason));
        }
        QCOMPARE(names.size(), count);
        QCOMPARE(sentences.size(), count);
        QCOMPARE(toWireName(MoveReason::NextNotFound), QByteArray("next_not_found"));
        QVERIFY(describe(MoveReason::NextNotFound).contains(QLatin1String("does not know the model")));
    }
};

static const bool tstWireNames = sb::testing::add<TstWireNames>();

#include "tst_wire_names.moc"
