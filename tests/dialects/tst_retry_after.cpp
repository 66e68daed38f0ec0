#include "core/dialects/retry_after.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects;

class TstRetryAfter : public QObject
{
    Q_OBJECT

private slots:
    void theWaitIsReadFrom_data()
    {
        QTest::addColumn<QList<Header>>("headers");
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<qint64>("milliseconds"); // -1: nothing was said
        const auto row = [](const char *name, QList<Header> headers, qint64 milliseconds, QByteArray error = "null") {
            QTest::newRow(name) << headers << error << milliseconds;
        };
        const Header date{"date", "Wed, 31 Dec 2025 23:59:50 GMT"};
        row("seconds", {{"retry-after", "17"}}, 17000);
        row("seconds with a fraction", {{"retry-after", "0.5"}}, 500);
        row("milliseconds before seconds", {{"retry-after", "1"}, {"retry-after-ms", "644"}}, 644);
        row("zero milliseconds beside one second", {{"retry-after", "1"}, {"retry-after-ms", "0"}}, 1000);
        row("zero milliseconds alone", {{"retry-after-ms", "0"}}, 0);
        row("a date, counted from the answer's own", {{"retry-after", "Thu, 01 Jan 2026 00:00:05 GMT"}, date}, 15000);
        row("a date that is over", {{"retry-after", "Wed, 31 Dec 2025 23:00:00 GMT"}, date}, 0);
        row("a date without the answer's own", {{"retry-after", "Thu, 01 Jan 2026 00:00:05 GMT"}}, -1);
        row("a date that does not exist", {{"retry-after", "Thu, 31 Feb 2026 00:00:05 GMT"}, date}, -1);
        row("nothing", {}, -1);
        row("words", {{"retry-after", "soon"}}, -1);
        row("a negative number", {{"retry-after", "-3"}}, -1);
        row("more than a year", {{"retry-after", "1e300"}}, -1);
        row("no number at all", {{"retry-after", "nan"}}, -1);
        row("Google's RetryInfo", {}, 39500,
            R"({"details":[{"@type":"x/google.rpc.Help"},{"@type":"x/google.rpc.RetryInfo","retryDelay":"39.5s"}]})");
        row("a header before RetryInfo", {{"retry-after", "2"}}, 2000, R"({"details":[{"retryDelay":"9s"}]})");
        row("a RetryInfo in an unknown unit", {}, -1, R"({"details":[{"retryDelay":"9m"}]})");
    }
    void theWaitIsReadFrom()
    {
        QFETCH(QList<Header>, headers);
        QFETCH(QByteArray, error);
        const auto wait = retryAfter({.status = 429, .headers = headers}, *parseJson(error));
        QTEST(wait ? qint64(wait->count()) : -1, "milliseconds");
    }
};

static const bool tstRetryAfter = sb::testing::add<TstRetryAfter>();

#include "tst_retry_after.moc"
