#include "core/routing/request_outline.h"

#include "core/routing/overrides.h"
#include "core/routing/policy/match.h"
#include "core/routing/request_needs.h"

#include "tests/routing/plan_world.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;

namespace {

chat::Request requestFrom(const QByteArray &more)
{
    return chat::parseRequest(parseJson("{\"model\":\"lab/fox\",\"messages\":[{\"role\":\"user\",\"content\":\""
                                        + QByteArray(700, 'x') + "\"}]" + more + '}')
                                  .value())
        .value();
}

} // namespace

class TstRequestOutline : public QObject
{
    Q_OBJECT

    static void addRequests()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("plain") << QByteArray();
        QTest::newRow("a tool") << QByteArray(R"(,"tools":[{"type":"function","function":{"name":"look"}}])");
        QTest::newRow("a tool of the provider's") << QByteArray(R"(,"tools":[{"type":"web_search"}])");
        QTest::newRow("a schema") << QByteArray(
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{}}})");
        QTest::newRow("JSON") << QByteArray(R"(,"response_format":{"type":"json_object"})");
        QTest::newRow("a grammar") << QByteArray(R"(,"response_format":{"type":"grammar","grammar":"a"})");
        QTest::newRow("three answers in a tier") << QByteArray(R"(,"n":3,"service_tier":"flex")");
        QTest::newRow("limits and reasoning") << QByteArray(R"(,"max_tokens":77,"reasoning":{"effort":"high"})");
        QTest::newRow("fallbacks") << QByteArray(R"(,"models":["lab/owl","lab/hare"])");
        QTest::newRow("preferences") << QByteArray(R"(,"provider":{"sort":"price","max_price":{"prompt":"1.5"}})");
        QTest::newRow("a session") << QByteArray(R"(,"session_id":"s-1")");
    }

private slots:
    void whatIsWrittenIsReadAgain_data() { addRequests(); }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(QByteArray, more);
        const RequestOutline outline = outlineOf(requestFrom(more));
        RequestOutline read = outlineFrom(parseJson(toJson(outline).dump()).value());
        QCOMPARE(read.session.isEmpty(), outline.session.isEmpty());
        read.session = outline.session;
        read.model = outline.model;
        read.mostInput = outline.mostInput;
        QCOMPARE(toJson(read).dump(), toJson(outline).dump());
        QVERIFY(read == outline);
    }

    void aSketchIsPlannedAsTheRequestWas_data() { addRequests(); }
    void aSketchIsPlannedAsTheRequestWas()
    {
        QFETCH(QByteArray, more);
        World world;
        world.input.request = requestFrom(more);
        world.input.preferences = parsePreferences(world.input.request.provider, u"provider"_s).value();
        world.input.chain = implicitChain(world.input.request, world.input.preferences);
        world.input.budget = {.remaining = NanoDollars{3'000'000}};
        const Plan plan = world.planned();
        QVERIFY(!plan.candidates.isEmpty() || !plan.excluded.isEmpty());

        World later;
        later.input = world.input;
        later.input.outline = outlineOf(world.input.request);
        later.input.request = sketchOf(*later.input.outline);
        later.input.chain = implicitChain(later.input.request, later.input.preferences);
        QCOMPARE(QString::fromUtf8(toJson(later.planned()).dump()), QString::fromUtf8(toJson(plan).dump()));
    }

    /// How long the texts of tools are is not on record: what a step takes away is still counted, so that the bound is
    /// never too low.
    void aStepChangesTheSketchAsItChangesTheRequest()
    {
        World world;
        world.input.request = requestFrom(R"(,"tools":[{"type":"web_search"}],"service_tier":"flex")");
        world.step().overrides = parseJson(R"({"n": 3, "max_tokens": 9, "tools": [], "service_tier": null})").value();
        const Plan plan = world.planned();
        World later;
        later.input = world.input;
        later.input.outline = outlineOf(world.input.request);
        later.input.request = sketchOf(*later.input.outline);
        const Plan again = later.planned();
        QCOMPARE(candidates(again), candidates(plan));
        QCOMPARE(again.candidates.size(), 2); // not one is left out for a tool of the provider's
        QVERIFY(again.candidates.constFirst().bound && plan.candidates.constFirst().bound);
        const double more = double(plan.candidates.constFirst().bound->value);
        const double share = double(again.candidates.constFirst().bound->value) / more;
        QVERIFY2(share >= 1 && share < 2.5, qPrintable(QString::number(share)));
    }

    void rulesSeeTheSameOfBoth_data() { addRequests(); }
    void rulesSeeTheSameOfBoth()
    {
        QFETCH(QByteArray, more);
        const chat::Request request = requestFrom(more);
        const Circumstances around{
            .taskClass = u"code"_s, .client = u"ask"_s, .now = fromMilliseconds(1'767'268'800'000)};
        Circumstances withTags = around;
        withTags.tags = tagsOf(request);
        QVERIFY(factsOf(outlineOf(request), withTags) == factsOf(request, around));
    }

    void theBudgetOfTheDecisionIsInIt()
    {
        World world;
        world.input.budget = {.remaining = NanoDollars{123'456'789}};
        const Plan plan = world.planned();
        QCOMPARE(plan.request.remaining, std::optional(NanoDollars{123'456'789}));
        QCOMPARE(toJson(plan)["request"]["remaining"].toText(), u"0.123456789"_s);
        QVERIFY(outlineFrom(toJson(plan)["request"]).remaining == plan.request.remaining);
    }

    void noWordIsInIt()
    {
        chat::Request request = requestFrom(R"(,"metadata":{"secret":"word"},"user":"someone","stop":["word"])");
        const QByteArray written = toJson(outlineOf(request)).dump();
        for (const char *word : {"xxx", "word", "someone", "metadata"})
            QVERIFY2(!written.contains(word), written.constData());
    }
};

static const bool tstRequestOutline = sb::testing::add<TstRequestOutline>();

#include "tst_request_outline.moc"
