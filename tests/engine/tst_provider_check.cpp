#include "tests/engine/bench.h"
#include "tests/engine/list_server.h"
#include "tests/engine/scripted_server.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using namespace sb::testing;
using Outcome = ProviderCheck::Outcome;

namespace {

constexpr auto Key = "sk-canary-0123456789abcdef";
constexpr auto List = R"({"object":"list","data":[{"id":"m-1"},{"id":"m-2"}]})";

catalog::Provider providerAt(const QUrl &url)
{
    return {.id = u"x"_s, .name = u"Example"_s, .baseUrl = url};
}

} // namespace

class TstProviderCheck : public QObject
{
    Q_OBJECT
private slots:
    void aKeyThatOpensTheListIsProven();
    void aListForEverybodyDoesNotProveTheKey();
    void anAddressForKeysTellsWhatAPublicListDoesNot();
    void aProviderWithoutAListIsNotAtTheWrongAddress();
    void everyAnswerIsToldInASentence_data();
    void everyAnswerIsToldInASentence();
    void nobodyAtTheAddressIsTold();
    void aServerWithoutTlsIsTold();
    void silenceEndsAtThePatience();
    void aListThatIsCutIsNoShortList();
    void aKeyIsNotSentInTheClearToAnotherMachine();
    void aKeyIsNotSentToAListAtAnotherHost();
    void theKeyIsNeverInTheSentence();
    void cancellingGivesTheRequestUpAndSaysNothing();
    void aRefusedKeyInUseIsSkippedByRequestsUntilItIsAccepted();
    void aKeyThatIsOnlyTriedOutDoesNotMarkTheOneInUse();
    void anEngineThatIsDestroyedGivesChecksUp();

private:
    static ProviderCheck check(const CheckSpec &spec);
};

ProviderCheck TstProviderCheck::check(const CheckSpec &spec)
{
    Bench bench({});
    QSignalSpy checked(bench.engine.get(), &Engine::providerChecked);
    const CheckId id = bench.engine->checkProvider(spec);
    if (!QTest::qWaitFor([&] { return checked.count() == 1; }))
        return {};
    return checked.at(0).at(0).value<CheckId>() == id ? checked.at(0).at(1).value<ProviderCheck>() : ProviderCheck{};
}

void TstProviderCheck::aKeyThatOpensTheListIsProven()
{
    ListServer server({{"/v1/models", {.body = List, .key = Key}}});
    const ProviderCheck answer = check({.provider = providerAt(server.url(u"/v1"_s)), .key = Key});
    QCOMPARE(answer.outcome, Outcome::Good);
    QVERIFY(answer.keyProven);
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(answer.models.size(), 2);
    QCOMPARE(answer.models.at(1).upstreamModel, u"m-2"_s);
    QVERIFY(answer.latency.count() >= 0);
    QVERIFY(answer.at > WallTime{});
    QCOMPARE(answer.sentence, u"Example accepted the key and lists 2 model(s)."_s);
    for (const listen::Request &request : server.received()) {
        QCOMPARE(request.method, QByteArray("GET"));
        QVERIFY(request.body.isEmpty());
    }
}

void TstProviderCheck::aListForEverybodyDoesNotProveTheKey()
{
    ListServer server({{"/v1/models", {.body = List}}});
    const ProviderCheck answer = check({.provider = providerAt(server.url(u"/v1"_s)), .key = Key});
    QCOMPARE(answer.outcome, Outcome::Good);
    QVERIFY(!answer.keyProven);
    QVERIFY2(answer.sentence.contains(u"does not prove the key"_s), qPrintable(answer.sentence));
}

void TstProviderCheck::anAddressForKeysTellsWhatAPublicListDoesNot()
{
    ListServer server({{"/v1/models", {.body = List}}, {"/v1/key", {.body = "{}", .key = Key}}});
    catalog::Provider provider = providerAt(server.url(u"/v1"_s));
    provider.keyCheck = u"/key"_s;
    const ProviderCheck good = check({.provider = provider, .key = Key});
    QCOMPARE(good.outcome, Outcome::Good);
    QVERIFY(good.keyProven);
    const ProviderCheck wrong = check({.provider = provider, .key = "sk-another-key"});
    QCOMPARE(wrong.outcome, Outcome::KeyRefused);
    QCOMPARE(wrong.models.size(), 2);
}

void TstProviderCheck::aProviderWithoutAListIsNotAtTheWrongAddress()
{
    ListServer server({{"/v1/chat/completions", {.body = "{}"}}});
    catalog::Provider provider = providerAt(server.url(u"/v1"_s));
    provider.listsModels = false;
    const ProviderCheck answer = check({.provider = provider, .key = Key});
    QCOMPARE(answer.outcome, Outcome::Good);
    QVERIFY(!answer.keyProven);
    QVERIFY2(answer.sentence.contains(u"no list of models"_s), qPrintable(answer.sentence));

    ListServer proving({{"/v1/key", {.body = "{}", .key = Key}}});
    provider.baseUrl = proving.url(u"/v1"_s);
    provider.keyCheck = u"/key"_s;
    const ProviderCheck proven = check({.provider = provider, .key = Key});
    QVERIFY(proven.keyProven);
    QCOMPARE(proven.sentence, u"Example accepted the key. It has no list of models."_s);
    QCOMPARE(check({.provider = provider, .key = "sk-another-key"}).outcome, Outcome::KeyRefused);

    provider.keyCheck.clear();
    ListServer strict({{"/v1/models", {.status = 401, .body = "{}"}}});
    provider.baseUrl = strict.url(u"/v1"_s);
    QCOMPARE(check({.provider = provider, .key = Key}).outcome, Outcome::KeyRefused);
}

