#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include "core/base/redactor.h"
#include "core/dialects/aws_signature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTcpServer>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;
using std::chrono::milliseconds;

/// Which failure leads where, over real sockets, before any content has come.
class TstFallback : public QObject
{
    Q_OBJECT
private slots:
    void aFailureBeforeContentIsInvisibleToTheReader_data();
    void aFailureBeforeContentIsInvisibleToTheReader();
    void anOverloadedEndpointIsTriedThreeTimesAndThenLeft();
    void aShortRetryAfterIsWaitedForOnce();
    void aLongRetryAfterIsNotWaitedFor();
    void headersThatSayThatNothingIsLeftAreARetryAfter();
    void whatAnAccountCanAffordIsAskedForOnce_data();
    void whatAnAccountCanAffordIsAskedForOnce();
    void toolsThatTheProviderRunsAreNotRunTwice_data();
    void toolsThatTheProviderRunsAreNotRunTwice();
    void aRouterIsSentNoneOfOurOwnWords();
    void aWrongKeyIsNotTriedAgain();
    void aRequestThatIsAtFaultStops();
    void aContentPolicyStopsUnlessTheChainMovesOn();
    void anAnswerThatWasFilteredBeforeItBeganMovesOnWhereTheChainSaysSo();
    void nobodyLeftIsAFailureWithTheLastReason();
    void whatAProviderCountedBeforeItFailedIsInTheAnswer_data();
    void whatAProviderCountedBeforeItFailedIsInTheAnswer();
    void whatIsNoEventBehindTheEndIsNoFailure();
    void theKeyIsSentAndNeverStored();
    void aSignedRequestArrivesAsItWasSigned();
};

namespace {

Script silent(int status)
{
    return {.status = status, .then = Script::Then::Hang};
}

} // namespace

void TstFallback::aFailureBeforeContentIsInvisibleToTheReader_data()
{
    QTest::addColumn<Script>("first");
    QTest::addColumn<QString>("error");
    QTest::newRow("529") << refusing(529, "overloaded_error") << u"provider_overloaded"_s;
    QTest::newRow("500") << refusing(500, "server_error") << u"server"_s;
    QTest::newRow("no head in time") << silent(0) << u"timeout"_s;
    QTest::newRow("a head, but no content in time") << silent(200) << u"timeout"_s;
    QTest::newRow("comments are no content")
        << Script{.body = ": ping\n\n: ping\n\n", .then = Script::Then::Hang} << u"timeout"_s;
    QTest::newRow("reset before any byte")
        << Script{.status = 0, .then = Script::Then::Abort} << u"reset_before_answer"_s;
    QTest::newRow("a head and nothing behind it") << Script{} << u"cut"_s;
    QTest::newRow("a head and then a reset") << Script{.then = Script::Then::Abort} << u"cut"_s;
    QTest::newRow("a web page") << Script{.contentType = "text/html", .body = "<html><body>Hello</body></html>"}
                                << u"invalid_response"_s;
    QTest::newRow("an error inside a 200")
        << Script{.body = "data: {\"error\":{\"message\":\"busy\",\"code\":503}}\n\n"} << QString();
    QTest::newRow("a redirect") << Script{.status = 302, .headers = {{"location", "http://127.0.0.1:1/"}}}
                                << u"invalid_response"_s;
}

void TstFallback::aFailureBeforeContentIsInvisibleToTheReader()
{
    QFETCH(Script, first);
    QFETCH(QString, error);
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {first});
    bench.server.script(u"b"_s, {answering(u"Levers move the points."_s)});
    if (first.then == Script::Then::Hang) { // nothing else may run into a clock, however busy the machine
        bench.chain.steps[0].clocks.firstByte = milliseconds{first.status == 0 ? 150 : 30'000};
        bench.chain.steps[0].clocks.firstContent = milliseconds{first.status == 0 ? 60'000 : 200};
    }

    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);

    QCOMPARE(seen->text, u"Levers move the points."_s);
    QCOMPARE(
        seen->order,
        (QStringList{u"started a/m"_s, u"failed a/m"_s, u"started b/m"_s, u"text"_s, u"text"_s, u"ended complete"_s}));
    QCOMPARE(seen->end().record.attempts.size(), 2);
    QCOMPARE(seen->end().record.servedEndpoint, u"b/m"_s);
    QVERIFY(seen->end().recorded);
    QVERIFY(!seen->end().answer.error);
    if (!error.isEmpty())
        QCOMPARE(QString::fromLatin1(toWireName(seen->failed.constFirst().error.type)), error);
}

