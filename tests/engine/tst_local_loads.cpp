#include "core/engine/local_loads.h"

#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using namespace sb::testing;
using routing::LoadState;

namespace {

using Loads = QHash<QString, LoadState>;

ListAnswer loadAnswer(int status, const QByteArray &body)
{
    return {.head = {.status = status}, .body = body};
}

/// What the next request would be planned with.
std::optional<routing::Plan> plannedNow(Bench &bench)
{
    QSignalSpy planned(bench.engine.get(), &Engine::planned);
    bench.engine->dryRun(bench.spec());
    if (!QTest::qWaitFor([&] { return planned.size() == 1; }))
        return {};
    const auto plan = planned.at(0).at(1).value<Result<routing::Plan>>();
    return plan ? std::optional(*plan) : std::nullopt;
}

} // namespace

class TstLocalLoads : public QObject
{
    Q_OBJECT
private slots:
    void whatServersSayAboutTheirMemory_data();
    void whatServersSayAboutTheirMemory();
    void onlyServersThatAreKnownAreAsked();
    void afterAnAnswerTheServerIsAskedAndThePlanKnows();
    void aServerThatDoesNotAnswerLeavesNothingKnown();
};

// Written from the servers' documentation.
void TstLocalLoads::whatServersSayAboutTheirMemory_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QList<ListAnswer>>("answers");
    QTest::addColumn<Loads>("loads");
    const auto both = [](LoadState a, LoadState b) { return Loads{{u"p/a"_s, a}, {u"p/b"_s, b}}; };
    QTest::newRow("Ollama with one") << u"ollama"_s
                                     << QList{loadAnswer(200, R"({"models":[{"name":"a:latest","model":"a:latest"}]})")}
                                     << both(LoadState::Warm, LoadState::NotLoaded);
    QTest::newRow("Ollama with none") << u"ollama"_s << QList{loadAnswer(200, R"({"models":[]})")}
                                      << both(LoadState::NotLoaded, LoadState::NotLoaded);
    QTest::newRow("Ollama, something else") << u"ollama"_s << QList{loadAnswer(200, R"({"hello":1})")} << Loads{};
    QTest::newRow("Ollama, not there") << u"ollama"_s << QList{loadAnswer(404, "")} << Loads{};
    QTest::newRow("LM Studio") << u"lmstudio"_s
                               << QList{loadAnswer(
                                      200, R"({"data":[{"id":"a","state":"loaded"},{"id":"b","state":"not-loaded"}]})")}
                               << both(LoadState::Warm, LoadState::NotLoaded);
    QTest::newRow("LM Studio knows one only")
        << u"lmstudio"_s << QList{loadAnswer(200, R"({"data":[{"id":"a","state":"loading"}]})")}
        << Loads{{u"p/a"_s, LoadState::Loading}};
    QTest::newRow("LM Studio without the path")
        << u"lmstudio"_s << QList{loadAnswer(200, R"({"error":"Unexpected endpoint"})")} << Loads{};
    const ListAnswer healthy = loadAnswer(200, R"({"status":"ok"})");
    QTest::newRow("llama.cpp, healthy") << u"llama-cpp"_s << QList{healthy, loadAnswer(200, R"({"data":[{"id":"a"}]})")}
                                        << both(LoadState::Warm, LoadState::Warm);
    QTest::newRow("llama.cpp, loading") << u"llama-cpp"_s
                                        << QList{loadAnswer(503, R"({"error":{"code":503,"message":"Loading model"}})")}
                                        << both(LoadState::Loading, LoadState::Loading);
    QTest::newRow("llama.cpp with several models")
        << u"llama-cpp"_s << QList{healthy, loadAnswer(200, R"({"data":[{"id":"a","status":{"value":"loaded"}},
                                                      {"id":"b","status":{"value":"unloaded"}}]})")}
        << both(LoadState::Warm, LoadState::NotLoaded);
    QTest::newRow("llama.cpp, half an answer") << u"llama-cpp"_s << QList{healthy} << Loads{};
    QTest::newRow("no answer") << u"ollama"_s << QList<ListAnswer>{} << Loads{};
}

