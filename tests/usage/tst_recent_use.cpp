#include "core/usage/recent_use.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;
using namespace std::chrono_literals;
using catalog::PriceUnit;

namespace {

constexpr qint64 Dollar = 1'000'000; // pico-dollars a token: a dollar a million

Settlement answered(const chat::TokenClasses &tokens, std::chrono::milliseconds first = 500ms,
                    std::chrono::milliseconds duration = 2'500ms)
{
    const AttemptRecord attempt{.providerId = u"north"_s,
                                .modelId = u"author/m0"_s,
                                .endpointId = u"north/m0"_s,
                                .startedAt = Tuesday,
                                .connect = 10ms,
                                .firstContent = first,
                                .duration = duration,
                                .httpStatus = 200,
                                .succeeded = true,
                                .moveReason = "first_try",
                                .tokens = tokens};
    return {.end = routing::EndState::Complete,
            .servedEndpoint = attempt.endpointId,
            .providerId = attempt.providerId,
            .modelId = attempt.modelId,
            .latency = duration,
            .firstContent = first,
            .attempts = {attempt},
            .tokens = tokens};
}

Settlement failedBy(std::optional<chat::ErrorType> error)
{
    Settlement settlement = answered({});
    settlement.end = error == chat::ErrorType::Cancelled ? routing::EndState::Cancelled : routing::EndState::Failed;
    settlement.servedEndpoint.clear();
    settlement.attempts[0].succeeded = false;
    settlement.attempts[0].firstContent = -1ms;
    settlement.attempts[0].error = error;
    return settlement;
}

/// Written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

OpenRecord asking(const char *request = nullptr, WallTime at = Tuesday)
{
    OpenRecord record = smallOpenRecord({}, at);
    record.request = request ? parseJson(QByteArrayView(request)).value() : Json();
    return record;
}

RecentUse useOf(Rig &rig, const QList<qint64> &steps = {}, int days = 30)
{
    return rig.ask<RecentUse>(RecentUseQuery{.days = days, .steps = steps}).value();
}

catalog::Endpoint endpoint()
{
    catalog::Endpoint made{.id = u"north/m0"_s, .providerId = u"north"_s, .modelId = u"author/m0"_s};
    made.price = catalog::Price{.components = {{.unit = PriceUnit::FreshInput, .amount = {2 * Dollar}},
                                               {.unit = PriceUnit::CacheRead, .amount = {Dollar}},
                                               {.unit = PriceUnit::VisibleOutput, .amount = {10 * Dollar}}}};
    return made;
}

RecentUse oneGroup(const DemandGroup &group)
{
    return {.requests = group.requests, .groups = {group}, .byHour = {group}};
}

DemandGroup tenRequests()
{
    return {.demand = {.isKnown = true},
            .requests = 10,
            .leastPrompt = 100,
            .mostTokens = 9'000,
            .mostOutput = 1'000,
            .tokens = {.freshInput = 10'000, .cacheRead = 4'000, .visibleOutput = 2'000, .reasoning = 500}};
}

} // namespace

class TstRecentUse final : public QObject
{
    Q_OBJECT
private slots:
    void aChainsUseIsToldStepByStep()
    {
        Rig rig;
        QVERIFY(rig.start());
        const auto asks = [](const QString &chain, WallTime at) {
            OpenRecord record = asking(nullptr, at);
            record.chain = chain;
            return record;
        };
        const WallTime now = rig.m_clock.wall();
        const auto at = [](Settlement settlement, WallTime time) {
            for (AttemptRecord &attempt : settlement.attempts)
                attempt.startedAt = time;
            return settlement;
        };
        Settlement fellBack = at(failedBy(chat::ErrorType::ProviderOverloaded), now - 2h);
        fellBack.attempts[0].httpStatus = 529;
        fellBack.attempts.append(at(answered({}), now - 2h).attempts[0]);
        fellBack.attempts[1].step = 1;
        fellBack.attempts[1].endpointId = u"south/m0"_s;
        rig.record(asks(u"c"_s, now - 2h), fellBack);
        rig.record(asks(u"c"_s, now - 1h), at(answered({}), now - 1h));
        rig.record(asks(u"c"_s, now - 30min), at(failedBy(chat::ErrorType::Cancelled), now - 30min));
        rig.record(asks(u"c"_s, now - 30h), at(answered({}), now - 30h)); // too old
        rig.record(asks(u"d"_s, now - 1h), at(answered({}), now - 1h)); // another chain
        const auto use = rig.ask<ChainUse>(ChainUseQuery{.chain = u"c"_s});
        QVERIFY(use);
        QCOMPARE(use->requests, 3);
        QCOMPARE(use->steps.size(), 2);
        const StepUse &first = use->steps[0];
        QCOMPARE(first.step, 0);
        QCOMPARE(first.endpointId, u"north/m0"_s);
        QCOMPARE(first.attempts, 3);
        QCOMPARE(first.served, 1);
        QCOMPARE(first.lastError, std::optional(chat::ErrorType::ProviderOverloaded));
        QCOMPARE(first.lastStatus, 529);
        QVERIFY(first.lastErrorAt == now - 2h);
        QVERIFY(!first.failedLast);
        QCOMPARE(use->steps[1].step, 1);
        QCOMPARE(use->steps[1].served, 1);
        QVERIFY(!use->steps[1].lastError);
        QCOMPARE(rig.ask<ChainUse>(ChainUseQuery{.chain = u"nobody's"_s})->requests, 0);
    }

    void anEndpointHasItsMedianItsSpeedAndItsFailures()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(asking(), answered({.freshInput = 10, .visibleOutput = 100}, 500ms, 1'500ms));
        rig.record(asking(), answered({.freshInput = 10, .visibleOutput = 200, .reasoning = 100}, 700ms, 2'700ms));
        rig.record(asking(), failedBy(chat::ErrorType::ProviderOverloaded));
        rig.record(asking(), failedBy(chat::ErrorType::Cancelled));
        const QList<EndpointUse> endpoints = useOf(rig).endpoints;
        QCOMPARE(endpoints.size(), 1);
        QCOMPARE(endpoints[0].endpointId, u"north/m0"_s);
        QCOMPARE(endpoints[0].attempts, 4);
        QCOMPARE(endpoints[0].failed, 1); // who cancels is not failed
        QVERIFY(endpoints[0].firstContent && qAbs(endpoints[0].firstContent->count() - 500) <= 5);
        QCOMPARE(endpoints[0].tokensPerSecond, 400.0 / 3.0);
    }

    void whatRequestsNeedIsReadFromWhatTheySent_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("needs");
        QTest::newRow("text") << json("{'messages':[{'role':'user','content':'hi'}]}") << u"known"_s;
        QTest::newRow("no body") << QByteArray() << u""_s;
        QTest::newRow("tools") << json("{'tools':[{'type':'function'}],'messages':[]}") << u"known tools"_s;
        QTest::newRow("an empty list of tools") << json("{'tools':[],'messages':[]}") << u"known"_s;
        QTest::newRow("an image") << QByteArray(
            R"({"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:x"}}]}]})")
                                  << u"known images"_s;
        QTest::newRow("words about an image")
            << json("{'messages':[{'role':'user','content':'{\\'type\\':\\'image_url\\'}'}]}") << u"known"_s;
        QTest::newRow("a file and audio")
            << json("{'messages':[{'role':'user','content':[{'type':'file'},{'type':'input_audio'}]}]}")
            << u"known files audio"_s;
        QTest::newRow("a schema") << json("{'response_format':{'type':'json_schema'},'messages':[]}")
                                  << u"known schema"_s;
        QTest::newRow("JSON") << json("{'response_format':{'type':'json_object'},'messages':[]}") << u"known json"_s;
    }
    void whatRequestsNeedIsReadFromWhatTheySent()
    {
        QFETCH(QByteArray, request);
        QFETCH(QString, needs);
        Rig rig;
        QVERIFY(rig.start());
        rig.record(asking(request.isEmpty() ? nullptr : request.constData()), answered({.freshInput = 5}));
        const RecentUse use = useOf(rig);
        QCOMPARE(use.groups.size(), 1);
        const Demand &demand = use.groups[0].demand;
        QStringList words;
        const QList<std::pair<bool, QString>> all{{demand.isKnown, u"known"_s},    {demand.tools, u"tools"_s},
                                                  {demand.images, u"images"_s},    {demand.files, u"files"_s},
                                                  {demand.audio, u"audio"_s},      {demand.jsonObject, u"json"_s},
                                                  {demand.jsonSchema, u"schema"_s}};
        for (const auto &[is, word] : all) {
            if (is)
                words.append(word);
        }
        QCOMPARE(words.join(u' '), needs);
    }

    void requestsOnBothSidesOfAStepAreTwoGroups()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (const qint64 prompt : {100, 128'000, 128'001})
            rig.record(asking(), answered({.freshInput = prompt}));
        const RecentUse use = useOf(rig, {128'000});
        QCOMPARE(use.requests, 3);
        QCOMPARE(use.groups.size(), 2);
        QCOMPARE(use.groups[0].requests, 2);
        QCOMPARE(use.groups[0].leastPrompt, 100);
        QCOMPARE(use.groups[0].mostTokens, 128'000); // a step itself still fits
        QCOMPARE(use.groups[1].requests, 1);
        QCOMPARE(useOf(rig, {}).groups.size(), 1);
    }

    void hoursAndWeekendsAreApartOnlyWhereTheyMatter()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(asking(nullptr, Tuesday - 72h), answered({.freshInput = 5})); // a Saturday
        rig.record(asking(nullptr, Tuesday), answered({.freshInput = 5}));
        rig.record(asking(nullptr, Tuesday + 1h), answered({.freshInput = 5}));
        const RecentUse use = useOf(rig);
        QCOMPARE(use.groups.size(), 1);
        QCOMPARE(use.byHour.size(), 3);
        const auto isWeekend = [](const DemandGroup &group) { return group.dayOfWeekUtc == 6; };
        QCOMPARE(std::ranges::count_if(use.byHour, isWeekend), 1);
    }

    void onlyTheLastDaysCountAndOnlyWhatWasAnswered()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(asking(nullptr, Tuesday - 24h), answered({.freshInput = 5}));
        rig.record(asking(nullptr, Tuesday), answered({.freshInput = 5}));
        rig.record(asking(nullptr, Tuesday), failedBy(chat::ErrorType::Timeout));
        QCOMPARE(useOf(rig, {}, 1).requests, 1);
        QCOMPARE(useOf(rig, {}, 2).requests, 2);
        const RecentUse practice = rig.ask<RecentUse>(RecentUseQuery{.ledger = Ledger::Practice}).value();
        QCOMPARE(practice.requests, 0);
    }

    void tokensOfEachClassArePaidByTheirOwnPrice()
    {
        const WhatIf result = whatIf(oneGroup(tenRequests()), {}, endpoint());
        QCOMPARE(result.served, 10);
        // 10,000 × $2 + 4,000 × $1 + 2,500 × $10 a million: reasoning is paid as output.
        QCOMPARE(result.cost, NanoDollars{20'000'000 + 4'000'000 + 25'000'000});
    }

    void cachedInputIsPaidInFullWhereItHasNoPriceOfItsOwn()
    {
        catalog::Endpoint uncached = endpoint();
        uncached.price->components.removeAt(1);
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, uncached).cost, NanoDollars{20'000'000 + 8'000'000 + 25'000'000});
    }

    void aPriceStepHoldsForRequestsAboveItAndNotForTheirSum()
    {
        catalog::Endpoint stepped = endpoint();
        stepped.price->components.append(
            {.unit = PriceUnit::FreshInput, .amount = {100 * Dollar}, .condition = {.abovePromptTokens = 5'000}});
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, stepped).cost,
                 whatIf(oneGroup(tenRequests()), {}, endpoint()).cost);
        DemandGroup large = tenRequests();
        large.leastPrompt = 5'001;
        QCOMPARE(whatIf(oneGroup(large), {}, stepped).cost, NanoDollars{1'000'000'000 + 4'000'000 + 25'000'000});
    }

    void whoCannotDoWhatWasNeededServesNothing_data()
    {
        QTest::addColumn<Demand>("demand");
        QTest::addColumn<catalog::Capabilities>("can");
        QTest::addColumn<bool>("serves");
        using Can = catalog::Capabilities;
        QTest::newRow("text") << Demand{} << Can{} << true;
        QTest::newRow("tools, has none") << Demand{.tools = true} << Can{} << false;
        QTest::newRow("tools, has them") << Demand{.tools = true} << Can{.tools = true} << true;
        QTest::newRow("images, has none") << Demand{.images = true} << Can{.tools = true} << false;
        QTest::newRow("files, has none") << Demand{.files = true} << Can{.images = true} << false;
        QTest::newRow("audio, has none") << Demand{.audio = true} << Can{} << false;
        QTest::newRow("JSON, by a schema") << Demand{.jsonObject = true} << Can{.jsonSchema = true} << true;
        QTest::newRow("a schema, JSON only") << Demand{.jsonSchema = true} << Can{.jsonObject = true} << false;
    }
    void whoCannotDoWhatWasNeededServesNothing()
    {
        QFETCH(Demand, demand);
        QFETCH(catalog::Capabilities, can);
        QFETCH(bool, serves);
        DemandGroup group = tenRequests();
        group.demand = demand;
        catalog::Endpoint able = endpoint();
        able.capabilities = can;
        const WhatIf result = whatIf(oneGroup(group), {}, able);
        QCOMPARE(result.served, serves ? 10 : 0);
        QCOMPARE(result.cost.has_value(), serves);
        QCOMPARE(result.requests, 10);
    }

    void roomIsForThePromptAndTheAnswer()
    {
        catalog::Endpoint small = endpoint();
        small.contextTokens = 8'999;
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, small).served, 0);
        small.contextTokens = 9'000;
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, small).served, 10);
        small.maxOutputTokens = 999;
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, small).served, 0);
    }

