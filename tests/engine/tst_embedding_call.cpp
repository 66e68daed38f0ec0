#include "core/engine/embedding_call.h"

#include "core/usage/queries.h"
#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;
using usage::CostKind;

namespace {

constexpr auto VectorModel = "test/model"_L1;

/// Two vectors of two numbers, for 1,000 tokens: a milli-dollar at the bench's price.
Script vectors()
{
    return {.contentType = "application/json",
            .body = R"({"object":"list","model":"m","data":[{"index":1,"embedding":[0.5,-0.25]},)"
                    R"({"index":0,"embedding":[1,0]}],"usage":{"prompt_tokens":1000,"total_tokens":1000}})"};
}

engine::RunSpec twoTexts(const QString &model = VectorModel)
{
    return engine::embeddingCall(
        {.model = model, .input = QStringList{u"A first text"_s, u"a second one"_s}, .dimensions = 2}, u"embed"_s);
}

std::unique_ptr<Observer> embed(Bench &bench, const engine::RunSpec &spec = twoTexts())
{
    return std::make_unique<Observer>(*bench.engine, spec);
}

QList<chat::Vector> expectedVectors()
{
    return {{1.0F, 0.0F}, {0.5F, -0.25F}};
}

} // namespace

/// Vectors over real sockets, with a real register.
class TstEmbeddingCall : public QObject
{
    Q_OBJECT
private slots:
    void vectorsComeAndAreRecordedWithTheirCost();
    void itIsTriedAgainWhereItWas_data();
    void itIsTriedAgainWhereItWas();
    void aWrongKeyEndsItAndNobodyElseIsAsked();
    void theSecondKeyOfTheProviderIsTaken();
    void cancellingClosesTheUpstreamAndPaysTheInput();
    void aBudgetRefusesBeforeAnythingIsSent_data();
    void aBudgetRefusesBeforeAnythingIsSent();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
    void aDryRunIsTheDecisionThatIsStored();
    void onlyEndpointsThatMakeVectorsAreAsked();
    void aModelThatNoListHasIsAskedByItsProvidersName();
    void aModelThatMakesVectorsOnlyAnswersNoPrompt();
    void nothingToEmbedIsRefused();
    void whatIsCountedAndKept();
};

void TstEmbeddingCall::vectorsComeAndAreRecordedWithTheirCost()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {vectors()});
    const auto seen = embed(bench);
    QTRY_VERIFY(seen->isOver());
    const engine::Ended &end = seen->end();
    QCOMPARE(end.end, EndState::Complete);
    QCOMPARE(end.vectors, expectedVectors());
    QCOMPARE(end.record.servedEndpoint, u"a/m"_s);
    QCOMPARE(end.record.tokens, (chat::TokenClasses{.freshInput = 1000}));
    QCOMPARE(end.record.cost, (usage::Cost{.kind = CostKind::Computed, .amount = NanoDollars{1'000'000}}));
    QVERIFY(end.recorded);
    const listen::Request sent = bench.server.received(u"a"_s).value(0);
    QCOMPARE(sent.path, QByteArray("/a/embeddings"));
    QCOMPARE(sent.body, QByteArray(R"({"model":"m","input":["A first text","a second one"],"dimensions":2})"));

    SystemClock clock;
    usage::Queries queries(bench.registerPath(), clock);
    std::optional<usage::RequestRecord> stored;
    connect(&queries, &usage::Queries::answered, this,
            [&stored](usage::Ticket, const Result<usage::QueryAnswer> &answer) {
                QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
                stored = std::get<usage::RequestRecord>(*answer);
            });
    queries.ask(usage::DetailQuery{.key = *end.key});
    QTRY_VERIFY(stored);
    QCOMPARE(stored->opened.client, u"embed"_s);
    QCOMPARE(stored->opened.requestedModel, VectorModel);
    QVERIFY(stored->opened.bound && stored->opened.bound->value > 0);
    QCOMPARE(stored->opened.request["input"].size(), 2);
    QCOMPARE(stored->settled.cost, end.record.cost);
    QCOMPARE(stored->settled.answer["vectors"].toInteger(), 2);
    QCOMPARE(stored->settled.answer["dimensions"].toInteger(), 2);
}

void TstEmbeddingCall::itIsTriedAgainWhereItWas_data()
{
    QTest::addColumn<Script>("first");
    QTest::addColumn<QString>("reason");
    QTest::newRow("429 with Retry-After")
        << refusing(429, "rate_limit_error", {{"retry-after", "0"}}) << u"retry_after_header"_s;
    QTest::newRow("503") << refusing(503, "overloaded_error") << u"retry_transient"_s;
}

