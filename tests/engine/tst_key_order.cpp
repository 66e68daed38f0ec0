#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;

/// A provider with several keys, over real sockets: which key goes along, and which one after it.
class TstKeyOrder : public QObject
{
    Q_OBJECT
private slots:
    void theFirstKeyOfTheProfilesOrderGoesAlong();
    void aKeyThatFailsIsFollowedByTheNext_data();
    void aKeyThatFailsIsFollowedByTheNext();
    void theNextRequestBeginsWithTheGoodKey();
    void aKeyThatWasReplacedMeanwhileIsNotTakenForTheOldOne();
    void whenNoKeyIsLeftTheNextCandidateIsAsked();
    void aKeyAtItsLimitIsPassedOver();
    void whereEveryKeyIsAtItsLimitNothingIsSent();
    void tokensOfAMinuteAreReservedAtAllEndpointsOfAKey();
    void aProviderThatIsFullIsLeftForTheNextBeforeItRefuses();
    void anExhaustedRateLimitIsNotRunInto();
    void whatAHeadSaysHoldsWhileItsAnswerStillComes();
    void aLimitThatIsOverAtOnceDoesNotBringTheSameKeyAgain();
    void aRefusedKeyDoesNotLockOutOneThatOnlyWaits();
    void aRequestThatIsNeverSentUsesNoKeyUp();
    void aLimitOfAKeyEndsInSleepToo();
    void aLimitADayHoldsInTheNextProgramToo();
    void cancellingBetweenTwoKeysEndsTheRequest();

private:
    static std::unique_ptr<Bench> bench(const QStringList &names = {u"acme"_s});
    static QByteArrayList keysAsked(const Bench &bench);
};

std::unique_ptr<Bench> TstKeyOrder::bench(const QStringList &names)
{
    auto made = std::make_unique<Bench>(names);
    catalog::Provider &acme = made->provider(u"acme"_s);
    acme.auth = catalog::Provider::Auth::Bearer;
    for (const auto &[id, value] : {std::pair(u""_s, "key-one"), std::pair(u"k2"_s, "key-two")}) {
        made->world.keys.set(u"acme"_s,
                             {.value = QByteArray(value), .origin = secrets::originOf(acme.baseUrl), .id = id});
    }
    made->useWorld();
    return made;
}

QByteArrayList TstKeyOrder::keysAsked(const Bench &bench)
{
    QByteArrayList keys;
    for (const listen::Request &request : bench.server.received(u"acme"_s))
        keys.append(request.header("authorization"));
    return keys;
}

void TstKeyOrder::theFirstKeyOfTheProfilesOrderGoesAlong()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u"k2"_s, .name = u"Work"_s}, {.id = u""_s}}}};
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(keysAsked(*made), QByteArrayList{"Bearer key-two"});
    QCOMPARE(run->started.first().keyName, u"Work"_s);
}

void TstKeyOrder::aKeyThatFailsIsFollowedByTheNext_data()
{
    QTest::addColumn<Script>("refusal");
    QTest::newRow("401") << refusing(401, "invalid_api_key");
    QTest::newRow("402") << refusing(402, "insufficient_credits");
    QTest::newRow("403") << refusing(403, "permission_error");
    QTest::newRow("429 of this key") << refusing(429, "rate_limit_error", {{"retry-after", "3600"}});
}

void TstKeyOrder::aKeyThatFailsIsFollowedByTheNext()
{
    QFETCH(Script, refusal);
    const auto made = bench();
    made->server.script(u"acme"_s, {refusal, answering(u"clear"_s)});
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->end().end, EndState::Complete);
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two"}));
    QCOMPARE(run->reasons(), (QStringList{u"first_try"_s, u"retry_other_key"_s}));
}

void TstKeyOrder::theNextRequestBeginsWithTheGoodKey()
{
    const auto made = bench();
    made->server.script(u"acme"_s, {refusing(401, "invalid_api_key"), answering(u"clear"_s)});
    for (int i = 0; i < 2; ++i) {
        const auto run = made->run();
        QTRY_VERIFY(run->isOver());
        QCOMPARE(run->end().end, EndState::Complete);
    }
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two", "Bearer key-two"}));
}

