#include "core/catalog/refresh_merge.h"

#include "tests/catalog/refresh_make.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using namespace sb::testing;
using Kind = FetchedList::Kind;
using Outcome = SourceReport::Outcome;

namespace {

constexpr Kind Priced = Kind::PricedModels;

const SourceReport &only(const RefreshResult &result)
{
    return result.report.sources.constFirst();
}

} // namespace

class TstRefreshMerge : public QObject
{
    Q_OBJECT

private slots:
    void aFetchedListIsUsedKeptAndReported()
    {
        const RefreshInput input{.files = files({offer(u"m"_s, dollars(2, 8, QDate(2026, 7, 2)))})};
        const RefreshResult result =
            merge(input, {fetched(list(Priced, {offer(u"m"_s, dollars(3, 8)), offer(u"new"_s, dollars(1, 1))}))},
                  noon(11, 30));
        QCOMPARE(only(result).outcome, Outcome::Fetched);
        QCOMPARE(only(result).listed, 2);
        QCOMPARE(only(result).added, 1);
        QCOMPARE(only(result).gone, 0);
        QCOMPARE(result.changedSources, QStringList{u"p"_s});
        QCOMPARE(result.lists.size(), 1);
        QCOMPARE(inputOf(result.beneath, u"p/m"_s), 3);
        QCOMPARE(result.report.moves.size(), 1); // what is new did not move
        QCOMPARE(result.report.moves.constFirst().before.origin, PriceOrigin::Curated);
        QVERIFY(result.report.at == noon(11, 30));

        // The history knows the price before, since its day, and the one from now on.
        QCOMPARE(result.changes.size(), 3);
        PriceHistory history;
        for (const EndpointChange &change : result.changes)
            QVERIFY(history.add(change));
        QCOMPARE(history.of(u"p/m"_s).size(), 2);
        QCOMPARE(history.at(u"p/m"_s, noon(8, 1))->cost.price->components.constFirst().amount.value, 2'000'000);
        QVERIFY(history.latest(u"p/m"_s)->from == noon(11, 30));
    }

    void theSameListAgainChangesNothing()
    {
        const RefreshInput input{.files = files({})};
        const Fetch fetch = fetched(list(Priced, offers(20, 3)));
        const RefreshResult first = merge(input, {fetch}, noon(11, 29));
        RefreshInput next = input;
        next.lists = first.lists;
        for (const EndpointChange &change : first.changes)
            next.history.add(change);
        const RefreshResult second = merge(next, {fetch}, noon(11, 30));
        QCOMPARE(only(second).added + only(second).changed + only(second).gone, 0);
        QVERIFY(second.report.moves.isEmpty());
        QVERIFY(second.changes.isEmpty());
        QCOMPARE(second.beneath, first.beneath);
    }

    void whatWasThereStaysWhenARefreshGoesWrong_data()
    {
        QTest::addColumn<Fetch>("fetch");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("failed") << Fetch{.sourceId = u"p"_s, .outcome = Outcome::Failed, .reason = u"No."_s}
                                << Outcome::Failed;
        QTest::newRow("cancelled") << Fetch{.sourceId = u"p"_s, .outcome = Outcome::Cancelled} << Outcome::Cancelled;
        QTest::newRow("rejected by its reader")
            << Fetch{.sourceId = u"p"_s, .outcome = Outcome::Rejected, .reason = u"HTML."_s} << Outcome::Rejected;
        QTest::newRow("empty") << fetched(list(Priced, {})) << Outcome::Rejected;
        QTest::newRow("most models lost") << fetched(list(Priced, offers(4, 3))) << Outcome::Rejected;
        QTest::newRow("other models") << fetched(list(Priced, {offer(u"x"_s), offer(u"y"_s), offer(u"z"_s)}))
                                      << Outcome::Rejected;
        QList<RejectedModel> odd;
        for (int i = 0; i < 6; ++i)
            odd.append({.endpointId = u"p/m%1"_s.arg(i), .reason = u"A price is negative."_s});
        QTest::newRow("most entries odd") << fetched(list(Priced, offers(10, 3)), odd) << Outcome::Rejected;
        QList<Endpoint> unpriced;
        for (const Endpoint &each : offers(10, 3))
            unpriced.append(offer(each.upstreamModel));
        QTest::newRow("no prices any more") << fetched(list(Priced, unpriced)) << Outcome::Rejected;
        QTest::newRow("all prices a thousand times as high")
            << fetched(list(Priced, offers(10, 800))) << Outcome::Fetched;
    }
    void whatWasThereStaysWhenARefreshGoesWrong()
    {
        QFETCH(Fetch, fetch);
        QFETCH(Outcome, outcome);
        const RefreshInput input{.files = files({}), .lists = {list(Priced, offers(10, 3), noon(11, 1))}};
        const RefreshResult result = merge(input, {fetch}, noon(11, 30));
        QCOMPARE(only(result).outcome, outcome);
        QCOMPARE(only(result).reason.isEmpty(), outcome == Outcome::Cancelled || outcome == Outcome::Fetched);
        QCOMPARE(result.beneath.endpoints().size(), 10);
        for (const Endpoint &endpoint : result.beneath.endpoints())
            QCOMPARE(inputOf(result.beneath, endpoint.id), 3);
        QVERIFY(result.report.moves.isEmpty());
        if (outcome != Outcome::Fetched)
            QCOMPARE(result.lists, input.lists);
        else
            QCOMPARE(only(result).rejected.size(), 10);
    }