void TstProviderCheck::everyAnswerIsToldInASentence_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("says");
    const QByteArray json = "application/json";
    const QByteArray none;
    const QByteArray key = Key;
    const auto row = [](const char *name, int status, QByteArray type, QByteArray body, QByteArray sent,
                        Outcome outcome,
                        QString says) { QTest::newRow(name) << status << type << body << sent << outcome << says; };
    row("a wrong key", 401, json, R"({"error":{"message":"No such key."}})", key, Outcome::KeyRefused,
        u"Example refused the key (401). It says: No such key."_s);
    row("no key where one is wanted", 401, json, R"({"error":{"message":"Missing."}})", none, Outcome::KeyMissing,
        u"wants a key"_s);
    row("a key that may not", 403, json, R"({"error":{"message":"Region."}})", key, Outcome::NotPermitted, u"403"_s);
    row("no credit", 402, json, "{}", key, Outcome::NotPermitted, u"no credit"_s);
    row("Google's way to refuse a key", 400, json,
        R"({"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT",)"
        R"("details":[{"reason":"API_KEY_INVALID"}]}})",
        key, Outcome::KeyRefused, u"refused the key"_s);
    row("a wrong path", 404, "text/plain", "nothing here", key, Outcome::WrongPath, u"Check the base URL"_s);
    row("a web page", 200, "text/html", "<!doctype html><title>Hi</title>", key, Outcome::NotAnApi, u"web page"_s);
    row("another API", 200, json, R"({"hello":"world"})", none, Outcome::NotAnApi, u"no list of models"_s);
    row("too many requests", 429, json, "{}", key, Outcome::Failed, u"429"_s);
    row("a server in trouble", 503, "text/html", "<html>down</html>", key, Outcome::Failed, u"503"_s);
    row("no key needed", 200, json, List, none, Outcome::Good, u"No key is needed"_s);
}

void TstProviderCheck::everyAnswerIsToldInASentence()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, key);
    QFETCH(Outcome, outcome);
    QFETCH(QString, says);
    ListServer server({{"/v1/models", {.status = status, .body = body, .contentType = type}}});
    const ProviderCheck answer = check({.provider = providerAt(server.url(u"/v1"_s)), .key = key});
    QCOMPARE(answer.outcome, outcome);
    QCOMPARE(answer.httpStatus, status);
    QVERIFY2(answer.sentence.contains(says), qPrintable(answer.sentence));
    QVERIFY2(answer.sentence.endsWith(u'.'), qPrintable(answer.sentence));
}

void TstProviderCheck::nobodyAtTheAddressIsTold()
{
    const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
    const ProviderCheck answer = check({.provider = providerAt(url)});
    QCOMPARE(answer.outcome, Outcome::NotReachable);
    QVERIFY(!answer.reachable());
    QVERIFY2(answer.sentence.startsWith(u"Nothing listens at 127.0.0.1"_s), qPrintable(answer.sentence));
}

void TstProviderCheck::aServerWithoutTlsIsTold()
{
    ListServer server;
    QUrl url = server.url(u"/v1"_s);
    url.setScheme(u"https"_s);
    const ProviderCheck answer = check({.provider = providerAt(url), .key = Key});
    QCOMPARE(answer.outcome, Outcome::NotReachable);
    QVERIFY2(answer.sentence.contains(u"TLS"_s), qPrintable(answer.sentence));
}

void TstProviderCheck::silenceEndsAtThePatience()
{
    ListServer server;
    server.setSilent(true);
    const ProviderCheck answer =
        check({.provider = providerAt(server.url(u"/v1"_s)), .patience = std::chrono::milliseconds{50}});
    QCOMPARE(answer.outcome, Outcome::NotReachable);
    QVERIFY2(answer.sentence.contains(u"did not begin to answer"_s), qPrintable(answer.sentence));
}

void TstProviderCheck::aListThatIsCutIsNoShortList()
{
    testing::ScriptedServer server;
    server.script(u"v1"_s, {{.contentType = "application/json", .body = List, .then = testing::Script::Then::Abort}});
    for (int i = 0; i < 10; ++i) {
        const ProviderCheck answer = check({.provider = providerAt(server.baseUrl(u"v1"_s)), .key = Key});
        QVERIFY(answer.outcome != Outcome::Good); // although what came can be read as a list
        QVERIFY(answer.models.isEmpty());
        QVERIFY2(answer.sentence.contains(u"in the middle of the answer"_s), qPrintable(answer.sentence));
    }
}