void TstKeyOrder::aKeyThatWasReplacedMeanwhileIsNotTakenForTheOldOne()
{
    const auto made = bench();
    Script slowRefusal = refusing(401, "invalid_api_key");
    slowRefusal.then = Script::Then::Hang;
    made->server.script(u"acme"_s, {slowRefusal, answering(u"clear"_s)});
    const auto old = made->run();
    QTRY_COMPARE(keysAsked(*made).size(), 1);
    made->world.keys.set(
        u"acme"_s, {.value = "key-new", .origin = secrets::originOf(made->provider(u"acme"_s).baseUrl), .id = u""_s});
    made->useWorld();
    made->server.finishHanging();
    QTRY_VERIFY(old->isOver());
    const auto next = made->run();
    QTRY_VERIFY(next->isOver());
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two", "Bearer key-new"}));
}

void TstKeyOrder::whenNoKeyIsLeftTheNextCandidateIsAsked()
{
    const auto made = bench({u"acme"_s, u"other"_s});
    made->server.script(u"acme"_s, {refusing(401, "invalid_api_key")});
    made->server.script(u"other"_s, {answering(u"clear"_s)});
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->end().end, EndState::Complete);
    QCOMPARE(run->reasons(), (QStringList{u"first_try"_s, u"retry_other_key"_s, u"next_key"_s}));
}

void TstKeyOrder::aKeyAtItsLimitIsPassedOver()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u""_s, .perDay = 1}, {.id = u"k2"_s}}}};
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    for (int i = 0; i < 3; ++i) {
        const auto run = made->run();
        QTRY_VERIFY(run->isOver());
    }
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two", "Bearer key-two"}));
}

void TstKeyOrder::whereEveryKeyIsAtItsLimitNothingIsSent()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u""_s, .perDay = 1}, {.id = u"k2"_s, .perDay = 1}}}};
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    for (int i = 0; i < 2; ++i) {
        const auto run = made->run();
        QTRY_VERIFY(run->isOver());
    }
    const auto third = made->run();
    QTRY_VERIFY(third->isOver());
    QCOMPARE(third->end().end, EndState::Failed);
    QCOMPARE(keysAsked(*made).size(), 2);
    QVERIFY2(third->end().refusal && third->end().refusal->message.contains(u"set for them in Providers"_s),
             third->end().refusal ? qPrintable(third->end().refusal->message) : "no refusal");
}

void TstKeyOrder::tokensOfAMinuteAreReservedAtAllEndpointsOfAKey()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u""_s, .tokensPerMinute = 1'000}, {.id = u"k2"_s}}}};
    made->useWorld();
    Script slow = answering(u"clear"_s);
    slow.body.clear(); // nothing comes before the second request is on its way
    slow.then = Script::Then::Hang;
    made->server.script(u"acme"_s, {slow, answering(u"clear"_s)});
    QTRY_VERIFY(made->isReady());
    engine::RunSpec spec = made->spec();
    spec.request.maxTokens = 900;
    const Observer first(*made->engine, spec);
    QTRY_COMPARE(keysAsked(*made).size(), 1);
    const Observer second(*made->engine, spec); // the first one's tokens are on their way
    QTRY_VERIFY(second.isOver());
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two"}));
    first.handle->cancel();
    QTRY_VERIFY(first.isOver());
}

void TstKeyOrder::aProviderThatIsFullIsLeftForTheNextBeforeItRefuses()
{
    const auto made = bench({u"acme"_s, u"next"_s});
    made->provider(u"acme"_s).rateLimits.requestsPerMinute = 1;
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    made->server.script(u"next"_s, {answering(u"clear"_s)});
    for (const QString &served : {u"acme/m"_s, u"acme/m"_s, u"next/m"_s}) { // one with each key
        const auto run = made->run();
        QTRY_VERIFY(run->isOver());
        QCOMPARE(run->end().end, EndState::Complete);
        QCOMPARE(run->tried(), QStringList{served});
    }
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two"}));
    made->clock.sleep(std::chrono::seconds{62});
    const auto later = made->run();
    QTRY_VERIFY(later->isOver());
    QCOMPARE(later->tried(), QStringList{u"acme/m"_s});
}

void TstKeyOrder::anExhaustedRateLimitIsNotRunInto()
{
    const auto made = bench();
    made->provider(u"acme"_s).rateLimitHeaders = {.headers = {{catalog::LimitFigure::RequestsRemaining, "x-left"},
                                                              {catalog::LimitFigure::RequestsReset, "x-reset"}}};
    made->useWorld();
    Script last = answering(u"clear"_s);
    last.headers = {{"x-left", "0"}, {"x-reset", "3600"}};
    made->server.script(u"acme"_s, {last, answering(u"clear"_s)});
    const auto first = made->run();
    QTRY_VERIFY(first->isOver());
    QCOMPARE(first->end().headroom.requests.remaining, std::optional<qint64>(0));
    const auto second = made->run();
    QTRY_VERIFY(second->isOver());
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two"}));
}

