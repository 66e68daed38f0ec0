#include "core/dialects/rate_limits.h"

#include "core/base/json.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::dialects;
using catalog::LimitFigure;
using catalog::ResetForm;
using std::chrono::milliseconds;

namespace {

const WallTime Now = fromMilliseconds(1'764'547'200'000); // 2025-12-01T00:00:00Z

} // namespace

class TstRateLimits : public QObject
{
    Q_OBJECT
private slots:
    void aResetIsReadInTheFormThatTheProviderHas_data()
    {
        QTest::addColumn<ResetForm>("form");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected"); // ms; -1: not said
        QTest::newRow("OpenAI: milliseconds") << ResetForm::Duration << QByteArray("26ms") << qint64(26);
        QTest::newRow("OpenAI: minutes and seconds") << ResetForm::Duration << QByteArray("6m0s") << qint64(360'000);
        QTest::newRow("Groq: parts of seconds") << ResetForm::Duration << QByteArray("2m59.56s") << qint64(179'560);
        QTest::newRow("hours") << ResetForm::Duration << QByteArray("1h2m3s") << qint64(3'723'000);
        QTest::newRow("a number without a unit") << ResetForm::Duration << QByteArray("17") << qint64(-1);
        QTest::newRow("a unit without a number") << ResetForm::Duration << QByteArray("ms") << qint64(-1);
        QTest::newRow("something behind it") << ResetForm::Duration << QByteArray("1s, then") << qint64(-1);
        QTest::newRow("seconds") << ResetForm::Seconds << QByteArray("12.5") << qint64(12'500);
        QTest::newRow("seconds ago") << ResetForm::Seconds << QByteArray("-3") << qint64(0);
        QTest::newRow("no number") << ResetForm::Seconds << QByteArray("soon") << qint64(-1);
        QTest::newRow("for ever") << ResetForm::Seconds << QByteArray("1e300") << qint64(-1);
        QTest::newRow("not a number") << ResetForm::Seconds << QByteArray("nan") << qint64(-1);
        QTest::newRow("Anthropic: a date") << ResetForm::Date << QByteArray("2025-12-01T00:00:30Z") << qint64(30'000);
        QTest::newRow("a date that is over") << ResetForm::Date << QByteArray("2025-11-30T23:59:00Z") << qint64(0);
        QTest::newRow("no date") << ResetForm::Date << QByteArray("tomorrow") << qint64(-1);
        QTest::newRow("seconds since 1970") << ResetForm::UnixSeconds << QByteArray("1764547260") << qint64(60'000);
        QTest::newRow("milliseconds since 1970")
            << ResetForm::UnixMilliseconds << QByteArray("1764547200250") << qint64(250);
    }
    void aResetIsReadInTheFormThatTheProviderHas()
    {
        QFETCH(ResetForm, form);
        QFETCH(QByteArray, text);
        QFETCH(qint64, expected);
        const Headroom read =
            readHeadroom({.headers = {{"x-reset", text}}},
                         {.headers = {{LimitFigure::TokensReset, "x-reset"}}, .resetForm = form}, Now);
        QCOMPARE(read.tokens.resetsIn ? qint64(read.tokens.resetsIn->count()) : -1, expected);
    }

    void eachHeaderIsOfTheLimitThatItsFigureNames()
    {
        const catalog::RateLimitHeaders headers{.headers = {{LimitFigure::RequestsLimit, "a"},
                                                            {LimitFigure::RequestsRemaining, "b"},
                                                            {LimitFigure::InputTokensRemaining, "c"},
                                                            {LimitFigure::OutputTokensReset, "d"},
                                                            {LimitFigure::TokensLimit, "e"}}};
        const Headroom read =
            readHeadroom({.headers = {{"a", "500"}, {"b", "499"}, {"c", "0"}, {"d", "2"}, {"x", "7"}}}, headers, Now);
        QCOMPARE(read,
                 (Headroom{.requests = {.limit = 500, .remaining = 499},
                           .inputTokens = {.remaining = 0},
                           .outputTokens = {.resetsIn = 2s}}));
        QCOMPARE(toJson(read).dump().replace('"', '\''),
                 "{'requests':{'limit':500,'remaining':499},'input_tokens':{'remaining':0},"
                 "'output_tokens':{'resets_in_ms':2000}}");
        QVERIFY(toJson(Headroom{}).isNull());
    }

    void aParameterIsReadFromTheFirstItemOfAList_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("remaining"); // -1: not said
        QTest::newRow("one item") << QByteArray(R"("default";r=50;t=30)") << qint64(50);
        QTest::newRow("two items") << QByteArray(R"("burst"; r=7; t=1, "daily";r=900;t=3600)") << qint64(7);
        QTest::newRow("marks inside the name") << QByteArray(R"("a;r=1,b";r=3)") << qint64(3);
        QTest::newRow("a bare name") << QByteArray("default;r=4") << qint64(4);
        QTest::newRow("only in a later item") << QByteArray(R"("burst";t=1, "daily";r=900)") << qint64(-1);
        QTest::newRow("another parameter") << QByteArray(R"("default";rr=50)") << qint64(-1);
        QTest::newRow("no item") << QByteArray(";r=50") << qint64(-1);
    }
    void aParameterIsReadFromTheFirstItemOfAList()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, remaining);
        const Headroom read = readHeadroom({.headers = {{"ratelimit", text}}},
                                           {.headers = {{LimitFigure::RequestsRemaining, "ratelimit;r"}}}, Now);
        QCOMPARE(read.requests.remaining.value_or(-1), remaining);
    }

    void aCountThatIsNoneIsNotSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a word") << QByteArray("many");
        QTest::newRow("below nothing") << QByteArray("-1");
        QTest::newRow("more than there can be") << QByteArray("1e30");
    }
    void aCountThatIsNoneIsNotSaid()
    {
        QFETCH(QByteArray, text);
        const Headroom read =
            readHeadroom({.headers = {{"a", text}}}, {.headers = {{LimitFigure::RequestsRemaining, "a"}}}, Now);
        QCOMPARE(read, Headroom{});
    }

    void aKeyIsExhaustedUntilTheLastOfItsLimitsResets()
    {
        QVERIFY(!exhaustedFor({.requests = {.remaining = 1, .resetsIn = 5s}}));
        QVERIFY(!exhaustedFor({.requests = {.remaining = 0}}));
        QCOMPARE(
            exhaustedFor({.requests = {.remaining = 0, .resetsIn = 5s}, .tokens = {.remaining = 0, .resetsIn = 9s}}),
            std::optional<milliseconds>(9s));
    }
};

static const bool tstRateLimits = sb::testing::add<TstRateLimits>();

#include "tst_rate_limits.moc"
