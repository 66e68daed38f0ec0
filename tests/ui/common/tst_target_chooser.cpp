#include "ui/common/target_chooser.h"

#include "tests/testing/testing.h"

#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

namespace {

const QList<TargetChoice> threeChoices{
    {.target = u"chain/night"_s, .group = u"Chains"_s, .text = u"Chain night"_s},
    {.target = u"a/one"_s, .group = u"Models"_s, .text = u"a/one"_s, .detail = u"East"_s, .price = u"$1 / $2"_s},
    {.target = u"b/two"_s, .group = u"Models"_s, .text = u"b/two"_s, .detail = u"West · images"_s},
};

/// The list below a window.
class Open
{
public:
    explicit Open(const QString &current, const QList<TargetChoice> &choices = threeChoices)
        : chooser(new TargetChooser(choices, current, &window))
        , chosen(chooser, &TargetChooser::chosen)
        , query(chooser->findChild<QLineEdit *>())
        , list(chooser->findChild<QListView *>())
    {
        window.resize(200, 40);
        window.show();
        chooser->openBelow(window);
    }
    [[nodiscard]] QString cursor() const { return list->currentIndex().data(Qt::UserRole).toString(); }

    QWidget window;
    QPointer<TargetChooser> chooser;
    QSignalSpy chosen;
    QLineEdit *query;
    QListView *list;
};

} // namespace

class TstTargetChooser final : public QObject
{
    Q_OBJECT
private slots:
    void theCursorBeginsAtWhatIsAskedNow()
    {
        const Open open(u"a/one"_s);
        QCOMPARE(open.cursor(), u"a/one"_s);
        const Open other(u"gone/model"_s);
        QCOMPARE(other.cursor(), u"chain/night"_s);
    }

    void arrowsMoveAndEnterTakes()
    {
        const Open open(u"a/one"_s);
        QTest::keyClick(open.query, Qt::Key_Down);
        QCOMPARE(open.cursor(), u"b/two"_s);
        QTest::keyClick(open.query, Qt::Key_Down); // the end
        QTest::keyClick(open.query, Qt::Key_Return);
        QCOMPARE(open.chosen.size(), 1);
        QCOMPARE(open.chosen.constFirst().constFirst().toString(), u"b/two"_s);
        QTRY_VERIFY(!open.chooser);
    }

    void typingNarrowsToWhatHasTheWords()
    {
        const Open open(u"a/one"_s);
        QTest::keyClicks(open.query, u"images"_s);
        QCOMPARE(open.list->model()->rowCount(), 1);
        QTest::keyClick(open.query, Qt::Key_Enter);
        QCOMPARE(open.chosen.value(0).value(0).toString(), u"b/two"_s);
    }

    void whatIsNotFoundIsNotTaken()
    {
        const Open open(u"a/one"_s);
        QTest::keyClicks(open.query, u"nowhere"_s);
        QTest::keyClick(open.query, Qt::Key_Return);
        QVERIFY(open.chosen.isEmpty());
        QVERIFY(open.chooser && open.chooser->isVisible());
    }

    void escapeLeavesEverythingAsItWas()
    {
        const Open open(u"a/one"_s);
        QTest::keyClick(open.query, Qt::Key_Down);
        QTest::keyClick(open.query, Qt::Key_Escape);
        QTRY_VERIFY(!open.chooser);
        QVERIFY(open.chosen.isEmpty());
    }

    void aRowSaysAllThatItShows()
    {
        const Open open(u"a/one"_s);
        QCOMPARE(open.list->currentIndex().data(Qt::AccessibleTextRole).toString(), u"a/one, East, $1 / $2"_s);
    }
};

static const bool tstTargetChooser = sb::testing::add<TstTargetChooser>();

#include "tst_target_chooser.moc"