void TstKeyOrder::whatAHeadSaysHoldsWhileItsAnswerStillComes()
{
    const auto made = bench();
    made->provider(u"acme"_s).rateLimitHeaders = {.headers = {{catalog::LimitFigure::RequestsRemaining, "x-left"},
                                                              {catalog::LimitFigure::RequestsReset, "x-reset"}}};
    made->useWorld();
    made->server.script(u"acme"_s,
                        {{.headers = {{"x-left", "0"}, {"x-reset", "3600"}},
                          .body = textChunk(u"The signaller "_s),
                          .then = Script::Then::Hang},
                         answering(u"clear"_s)});
    const auto first = made->run();
    QTRY_VERIFY(!first->text.isEmpty());
    const auto second = made->run();
    QTRY_VERIFY(second->isOver());
    QVERIFY(!first->isOver());
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two"}));
}

void TstKeyOrder::aLimitThatIsOverAtOnceDoesNotBringTheSameKeyAgain()
{
    const auto made = bench();
    made->server.script(u"acme"_s, {refusing(429, "rate_limit_error", {{"retry-after", "0"}})});
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->end().end, EndState::Failed);
    // Each key once, and then the one further try for the header.
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two", "Bearer key-one"}));
}

void TstKeyOrder::aRefusedKeyDoesNotLockOutOneThatOnlyWaits()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u"k2"_s, .perMinute = 1}, {.id = u""_s}}}};
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s), refusing(401, "invalid_api_key"), answering(u"clear"_s)});
    for (int i = 0; i < 2; ++i) {
        const auto run = made->run();
        QTRY_VERIFY(run->isOver());
    }
    const auto waiting = made->run();
    QTRY_VERIFY(waiting->isOver());
    QCOMPARE(keysAsked(*made).size(), 2); // the wrong key is not tried in its place
    made->clock.sleep(std::chrono::seconds{61});
    const auto later = made->run();
    QTRY_VERIFY(later->isOver());
    QCOMPARE(later->end().end, EndState::Complete);
    QCOMPARE(keysAsked(*made).constLast(), "Bearer key-two");
}

void TstKeyOrder::aRequestThatIsNeverSentUsesNoKeyUp()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u""_s, .perDay = 1}, {.id = u"k2"_s}}}};
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    const auto cancelled = made->run();
    cancelled->handle->cancel(); // before the row is open
    QTRY_VERIFY(cancelled->isOver());
    QVERIFY(keysAsked(*made).isEmpty());
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(keysAsked(*made), QByteArrayList{"Bearer key-one"});
}

void TstKeyOrder::aLimitOfAKeyEndsInSleepToo()
{
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u""_s, .perMinute = 1}, {.id = u"k2"_s}}}};
    made->useWorld();
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    const auto first = made->run();
    QTRY_VERIFY(first->isOver());
    made->clock.sleep(std::chrono::seconds{61});
    const auto second = made->run();
    QTRY_VERIFY(second->isOver());
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-one"}));
}

void TstKeyOrder::aLimitADayHoldsInTheNextProgramToo()
{
    using namespace std::chrono_literals;
    const auto made = bench();
    made->world.keyRules = {{u"acme"_s, {{.id = u""_s, .perDay = 1}, {.id = u"k2"_s}}}};
    made->server.script(u"acme"_s, {answering(u"clear"_s)});
    for (const auto later : {0h, 1h, 24h}) {
        made->clock.sleep(later);
        made->engine = std::make_unique<engine::Engine>(*made->usage, made->clock, std::make_unique<SeededRandom>(7));
        const auto run = made->run(); // also before the world is known, and what was used
        made->useWorld();
        QTRY_VERIFY(run->isOver());
        QCOMPARE(run->end().end, EndState::Complete);
    }
    QCOMPARE(keysAsked(*made), (QByteArrayList{"Bearer key-one", "Bearer key-two", "Bearer key-one"}));
}

void TstKeyOrder::cancellingBetweenTwoKeysEndsTheRequest()
{
    const auto made = bench();
    made->server.script(u"acme"_s, {refusing(401, "invalid_api_key"), {.status = 0, .then = Script::Then::Hang}});
    const auto run = made->run();
    QTRY_COMPARE(run->started.size(), 2);
    run->handle->cancel();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->end().end, EndState::Cancelled);
}

static const bool tstKeyOrder = sb::testing::add<TstKeyOrder>();

#include "tst_key_order.moc"
