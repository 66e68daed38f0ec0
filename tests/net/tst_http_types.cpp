#include "core/net/http_types.h"

#include "tests/testing/testing.h"

#include <QTest>

using sb::net::HttpHead;

class TstHttpTypes : public QObject
{
    Q_OBJECT

private slots:
    void aHeaderIsFoundInAnyCase()
    {
        const HttpHead head{.status = 200, .headers = {{"retry-after", "3"}, {"x-a", "first"}, {"x-a", "second"}}};
        QCOMPARE(head.header("Retry-After"), "3");
        QCOMPARE(head.header("x-a"), "first");
        QCOMPARE(head.header("retry"), QByteArray());
    }
};

static const bool tstHttpTypes = sb::testing::add<TstHttpTypes>();

#include "tst_http_types.moc"
