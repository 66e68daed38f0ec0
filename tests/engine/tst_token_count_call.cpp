#include "core/engine/token_count.h"

#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

Script counting(const QByteArray &member, int tokens)
{
    return {.contentType = "application/json", .body = "{\"" + member + "\":" + QByteArray::number(tokens) + '}'};
}

/// What was counted, by the check that asked for it.
class Counter final : public QObject
{
public:
    explicit Counter(engine::Engine &engine)
        : m_engine(engine)
    {
        connect(&engine, &engine::Engine::tokensCounted, this,
                [this](engine::CheckId id, const engine::TokenCount &count) { m_counts.insert(id, count); });
    }

    engine::CheckId ask(const engine::RunSpec &spec) { return m_engine.countTokens(spec); }
    [[nodiscard]] bool has(engine::CheckId id) const { return m_counts.contains(id); }
    [[nodiscard]] engine::TokenCount of(engine::CheckId id) const { return m_counts.value(id); }

private:
    engine::Engine &m_engine;
    QHash<engine::CheckId, engine::TokenCount> m_counts;
};

engine::RunSpec countedPrompt()
{
    engine::RunSpec spec;
    spec.request.model = u"test/model"_s;
    spec.request.messages.append(chat::Message::make(chat::Role::User, u"How many?"_s)); // 9 bytes
    return spec;
}

} // namespace

/// Counts over real sockets.
class TstTokenCountCall : public QObject
{
    Q_OBJECT
private slots:
    void aProviderThatCountsIsAskedAndNothingIsRecorded();
    void whereNobodyCountsItIsEstimated();
    void itIsTriedAgainAndThenAskedElsewhere();
    void aKeyThatIsRefusedIsFollowedByTheNext();
    void anErrorIsSaid();
    void whoHasNoKeyIsNotAsked();
    void cancellingClosesTheUpstream();
    void aBudgetThatIsUsedUpDoesNotMatter();
};

void TstTokenCountCall::aProviderThatCountsIsAskedAndNothingIsRecorded()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.provider(u"b"_s).dialect = catalog::DialectId::AnthropicMessages;
    bench.useWorld();
    bench.server.script(u"b"_s, {counting("input_tokens", 12)});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY(counter.has(id));
    QCOMPARE(counter.of(id).tokens, 12);
    QVERIFY(!counter.of(id).estimated);
    QCOMPARE(counter.of(id).endpointId, u"b/m"_s);
    QCOMPARE(bench.server.received(u"b"_s).value(0).path, QByteArray("/b/messages/count_tokens"));
    QVERIFY(bench.server.received(u"a"_s).isEmpty());

    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().key->seq, 1); // no row before it
}

void TstTokenCountCall::whereNobodyCountsItIsEstimated()
{
    Bench bench({u"a"_s});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY(counter.has(id));
    QCOMPARE(counter.of(id).tokens, 3);
    QVERIFY(counter.of(id).estimated);
    QCOMPARE(counter.of(id).endpointId, u"a/m"_s);
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstTokenCountCall::itIsTriedAgainAndThenAskedElsewhere()
{
    Bench bench({u"a"_s, u"b"_s});
    for (const QString &name : {u"a"_s, u"b"_s})
        bench.provider(name).dialect = catalog::DialectId::AnthropicMessages;
    bench.useWorld();
    const Script wait = refusing(429, "rate_limit_error", {{"retry-after", "0"}});
    bench.server.script(u"a"_s, {wait, wait});
    bench.server.script(u"b"_s, {counting("input_tokens", 5)});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY_WITH_TIMEOUT(counter.has(id), 15'000);
    QCOMPARE(counter.of(id).tokens, 5);
    QVERIFY(!counter.of(id).error);
    QCOMPARE(bench.server.received(u"a"_s).size(), 2);
}

void TstTokenCountCall::aKeyThatIsRefusedIsFollowedByTheNext()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).dialect = catalog::DialectId::AnthropicMessages;
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::XApiKey;
    for (const auto &[id, value] : {std::pair(u""_s, "key-one"), std::pair(u"k2"_s, "key-two")})
        bench.world.keys.set(u"a"_s,
                             {.value = value, .origin = secrets::originOf(bench.server.baseUrl(u"a"_s)), .id = id});
    bench.useWorld();
    bench.server.script(u"a"_s, {refusing(401, "authentication_error"), counting("input_tokens", 7)});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY(counter.has(id));
    QCOMPARE(counter.of(id).tokens, 7);
    QCOMPARE(bench.server.received(u"a"_s).value(0).header("x-api-key"), QByteArray("key-one"));
    QCOMPARE(bench.server.received(u"a"_s).value(1).header("x-api-key"), QByteArray("key-two"));
}

void TstTokenCountCall::anErrorIsSaid()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).dialect = catalog::DialectId::AnthropicMessages;
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::XApiKey;
    bench.world.keys.set(u"a"_s, {.value = "sk-wrong-key", .origin = secrets::originOf(bench.server.baseUrl(u"a"_s))});
    bench.useWorld();
    bench.server.script(u"a"_s,
                        {{.status = 401,
                          .contentType = "application/json",
                          .body = R"({"error":{"message":"no sk-wrong-key","type":"authentication_error"}})"}});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY(counter.has(id));
    QVERIFY(!counter.of(id).tokens);
    QVERIFY(counter.of(id).error);
    QCOMPARE(counter.of(id).error->type, chat::ErrorType::Authentication);
    const QString said = counter.of(id).error->message;
    QVERIFY2(said.contains(u"refused the key"_s) && !said.contains(u"sk-wrong-key"_s), qPrintable(said));
}

void TstTokenCountCall::whoHasNoKeyIsNotAsked()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).dialect = catalog::DialectId::AnthropicMessages;
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::XApiKey;
    bench.useWorld();
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY(counter.has(id));
    QVERIFY(counter.of(id).refusal);
    QVERIFY(counter.of(id).refusal->message.contains(u"There is no key for a."_s));
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstTokenCountCall::cancellingClosesTheUpstream()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).dialect = catalog::DialectId::AnthropicMessages;
    bench.useWorld();
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Hang}});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_COMPARE(bench.server.received(u"a"_s).size(), 1);
    bench.engine->cancelCheck(id);
    QTRY_COMPARE(bench.server.left(), 1);
    QVERIFY(!counter.has(id));
}

void TstTokenCountCall::aBudgetThatIsUsedUpDoesNotMatter()
{
    const budget::Limits limits{.daily = budget::Limit{.amount = {1}, .hard = true}};
    Bench bench({u"a"_s}, limits);
    bench.provider(u"a"_s).dialect = catalog::DialectId::GeminiGenerateContent;
    bench.world.limits = limits;
    bench.useWorld();
    bench.server.script(u"a"_s, {counting("totalTokens", 4)});
    Counter counter(*bench.engine);
    const engine::CheckId id = counter.ask(countedPrompt());
    QTRY_VERIFY(counter.has(id));
    QCOMPARE(counter.of(id).tokens, 4);
}

static const bool tstTokenCountCall = sb::testing::add<TstTokenCountCall>();

#include "tst_token_count_call.moc"
