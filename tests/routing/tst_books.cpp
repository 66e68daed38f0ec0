// What is learned from answers: the room that rate limits leave, and what is cached where.
#include "core/routing/cache_book.h"
#include "core/routing/load_book.h"
#include "core/routing/rate_book.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString There = u"there/fox"_s;
const RatePlace ThatPlace{.endpointId = There, .providerId = u"there"_s};

chat::Request turn(const QString &session, const QString &text = u"Hello"_s)
{
    chat::Request request;
    request.sessionId = session;
    request.messages = {chat::Message::make(chat::Role::User, text)};
    return request;
}

chat::Usage usage(qint64 prompt, qint64 cached)
{
    return {.prompt = prompt, .cacheRead = cached};
}

} // namespace

class TstBooks : public QObject
{
    Q_OBJECT
private slots:
    void anEndpointIsFullBeforeItsLastRequestsAreSpent()
    {
        RateBook book;
        const RateTicket first = book.started(ThatPlace, 10, 99s);
        book.told(ThatPlace, first, RateLeft{.limit = 100, .remaining = 4, .resetsIn = 10s}, {}, 100s);
        QVERIFY(book.full(10, 100s).isEmpty());
        (void)book.started(ThatPlace, 10, 101s);
        QVERIFY(book.full(10, 101s).isEmpty()); // 4, less a margin of 2, less one that was sent
        (void)book.started(ThatPlace, 10, 102s);
        QCOMPARE(book.full(10, 103s).value(There), 7000ms);
        QVERIFY(book.full(10, 110s).isEmpty()); // it was reset
    }

    void whatWasSentBeforeAnAnswerIsInItsCount()
    {
        RateBook book;
        for (int i = 0; i < 5; ++i)
            (void)book.started(ThatPlace, 10, 1s);
        const RateTicket last = book.started(ThatPlace, 10, 2s);
        book.told(ThatPlace, last, RateLeft{.limit = 100, .remaining = 3, .resetsIn = 60s}, {}, 3s);
        QVERIFY(book.full(10, 3s).isEmpty()); // all six still run, and are counted
    }