void TstFallback::anOverloadedEndpointIsTriedThreeTimesAndThenLeft()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.steps[0].retries = 2;
    bench.server.script(u"a"_s, {refusing(529, "overloaded_error")});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});

    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 10'000);

    QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"a/m"_s, u"a/m"_s, u"b/m"_s}));
    QCOMPARE(seen->reasons(),
             (QStringList{u"first_try"_s, u"retry_transient"_s, u"retry_transient"_s, u"next_overloaded"_s}));
    QCOMPARE(seen->end().record.attempts.size(), 4);
    QVERIFY(seen->end().record.attempts.at(1).waitedBefore > milliseconds{0});
    QCOMPARE(seen->end().end, EndState::Complete);
}

void TstFallback::aShortRetryAfterIsWaitedForOnce()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {refusing(429, "rate_limit_error", {{"retry-after-ms", "50"}})});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());

    QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"a/m"_s, u"b/m"_s}));
    QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"retry_after_header"_s, u"next_rate_limited"_s}));
}

void TstFallback::aLongRetryAfterIsNotWaitedFor()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {refusing(429, "rate_limit_error", {{"retry-after", "3600"}})});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
}

void TstFallback::headersThatSayThatNothingIsLeftAreARetryAfter()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.provider(u"a"_s).rateLimitHeaders = {.headers = {{catalog::LimitFigure::RequestsRemaining, "x-left"},
                                                           {catalog::LimitFigure::RequestsReset, "x-reset"}}};
    bench.useWorld();
    bench.server.script(u"a"_s, {refusing(429, "rate_limit_error", {{"x-left", "0"}, {"x-reset", "3600"}})});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"next_rate_limited"_s}));

    const auto next = bench.run();
    QTRY_VERIFY(next->isOver());
    QCOMPARE(next->tried(), QStringList{u"b/m"_s}); // it is known to be full
}

void TstFallback::whatAnAccountCanAffordIsAskedForOnce_data()
{
    QTest::addColumn<qint64>("asked"); // 0: nothing
    QTest::addColumn<qint64>("sent"); // with the second request
    QTest::newRow("a length that nobody asked for") << 0LL << 300LL;
    QTest::newRow("a longer one") << 800LL << 300LL;
    QTest::newRow("a shorter one is not raised") << 100LL << 100LL;
}

void TstFallback::whatAnAccountCanAffordIsAskedForOnce()
{
    QFETCH(qint64, asked);
    QFETCH(qint64, sent);
    Bench bench({u"a"_s, u"b"_s});
    const Script poor{
        .status = 402,
        .contentType = "application/json",
        .body = R"({"error":{"code":402,"message":"You requested up to 1000 tokens, but can only afford 300."}})"};
    bench.server.script(u"a"_s, {poor, answering(u"Short."_s)});
    QTRY_VERIFY(bench.isReady());
    engine::RunSpec spec = bench.spec();
    if (asked > 0)
        spec.request.maxTokens = asked;
    const Observer seen(*bench.engine, spec);
    QTRY_VERIFY_WITH_TIMEOUT(seen.isOver(), 30'000);
    QCOMPARE(seen.text, u"Short."_s);
    QCOMPARE(seen.reasons(), (QStringList{u"first_try"_s, u"retry_clamped"_s}));
    const auto body = parseJson(bench.server.received(u"a"_s).constLast().body);
    QCOMPARE((*body)["max_tokens"].toInteger(), std::optional(sent));
}

void TstFallback::toolsThatTheProviderRunsAreNotRunTwice_data()
{
    QTest::addColumn<Script>("first");
    QTest::addColumn<bool>("repeats"); // as the chain says
    QTest::addColumn<bool>("asksAnother");
    const Script reset{.status = 0, .then = Script::Then::Abort};
    QTest::newRow("reset") << reset << false << false;
    QTest::newRow("reset, and the chain allows it") << reset << true << true;
    QTest::newRow("an error of its own") << refusing(500, "server_error") << false << false;
    QTest::newRow("refused as overloaded") << refusing(529, "overloaded_error") << false << true;
}

void TstFallback::toolsThatTheProviderRunsAreNotRunTwice()
{
    QFETCH(Script, first);
    QFETCH(bool, repeats);
    QFETCH(bool, asksAnother);
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.allowRepeatingTools = repeats;
    bench.server.script(u"a"_s, {first});
    bench.server.script(u"b"_s, {answering(u"Found."_s)});
    QTRY_VERIFY(bench.isReady());
    engine::RunSpec spec = bench.spec();
    spec.request.extra.set("web_search_options", Json::object());
    const Observer seen(*bench.engine, spec);
    QTRY_VERIFY_WITH_TIMEOUT(seen.isOver(), 30'000);
    QCOMPARE(bench.server.received(u"a"_s).size(), 1);
    QCOMPARE(bench.server.received(u"b"_s).size(), asksAnother ? 1 : 0);
    if (!asksAnother)
        QCOMPARE(seen.failed.constLast().next.reason, routing::MoveReason::StopInFlight);
}

void TstFallback::aRouterIsSentNoneOfOurOwnWords()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).quirks.routerMembers = true;
    bench.provider(u"a"_s).dataPolicy.regions = {u"eu"_s};
    bench.useWorld();
    bench.chain.steps[0].preferences.regions = {u"eu"_s};
    bench.server.script(u"a"_s, {answering(u"Here."_s)});
    QTRY_VERIFY(bench.isReady());
    engine::RunSpec spec = bench.spec();
    spec.request.provider = *parseJson(R"({"sort": "balanced", "only": ["a"], "max_price": {"prompt": "9"}})");
    const Observer seen(*bench.engine, spec);
    QTRY_VERIFY_WITH_TIMEOUT(seen.isOver(), 30'000);
    QCOMPARE(seen.text, u"Here."_s);
    const auto body = parseJson(bench.server.received(u"a"_s).constLast().body);
    const Json &sent = (*body)["provider"];
    QVERIFY2(!sent.contains("sort") && !sent.contains("regions") && !sent.contains("only"), sent.dump().constData());
    QCOMPARE(sent["max_price"].dump(), R"({"prompt":"9.00"})");
}

void TstFallback::aWrongKeyIsNotTriedAgain()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.steps[0].retries = 2;
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::Bearer;
    bench.world.keys.set(u"a"_s, {.value = "sk-wrong-key", .origin = secrets::originOf(bench.server.baseUrl(u"a"_s))});
    bench.useWorld();
    bench.server.script(u"a"_s, {refusing(401, "invalid_api_key")});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});

    const auto first = bench.run();
    QTRY_VERIFY(first->isOver());
    QCOMPARE(first->tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
    QCOMPARE(first->reasons().constLast(), u"next_key"_s);

    const auto second = bench.run();
    QTRY_VERIFY(second->isOver());
    QCOMPARE(second->tried(), QStringList{u"b/m"_s});
    QCOMPARE(second->end().plan.excluded.constFirst().reason, routing::Exclusion::KeyRejected);
}