void TstEmbeddingCall::itIsTriedAgainWhereItWas()
{
    QFETCH(Script, first);
    QFETCH(QString, reason);
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {first, vectors()});
    const auto seen = embed(bench);
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 15'000);
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->end().vectors, expectedVectors());
    QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, reason}));
    QCOMPARE(seen->end().record.cost.amount, std::optional(NanoDollars{1'000'000})); // the refusal cost nothing
    QVERIFY(bench.server.received(u"b"_s).isEmpty());
}

void TstEmbeddingCall::aWrongKeyEndsItAndNobodyElseIsAsked()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::Bearer;
    bench.world.keys.set(u"a"_s, {.value = "sk-wrong-key", .origin = secrets::originOf(bench.server.baseUrl(u"a"_s))});
    bench.useWorld();
    bench.server.script(u"a"_s,
                        {{.status = 401,
                          .contentType = "application/json",
                          .body = R"({"error":{"message":"no sk-wrong-key here","code":"invalid_api_key"}})"}});
    bench.server.script(u"b"_s, {vectors()});
    const auto seen = embed(bench);
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Failed);
    QCOMPARE(bench.server.received(u"a"_s).value(0).header("authorization"), QByteArray("Bearer sk-wrong-key"));
    const chat::ProviderError error = seen->end().answer.error.value_or(chat::ProviderError{});
    QCOMPARE(error.type, chat::ErrorType::Authentication);
    QVERIFY2(error.message.contains(u"refused the key"_s) && !error.message.contains(u"sk-wrong-key"_s),
             qPrintable(error.message));
    QVERIFY(seen->end().vectors.isEmpty());
    QCOMPARE(seen->end().record.cost.amount, std::optional(NanoDollars{0}));
    QVERIFY(bench.server.received(u"b"_s).isEmpty());
}

void TstEmbeddingCall::theSecondKeyOfTheProviderIsTaken()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::Bearer;
    for (const auto &[id, value] : {std::pair(u""_s, "key-one"), std::pair(u"k2"_s, "key-two")})
        bench.world.keys.set(u"a"_s,
                             {.value = value, .origin = secrets::originOf(bench.server.baseUrl(u"a"_s)), .id = id});
    bench.useWorld();
    bench.server.script(u"a"_s, {refusing(401, "invalid_api_key"), vectors()});
    const auto seen = embed(bench);
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(bench.server.received(u"a"_s).value(1).header("authorization"), QByteArray("Bearer key-two"));
}

void TstEmbeddingCall::cancellingClosesTheUpstreamAndPaysTheInput()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Hang}});
    const auto seen = embed(bench);
    QTRY_COMPARE(bench.server.received(u"a"_s).size(), 1);
    seen->handle->cancel();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Cancelled);
    QTRY_COMPARE(bench.server.left(), 1);
    QVERIFY(seen->end().recorded);
    QCOMPARE(seen->end().record.cost.kind, CostKind::Estimated); // whether it was worked on is not known
    QVERIFY(seen->end().record.cost.amount->value > 0);
}

void TstEmbeddingCall::aBudgetRefusesBeforeAnythingIsSent_data()
{
    QTest::addColumn<bool>("planKnows");
    QTest::addColumn<bool>("priced");
    QTest::newRow("by the plan") << true << true;
    QTest::newRow("by the register") << false << true;
    QTest::newRow("a price that is not known") << true << false;
}

void TstEmbeddingCall::aBudgetRefusesBeforeAnythingIsSent()
{
    QFETCH(bool, planKnows);
    QFETCH(bool, priced);
    const budget::Limits limits{.daily = budget::Limit{.amount = {1'000}, .hard = true}}; // a micro-dollar: one token
    Bench bench({u"a"_s}, limits);
    if (!priced)
        bench.endpoint(u"a"_s).price.reset();
    if (planKnows)
        bench.world.limits = limits;
    bench.useWorld();
    bench.server.script(u"a"_s, {vectors()});
    QTRY_VERIFY(bench.isReady());
    const auto seen = embed(bench);
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Failed);
    QVERIFY(seen->end().refusal);
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
    QVERIFY(!seen->end().key);
}

void TstEmbeddingCall::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<chat::ErrorType>("type");
    QTest::addColumn<bool>("paid");
    const auto whole = [](const QByteArray &body) { return Script{.contentType = "application/json", .body = body}; };
    QTest::newRow("a vector for one text of two")
        << whole(R"({"data":[{"index":0,"embedding":[1]}],"usage":{"prompt_tokens":5}})")
        << chat::ErrorType::InvalidResponse << true;
    QTest::newRow("no vectors") << whole(R"({"data":[]})") << chat::ErrorType::InvalidResponse << false;
    QTest::newRow("a web page") << Script{.contentType = "text/html", .body = "<html></html>"}
                                << chat::ErrorType::InvalidResponse << false;
    QTest::newRow("an error inside a good answer")
        << whole(R"({"error":{"message":"no","type":"invalid_request_error"}})") << chat::ErrorType::InvalidRequest
        << false;
    Script cut = vectors();
    cut.body.chop(40);
    cut.then = Script::Then::Abort;
    QTest::newRow("cut") << cut << chat::ErrorType::Cut << true;
}

void TstEmbeddingCall::whatIsNoAnswerIsAnError()
{
    QFETCH(Script, script);
    QFETCH(bool, paid);
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {script});
    engine::RunSpec spec = twoTexts();
    spec.chainValue->steps[0].retries = 0;
    const auto seen = embed(bench, spec);
    QTRY_VERIFY(seen->isOver());
    QVERIFY(seen->end().end != EndState::Complete);
    QVERIFY(seen->end().answer.error);
    QTEST(seen->end().answer.error->type, "type");
    QVERIFY(seen->end().vectors.isEmpty());
    QCOMPARE(seen->end().record.cost.amount->value > 0, paid);
}

