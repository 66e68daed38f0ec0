#include "core/lab/scorecard.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;

namespace {

lab::Scorecard someScorecard()
{
    return {.chain = u"main"_s,
            .version = 3,
            .seed = 7,
            .results = {{.fault = "cut",
                         .title = u"the connection breaks"_s,
                         .passed = true,
                         .end = routing::EndState::Complete,
                         .waited = 1'240ms,
                         .cost = {.kind = usage::CostKind::Estimated, .amount = NanoDollars{123'000}},
                         .note = u"Step 2 answered."_s,
                         .path = {{.step = 1, .endpointId = u"b/m"_s, .reason = "continue", .took = 900ms}}},
                        {.fault = "keep-alive-stall",
                         .end = routing::EndState::Failed,
                         .waited = 60'030ms,
                         .cost = {.kind = usage::CostKind::Computed, .amount = NanoDollars{}},
                         .note = u"It did not."_s},
                        {.fault = "sound", .passed = true, .end = routing::EndState::Complete, .note = u"Fine."_s}},
            .weakLinks = {{.id = "one_provider", .sentence = u"Every step asks A."_s, .steps = {0, 1}}}};
}

} // namespace

class TstScorecard : public QObject
{
    Q_OBJECT

private slots:
    void aLineAFaultAndThenHowManyWerePassed()
    {
        QCOMPARE(toText(someScorecard()),
                 u"PASS cut              complete  1.2s ~$0.000123 Step 2 answered.\n"
                 "FAIL keep-alive-stall failed   60.0s      $0.00 It did not.\n"
                 "PASS sound            complete  0.0s   unpriced Fine.\n"
                 "2 passed, 1 failed\n"_s);
    }

    void noFaultIsNoLine() { QCOMPARE(lab::toText({}), u"0 passed, 0 failed\n"_s); }

    void jsonHasAllOfIt()
    {
        const Json json = toJson(someScorecard());
        QCOMPARE(json["chain"].toBytes(), "main");
        QCOMPARE(json["seed"].numberLiteral(), "7");
        QCOMPARE(json["passed"].toInteger(), std::optional<qint64>(2));
        QCOMPARE(json["failed"].toInteger(), std::optional<qint64>(1));
        const Json &first = json["faults"].at(0);
        QCOMPARE(first["fault"].toBytes(), "cut");
        QCOMPARE(first["passed"].toBool(), std::optional(true));
        QCOMPARE(first["waited_ms"].toInteger(), std::optional<qint64>(1'240));
        QCOMPARE(first["cost"].numberLiteral(), "0.000123");
        QCOMPARE(first["cost_kind"].toBytes(), "estimated");
        QCOMPARE(first["path"].at(0)["endpoint"].toBytes(), "b/m");
        QCOMPARE(first["path"].at(0)["took_ms"].toInteger(), std::optional<qint64>(900));
        QVERIFY(first["path"].at(0)["first_content_ms"].isNull());
        QVERIFY(first["path"].at(0)["error"].isNull());
        QVERIFY(json["faults"].at(2)["cost"].isNull()); // unpriced is not nothing
        QCOMPARE(json["weak_links"].at(0)["id"].toBytes(), "one_provider");
        QCOMPARE(json["weak_links"].at(0)["steps"].size(), 2);
    }

    void aSeedOf64BitsKeepsAllDigits()
    {
        lab::Scorecard scorecard;
        scorecard.seed = std::numeric_limits<quint64>::max();
        QCOMPARE(toJson(scorecard)["seed"].numberLiteral(), "18446744073709551615");
    }
};

static const bool tstScorecard = sb::testing::add<TstScorecard>();

#include "tst_scorecard.moc"