    void tokensInFlightAreReserved()
    {
        RateBook book;
        const auto left = [](qint64 tokens) { return RateLeft{.limit = 10'000, .remaining = tokens, .resetsIn = 60s}; };
        book.told(ThatPlace, {}, {}, left(5'000), 0s);
        QVERIFY(book.full(4'000, 0s).isEmpty());
        const RateTicket sent = book.started(ThatPlace, 4'000, 1s);
        QVERIFY(book.full(4'000, 1s).contains(There)); // gone until an answer says more
        book.notSent(ThatPlace, sent, 4'000);
        QVERIFY(book.full(4'000, 1s).isEmpty());
        const RateTicket second = book.started(ThatPlace, 4'000, 1s);
        book.told(ThatPlace, second, {}, left(6'000), 2s);
        QVERIFY(book.full(4'000, 2s).isEmpty());
    }

    void anAnswerThatEndsLateTellsNothingAboutTheTimeSince()
    {
        RateBook book;
        const RateTicket slow = book.started(ThatPlace, 10, 1s);
        const RateTicket refused = book.started(ThatPlace, 10, 20s);
        book.told(ThatPlace, refused, RateLeft{.limit = 60, .remaining = 0, .resetsIn = 41s}, {}, 20s);
        book.told(ThatPlace, slow, RateLeft{.limit = 60, .remaining = 40, .resetsIn = 60s}, {}, 2s); // ends after it
        QCOMPARE(book.full(10, 21s).value(There), 40'000ms);
    }

    void whatDidNotReachTheProviderHidesNothingThatDid()
    {
        RateBook book;
        const RateTicket lost = book.started(ThatPlace, 10, 1s);
        const RateTicket counted = book.started(ThatPlace, 10, 2s);
        book.told(ThatPlace, counted, RateLeft{.limit = 10, .remaining = 1, .resetsIn = 60s}, {}, 3s);
        book.notSent(ThatPlace, lost, 10);
        QVERIFY(book.full(10, 3s).isEmpty());
        (void)book.started(ThatPlace, 10, 4s);
        QVERIFY(book.full(10, 4s).contains(There));
    }

    void anAnswerThatWasOvertakenMayKnowOfLessRoom()
    {
        RateBook book;
        const RateTicket early = book.started(ThatPlace, 10, 1s);
        const RateTicket late = book.started(ThatPlace, 10, 2s);
        book.told(ThatPlace, late, RateLeft{.limit = 100, .remaining = 99, .resetsIn = 60s}, {}, 3s);
        QVERIFY(book.full(10, 3s).isEmpty());
        book.told(ThatPlace, early, RateLeft{.limit = 100, .remaining = 0, .resetsIn = 60s}, {}, 4s);
        QVERIFY(book.full(10, 4s).contains(There));
    }

    void aResetGivesTheLimitBackAndNoMore()
    {
        RateBook book;
        const RateTicket first = book.started(ThatPlace, 10, 1s);
        book.told(ThatPlace, first, RateLeft{.limit = 10, .remaining = 0, .resetsIn = 30s}, {}, 2s);
        QVERIFY(book.full(10, 31s).contains(There));
        for (int i = 0; i < 10; ++i) {
            QVERIFY2(book.full(10, 32s).isEmpty(), qPrintable(QString::number(i)));
            (void)book.started(ThatPlace, 10, 32s);
        }
        QVERIFY(book.full(10, 32s).contains(There)); // no answer has said more yet
    }

    void anotherKeyHasItsRoomToItself()
    {
        RateBook book;
        book.refused(ThatPlace, {}, 1h, 10s);
        book.told(ThatPlace, {}, RateLeft{.limit = 10, .remaining = 0, .resetsIn = 60s}, {}, 10s);
        QVERIFY(book.full(1, 11s).contains(There));
        book.keyChanged(u"elsewhere"_s);
        QVERIFY(book.full(1, 11s).contains(There));
        book.keyChanged(ThatPlace.providerId);
        QVERIFY(book.full(1, 11s).isEmpty());
    }

    void aRefusalForNoTimeDoesNotSayForHowLong()
    {
        RateBook book;
        book.refused(ThatPlace, {}, 0ms, 10s);
        QCOMPARE(book.crowded(11s), QSet<QString>{There});
    }

    void aLaterAndShorterRefusalEndsNoLongerOne()
    {
        RateBook book;
        book.refused(ThatPlace, {}, 30s, 10s);
        book.refused(ThatPlace, {}, 1s, 11s);
        QCOMPARE(book.full(1, 11s).value(There), 29'000ms);
    }

    void aGuessOfLongAgoIsForgotten()
    {
        RateBook book;
        book.refused(ThatPlace, {.at = 10s}, {}, 10s);
        book.refused(ThatPlace, {.at = 16s}, {}, 16s);
        QVERIFY(book.crowded(25s).contains(There)); // ten seconds
        book.refused(ThatPlace, {.at = 500s}, {}, 500s);
        QVERIFY(book.crowded(504s).contains(There));
        QVERIFY(book.crowded(505s).isEmpty()); // five again
    }

    void aRefusalHoldsForAsLongAsItSays()
    {
        RateBook book;
        book.refused(ThatPlace, {}, 3s, 10s);
        QCOMPARE(book.full(1, 11s).value(There), 2000ms);
        QVERIFY(book.full(1, 13s).isEmpty());
        QVERIFY(book.crowded(11s).isEmpty());
    }

    void aRefusalThatDoesNotSayForHowLongIsGuessedAt()
    {
        RateBook book;
        const auto refusedAt = [&book](SteadyTime now) { book.refused(ThatPlace, {.at = now}, {}, now); };
        refusedAt(100s);
        QVERIFY(book.full(1, 101s).isEmpty()); // a guess leaves nobody out
        QCOMPARE(book.crowded(104s), QSet<QString>{There});
        QVERIFY(book.crowded(105s).isEmpty());
        book.refused(ThatPlace, {.at = 99s}, {}, 105s); // was on its way together with the first
        QVERIFY(book.crowded(105s).isEmpty());
        SteadyTime now = 110s;
        for (const SteadyTime guess : {10s, 20s, 40s, 60s, 60s}) {
            refusedAt(now);
            QVERIFY(book.crowded(now + guess - 1s).contains(There));
            QVERIFY(book.crowded(now + guess).isEmpty());
            now += guess;
        }
        book.answered(ThatPlace, {.at = now - 100s}); // asked for before the last refusal
        refusedAt(now);
        QVERIFY(book.crowded(now + 59s).contains(There));
        now += 60s;
        book.answered(ThatPlace, {.at = now});
        refusedAt(now + 1s);
        QVERIFY(book.crowded(now + 6s).isEmpty()); // from the beginning
    }

    void aRequestAboveTheWholeLimitIsForTheProviderToRefuse()
    {
        RateBook book;
        book.told(ThatPlace, {}, {}, RateLeft{.limit = 1'000, .remaining = 1'000, .resetsIn = 60s}, 0s);
        QVERIFY(book.full(50'000, 0s).isEmpty());
    }

    void statedLimitsCountTheLastMinuteAtAllEndpointsOfAKey_data()
    {
        QTest::addColumn<catalog::RateLimits>("limits");
        QTest::addColumn<int>("requests"); // of 1,000 tokens each, one a second from 100 s on
        QTest::addColumn<qint64>("wait"); // for another one, at 110 s, in seconds
        QTest::newRow("no limit") << catalog::RateLimits{} << 9 << 0LL;
        QTest::newRow("requests are left") << catalog::RateLimits{.requestsPerMinute = 10} << 9 << 0LL;
        QTest::newRow("none is left") << catalog::RateLimits{.requestsPerMinute = 9} << 9 << 51LL;
        QTest::newRow("two too many") << catalog::RateLimits{.requestsPerMinute = 7} << 9 << 53LL;
        QTest::newRow("tokens are left") << catalog::RateLimits{.tokensPerMinute = 10'000} << 9 << 0LL;
        QTest::newRow("too few tokens are left") << catalog::RateLimits{.tokensPerMinute = 9'999} << 9 << 51LL;
        QTest::newRow("the stricter of two")
            << catalog::RateLimits{.requestsPerMinute = 10, .tokensPerMinute = 8'000} << 9 << 52LL;
    }
    void statedLimitsCountTheLastMinuteAtAllEndpointsOfAKey()
    {
        QFETCH(catalog::RateLimits, limits);
        QFETCH(int, requests);
        QFETCH(qint64, wait);
        RateBook book;
        for (int i = 0; i < requests; ++i)
            (void)book.started({i % 2 == 0 ? u"there/fox"_s : u"there/owl"_s, u"there"_s}, 1'000, 100s + i * 1s);
        QCOMPARE(book.statedWait(ThatPlace, limits, {}, 1'000, 110s), std::chrono::seconds(wait));
        QCOMPARE(book.statedWait({There, u"there"_s, u"k2"_s}, limits, {}, 1'000, 110s), 0ms);
        QCOMPARE(book.statedWait(ThatPlace, limits, {}, 1'000, 161s + std::chrono::seconds(requests)), 0ms);
    }

    void theLimitOfAnEndpointIsForItAlone()
    {
        const catalog::RateLimits one{.requestsPerMinute = 1};
        RateBook book;
        (void)book.started(ThatPlace, 10, 1s);
        QVERIFY(book.statedWait(ThatPlace, {}, one, 10, 2s) > 0ms);
        QCOMPARE(book.statedWait({u"there/owl"_s, u"there"_s}, {}, one, 10, 2s), 0ms);
    }

    void whatARequestTookCountsInsteadOfWhatWasExpected()
    {
        const catalog::RateLimits limits{.tokensPerMinute = 5'000};
        RateBook book;
        const RateTicket ticket = book.started(ThatPlace, 4'000, 1s);
        QVERIFY(book.statedWait(ThatPlace, limits, {}, 2'000, 2s) > 0ms); // reserved while it is on its way
        book.took(ThatPlace, ticket, 4'000, 500);
        QCOMPARE(book.statedWait(ThatPlace, limits, {}, 2'000, 2s), 0ms);
        book.notSent(ThatPlace, book.started(ThatPlace, 4'000, 3s), 4'000);
        QCOMPARE(book.statedWait(ThatPlace, limits, {}, 4'000, 4s), 0ms);
    }

    void aProviderIsFullWhenEachOfItsKeysIs()
    {
        const catalog::Catalog catalog({{.id = u"there"_s, .rateLimits = {.requestsPerMinute = 1}}},
                                       {{.id = There, .providerId = u"there"_s}});
        const KeyRooms keys{{u"there"_s, {{.rule = {.id = u"k1"_s}}, {.rule = {.id = u"k2"_s}}}}};
        RateBook book;
        (void)book.started({There, u"there"_s, u"k1"_s}, 10, 10s);
        QVERIFY(book.view(catalog, keys, 10, 20s).full.isEmpty());
        (void)book.started({There, u"there"_s, u"k2"_s}, 10, 15s);
        const RateView both = book.view(catalog, keys, 10, 20s);
        QCOMPARE(both.full.value(There), 51'000ms); // the first one has room first
        QCOMPARE(both.fullProviders.value(u"there"_s), 51'000ms);
        // What a key may do by its own limits counts, too.
        KeyRooms resting = keys;
        resting[u"there"_s][0].wait = 90s;
        QCOMPARE(book.view(catalog, resting, 10, 20s).full.value(There), 56'000ms);
    }

    void whatHeadersTellIsOfTheKeyThatWentAlong()
    {
        const catalog::Catalog catalog({{.id = u"there"_s}}, {{.id = There, .providerId = u"there"_s}});
        const KeyRooms keys{{u"there"_s, {{.rule = {.id = u"k1"_s}}, {.rule = {.id = u"k2"_s}}}}};
        RateBook book;
        const RatePlace first{There, u"there"_s, u"k1"_s};
        book.told(first, book.started(first, 10, 1s), RateLeft{.limit = 10, .remaining = 0, .resetsIn = 30s}, {}, 1s);
        QVERIFY(book.toldWait(first, 10, 2s) > 0ms);
        QVERIFY(book.view(catalog, keys, 10, 2s).full.isEmpty()); // the other one has room
        const KeyRooms one{{u"there"_s, {{.rule = {.id = u"k1"_s}}}}};
        QCOMPARE(book.view(catalog, one, 10, 2s).full.value(There), 29'000ms);
    }

    void whatALocalServerSaidHoldsForAMinute()
    {
        LoadBook book;
        book.told(u"home"_s, {{u"home/a"_s, LoadState::NotLoaded}, {u"home/b"_s, LoadState::Loading}}, 10s);
        QCOMPARE(book.view(69s).value(u"home/b"_s), LoadState::Loading);
        QVERIFY(book.view(70s).isEmpty());
        book.answered(u"home"_s, u"home/a"_s, 60s);
        QCOMPARE(book.view(359s).value(u"home/a"_s), LoadState::Warm);
        QVERIFY(book.view(360s).isEmpty());
        book.told(u"home"_s, {{u"home/a"_s, LoadState::NotLoaded}}, 100s); // pushed out by another one
        QCOMPARE(book.view(101s).value(u"home/a"_s), LoadState::NotLoaded);
        book.silent(u"home"_s);
        QVERIFY(book.view(101s).isEmpty());
    }

    void aConversationIsKnownByItsSessionOrItsBeginning()
    {
        QCOMPARE(conversationKey(turn(u"a"_s, u"x"_s)), conversationKey(turn(u"a"_s, u"y"_s)));
        QVERIFY(conversationKey(turn({}, u"x"_s)) != conversationKey(turn({}, u"y"_s)));
        chat::Request later = turn({}, u"x"_s);
        later.messages.append(chat::Message::make(chat::Role::Assistant, u"So?"_s));
        later.messages.append(chat::Message::make(chat::Role::User, u"More"_s));
        QCOMPARE(conversationKey(later), conversationKey(turn({}, u"x"_s)));
    }

    void theNextTurnExpectsHalfOfThePromptFromTheCacheUntilItIsKnown()
    {
        CacheBook book;
        const chat::Request request = turn(u"s"_s);
        QVERIFY(book.view(request, 0s).stayAt.isEmpty());
        book.answered(request, There, usage(1'000, 0), 0s);
        QCOMPARE(book.view(request, 60s).stayAt, There);
        QCOMPARE(book.view(request, 60s).tokens.value(There), 500);
        QVERIFY(book.view(turn(u"other"_s), 60s).tokens.isEmpty());
        for (int i = 1; i <= 20; ++i)
            book.answered(request, There, usage(1'000, 1'000), i * 60s);
        QVERIFY(book.view(request, 21 * 60s).tokens.value(There) > 990);
    }

    void whoCachesNothingIsNoReasonToStay()
    {
        CacheBook book;
        const chat::Request request = turn(u"s"_s);
        for (int i = 0; i < 10; ++i)
            book.answered(request, There, usage(1'000, 0), i * 60s);
        QVERIFY(book.view(request, 600s).stayAt.isEmpty());
        QVERIFY(book.view(request, 600s).tokens.isEmpty());
    }

    void aCacheIsWarmForFiveMinutesOrTheHourThatWasPaidFor()
    {
        CacheBook book;
        const chat::Request request = turn(u"s"_s);
        book.answered(request, There, usage(1'000, 0), 0s);
        QVERIFY(!book.view(request, 299s).tokens.isEmpty());
        QVERIFY(book.view(request, 300s).tokens.isEmpty());
        book.answered(request, There, {.prompt = 1'000, .cacheWrite1h = 900}, 400s);
        QVERIFY(!book.view(request, 400s + 59min).tokens.isEmpty());
        QVERIFY(book.view(request, 400s + 60min).tokens.isEmpty());
    }

    void theOldestConversationIsForgottenFirst()
    {
        CacheBook book;
        for (int i = 0; i <= 2'000; ++i)
            book.answered(turn(QString::number(i)), There, usage(1'000, 0), i * 1ms);
        QVERIFY(book.view(turn(u"0"_s), 1s).tokens.isEmpty());
        QVERIFY(!book.view(turn(u"1"_s), 1s).tokens.isEmpty());
    }
};

static const bool tstBooks = sb::testing::add<TstBooks>();

#include "tst_books.moc"