    void unpricedIsNoPriceAndFreeIsNothing()
    {
        catalog::Endpoint unpriced = endpoint();
        unpriced.price.reset();
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, unpriced).cost, std::nullopt);
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, unpriced).served, 10);
        unpriced.free = true;
        QCOMPARE(whatIf(oneGroup(tenRequests()), {}, unpriced).cost, NanoDollars{});
    }

    void nightPricesHoldForRequestsOfTheNight()
    {
        catalog::Endpoint nightly = endpoint();
        nightly.price->components.append(
            {.unit = PriceUnit::FreshInput, .amount = {Dollar}, .condition = {.fromHourUtc = 0, .toHourUtc = 6}});
        DemandGroup night = tenRequests();
        night.hourUtc = 3;
        RecentUse use = oneGroup(tenRequests());
        use.byHour = {night};
        QCOMPARE(whatIf(use, {}, nightly).cost, NanoDollars{10'000'000 + 4'000'000 + 25'000'000});
    }

    void stepsAreWhereWindowsEndAndPricesChange()
    {
        catalog::Endpoint one = endpoint();
        one.contextTokens = 200'000;
        one.maxOutputTokens = 8'000;
        one.price->components.append({.unit = PriceUnit::FreshInput, .condition = {.abovePromptTokens = 128'000}});
        const catalog::Catalog catalog({{.id = u"north"_s}}, {one});
        QCOMPARE(sizeSteps(catalog), (QList<qint64>{8'000, 128'000, 200'000}));
    }
};

static const bool tstRecentUse = sb::testing::add<TstRecentUse>();

#include "tst_recent_use.moc"
