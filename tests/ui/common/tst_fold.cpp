#include "tests/testing/testing.h"
#include "ui/common/fold.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstFold final : public QObject
{
    Q_OBJECT
private slots:
    void whatIsAsUsualIsFoldedUntilSomebodyUnfoldsIt();
    void whatIsSetIsSaidWhileItIsFolded();
    void whatIsWrongComesBeforeWhatIsSet();
    void keysFoldAndUnfold_data();
    void keysFoldAndUnfold();
};

void TstFold::whatIsAsUsualIsFoldedUntilSomebodyUnfoldsIt()
{
    Fold fold(u"Order"_s);
    fold.present({});
    QVERIFY(!fold.isOpen());
    fold.present(u"price"_s);
    QVERIFY(fold.isOpen());
    fold.present({});
    QVERIFY(!fold.isOpen());
    fold.setOpen(true);
    fold.present({});
    QVERIFY(fold.isOpen()); // it stays as it was left
    QVERIFY(!fold.body()->isHidden());
}

void TstFold::whatIsSetIsSaidWhileItIsFolded()
{
    Fold fold(u"Order"_s);
    fold.present({});
    QCOMPARE(fold.head()->accessibleName(), u"Order: usual"_s);
    QCOMPARE(fold.head()->accessibleDescription(), u"folded"_s);
    const int usual = fold.head()->sizeHint().height();
    fold.setOpen(false);
    fold.present(u"price"_s);
    QCOMPARE(fold.head()->accessibleName(), u"Order: price"_s);
    QVERIFY(fold.head()->sizeHint().height() > usual);
    fold.setOpen(true);
    QCOMPARE(fold.head()->accessibleDescription(), u"unfolded"_s);
    QCOMPARE(fold.head()->sizeHint().height(), usual);
}

void TstFold::whatIsWrongComesBeforeWhatIsSet()
{
    Fold fold(u"Order"_s);
    fold.present(u"price"_s, u"No such price."_s);
    QCOMPARE(fold.head()->summary(), u"No such price."_s);
    Fold other(u"Order"_s);
    other.present({}, u"No such price."_s);
    QVERIFY(other.isOpen()); // it wants to be mended
}

void TstFold::keysFoldAndUnfold_data()
{
    QTest::addColumn<bool>("before");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("after");
    QTest::newRow("Space unfolds") << false << int(Qt::Key_Space) << true;
    QTest::newRow("Enter folds") << true << int(Qt::Key_Return) << false;
    QTest::newRow("Right unfolds") << false << int(Qt::Key_Right) << true;
    QTest::newRow("Right leaves what is open") << true << int(Qt::Key_Right) << true;
    QTest::newRow("Left folds") << true << int(Qt::Key_Left) << false;
    QTest::newRow("Left leaves what is folded") << false << int(Qt::Key_Left) << false;
}

void TstFold::keysFoldAndUnfold()
{
    QFETCH(bool, before);
    QFETCH(int, key);
    Fold fold(u"Order"_s);
    fold.setOpen(before);
    QTest::keyClick(fold.head(), Qt::Key(key));
    QTEST(fold.isOpen(), "after");
}

static const bool tstFold = sb::testing::add<TstFold>();

#include "tst_fold.moc"