    void halfOfAListMayGo()
    {
        const RefreshInput input{.files = files({}), .lists = {list(Priced, offers(10, 3))}};
        const RefreshResult result = merge(input, {fetched(list(Priced, offers(5, 3)))}, noon(11, 30));
        QCOMPARE(only(result).outcome, Outcome::Fetched);
        QCOMPARE(only(result).gone, 5);
        QCOMPARE(result.beneath.endpoints().size(), 5);
    }

    void aNameThatNoFileCouldHoldIsPassedOver()
    {
        Endpoint odd = offer(u"/"_s);
        odd.modelId = u"p/"_s;
        const RefreshResult result =
            merge({.files = files({})}, {fetched(list(Priced, {odd, offer(u"m"_s)}))}, noon(11, 30));
        QCOMPARE(result.lists.constFirst().endpoints.size(), 1);
        QVERIFY(parseFetchedList(toJson(result.lists.constFirst())).has_value());
    }

    void aShippedModelThatTheListHasNotStays()
    {
        const RefreshInput input{.files = files({offer(u"shipped"_s, dollars(1, 1))})};
        const RefreshResult result = merge(input, {fetched(list(Priced, {offer(u"m"_s)}))}, noon(11, 30));
        QVERIFY(result.beneath.endpoint(u"p/shipped"_s));
    }

