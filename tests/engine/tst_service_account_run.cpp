#include "tests/engine/bench.h"
#include "tests/secrets/key_file.h"
#include "tests/testing/testing.h"

#include "core/engine/attempt.h"
#include "core/engine/token_desk.h"
#include "core/engine/trace.h"
#include "core/net/http_client.h"
#include "core/secrets/key_entry.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;
using engine::ProviderCheck;
using routing::EndState;

namespace {

Script granting(const QByteArray &token)
{
    return {.contentType = "application/json",
            .body = R"({"access_token":")" + token + R"(","expires_in":3599,"token_type":"Bearer"})"};
}

Script refusingToken(int status, const QByteArray &description)
{
    return {.status = status,
            .contentType = "application/json",
            .body = R"({"error":"invalid_grant","error_description":")" + description + R"("})"};
}

} // namespace

/// Keys that are exchanged for tokens, over real sockets.
class TstServiceAccountRun : public QObject
{
    Q_OBJECT
private slots:
    void aTokenIsBoughtWithASignedAssertionAndCarriesTheRequest();
    void runsAtTheSameTimeWaitForOneToken();
    void aTokenThatIsRefusedIsBoughtAnew();
    void whyThereIsNoTokenIsSaidWithWhatToDo_data();
    void whyThereIsNoTokenIsSaidWithWhatToDo();
    void noTokenMeansTheNextCandidate();
    void cancellingWhileATokenIsBoughtEndsAtOnce();
    void aTokenIsHeldUntilShortlyBeforeItEnds();
    void aHeldTokenThatIsRefusedIsBoughtAnewWithinTheAttempt();
    void buyingATokenIsNoSlownessOfTheEndpoint();
    void aRefusalWhoseReasonsAreCutOffByUsIsARefusal();
    void aCheckAsksForATokenOnly();

private:
    /// A bench whose providers take tokens of this server.
    static std::unique_ptr<Bench> bench(const QStringList &names);
    static QByteArray key(const Bench &bench)
    {
        return secrets::cleanKey(makeKeyFile(bench.server.baseUrl(u"token"_s)).json).value();
    }
};

std::unique_ptr<Bench> TstServiceAccountRun::bench(const QStringList &names)
{
    auto made = std::make_unique<Bench>(names);
    for (const QString &name : names) {
        made->provider(name).auth = catalog::Provider::Auth::GoogleServiceAccount;
        made->world.keys.set(name, {.value = key(*made), .origin = secrets::originOf(made->provider(name).baseUrl)});
        made->server.script(name, {answering(u"clear"_s)});
    }
    made->useWorld();
    return made;
}

void TstServiceAccountRun::aTokenIsBoughtWithASignedAssertionAndCarriesTheRequest()
{
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {granting("ya29.canary-token")});
    const auto first = made->run();
    QTRY_VERIFY(first->isOver());
    QCOMPARE(first->end().end, EndState::Complete);
    const auto second = made->run();
    QTRY_VERIFY(second->isOver());

    const auto purchases = made->server.received(u"token"_s);
    QCOMPARE(purchases.size(), 1);
    QCOMPARE(purchases.first().header("content-type"), "application/x-www-form-urlencoded");
    const QUrlQuery form(QString::fromUtf8(purchases.first().body));
    QCOMPARE(form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded),
             u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s);
    QVERIFY(isSignedBy(form.queryItemValue(u"assertion"_s).toLatin1(),
                       makeKeyFile(made->server.baseUrl(u"token"_s)).publicKey));
    const auto requests = made->server.received(u"vertex"_s);
    QCOMPARE(requests.size(), 2);
    for (const listen::Request &request : requests) {
        QCOMPARE(request.header("authorization"), "Bearer ya29.canary-token");
        QVERIFY(!request.body.contains("private_key"));
    }
}

void TstServiceAccountRun::runsAtTheSameTimeWaitForOneToken()
{
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {granting("ya29.first"), granting("ya29.second")});
    const auto one = made->run();
    const auto two = made->run();
    QTRY_VERIFY(one->isOver() && two->isOver());
    QCOMPARE(made->server.received(u"token"_s).size(), 1);
}

void TstServiceAccountRun::aTokenThatIsRefusedIsBoughtAnew()
{
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {granting("ya29.revoked"), granting("ya29.fresh")});
    made->server.script(u"vertex"_s, {refusing(401, "UNAUTHENTICATED"), answering(u"clear"_s)});
    const auto first = made->run();
    QTRY_VERIFY(first->isOver());
    QCOMPARE(first->end().end, EndState::Failed);
    QCOMPARE(made->server.received(u"token"_s).size(), 1);
    made->world.keys.set(u"vertex"_s, {}); // the user has the key tested, which lifts its mark
    made->useWorld();
    made->world.keys.set(u"vertex"_s,
                         {.value = key(*made), .origin = secrets::originOf(made->provider(u"vertex"_s).baseUrl)});
    made->useWorld();
    const auto second = made->run();
    QTRY_VERIFY(second->isOver());
    QCOMPARE(second->end().end, EndState::Complete);
    QCOMPARE(made->server.received(u"vertex"_s).constLast().header("authorization"), "Bearer ya29.fresh");
}

