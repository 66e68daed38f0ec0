#include "ui/models/range_slider.h"

#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstRangeSlider final : public QObject
{
    Q_OBJECT
private slots:
    void keysMoveTheActiveHandle()
    {
        RangeSlider slider({u"0"_s, u"1"_s, u"2"_s, u"3"_s});
        QSignalSpy changed(&slider, &RangeSlider::changed);
        QTest::keyClick(&slider, Qt::Key_Right);
        QCOMPARE(slider.low(), 1);
        QTest::keyClick(&slider, Qt::Key_Down); // the other handle
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.high(), 2);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last(), (QList<QVariant>{1, 2}));
        QCOMPARE(slider.accessibleDescription(), u"1 to 2, upper end active"_s);
    }

    void aHandleDoesNotPassTheOther()
    {
        RangeSlider slider({u"0"_s, u"1"_s, u"2"_s});
        slider.setRange(1, 1);
        QSignalSpy changed(&slider, &RangeSlider::changed);
        QTest::keyClick(&slider, Qt::Key_End); // the lower one
        QCOMPARE(slider.low(), 1);
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.low(), 0);
    }

    void theMouseTakesTheNearestHandle()
    {
        RangeSlider slider({u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s});
        slider.resize(214, 48); // a stop each 50 pixels, from 7 on
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(157, 15));
        QCOMPARE(slider.high(), 3);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(57, 15));
        QCOMPARE(slider.low(), 1);
    }

    void handlesOnOneStopComeApartOnBothSides()
    {
        RangeSlider slider({u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s});
        slider.resize(214, 48);
        slider.setRange(2, 2);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(157, 15));
        QCOMPARE(slider.high(), 3);
        slider.setRange(2, 2);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(57, 15));
        QCOMPARE(slider.low(), 1);
    }
};

static const bool tstRangeSlider = sb::testing::add<TstRangeSlider>();

#include "tst_range_slider.moc"