    void anOddPriceAloneIsNotTaken()
    {
        QList<Endpoint> before = offers(3, 3);
        QList<Endpoint> now = offers(3, 4);
        now[1].price = dollars(900, 900);
        now[2].price.reset(); // refused by the reader
        const RefreshInput input{.files = files({}), .lists = {list(Priced, before)}};
        const RefreshResult result = merge(
            input, {fetched(list(Priced, now), {{.endpointId = u"p/m2"_s, .reason = u"Negative."_s}})}, noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m0"_s), 4);
        QCOMPARE(inputOf(result.beneath, u"p/m1"_s), 3);
        QCOMPARE(inputOf(result.beneath, u"p/m2"_s), 3);
        QCOMPARE(only(result).rejected.size(), 2);
        QCOMPARE(only(result).changed, 1);
    }

    void aPriceThatIsKeptIsOfTheDayOnWhichItWasStated()
    {
        FetchedList before = list(Priced, {offer(u"m"_s, dollars(3, 3)), offer(u"n"_s, dollars(3, 3))}, noon(11, 1));
        before.url = QUrl(u"https://old.example/models"_s);
        RefreshInput input{.files = files({}), .lists = {before}};
        for (const int day : {20, 30}) { // the second time it is one that was kept already
            const FetchedList now =
                list(Priced, {offer(u"m"_s, dollars(900, 900)), offer(u"n"_s, dollars(4, 4))}, noon(11, day));
            const RefreshResult result = merge(input, {fetched(now)}, noon(11, day));
            const Price kept = *result.beneath.endpoint(u"p/m"_s)->price;
            QCOMPARE(kept.asOf, QDate(2026, 11, 1));
            QCOMPARE(kept.source, u"https://old.example/models"_s);
            QCOMPARE(result.beneath.endpoint(u"p/n"_s)->price->asOf, QDate(2026, 11, day));
            input.lists = {parseFetchedList(toJson(result.lists.constFirst())).value()};
        }
    }

    void aRejectedEntryStaysAsItWas()
    {
        const RefreshInput input{.files = files({}), .lists = {list(Priced, offers(3, 3))}};
        const RefreshResult result =
            merge(input, {fetched(list(Priced, offers(2, 3)), {{.endpointId = u"p/m2"_s, .reason = u"Two names."_s}})},
                  noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m2"_s), 3);
        QCOMPARE(only(result).gone, 0);
    }

    void allOfARejectedProviderOfAnIndexStays()
    {
        const Endpoint others = offer(u"m"_s, dollars(2, 2), u"q"_s);
        const RefreshInput input{.files = files({}), .lists = {list(Kind::Index, offers(1, 3) + QList{others})}};
        const RefreshResult result =
            merge(input, {fetched(list(Kind::Index, {others}), {{.endpointId = u"p"_s, .reason = u"Another."_s}})},
                  noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m0"_s), 3);
        QVERIFY(parseFetchedList(toJson(result.lists.constFirst())).has_value());
    }

    void whatFailedInPartIsSaid()
    {
        Fetch fetch = fetched(list(Kind::Offers, {offer(u"m"_s, dollars(1, 1))}));
        fetch.reason = u"No answer about another one."_s;
        const RefreshResult result = merge({.files = files({offer(u"m"_s)})}, {fetch}, noon(11, 30));
        QCOMPARE(only(result).outcome, Outcome::Fetched);
        QCOMPARE(only(result).reason, fetch.reason);
    }

    void anUnchangedPartConfirmsItsPricesAndNoOthers()
    {
        const QUrl page(u"https://q.example/models/a/m0/endpoints"_s);
        FetchedList before = list(Kind::Offers, offers(2, 3), noon(11, 1));
        before.parts = {{.model = u"a/m0"_s, .url = page, .etag = "1"}, {.model = u"a/m1"_s, .etag = "2"}};
        const RefreshInput input{.files = files({offer(u"m0"_s), offer(u"m1"_s), offer(u"m2"_s)}), .lists = {before}};
        Fetch unchanged{.sourceId = before.sourceId, .outcome = Outcome::NotModified, .unchanged = {u"a/m0"_s}};
        unchanged.at = noon(11, 30);
        FetchedList more = list(Kind::Offers, {offer(u"m2"_s, dollars(5, 5))}, noon(11, 30));
        more.parts = {{.model = u"a/m2"_s, .etag = "3"}};
        Fetch both = fetched(more);
        both.unchanged = {u"a/m0"_s};
        for (const Fetch &fetch : {unchanged, both}) {
            const RefreshResult result = merge(input, {fetch}, noon(11, 30));
            QCOMPARE(only(result).outcome, fetch.outcome);
            const Price confirmed = *result.beneath.endpoint(u"p/m0"_s)->price;
            QCOMPARE(confirmed.asOf, QDate(2026, 11, 30));
            QCOMPARE(confirmed.source, page.toString());
            QCOMPARE(result.beneath.endpoint(u"p/m1"_s)->price->asOf, QDate(2026, 11, 1));
            const QList<ListPart> parts = result.lists.constFirst().parts;
            QCOMPARE(parts.mid(0, 2), before.parts);
            QCOMPARE(parts.size(), fetch == both ? 3 : 2);
            QCOMPARE(result.report.moves.size(), fetch == both ? 1 : 0); // m2 had no price
        }
    }

    void aPartWithAPriceThatIsNotTakenIsAskedForWhole()
    {
        FetchedList before = list(Kind::Offers, offers(1, 3), noon(11, 1));
        before.parts = {{.model = u"a/m0"_s, .etag = "1", .lookedFor = {u"p/m0"_s}}};
        FetchedList now = list(Kind::Offers, {offer(u"m0"_s, dollars(900, 900))});
        now.parts = {{.model = u"a/m0"_s, .etag = "2", .lookedFor = {u"p/m0"_s}}};
        const RefreshResult result =
            merge({.files = files({offer(u"m0"_s)}), .lists = {before}}, {fetched(now)}, noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m0"_s), 3);
        QCOMPARE(result.lists.constFirst().parts, QList<ListPart>{{.model = u"a/m0"_s}});
    }

    void aPartWithoutAnOfferThatItHadIsAskedForWhole()
    {
        Endpoint gone = offer(u"m0b"_s, dollars(7, 7));
        gone.modelId = u"a/m0"_s;
        FetchedList before = list(Kind::Offers, {offer(u"m0"_s, dollars(3, 3)), gone}, noon(11, 1));
        before.parts = {{.model = u"a/m0"_s, .etag = "1"}};
        FetchedList now = list(Kind::Offers, {offer(u"m0"_s, dollars(3, 3))}, noon(11, 30));
        now.parts = {{.model = u"a/m0"_s, .etag = "2"}};
        const RefreshResult result =
            merge({.files = files({offer(u"m0"_s), gone}), .lists = {before}}, {fetched(now)}, noon(11, 30));
        // That it does not change from here on would not confirm what it does not have.
        QCOMPARE(result.lists.constFirst().parts, QList<ListPart>{{.model = u"a/m0"_s}});
        QCOMPARE(result.beneath.endpoint(gone.id)->price->asOf, QDate(2026, 11, 1));
    }

    void aListOfPartsIsReadBackAsItWasWritten()
    {
        FetchedList whole = list(Kind::Offers, {offer(u"m"_s, dollars(1, 1))});
        whole.parts = {{.model = u"a/m"_s,
                        .url = QUrl(u"https://q.example/models/a/m/endpoints"_s),
                        .etag = "\"1\"",
                        .lastModified = "Mon",
                        .lookedFor = {u"p/m"_s}},
                       {.model = u"a/n"_s}};
        const auto read = parseFetchedList(toJson(whole));
        QVERIFY(read);
        QCOMPARE(read->parts, whole.parts);
        Json broken = toJson(whole);
        broken.set("parts", Json::Array{Json::object()});
        QVERIFY(!parseFetchedList(broken));
    }

    void aFetchedPriceIsComparedWithTheShippedOneToo()
    {
        const RefreshInput input{.files = files({offer(u"m"_s, dollars(1, 8, QDate(2026, 7, 2)))})};
        const RefreshResult result =
            merge(input, {fetched(list(Priced, {offer(u"m"_s, dollars(500, 8))}))}, noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m"_s), 1);
        QCOMPARE(only(result).rejected.size(), 1);
    }

    void aPriceThatIsWithdrawnIsUnpricedAgainAndOnRecord()
    {
        const RefreshInput input{.files = files({}), .lists = {list(Priced, offers(1, 3))}};
        const RefreshResult result = merge(input, {fetched(list(Priced, {offer(u"m0"_s)}))}, noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m0"_s), -1);
        QCOMPARE(result.report.moves.size(), 1);
        QVERIFY(!result.changes.constLast().change.cost.price);
    }

    void whatWasNotModifiedIsAsOfToday()
    {
        const RefreshInput input{.files = files({}), .lists = {list(Priced, offers(3, 3), noon(11, 1))}};
        const Fetch fetch{.sourceId = u"p"_s, .outcome = Outcome::NotModified, .at = noon(11, 30)};
        const RefreshResult result = merge(input, {fetch}, noon(11, 30));
        QCOMPARE(only(result).outcome, Outcome::NotModified);
        QCOMPARE(only(result).listed, 3);
        QCOMPARE(result.beneath.endpoint(u"p/m0"_s)->price->asOf, QDate(2026, 11, 30));
        QCOMPARE(result.changedSources, QStringList{u"p"_s});
        QVERIFY(result.report.moves.isEmpty());
    }

    void offersOfModelsThatWereNotAskedForStay()
    {
        const RefreshInput input{.files = files({offer(u"m"_s), offer(u"n"_s)}),
                                 .lists = {list(Kind::Offers, {offer(u"m"_s, dollars(1, 1))}, noon(11, 1))}};
        const RefreshResult result =
            merge(input, {fetched(list(Kind::Offers, {offer(u"n"_s, dollars(2, 2))}))}, noon(11, 30));
        QCOMPARE(inputOf(result.beneath, u"p/m"_s), 1);
        QCOMPARE(inputOf(result.beneath, u"p/n"_s), 2);
        QCOMPARE(result.beneath.endpoint(u"p/m"_s)->price->asOf, QDate(2026, 11, 1)); // as of when it was asked for
        QCOMPARE(only(result).gone, 0);
    }

    void aChangeBeneathAnOverrideIsReportedAndTheOverrideHolds()
    {
        const Endpoint shipped = offer(u"m"_s, dollars(2, 8, QDate(2026, 7, 2)));
        const PriceOverride own = makeOverride(shipped, dollars(1, 1), {}, QDate(2026, 8, 1)).value();
        const RefreshInput input{.files = files({shipped}), .overrides = {own}};
        const RefreshResult same = merge(input, {fetched(list(Priced, {offer(u"m"_s, dollars(2, 8))}))}, noon(11, 30));
        QVERIFY(same.report.beneathOverrides.isEmpty());
        const RefreshResult other = merge(input, {fetched(list(Priced, {offer(u"m"_s, dollars(4, 8))}))}, noon(11, 30));
        QCOMPARE(other.report.beneathOverrides.size(), 1);
        QCOMPARE(inputOf(other.beneath, u"p/m"_s), 4);
        QCOMPARE(inputOf(withOverrides(other.beneath, input.overrides), u"p/m"_s), 1);
    }

    void outcomesAreCounted()
    {
        const RefreshReport report{
            .sources = {{.outcome = Outcome::Fetched}, {.outcome = Outcome::Failed}, {.outcome = Outcome::Fetched}}};
        QCOMPARE(count(report, Outcome::Fetched), 2);
        QCOMPARE(count(report, Outcome::NotModified), 0);
    }
};

static const bool tstRefreshMerge = sb::testing::add<TstRefreshMerge>();

#include "tst_refresh_merge.moc"