void TstServiceAccountRun::whyThereIsNoTokenIsSaidWithWhatToDo_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("says");
    QTest::newRow("a deleted key") << refusingToken(400, "Invalid JWT Signature.") << u"authentication"_s
                                   << u"Create a new one, and import its file"_s;
    QTest::newRow("a disabled account") << refusingToken(400, "Service account disabled") << u"authentication"_s
                                        << u"Enable it in Google Cloud"_s;
    QTest::newRow("a deleted account") << refusingToken(401, "Invalid grant: account not found") << u"authentication"_s
                                       << u"import the key of another one"_s;
    QTest::newRow("a wrong clock here") << refusingToken(
        400,
        "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
        "timeframe. Check your iat and exp values")
                                        << u"provider_unavailable"_s << u"the clock of this machine is wrong"_s;
    QTest::newRow("a service that is down") << Script{.status = 503, .contentType = "text/plain", .body = "down"}
                                            << u"provider_unavailable"_s << u"status 503"_s;
    QTest::newRow("a sign-in page of the network") << Script{.contentType = "text/html", .body = "<html>sign in</html>"}
                                                   << u"invalid_response"_s << u"A proxy or a sign-in page"_s;
    QTest::newRow("a redirect") << Script{.status = 307, .headers = {{"location", "https://evil.example/token"}}}
                                << u"invalid_response"_s << u"another address"_s;
    QTest::newRow("a token that is over at once")
        << Script{.contentType = "application/json", .body = R"({"access_token":"t","expires_in":0})"}
        << u"invalid_response"_s << u"not Google's token service"_s;
    QTest::newRow("a connection that breaks")
        << Script{.status = 0, .then = Script::Then::Abort} << u"provider_unavailable"_s << u"granted no token"_s;
}

void TstServiceAccountRun::whyThereIsNoTokenIsSaidWithWhatToDo()
{
    QFETCH(Script, script);
    QFETCH(QString, says);
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {script});
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->failed.size(), 1);
    const chat::ProviderError error = run->failed.first().error;
    QTEST(QString::fromLatin1(toWireName(error.type)), "type");
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(made->server.received(u"vertex"_s).isEmpty());
    QCOMPARE(run->end().record.attempts.first().cost.amount, NanoDollars{});
}

void TstServiceAccountRun::noTokenMeansTheNextCandidate()
{
    const auto made = bench({u"vertex"_s, u"other"_s});
    made->provider(u"other"_s).auth = catalog::Provider::Auth::None;
    made->useWorld();
    made->server.script(u"token"_s, {refusingToken(400, "Invalid JWT Signature.")});
    const auto run = made->run();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->end().end, EndState::Complete);
    QCOMPARE(run->reasons(), (QStringList{u"first_try"_s, u"next_key"_s}));
}

void TstServiceAccountRun::cancellingWhileATokenIsBoughtEndsAtOnce()
{
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {{.status = 0, .then = Script::Then::Hang}});
    const auto run = made->run();
    QTRY_COMPARE(made->server.received(u"token"_s).size(), 1);
    run->handle->cancel();
    QTRY_VERIFY(run->isOver());
    QCOMPARE(run->end().end, EndState::Cancelled);
    QCOMPARE(run->end().record.attempts.first().cost.amount, NanoDollars{});
}

void TstServiceAccountRun::aTokenIsHeldUntilShortlyBeforeItEnds()
{
    ScriptedServer server;
    server.script(u"token"_s, {granting("ya29.first"), granting("ya29.second")});
    ManualClock clock(fromMilliseconds(1'764'500'000'000));
    net::HttpClient http(clock);
    engine::TokenDesk desk(http, clock);
    const QByteArray key = secrets::cleanKey(makeKeyFile(server.baseUrl(u"token"_s)).json).value();
    QByteArrayList bought;
    const auto take = [&bought](const engine::TokenDesk::Bought &token) { bought.append(token.value_or("none")); };
    desk.buy(key, this, take);
    QTRY_COMPARE(bought.size(), 1);
    clock.advance(3530s);
    QCOMPARE(desk.held(key), "ya29.first");
    clock.sleep(9s); // also while the machine sleeps
    QVERIFY(desk.held(key).isEmpty());
    desk.buy(key, this, take);
    QTRY_COMPARE(desk.held(key), "ya29.second");
    desk.forget(key);
    QVERIFY(desk.held(key).isEmpty());
    {
        QObject gone;
        desk.buy(key, &gone, take);
    }
    desk.buy(key, this, take);
    QTRY_COMPARE(bought.size(), 3); // who is gone is told nothing
}

