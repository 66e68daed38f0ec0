#include "tests/testing/testing.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstLabel final : public QObject
{
    Q_OBJECT
private slots:
    void aCutTextIsTheToolTipAndOnlyWhileItIsCut();
    void aToolTipOfItsOwnStays();
    void aLongTitleLeavesRoomForTheControls();
};

namespace {

const QString LongText = u"A text that is much longer than the place that there is for it"_s;

} // namespace

void TstLabel::aCutTextIsTheToolTipAndOnlyWhileItIsCut()
{
    Label label(LongText);
    label.setElided(true);
    label.resize(80, 20);
    label.grab();
    QCOMPARE(label.toolTip(), LongText);
    label.setText(LongText + u'!');
    label.grab();
    QCOMPARE(label.toolTip(), LongText + u'!');
    label.setText(u"Short"_s);
    label.grab();
    QCOMPARE(label.toolTip(), QString());
}

void TstLabel::aToolTipOfItsOwnStays()
{
    Label label(u"Short"_s);
    label.setElided(true);
    label.setToolTip(u"why"_s);
    label.resize(200, 20);
    label.grab();
    QCOMPARE(label.toolTip(), u"why"_s);
}

void TstLabel::aLongTitleLeavesRoomForTheControls()
{
    PageHeader header(LongText + LongText);
    auto *control = new QWidget;
    control->setFixedSize(100, 20);
    header.addControl(control);
    QVERIFY(header.minimumSizeHint().width() < 400);
    header.resize(400, header.height());
    header.show();
    QVERIFY(header.rect().contains(control->geometry()));
}

static const bool tstLabel = sb::testing::add<TstLabel>();

#include "tst_label.moc"
