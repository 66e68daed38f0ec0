#include "core/routing/key_book.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::routing;
using chat::ErrorType;
using chat::ProviderError;

namespace {

const QString Acme = u"acme"_s;
const QList<KeyRule> Two{{.id = u"a"_s}, {.id = u"b"_s}};

} // namespace

class TstKeyBook : public QObject
{
    Q_OBJECT
private slots:
    void aKeyWithoutRoomAtTheEndpointIsPassedOver_data()
    {
        QTest::addColumn<KeyWaits>("waits");
        QTest::addColumn<QString>("chosen"); // "none": nothing may be sent
        const KeyWait stated{.wait = 7s, .stated = true};
        const KeyWait told{.wait = 3s};
        QTest::newRow("all have room") << KeyWaits{} << Two[0].id;
        QTest::newRow("as is stated") << KeyWaits{{Two[0].id, stated}} << Two[1].id;
        QTest::newRow("as the provider tells") << KeyWaits{{Two[0].id, told}} << Two[1].id;
        QTest::newRow("none has, by what is stated")
            << KeyWaits{{Two[0].id, stated}, {Two[1].id, {.wait = 9s, .stated = true}}} << u"none"_s;
        QTest::newRow("none has, by what one provider tells: it may know better")
            << KeyWaits{{Two[0].id, stated}, {Two[1].id, told}} << Two[1].id;
    }
    void aKeyWithoutRoomAtTheEndpointIsPassedOver()
    {
        QFETCH(KeyWaits, waits);
        QFETCH(QString, chosen);
        const KeyChoice choice = KeyBook().choose(Acme, Two, {}, 10s, waits);
        QCOMPARE(choice.keyId.value_or(u"none"_s), chosen);
        if (!choice.keyId)
            QCOMPARE(choice.freeIn, 7000ms);
    }

    void theFirstUsableKeyGoesAlong()
    {
        const KeyChoice choice = KeyBook().choose(Acme, Two, {}, 0s);
        QCOMPARE(choice.keyId, u"a"_s);
        QVERIFY(choice.passedOver.isEmpty());
    }

    void aFailureOfAKeyMarksItForAWhile_data()
    {
        QTest::addColumn<ProviderError>("error");
        QTest::addColumn<FailureClass>("kind");
        QTest::addColumn<KeyState>("state");
        QTest::addColumn<qint64>("seconds"); // until it is usable; -1: until it is changed
        QTest::newRow("401") << ProviderError{.type = ErrorType::Authentication, .httpStatus = 401} << FailureClass::Key
                             << KeyState::Refused << qint64(-1);
        QTest::newRow("402") << ProviderError{.type = ErrorType::PaymentRequired, .httpStatus = 402}
                             << FailureClass::Key << KeyState::NoCredit << qint64(300);
        QTest::newRow("429 with a time") << ProviderError{.type = ErrorType::RateLimitExceeded, .retryAfter = 7s}
                                         << FailureClass::RateLimit << KeyState::RateLimited << qint64(7);
        QTest::newRow("429 without") << ProviderError{.type = ErrorType::RateLimitExceeded} << FailureClass::RateLimit
                                     << KeyState::RateLimited << qint64(60);
        QTest::newRow("an overloaded provider: it is not the key")
            << ProviderError{.type = ErrorType::ProviderOverloaded} << FailureClass::Transient << KeyState::Usable
            << qint64(0);
    }
    void aFailureOfAKeyMarksItForAWhile()
    {
        QFETCH(ProviderError, error);
        QFETCH(FailureClass, kind);
        QFETCH(KeyState, state);
        QFETCH(qint64, seconds);
        KeyBook book;
        book.failed(Acme, u"a"_s, error, kind, 10s);
        QCOMPARE(book.state(Acme, Two[0], 10s), state);
        QCOMPARE(book.state(u"other"_s, Two[0], 10s), KeyState::Usable);
        if (seconds > 0) {
            QCOMPARE(book.state(Acme, Two[0], 10s + std::chrono::seconds(seconds) - 1ms), state);
            QCOMPARE(book.state(Acme, Two[0], 10s + std::chrono::seconds(seconds)), KeyState::Usable);
        } else if (seconds < 0) {
            QCOMPARE(book.state(Acme, Two[0], 10s + 24h * 365), state);
            book.changed(Acme);
            QCOMPARE(book.state(Acme, Two[0], 10s), KeyState::Usable);
        }
    }