void TstServiceAccountRun::aHeldTokenThatIsRefusedIsBoughtAnewWithinTheAttempt()
{
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {granting("ya29.revoked"), granting("ya29.fresh")});
    made->server.script(u"vertex"_s,
                        {answering(u"clear"_s), refusing(401, "UNAUTHENTICATED"), answering(u"clear"_s),
                         refusing(401, "UNAUTHENTICATED")});
    const auto first = made->run();
    QTRY_VERIFY(first->isOver());
    const auto second = made->run();
    QTRY_VERIFY(second->isOver());
    QCOMPARE(second->end().end, EndState::Complete);
    QCOMPARE(second->end().record.attempts.size(), 1);
    QCOMPARE(made->server.received(u"vertex"_s).constLast().header("authorization"), "Bearer ya29.fresh");
    QCOMPARE(made->server.received(u"token"_s).size(), 2);
    const auto third = made->run(); // once only
    QTRY_VERIFY(third->isOver());
    QCOMPARE(third->end().end, EndState::Failed);
    QCOMPARE(made->server.received(u"vertex"_s).size(), 5);
}

namespace {

/// One attempt at a provider of this server, whose key is exchanged for tokens of this server.
struct LoneAttempt
{
    explicit LoneAttempt(const Script &script)
    {
        server.script(u"token"_s, {granting("ya29.first")});
        server.script(u"vertex"_s, {script});
        chat::Request request;
        request.messages.append(chat::Message::make(chat::Role::User, u"How does a signal box work?"_s));
        attempt = std::make_unique<engine::Attempt>(
            http, desk, clock, Redactor(),
            engine::AttemptInput{.request = request,
                                 .provider = {.id = u"vertex"_s,
                                              .name = u"vertex"_s,
                                              .baseUrl = server.baseUrl(u"vertex"_s),
                                              .auth = catalog::Provider::Auth::GoogleServiceAccount},
                                 .endpoint = {.id = u"vertex/m"_s, .upstreamModel = u"m"_s},
                                 .key = key});
    }

    ScriptedServer server;
    ManualClock clock{fromMilliseconds(1'764'500'000'000)};
    net::HttpClient http{clock};
    engine::TokenDesk desk{http, clock};
    QByteArray key = secrets::cleanKey(makeKeyFile(server.baseUrl(u"token"_s)).json).value();
    std::unique_ptr<engine::Attempt> attempt;
};

} // namespace

void TstServiceAccountRun::buyingATokenIsNoSlownessOfTheEndpoint()
{
    LoneAttempt lone(answering(u"clear"_s));
    QList<engine::AttemptOutcome> outcomes;
    connect(lone.attempt.get(), &engine::Attempt::ended, this,
            [&outcomes](const engine::AttemptOutcome &outcome) { outcomes.append(outcome); });
    QVERIFY(lone.attempt->start().isEmpty());
    lone.clock.advance(7s); // the token is not asked for before the event loop
    QTRY_COMPARE(outcomes.size(), 1);
    QVERIFY(!outcomes.first().error);
    QCOMPARE(outcomes.first().connect, 7s);
    QCOMPARE(outcomes.first().firstContent, 7s);
}

void TstServiceAccountRun::aRefusalWhoseReasonsAreCutOffByUsIsARefusal()
{
    engine::AttemptOutcome outcome;
    for (int wait = 20; outcome.httpStatus == 0 && wait < 10'000; wait *= 2) { // nothing tells that a head came
        LoneAttempt lone({.status = 500, .contentType = "application/json", .body = "{", .then = Script::Then::Hang});
        QVERIFY(lone.attempt->start().isEmpty());
        QTest::qWait(wait);
        outcome = lone.attempt->cancel();
    }
    QCOMPARE(outcome.httpStatus, 500);
    QVERIFY(outcome.refused);
    const engine::AttemptContext context{.candidate = {.bound = NanoDollars{10'000'000}},
                                         .endpoint = {.price = catalog::Price{}},
                                         .cancelStopsBilling = false};
    const usage::AttemptRecord record = attemptRecord(context, outcome);
    QCOMPARE(record.cost, (usage::Cost{.kind = usage::CostKind::Computed, .amount = NanoDollars{0}}));
    QVERIFY2(!record.errorMessage.contains(u"bills an answer"_s), qPrintable(record.errorMessage));
}

void TstServiceAccountRun::aCheckAsksForATokenOnly()
{
    const auto made = bench({u"vertex"_s});
    made->server.script(u"token"_s, {granting("ya29.x"), refusingToken(400, "Invalid JWT Signature.")});
    catalog::Provider provider = made->provider(u"vertex"_s);
    provider.listsModels = false;
    QSignalSpy checked(made->engine.get(), &engine::Engine::providerChecked);
    const engine::CheckSpec spec{.provider = provider, .key = key(*made)};
    made->engine->checkProvider(spec);
    QTRY_COMPARE(checked.count(), 1);
    const auto good = checked.at(0).at(1).value<ProviderCheck>();
    QCOMPARE(good.outcome, ProviderCheck::Outcome::Good);
    QVERIFY(good.keyProven);
    made->engine->checkProvider(spec);
    QTRY_COMPARE(checked.count(), 2);
    const auto refused = checked.at(1).at(1).value<ProviderCheck>();
    QCOMPARE(refused.outcome, ProviderCheck::Outcome::KeyRefused);
    QVERIFY(made->server.received(u"vertex"_s).isEmpty());
}

static const bool tstServiceAccountRun = sb::testing::add<TstServiceAccountRun>();

#include "tst_service_account_run.moc"