void TstFallback::aRequestThatIsAtFaultStops()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {refusing(400, "invalid_request_error")});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->tried(), QStringList{u"a/m"_s});
    QCOMPARE(seen->end().end, EndState::Failed);
    QCOMPARE(seen->failed.constFirst().next.reason, routing::MoveReason::StopRequestAtFault);
    QVERIFY(seen->end().answer.error->message.contains(u"scripted refusal"_s));
    QVERIFY(seen->end().record.servedEndpoint.isEmpty());
}

void TstFallback::aContentPolicyStopsUnlessTheChainMovesOn()
{
    for (const bool movesOn : {false, true}) {
        Bench bench({u"a"_s, u"b"_s});
        bench.chain.steps[0].moveOn.contentPolicy = movesOn;
        bench.server.script(u"a"_s,
                            {{.status = 400,
                              .contentType = "application/json",
                              .body = R"({"error":{"message":"no","code":"content_policy_violation"}})"}});
        bench.server.script(u"b"_s, {answering(u"Here."_s)});

        const auto seen = bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->tried().size(), movesOn ? 2 : 1);
        QCOMPARE(seen->end().end, movesOn ? EndState::Complete : EndState::Failed);
    }
}

void TstFallback::anAnswerThatWasFilteredBeforeItBeganMovesOnWhereTheChainSaysSo()
{
    for (const bool movesOn : {false, true}) {
        Bench bench({u"a"_s, u"b"_s});
        bench.chain.steps[0].moveOn.contentPolicy = movesOn;
        bench.server.script(u"a"_s, {{.body = finishChunk("content_filter") + "data: [DONE]\n\n"}});
        bench.server.script(u"b"_s, {answering(u"Here."_s)});

        const auto seen = bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, movesOn ? EndState::Complete : EndState::Filtered);
    }
}

void TstFallback::nobodyLeftIsAFailureWithTheLastReason()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {refusing(529, "overloaded_error")});
    // A port that was free a moment ago refuses connections.
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    bench.provider(u"b"_s).baseUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(free.serverPort()));
    free.close();
    bench.useWorld();

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->order.constLast(), u"ended failed"_s);
    QCOMPARE(seen->end().answer.error->type, chat::ErrorType::ProviderUnavailable);
    QCOMPARE(seen->end().record.attempts.size(), 2);
    // Neither a refusal nor a refused connection costs anything.
    QCOMPARE(seen->end().record.cost, (usage::Cost{.kind = usage::CostKind::Computed, .amount = NanoDollars{0}}));
}

void TstFallback::whatAProviderCountedBeforeItFailedIsInTheAnswer_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("before any content") << QByteArray();
    QTest::newRow("after content") << textChunk(u"Two"_s);
    QTest::newRow("after the finish") << textChunk(u"Two"_s) + finishChunk("length");
}