    void theNextKeyIsTakenAndItIsSaidWhy()
    {
        KeyBook book;
        book.failed(Acme, u"a"_s, {.type = ErrorType::Authentication}, FailureClass::Key, 0s);
        const KeyChoice choice = book.choose(Acme, Two, {}, 0s);
        QCOMPARE(choice.keyId, u"b"_s);
        QCOMPARE(choice.passedOver.size(), 1);
        QCOMPARE(choice.passedOver.first().first.id, u"a"_s);
        QCOMPARE(toWireName(choice.passedOver.first().second), "refused");
        QVERIFY(!describe(KeyState::Refused).isEmpty());
    }

    void aKeyThatWasRefusedIsTriedWhereThereIsNoOther()
    {
        KeyBook book;
        book.failed(Acme, u"a"_s, {.type = ErrorType::Authentication}, FailureClass::Key, 0s);
        QCOMPARE(book.choose(Acme, {Two[0]}, {}, 0s).keyId, u"a"_s);
    }

    void aKeyThatWasTriedIsNotTakenAgainWhileAnotherIsUsable()
    {
        KeyBook book;
        const ProviderError atOnce{.type = ErrorType::RateLimitExceeded, .retryAfter = 0s};
        book.failed(Acme, u"a"_s, atOnce, FailureClass::RateLimit, 10s);
        QCOMPARE(book.state(Acme, Two[0], 10s), KeyState::Usable);
        QCOMPARE(book.choose(Acme, Two, {}, 10s).keyId, u"a"_s);
        const KeyChoice next = book.choose(Acme, Two, {u"a"_s}, 10s);
        QCOMPARE(next.keyId, u"b"_s);
        QVERIFY(next.passedOver.isEmpty());
        book.failed(Acme, u"b"_s, atOnce, FailureClass::RateLimit, 10s);
        QCOMPARE(book.choose(Acme, Two, {u"a"_s, u"b"_s}, 10s).keyId, u"a"_s);
    }

    void whereNoneIsUsableTheMostHopefulIsTaken_data()
    {
        QTest::addColumn<ProviderError>("first");
        QTest::addColumn<FailureClass>("kind");
        QTest::addColumn<QString>("taken"); // "wait": none, but there will be room
        QTest::addColumn<bool>("full"); // the second key has reached its own limit, instead of lacking credit
        const ProviderError refused{.type = ErrorType::Authentication, .httpStatus = 401};
        const ProviderError limited{.type = ErrorType::RateLimitExceeded, .retryAfter = 1h};
        QTest::newRow("refused, or without credit") << refused << FailureClass::Key << u"b"_s << false;
        QTest::newRow("limited, or without credit") << limited << FailureClass::RateLimit << u"a"_s << false;
        QTest::newRow("refused, or full for a moment") << refused << FailureClass::Key << u"wait"_s << true;
        QTest::newRow("limited, or full for a moment") << limited << FailureClass::RateLimit << u"a"_s << true;
    }
    void whereNoneIsUsableTheMostHopefulIsTaken()
    {
        QFETCH(ProviderError, first);
        QFETCH(FailureClass, kind);
        QFETCH(QString, taken);
        QFETCH(bool, full);
        KeyBook book;
        book.failed(Acme, u"a"_s, first, kind, 10s);
        if (full)
            book.used(Acme, u"b"_s, 10s);
        else
            book.failed(Acme, u"b"_s, {.type = ErrorType::PaymentRequired}, FailureClass::Key, 10s);
        const KeyRule second{.id = u"b"_s, .perMinute = full ? std::optional(1) : std::nullopt};
        const KeyChoice choice = book.choose(Acme, {Two[0], second}, {}, 20s);
        QCOMPARE(choice.keyId.value_or(u"wait"_s), taken);
        if (full)
            QCOMPARE(choice.freeIn, 50s);
    }