void TstProviderCheck::aKeyIsNotSentInTheClearToAnotherMachine()
{
    // An address that is reserved for documentation: were it asked, the outcome would be another one.
    const ProviderCheck answer = check({.provider = providerAt(QUrl(u"http://192.0.2.1/v1"_s)), .key = Key});
    QCOMPARE(answer.outcome, Outcome::KeyNotSent);
    QCOMPARE(answer.httpStatus, 0);
}

void TstProviderCheck::aKeyIsNotSentToAListAtAnotherHost()
{
    catalog::Provider bedrock = providerAt(QUrl(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s));
    bedrock.dialect = catalog::DialectId::BedrockConverse;
    bedrock.auth = catalog::Provider::Auth::AwsSigV4;
    const ProviderCheck answer = check({.provider = bedrock, .key = "ABSKcanary0123456789"});
    QCOMPARE(answer.outcome, Outcome::KeyNotSent);
    QCOMPARE(answer.httpStatus, 0);
    QVERIFY2(answer.sentence.contains(u"bedrock.us-east-1.amazonaws.com"_s), qPrintable(answer.sentence));
}

void TstProviderCheck::theKeyIsNeverInTheSentence()
{
    ListServer server({{"/v1/models", {.body = List, .key = "another"}}}); // repeats what it was sent
    const ProviderCheck answer = check({.provider = providerAt(server.url(u"/v1"_s)), .key = Key});
    QCOMPARE(answer.outcome, Outcome::KeyRefused);
    QVERIFY2(answer.sentence.contains(u"Incorrect API key"_s), qPrintable(answer.sentence));
    QVERIFY2(!answer.sentence.contains(QString::fromLatin1(Key)), qPrintable(answer.sentence));
}

void TstProviderCheck::cancellingGivesTheRequestUpAndSaysNothing()
{
    Bench bench({});
    ListServer server;
    server.setSilent(true);
    QSignalSpy checked(bench.engine.get(), &Engine::providerChecked);
    const CheckId id = bench.engine->checkProvider({.provider = providerAt(server.url(u"/v1"_s))});
    QTRY_COMPARE(server.received().size(), 1);
    bench.engine->cancelCheck(id);
    QTRY_COMPARE(server.left(), 1);
    QCOMPARE(checked.count(), 0);
}

void TstProviderCheck::aRefusedKeyInUseIsSkippedByRequestsUntilItIsAccepted()
{
    Bench bench({});
    ListServer server({{"/v1/models", {.body = List, .key = "another"}}});
    const catalog::Provider provider = providerAt(server.url(u"/v1"_s));
    bench.world.catalog = catalog::Catalog({provider}, {});
    bench.world.keys.set(u"x"_s, {.value = Key, .origin = secrets::originOf(provider.baseUrl)});
    bench.engine->setWorld(bench.world);
    QSignalSpy rejected(bench.engine.get(), &Engine::rejectedKeysChanged);
    (void)bench.engine->checkProvider({.provider = provider, .key = Key});
    QTRY_COMPARE(rejected.count(), 1);
    QCOMPARE(rejected.at(0).at(0).value<QSet<QString>>(), QSet<QString>{u"x"_s});

    server.set("/v1/models", {.body = List, .key = Key});
    (void)bench.engine->checkProvider({.provider = provider, .key = Key});
    QTRY_COMPARE(rejected.count(), 2);
    QCOMPARE(rejected.at(1).at(0).value<QSet<QString>>(), QSet<QString>{});
}

void TstProviderCheck::aKeyThatIsOnlyTriedOutDoesNotMarkTheOneInUse()
{
    Bench bench({});
    ListServer server({{"/v1/models", {.body = List, .key = Key}}});
    const catalog::Provider provider = providerAt(server.url(u"/v1"_s));
    bench.world.catalog = catalog::Catalog({provider}, {});
    bench.world.keys.set(u"x"_s, {.value = Key, .origin = secrets::originOf(provider.baseUrl)});
    bench.engine->setWorld(bench.world);
    QSignalSpy checked(bench.engine.get(), &Engine::providerChecked);
    QSignalSpy rejected(bench.engine.get(), &Engine::rejectedKeysChanged);
    (void)bench.engine->checkProvider({.provider = provider, .key = "sk-typed-wrong"});
    QTRY_COMPARE(checked.count(), 1);
    QCOMPARE(checked.at(0).at(1).value<ProviderCheck>().outcome, Outcome::KeyRefused);
    QCOMPARE(rejected.count(), 0);
}

void TstProviderCheck::anEngineThatIsDestroyedGivesChecksUp()
{
    ListServer server;
    server.setSilent(true);
    {
        Bench bench({});
        (void)bench.engine->checkProvider({.provider = providerAt(server.url(u"/v1"_s))});
        QTRY_COMPARE(server.received().size(), 1);
    }
    QTRY_COMPARE(server.left(), 1);
}

static const bool tstProviderCheck = sb::testing::add<TstProviderCheck>();

#include "tst_provider_check.moc"