void TstFallback::whatAProviderCountedBeforeItFailedIsInTheAnswer()
{
    QFETCH(QByteArray, before);
    Bench bench({u"a"_s});
    bench.server.script(
        u"a"_s,
        {{.body = before + usageChunk(100, 10) + "data: {\"error\":{\"message\":\"broken\",\"code\":400}}\n\n"}});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Failed);
    QVERIFY(seen->end().answer.error);
    QCOMPARE(seen->end().answer.usage.prompt, 100);
    QCOMPARE(seen->end().answer.usage.completion, 10);
}

/// The answer would be paid for twice.
void TstFallback::whatIsNoEventBehindTheEndIsNoFailure()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s,
                        {Script{.body = textChunk(u"All clear."_s) + finishChunk() + "data: {\"choices\": oops}\n\n"}});
    bench.server.script(u"b"_s, {answering(u"Not needed."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QCOMPARE(seen->tried(), QStringList{u"a/m"_s});
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, u"All clear."_s);
    QVERIFY(!seen->end().answer.error);
}

void TstFallback::theKeyIsSentAndNeverStored()
{
    const QByteArray canary = "sk-canary-0123456789abcdef";
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::Bearer;
    bench.world.keys.set(u"a"_s, {.value = canary, .origin = secrets::originOf(bench.server.baseUrl(u"a"_s))});
    bench.useWorld();
    bench.server.script(
        u"a"_s,
        {{.status = 401,
          .contentType = "application/json",
          .body = R"({"error":{"message":"the key )" + canary + R"( is wrong","code":")" + canary + R"("}})"}});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(bench.server.received(u"a"_s).constFirst().header("authorization"), "Bearer " + canary);
    const chat::ProviderError &error = *seen->end().answer.error;
    QVERIFY(!error.message.toUtf8().contains(canary));
    QVERIFY(!error.code.toUtf8().contains(canary));
    QVERIFY(!error.rawBody.contains(canary));
    QVERIFY(error.message.contains(QLatin1String(Redactor::Mark)));
    QVERIFY(!seen->end().record.attempts.constFirst().errorMessage.toUtf8().contains(canary));
}

void TstFallback::aSignedRequestArrivesAsItWasSigned()
{
    const QByteArray id = "AKIACANARY0123456789";
    const QByteArray secret = "canary+secret/0123456789abcdef";
    const QByteArray token = "canary-session-token==";
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::AwsSigV4;
    bench.provider(u"a"_s).awsRegion = u"us-east-1"_s;
    bench.provider(u"a"_s).dialect = catalog::DialectId::BedrockConverse;
    bench.endpoint(u"a"_s).upstreamModel = u"us.anthropic.claude-v1:0/x"_s;
    bench.world.keys.set(
        u"a"_s, {.value = id + ':' + secret + ':' + token, .origin = secrets::originOf(bench.server.baseUrl(u"a"_s))});
    bench.useWorld();
    bench.server.script(u"a"_s,
                        {{.status = 403,
                          .contentType = "application/json",
                          .body = R"({"message":"no )" + id + ' ' + secret + ' ' + token + R"( here"})"}});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    const listen::Request received = bench.server.received(u"a"_s).constFirst();
    QVERIFY2(received.path.endsWith("/model/us.anthropic.claude-v1%3A0%2Fx/converse-stream"),
             received.path.constData());
    QCOMPARE(received.header("x-amz-security-token"), token);
    // Signed once more, of what arrived: had anybody changed it on the way, the signatures would differ.
    QDateTime time =
        QDateTime::fromString(QString::fromLatin1(received.header("x-amz-date")), u"yyyyMMdd'T'HHmmss'Z'"_s);
    time.setTimeZone(QTimeZone::utc());
    QVERIFY(time.isValid());
    const QList<dialects::Header> again = dialects::awsSignature(
        {.id = id, .secret = secret, .sessionToken = token},
        {.region = "us-east-1", .service = "bedrock", .time = fromMilliseconds(time.toMSecsSinceEpoch())},
        {.method = "POST",
         .target = received.path,
         .headers = {{"host", received.header("host")}, {"content-type", received.header("content-type")}},
         .bodyHash = QCryptographicHash::hash(received.body, QCryptographicHash::Sha256).toHex()});
    QCOMPARE(received.header("authorization"), again.constLast().second);

    const QByteArray message = seen->end().answer.error->message.toUtf8() + seen->end().answer.error->rawBody;
    for (const QByteArray &part : {id, secret, token})
        QVERIFY2(!message.contains(part), message.constData());
}

static const bool tstFallback = sb::testing::add<TstFallback>();

#include "tst_fallback.moc"
