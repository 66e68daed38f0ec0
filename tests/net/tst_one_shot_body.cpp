#include "core/net/one_shot_body.h"

#include "tests/testing/testing.h"

#include <QTest>

using sb::net::OneShotBody;

class TstOneShotBody : public QObject
{
    Q_OBJECT

private slots:
    void itIsReadOnceFromTheStart()
    {
        OneShotBody body("abcdef");
        QCOMPARE(body.size(), 6);
        QVERIFY(!body.wasRead());
        QCOMPARE(body.read(4), "abcd");
        QVERIFY(body.wasRead());
        QCOMPARE(body.readAll(), "ef");
        QVERIFY(body.atEnd());
    }

    void itCannotBeRewound()
    {
        OneShotBody body("abcdef");
        QVERIFY(!body.reset()); // not even before it is read: the header alone may have been sent
        body.read(3);
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0));
        QVERIFY(body.seek(3)); // where it is
        QCOMPARE(body.readAll(), "def");
    }

    void itHasASizeAndIsNotSequentialSoThatQtKeepsNoCopy()
    {
        const OneShotBody body("abc");
        QVERIFY(!body.isSequential());
        QVERIFY(!body.isWritable());
    }
};

static const bool tstOneShotBody = sb::testing::add<TstOneShotBody>();

#include "tst_one_shot_body.moc"
