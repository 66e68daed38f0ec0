#include "core/engine/billing.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::engine;
using usage::Cost;
using usage::CostKind;

namespace {

/// 1 $ per million tokens in, 10 $ out: 1,000 and 10,000 nano-dollars a token.
catalog::Endpoint priced()
{
    return {.price =
                catalog::Price{.components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {1'000'000}},
                                              {.unit = catalog::PriceUnit::VisibleOutput, .amount = {10'000'000}}}}};
}

/// A whole answer: 100 tokens in, 10 out, as reported.
Used whole()
{
    return {.sent = true,
            .answered = true,
            .whole = true,
            .usage = {.prompt = 100, .completion = 10},
            .requestBytes = 400,
            .contentBytes = 41,
            .inputTokensBound = 400,
            .bound = NanoDollars{10'000'000}};
}

Used with(void (*change)(Used &))
{
    Used used = whole();
    change(used);
    return used;
}

} // namespace

class TstBilling : public QObject
{
    Q_OBJECT
private slots:
    void oneAttemptCosts_data();
    void oneAttemptCosts();
    void withoutAPriceThereIsNoAmount();
    void freeIsNotUnpriced();
    void whatTheProviderBilledWinsOverThePrice();
    void tokensOnTheBillAreWhatIsPaid_data();
    void tokensOnTheBillAreWhatIsPaid();
    void searchesArePaidEach();
    void soundIsNotPricedAsText();
    void howItWasServedWinsOverWhatWasAskedFor_data();
    void howItWasServedWinsOverWhatWasAskedFor();
    void pricesByTheHourFollowTheDayOfTheWeek();
    void countsThatContradictThemselvesAreAnEstimate();
    void anEstimateNeverExceedsTheReservation();
    void aSumIsOfTheWeakestKind_data();
    void aSumIsOfTheWeakestKind();
    void anEndedAttemptHoldsWhatItMayStillCost_data();
    void anEndedAttemptHoldsWhatItMayStillCost();
};

