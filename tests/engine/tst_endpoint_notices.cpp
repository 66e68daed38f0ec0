#include "core/engine/endpoint_notices.h"

#include "tests/testing/testing.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;

class TstEndpointNotices : public QObject
{
    Q_OBJECT
private slots:
    void aModelThatEndsIsTold_data()
    {
        QTest::addColumn<QDate>("retires");
        QTest::addColumn<QString>("says"); // empty: nothing
        QTest::newRow("in three months") << QDate(2026, 3, 1) << u"is served until"_s;
        QTest::newRow("tomorrow") << QDate(2025, 12, 2) << u"is served until"_s;
        QTest::newRow("today") << QDate(2025, 12, 1) << u"was to be served until"_s;
        QTest::newRow("last year") << QDate(2024, 1, 1) << u"was to be served until"_s;
        QTest::newRow("in half a year") << QDate(2026, 6, 1) << QString();
        QTest::newRow("never") << QDate() << QString();
    }
    void aModelThatEndsIsTold()
    {
        QFETCH(QDate, retires);
        QFETCH(QString, says);
        const WallTime now =
            fromMilliseconds(QDateTime(QDate(2025, 12, 1), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch());
        const auto notices = noticesAbout({.modelId = u"author/model"_s, .retires = retires}, now);
        QCOMPARE(notices.isEmpty(), says.isEmpty());
        if (notices.isEmpty())
            return;
        QCOMPARE(notices.first().kind, dialects::Notice::Kind::Told);
        QVERIFY2(notices.first().message.contains(says), qPrintable(notices.first().message));
        QVERIFY(notices.first().message.contains("author/model"_L1));
    }
};

static const bool tstEndpointNotices = sb::testing::add<TstEndpointNotices>();

#include "tst_endpoint_notices.moc"
