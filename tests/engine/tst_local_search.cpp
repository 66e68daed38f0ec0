#include "tests/engine/bench.h"
#include "tests/engine/list_server.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using namespace sb::testing;

using Answers = QHash<QByteArray, ListServer::Answer>;

class TstLocalSearch : public QObject
{
    Q_OBJECT
private slots:
    void aServerIsKnownByItsAnswers_data();
    void aServerIsKnownByItsAnswers();
    void allThatRunAreFoundInOrderWithTheirModels();
    void nobodyAndOthersAreNotFound();
    void onlyThisMachineIsAsked();
    void cancellingSaysNothing();

private:
    static QList<LocalServer> search(const QList<QUrl> &places);
};

QList<LocalServer> TstLocalSearch::search(const QList<QUrl> &places)
{
    Bench bench({});
    QSignalSpy found(bench.engine.get(), &Engine::localServersFound);
    (void)bench.engine->findLocalServers(places);
    if (!QTest::qWaitFor([&] { return found.count() == 1; }))
        return {{.kind = u"no answer"_s}};
    return found.at(0).at(1).value<QList<LocalServer>>();
}

// Written from the servers' documentation; each at a port that says nothing.
void TstLocalSearch::aServerIsKnownByItsAnswers_data()
{
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<QString>("kind");
    const auto owned = [](const QByteArray &owner) {
        return ListServer::Answer{.body = R"({"object":"list","data":[{"id":"m","owned_by":")" + owner + R"("}]})"};
    };
    const ListServer::Answer empty{.body = R"({"object":"list","data":[]})"};
    const ListServer::Answer version{.body = R"({"version":"0.12.3"})"};
    QTest::newRow("Ollama") << Answers{{"/v1/models", owned("library")}} << u"ollama"_s;
    QTest::newRow("Ollama with a model of another owner")
        << Answers{{"/v1/models", owned("somebody")}, {"/api/version", version}} << u"ollama"_s;
    QTest::newRow("Ollama without a model")
        << Answers{{"/v1/models", {.body = R"({"object":"list","data":null})"}}, {"/api/version", version}}
        << u"ollama"_s;
    QTest::newRow("LM Studio") << Answers{{"/v1/models", owned("organization_owner")}} << u"lmstudio"_s;
    QTest::newRow("LM Studio without a model")
        << Answers{{"/v1/models", empty},
                   {"/api/version", {.body = R"({"error":"Unexpected endpoint or method: GET /api/version"})"}},
                   {"/api/v0/models", empty}}
        << u"lmstudio"_s;
    QTest::newRow("llama.cpp") << Answers{{"/v1/models", owned("llamacpp")}} << u"llama-cpp"_s;
    QTest::newRow("llama.cpp by its Server header")
        << Answers{{"/v1/models", {.body = R"({"data":[{"id":"m"}]})", .headers = {{"server", "llama.cpp"}}}}}
        << u"llama-cpp"_s;
    QTest::newRow("vLLM") << Answers{{"/v1/models", owned("vllm")}} << u"vllm"_s;
    QTest::newRow("SGLang") << Answers{{"/v1/models", owned("sglang")}} << u"sglang"_s;
    QTest::newRow("KoboldCpp") << Answers{{"/v1/models", owned("koboldcpp")}} << u"koboldcpp"_s;
    QTest::newRow("Docker") << Answers{{"/v1/models", owned("docker")}} << u"docker-model-runner"_s;
    QTest::newRow("vLLM by its version") << Answers{{"/v1/models", empty}, {"/version", version}} << u"vllm"_s;
    QTest::newRow("another server in the same form") << Answers{{"/v1/models", owned("someone")}} << QString();
}

void TstLocalSearch::aServerIsKnownByItsAnswers()
{
    QFETCH(Answers, answers);
    QFETCH(QString, kind);
    ListServer server(answers);
    const QList<LocalServer> found = search({server.url(u"/v1"_s)});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().kind, kind);
    QCOMPARE(found.constFirst().baseUrl, server.url(u"/v1"_s));
}

void TstLocalSearch::allThatRunAreFoundInOrderWithTheirModels()
{
    ListServer first({{"/v1/models", {.body = R"({"data":[{"id":"qwen3:32b","owned_by":"library"},{"id":"phi"}]})"}}});
    ListServer second({{"/v1/models", {.body = R"({"data":[{"id":"x","owned_by":"vllm","max_model_len":8192}]})"}}});
    const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
    const QList<LocalServer> found = search({first.url(u"/v1"_s), nobody, second.url(u"/v1"_s), first.url(u"/v1"_s)});
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).kind, u"ollama"_s);
    QCOMPARE(found.at(0).models.size(), 2);
    QCOMPARE(found.at(0).models.at(1).upstreamModel, u"phi"_s);
    QCOMPARE(found.at(1).kind, u"vllm"_s);
    QCOMPARE(found.at(1).models.at(0).contextTokens, std::optional<qint64>(8192));
    QCOMPARE(first.received().size(), 1); // a place that is named twice is asked once
}

void TstLocalSearch::nobodyAndOthersAreNotFound()
{
    ListServer page({{"/v1/models", {.body = "<!doctype html>", .contentType = "text/html"}}});
    ListServer locked({{"/v1/models", {.body = "{}", .key = "secret"}}});
    ListServer other;
    const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(freePort()));
    QVERIFY(search({nobody, page.url(u"/v1"_s), locked.url(u"/v1"_s), other.url(u"/v1"_s)}).isEmpty());
    QVERIFY(search({}).isEmpty());
}

void TstLocalSearch::onlyThisMachineIsAsked()
{
    // Reserved for documentation: asking them would take until the patience ends.
    QVERIFY(search({QUrl(u"http://192.0.2.1/v1"_s), QUrl(u"https://api.example/v1"_s)}).isEmpty());
}

void TstLocalSearch::cancellingSaysNothing()
{
    Bench bench({});
    ListServer server;
    server.setSilent(true);
    QSignalSpy found(bench.engine.get(), &Engine::localServersFound);
    const CheckId id = bench.engine->findLocalServers({server.url(u"/v1"_s)});
    QTRY_COMPARE(server.received().size(), 1);
    bench.engine->cancelCheck(id);
    QTRY_COMPARE(server.left(), 1);
    QCOMPARE(found.count(), 0);
}

static const bool tstLocalSearch = sb::testing::add<TstLocalSearch>();

#include "tst_local_search.moc"