void TstBilling::oneAttemptCosts_data()
{
    QTest::addColumn<Used>("used");
    QTest::addColumn<CostKind>("kind");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("a whole answer: its usage") << whole() << CostKind::Computed << qint64(200'000);
    QTest::newRow("never sent: nothing") << with([](Used &used) { used = {.inputTokensBound = 400}; })
                                         << CostKind::Computed << qint64(0);
    QTest::newRow("refused with an error: nothing") << with([](Used &used) {
        used.refused = true;
        used.whole = false;
        used.usage = {};
        used.contentBytes = 0;
    }) << CostKind::Computed << qint64(0);
    QTest::newRow("refused, but with usage: its input") << with([](Used &used) {
        used.refused = true;
        used.whole = false;
        used.usage = {.prompt = 100};
        used.contentBytes = 0;
    }) << CostKind::Estimated << qint64(100'000);
    QTest::newRow("sent, and no head came: the bound's input share") << with([](Used &used) {
        used.answered = false;
        used.whole = false;
        used.usage = {};
        used.contentBytes = 0;
    }) << CostKind::Estimated << qint64(400'000);
    QTest::newRow("whole, without usage: four bytes a token")
        << with([](Used &used) { used.usage = {}; }) << CostKind::Estimated << qint64(100'000 + 110'000);
    QTest::newRow("whole, without the output count")
        << with([](Used &used) { used.usage.completion.reset(); }) << CostKind::Estimated << qint64(100'000 + 110'000);
    QTest::newRow("broken off: what came, where it is more than was reported") << with([](Used &used) {
        used.whole = false;
        used.usage.completion = 1;
    }) << CostKind::Estimated << qint64(100'000 + 110'000);
    QTest::newRow("broken off: what was reported, where it is more than came") << with([](Used &used) {
        used.whole = false;
        used.usage.completion = 20;
    }) << CostKind::Estimated << qint64(100'000 + 200'000);
    QTest::newRow("cancelled, and billed to its end all the same: the most that it can cost") << with([](Used &used) {
        used.whole = false;
        used.billedToItsEnd = true;
    }) << CostKind::Estimated << qint64(10'000'000);
    QTest::newRow("the same before a head came") << with([](Used &used) {
        used.answered = false;
        used.whole = false;
        used.usage = {};
        used.contentBytes = 0;
        used.billedToItsEnd = true;
    }) << CostKind::Estimated << qint64(10'000'000);
}

void TstBilling::oneAttemptCosts()
{
    QFETCH(Used, used);
    const Bill bill = billFor(priced(), used);
    QTEST(bill.cost.kind, "kind");
    QVERIFY(bill.cost.amount);
    QTEST(bill.cost.amount->value, "nano");
    QCOMPARE(bill.tokensEstimated, bill.cost.kind == CostKind::Estimated);
}

void TstBilling::withoutAPriceThereIsNoAmount()
{
    const Bill bill = billFor(catalog::Endpoint{}, whole());
    QCOMPARE(bill.cost, Cost{});
    QCOMPARE(bill.tokens.input(), 100);
}

void TstBilling::freeIsNotUnpriced()
{
    QCOMPARE(billFor(catalog::Endpoint{.free = true}, whole()).cost,
             (Cost{.kind = CostKind::Computed, .amount = NanoDollars{0}}));
}

void TstBilling::whatTheProviderBilledWinsOverThePrice()
{
    Used used = whole();
    used.usage.billed = NanoDollars{123};
    QCOMPARE(billFor(priced(), used).cost, (Cost{.kind = CostKind::Billed, .amount = NanoDollars{123}}));
    QCOMPARE(billFor(catalog::Endpoint{}, used).cost, (Cost{.kind = CostKind::Billed, .amount = NanoDollars{123}}));
}

void TstBilling::tokensOnTheBillAreWhatIsPaid_data()
{
    QTest::addColumn<Used>("used");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("both counts") << with([](Used &used) {
        used.usage.billedPrompt = 7;
        used.usage.billedCompletion = 2;
    }) << qint64(7'000 + 20'000);
    QTest::newRow("a bill does not tell what was cached") << with([](Used &used) {
        used.usage.cacheRead = 90;
        used.usage.billedPrompt = 7;
        used.usage.billedCompletion = 2;
    }) << qint64(7'000 + 20'000);
    QTest::newRow("one count: the other as it was read")
        << with([](Used &used) { used.usage.billedPrompt = 7; }) << qint64(7'000 + 100'000);
    QTest::newRow("nothing on the bill") << with([](Used &used) {
        used.usage.billedPrompt = 0;
        used.usage.billedCompletion = 0;
    }) << qint64(0);
}

void TstBilling::tokensOnTheBillAreWhatIsPaid()
{
    QFETCH(Used, used);
    const Bill bill = billFor(priced(), used);
    QCOMPARE(bill.cost.kind, CostKind::Computed);
    QVERIFY(bill.cost.amount);
    QTEST(bill.cost.amount->value, "nano");
    QCOMPARE(bill.tokens.input(), 100); // what the model read is what is shown
}

void TstBilling::searchesArePaidEach()
{
    Used used = whole();
    used.usage.webSearches = 10;
    QCOMPARE(billFor(priced(), used).cost, Cost{}); // not known is not nothing
    catalog::Endpoint endpoint = priced();
    endpoint.price->components.append({.unit = catalog::PriceUnit::WebSearch, .amount = {10'000'000'000}}); // a cent
    QCOMPARE(billFor(endpoint, used).cost, (Cost{CostKind::Computed, NanoDollars{100'200'000}}));
    for (catalog::PriceComponent component : catalog::Price(*priced().price).components) { // a tier of tokens
        component.amount.value *= 2;
        component.condition.serviceTier = QStringLiteral("priority");
        endpoint.price->components.append(component);
    }
    used.usage.servedTier = QStringLiteral("priority");
    QCOMPARE(billFor(endpoint, used).cost, (Cost{CostKind::Computed, NanoDollars{100'400'000}}));
}

void TstBilling::soundIsNotPricedAsText()
{
    Used used = whole();
    used.usage.sound = true;
    QCOMPARE(billFor(priced(), used).cost, Cost{});
    catalog::Endpoint own = priced();
    own.priceOrigin = catalog::PriceOrigin::Override;
    QCOMPARE(billFor(own, used).cost, (Cost{CostKind::Computed, NanoDollars{200'000}}));
    used.usage.billed = NanoDollars{7};
    QCOMPARE(billFor(priced(), used).cost, (Cost{CostKind::Billed, NanoDollars{7}}));
}

void TstBilling::howItWasServedWinsOverWhatWasAskedFor_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("served");
    QTest::addColumn<Cost>("cost");
    const Cost standard{CostKind::Computed, NanoDollars{200'000}};
    const Cost priority{CostKind::Computed, NanoDollars{400'000}};
    QTest::newRow("as asked") << QStringLiteral("priority") << QStringLiteral("priority") << priority;
    QTest::newRow("asked, and not told") << QStringLiteral("priority") << QString() << priority;
    QTest::newRow("asked, and not got") << QStringLiteral("priority") << QStringLiteral("default") << standard;
    QTest::newRow("what the project is set to") << QStringLiteral("auto") << QStringLiteral("priority") << priority;
    QTest::newRow("whatever there is") << QStringLiteral("auto") << QString() << standard;
    QTest::newRow("Anthropic's word") << QStringLiteral("standard_only") << QStringLiteral("standard") << standard;
    QTest::newRow("a tier without a price") << QString() << QStringLiteral("fast") << Cost{};
}

void TstBilling::howItWasServedWinsOverWhatWasAskedFor()
{
    QFETCH(QString, asked);
    QFETCH(QString, served);
    catalog::Endpoint endpoint = priced();
    for (catalog::PriceComponent component : catalog::Price(*endpoint.price).components) {
        component.amount.value *= 2;
        component.condition.serviceTier = QStringLiteral("priority");
        endpoint.price->components.append(component);
    }
    Used used = whole();
    used.serviceTier = asked;
    used.usage.servedTier = served;
    QTEST(billFor(endpoint, used).cost, "cost");
}

void TstBilling::pricesByTheHourFollowTheDayOfTheWeek()
{
    catalog::Endpoint endpoint = priced();
    endpoint.price->components.append({.unit = catalog::PriceUnit::FreshInput,
                                       .amount = {2'000'000},
                                       .condition = {.fromHourUtc = 1, .toHourUtc = 4, .weekdays = true}});
    Used used = whole();
    used.hourUtc = 2;
    used.dayOfWeekUtc = 5; // Friday
    QCOMPARE(billFor(endpoint, used).cost.amount, std::optional(NanoDollars{200'000 + 100'000}));
    used.dayOfWeekUtc = 6;
    QCOMPARE(billFor(endpoint, used).cost.amount, std::optional(NanoDollars{100'000 + 100'000}));
}

void TstBilling::countsThatContradictThemselvesAreAnEstimate()
{
    Used used = whole();
    used.usage.cacheRead = 161;
    used.usage.prompt = 7;
    QCOMPARE(billFor(priced(), used).cost.kind, CostKind::Estimated);
}

void TstBilling::anEstimateNeverExceedsTheReservation()
{
    Used used = whole();
    used.usage = {};
    used.contentBytes = 4'000'000;
    QCOMPARE(billFor(priced(), used).cost.amount, used.bound);
}

void TstBilling::aSumIsOfTheWeakestKind_data()
{
    QTest::addColumn<QList<Cost>>("parts");
    QTest::addColumn<Cost>("total");
    const Cost nothing{.kind = CostKind::Computed, .amount = NanoDollars{0}};
    const Cost billed{.kind = CostKind::Billed, .amount = NanoDollars{1}};
    const Cost computed{.kind = CostKind::Computed, .amount = NanoDollars{20}};
    const Cost estimated{.kind = CostKind::Estimated, .amount = NanoDollars{300}};
    QTest::newRow("no attempt cost nothing") << QList<Cost>{} << nothing;
    QTest::newRow("refusals cost nothing") << QList<Cost>{nothing, nothing} << nothing;
    QTest::newRow("a refusal does not weaken a bill") << QList<Cost>{nothing, billed} << billed;
    QTest::newRow("billed and computed are computed")
        << QList<Cost>{billed, computed} << Cost{.kind = CostKind::Computed, .amount = NanoDollars{21}};
    QTest::newRow("an estimate weakens all")
        << QList<Cost>{estimated, billed, computed} << Cost{.kind = CostKind::Estimated, .amount = NanoDollars{321}};
    QTest::newRow("an unpriced part leaves no amount") << QList<Cost>{billed, Cost{}} << Cost{};
}

void TstBilling::aSumIsOfTheWeakestKind()
{
    QFETCH(QList<Cost>, parts);
    QTEST(sum(parts), "total");
}

void TstBilling::anEndedAttemptHoldsWhatItMayStillCost_data()
{
    using chat::ErrorType;
    QTest::addColumn<QList<usage::AttemptRecord>>("ended");
    QTest::addColumn<qint64>("held"); // -1: not known
    const auto attempt = [](std::optional<ErrorType> error, const Cost &cost, std::optional<qint64> bound = 1'000) {
        usage::AttemptRecord record{.error = error, .cost = cost};
        if (bound)
            record.bound = NanoDollars{*bound};
        return record;
    };
    const Cost nothing{.kind = CostKind::Computed, .amount = NanoDollars{0}};
    const Cost billed{.kind = CostKind::Billed, .amount = NanoDollars{1}};
    const Cost estimated{.kind = CostKind::Estimated, .amount = NanoDollars{300}};
    const auto refused = attempt(ErrorType::ProviderOverloaded, nothing);
    const auto reset = attempt(ErrorType::ResetBeforeAnswer, estimated);
    using Ended = QList<usage::AttemptRecord>;
    QTest::newRow("none has ended") << Ended{} << -1LL;
    QTest::newRow("a refusal: nothing") << Ended{refused} << 0LL;
    QTest::newRow("a bill") << Ended{attempt(ErrorType::Cut, billed)} << 1LL;
    QTest::newRow("a cut answer: its estimate") << Ended{attempt(ErrorType::Cut, estimated)} << 300LL;
    QTest::newRow("silence: its estimate") << Ended{attempt(ErrorType::Timeout, estimated)} << 300LL;
    QTest::newRow("a reset: its bound") << Ended{reset} << 1'000LL;
    QTest::newRow("a reset that is free: nothing") << Ended{attempt(ErrorType::ResetBeforeAnswer, nothing)} << 0LL;
    QTest::newRow("a cost that is not known: its bound") << Ended{attempt(ErrorType::Cut, Cost{})} << 1'000LL;
    QTest::newRow("unpriced") << Ended{attempt(ErrorType::Cut, Cost{}, {})} << -1LL;
    QTest::newRow("all of them") << Ended{refused, reset, attempt(ErrorType::Cut, Cost{}, {}), reset} << 2'000LL;
}

void TstBilling::anEndedAttemptHoldsWhatItMayStillCost()
{
    QFETCH(QList<usage::AttemptRecord>, ended);
    const auto held = heldBy(ended);
    QTEST(held ? held->value : -1, "held");
}

static const bool tstBilling = sb::testing::add<TstBilling>();

#include "tst_billing.moc"
