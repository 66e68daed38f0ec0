// What is learned from answers: the room that rate limits leave, and what is cached where.
#include "core/routing/cache_book.h"
#include "core/routing/rate_book.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString There = u"there/fox"_s;

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
        book.told(There, RateLeft{.limit = 100, .remaining = 4, .resetsIn = 10s}, {}, 100s);
        QVERIFY(book.full(10, 100s).isEmpty());
        book.started(There, 10);
        QVERIFY(book.full(10, 100s).isEmpty()); // 4, less a margin of 2, less one that runs
        book.started(There, 10);
        QCOMPARE(book.full(10, 103s).value(There), 7000ms);
        QVERIFY(book.full(10, 110s).isEmpty()); // it was reset
    }

    void tokensInFlightAreReserved()
    {
        RateBook book;
        book.told(There, {}, RateLeft{.limit = 10'000, .remaining = 5'000, .resetsIn = 60s}, 0s);
        QVERIFY(book.full(4'000, 0s).isEmpty());
        book.started(There, 4'000);
        QVERIFY(book.full(4'000, 0s).contains(There));
        book.ended(There, 4'000, false); // it was never sent
        QVERIFY(book.full(4'000, 0s).isEmpty());
        book.started(There, 4'000);
        book.ended(There, 4'000, true);
        QVERIFY(book.full(4'000, 0s).contains(There)); // gone until the next answer says more
        book.told(There, {}, RateLeft{.limit = 10'000, .remaining = 6'000, .resetsIn = 60s}, 1s);
        QVERIFY(book.full(4'000, 1s).isEmpty());
    }

    void aRefusalHoldsForAsLongAsItSays()
    {
        RateBook book;
        book.refused(There, 3s, 10s);
        QCOMPARE(book.full(1, 11s).value(There), 2000ms);
        QVERIFY(book.full(1, 13s).isEmpty());
    }

    void aRequestAboveTheWholeLimitIsForTheProviderToRefuse()
    {
        RateBook book;
        book.told(There, {}, RateLeft{.limit = 1'000, .remaining = 1'000, .resetsIn = 60s}, 0s);
        QVERIFY(book.full(50'000, 0s).isEmpty());
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
