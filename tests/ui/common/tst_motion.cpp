#include "tests/testing/testing.h"
#include "ui/common/motion.h"
#include "ui/common/signalbox_style.h"
#include "ui/common/switch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstMotion final : public QObject
{
    Q_OBJECT
private slots:
    void aMoveTakesItsTimeUnlessMotionIsReduced_data()
    {
        QTest::addColumn<bool>("reduced");
        QTest::newRow("as usual") << false;
        QTest::newRow("reduced") << true;
    }
    void aMoveTakesItsTimeUnlessMotionIsReduced()
    {
        QFETCH(bool, reduced);
        SignalboxStyle style;
        style.setReducedMotion(reduced);
        QWidget widget;
        widget.setStyle(&style);
        QCOMPARE(motionTime(&widget, 90), reduced ? 0 : 90);

        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        Slide slide(&widget, 90);
        slide.moveTo(1);
        QCOMPARE(slide.position(), reduced ? 1.0 : 0.0);
        QTRY_COMPARE(slide.position(), 1.0);
    }

    void aHiddenWidgetIsThereAtOnce()
    {
        QWidget widget;
        Slide slide(&widget, 90);
        slide.moveTo(1);
        QCOMPARE(slide.position(), 1.0);
        QCOMPARE(slide.state(), QAbstractAnimation::Stopped);
    }

    void aSwitchThatTurnsBackGoesOnFromWhereItIs()
    {
        SignalboxStyle style;
        QWidget widget;
        widget.setStyle(&style);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        Slide slide(&widget, 10'000);
        slide.moveTo(1);
        slide.setCurrentTime(1'000);
        const double on = slide.position();
        QVERIFY(on > 0 && on < 1);
        slide.moveTo(0);
        QCOMPARE(slide.position(), on);
    }
};

static const bool tstMotion = sb::testing::add<TstMotion>();

#include "tst_motion.moc"