void TstLocalLoads::whatServersSayAboutTheirMemory()
{
    QFETCH(QString, provider);
    QFETCH(QList<ListAnswer>, answers);
    const catalog::Provider server{.id = provider, .local = true};
    const catalog::Catalog catalog({server},
                                   {{.id = u"p/a"_s, .providerId = provider, .upstreamModel = u"a"_s},
                                    {.id = u"p/b"_s, .providerId = provider, .upstreamModel = u"b"_s}});
    QTEST(readLoads(server, catalog, answers), "loads");
}

void TstLocalLoads::onlyServersThatAreKnownAreAsked()
{
    const QUrl base(u"http://127.0.0.1:11434/v1"_s);
    const auto urls = [&base](const QString &id, bool local) {
        QStringList asked;
        for (const QUrl &url : loadQueries({.id = id, .baseUrl = base, .local = local}))
            asked.append(url.toString());
        return asked;
    };
    QCOMPARE(urls(u"ollama"_s, true), QStringList{u"http://127.0.0.1:11434/api/ps"_s});
    QCOMPARE(urls(u"lmstudio"_s, true), QStringList{u"http://127.0.0.1:11434/api/v0/models"_s});
    QCOMPARE(urls(u"llama-cpp"_s, true),
             (QStringList{u"http://127.0.0.1:11434/health"_s, u"http://127.0.0.1:11434/v1/models"_s}));
    QVERIFY(urls(u"vllm"_s, true).isEmpty());
    QVERIFY(urls(u"ollama-cloud"_s, false).isEmpty());
}

void TstLocalLoads::afterAnAnswerTheServerIsAskedAndThePlanKnows()
{
    Bench bench({u"ollama"_s});
    bench.provider(u"ollama"_s).local = true;
    bench.useWorld();
    bench.server.script(u"ollama"_s, {answering(u"Here."_s)});
    bench.server.script(u"api"_s, {{.contentType = "application/json", .body = R"({"models":[]})"}});
    QTRY_VERIFY(bench.isReady());
    QVERIFY(plannedNow(bench) && !plannedNow(bench)->candidates.constFirst().load);

    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QTRY_COMPARE(bench.server.received(u"api"_s).size(), 1);
    QCOMPARE(bench.server.received(u"api"_s).constFirst().method, QByteArray("GET"));
    // It says that the model is gone again: that counts more than that it has just answered.
    const auto load = [&bench] {
        const auto plan = plannedNow(bench);
        return plan && !plan->candidates.isEmpty() ? plan->candidates.constFirst().load : std::nullopt;
    };
    QTRY_COMPARE(load(), std::optional(LoadState::NotLoaded));
    bench.chain.steps[0].clocks.coldLoad = std::chrono::milliseconds{0};
    QVERIFY(plannedNow(bench)->candidates.isEmpty());

    const auto again = bench.run(); // refused at once, and nobody is asked again so soon
    QTRY_VERIFY(again->isOver());
    QCOMPARE(bench.server.received(u"api"_s).size(), 1);
}

void TstLocalLoads::aServerThatDoesNotAnswerLeavesNothingKnown()
{
    Bench bench({u"ollama"_s});
    bench.provider(u"ollama"_s).local = true;
    bench.useWorld();
    bench.server.script(u"ollama"_s, {answering(u"Here."_s)});
    bench.server.script(u"api"_s, {{.status = 404, .contentType = "application/json", .body = "{}"}});
    QTRY_VERIFY(bench.isReady());
    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QTRY_COMPARE(bench.server.received(u"api"_s).size(), 1);
    // Known for having answered, as of any local server.
    QTRY_VERIFY(!plannedNow(bench)->candidates.constFirst().mayLoad);
}

static const bool tstLocalLoads = sb::testing::add<TstLocalLoads>();

#include "tst_local_loads.moc"