    void aProviderIsLostOnlyWithTheLastOfItsKeys()
    {
        KeyBook book;
        const QList<KeyRule> rules{{.id = u"a"_s}, {.id = u"b"_s, .perMinute = 1}};
        book.refused(Acme, u"a"_s);
        book.used(Acme, u"b"_s, 0s);
        QCOMPARE(book.left(Acme, rules, 1s), KeysLeft::Some); // it only waits
        book.exhausted(Acme, u"b"_s, 1h);
        QCOMPARE(book.left(Acme, rules, 1s), KeysLeft::Some);
        book.failed(Acme, u"b"_s, {.type = ErrorType::PaymentRequired}, FailureClass::Key, 1s);
        QCOMPARE(book.left(Acme, rules, 1s), KeysLeft::WithoutCredit);
        QCOMPARE(book.left(Acme, rules, 1s + 5min), KeysLeft::Some);
        book.refused(Acme, u"b"_s);
        QCOMPARE(book.left(Acme, rules, 1s), KeysLeft::None);
    }

    void whatLastsLongerIsNotCutShortByARateLimit()
    {
        KeyBook book;
        book.refused(Acme, u"a"_s);
        book.exhausted(Acme, u"a"_s, 5s);
        QCOMPARE(book.state(Acme, Two[0], 6s), KeyState::Refused);
        book.failed(Acme, u"b"_s, {.type = ErrorType::RateLimitExceeded, .retryAfter = 60s}, FailureClass::RateLimit,
                    0s);
        book.exhausted(Acme, u"b"_s, 5s);
        QCOMPARE(book.state(Acme, Two[1], 59s), KeyState::RateLimited);
    }

    void whatWasNotSentIsGivenBack()
    {
        KeyBook book;
        const KeyRule rule{.id = u"a"_s, .perDay = 2};
        book.used(Acme, u"a"_s, 1s);
        book.used(Acme, u"a"_s, 2s);
        book.unused(Acme, u"a"_s, 1s);
        book.unused(Acme, u"a"_s, 1s); // there is none any more
        QCOMPARE(book.state(Acme, rule, 3s), KeyState::Usable);
        book.used(Acme, u"a"_s, 3s);
        QCOMPARE(book.state(Acme, rule, 4s), KeyState::DayFull);
    }

    void aLimitOfItsOwnIsNeverPassed()
    {
        KeyBook book;
        const QList<KeyRule> one{{.id = u"a"_s, .perMinute = 2}};
        book.used(Acme, u"a"_s, 0s);
        book.used(Acme, u"a"_s, 20s);
        QCOMPARE(book.state(Acme, one[0], 30s), KeyState::MinuteFull);
        const KeyChoice full = book.choose(Acme, one, {}, 30s);
        QVERIFY(!full.keyId);
        QCOMPARE(full.freeIn, 30s); // when the first use is a minute old
        QCOMPARE(book.choose(Acme, one, {}, 60s).keyId, u"a"_s);
        QCOMPARE(book.choose(Acme, {one[0], Two[1]}, {}, 30s).keyId, u"b"_s);
    }

    void aDayIsTheLastTwentyFourHours()
    {
        KeyBook book;
        const KeyRule rule{.id = u"a"_s, .perDay = 1};
        book.used(Acme, u"a"_s, 1h);
        QCOMPARE(book.state(Acme, rule, 25h - 1ms), KeyState::DayFull);
        QCOMPARE(book.state(Acme, rule, 25h), KeyState::Usable);
    }

    void whatWasUsedCountsAlsoAfterAChange()
    {
        KeyBook book;
        book.used(Acme, u"a"_s, 0s);
        book.changed(Acme);
        book.succeeded(Acme, u"a"_s);
        QCOMPARE(book.state(Acme, {.id = u"a"_s, .perDay = 1}, 1s), KeyState::DayFull);
    }

    void anotherKeyIsOneThatWasNotTried()
    {
        KeyBook book;
        QVERIFY(book.hasOther(Acme, Two, {u"a"_s}, 0s));
        QVERIFY(!book.hasOther(Acme, Two, {u"a"_s, u"b"_s}, 0s));
        book.refused(Acme, u"b"_s);
        QVERIFY(!book.hasOther(Acme, Two, {u"a"_s}, 0s));
        book.exhausted(Acme, u"a"_s, 5s);
        QVERIFY(!book.hasOther(Acme, Two, {}, 4s));
        QVERIFY(book.hasOther(Acme, Two, {}, 5s));
    }
};

static const bool tstKeyBook = sb::testing::add<TstKeyBook>();

#include "tst_key_book.moc"