void TstEmbeddingCall::aDryRunIsTheDecisionThatIsStored()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {vectors()});
    QList<QByteArray> plans;
    connect(bench.engine.get(), &engine::Engine::planned, this,
            [&plans](RequestId, const Result<routing::Plan> &plan) { plans.append(routing::toJson(*plan).dump()); });
    bench.engine->dryRun(twoTexts());
    const auto seen = embed(bench);
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(plans.value(0), seen->end().record.decision.dump());
}

void TstEmbeddingCall::onlyEndpointsThatMakeVectorsAreAsked()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.endpoint(u"b"_s).outputs = {.embeddings = true};
    bench.endpoint(u"b"_s).contextTokens = 1; // of each text by itself: for the provider to say
    bench.useWorld();
    bench.server.script(u"b"_s, {vectors()});
    const auto seen = embed(bench);
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().record.servedEndpoint, u"b/m"_s);
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstEmbeddingCall::aModelThatNoListHasIsAskedByItsProvidersName()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {vectors()});
    const auto seen = embed(bench, twoTexts(u"a/nomic/embed-text"_s));
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->end().record.servedEndpoint, u"a/nomic/embed-text"_s);
    QCOMPARE(seen->end().record.cost.kind, CostKind::Unpriced); // and not 0
    QVERIFY(bench.server.received(u"a"_s).value(0).body.contains(R"("model":"nomic/embed-text")"));

    const auto nobody = embed(bench, twoTexts(u"nobody/embed-text"_s));
    QTRY_VERIFY(nobody->isOver());
    QVERIFY(nobody->end().refusal);
    QVERIFY(nobody->end().refusal->message.contains(u"nobody/embed-text"_s));
}

void TstEmbeddingCall::aModelThatMakesVectorsOnlyAnswersNoPrompt()
{
    Bench bench({u"a"_s});
    bench.endpoint(u"a"_s).outputs = {.embeddings = true};
    bench.useWorld();
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QVERIFY(seen->end().refusal);
    QVERIFY2(seen->end().refusal->message.contains(u"makes vectors"_s), qPrintable(seen->end().refusal->message));
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstEmbeddingCall::nothingToEmbedIsRefused()
{
    Bench bench({u"a"_s});
    const auto seen = embed(bench, engine::embeddingCall({.model = VectorModel, .input = QStringList()}, u"embed"_s));
    QTRY_VERIFY(seen->isOver());
    QVERIFY(seen->end().refusal);
    QVERIFY(seen->end().refusal->message.startsWith(u"input: "_s));
}

void TstEmbeddingCall::whatIsCountedAndKept()
{
    // Tokens of the model's own are no text: planning counts them, and the record keeps them as they are.
    const chat::EmbeddingRequest tokens{.model = VectorModel,
                                        .input = QList<chat::TokenList>{{1, 2, 3}, {4}},
                                        .use = chat::EmbeddingUse::Query,
                                        .extra = Json(Json::Object{{"truncate", true}})};
    const engine::RunSpec spec = engine::embeddingCall(tokens, u"embed"_s);
    QCOMPARE(spec.request.messages.size(), 2);
    QCOMPARE(spec.request.messages.first().text().size(), 3);
    QCOMPARE(spec.request.maxTokens, 0);
    QCOMPARE(engine::embeddingBody(tokens).dump(),
             QByteArray(R"({"model":"test/model","input":[[1,2,3],[4]],"input_type":"query","truncate":true})"));
    QVERIFY(engine::vectorsBody({}, {}).isNull());
}

static const bool tstEmbeddingCall = sb::testing::add<TstEmbeddingCall>();

#include "tst_embedding_call.moc"
