// bench-attempt: what one request through the engine takes on top of the same exchange by a plain
// QNetworkAccessManager, against a server on loopback. One JSON line a figure.
#include "tests/benchmarks/figures.h"
#include "tests/engine/bench.h"

#include "core/net/http_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::bench;

namespace {

constexpr int WarmUp = 100;
constexpr int Runs = 1'500;
constexpr auto Name = "a"_L1;
constexpr const char *Body = R"({"model":"m","messages":[{"role":"user","content":"How does a signal box work?"}],)"
                             R"("max_tokens":1000,"stream":true,"stream_options":{"include_usage":true}})";

template <typename Done>
void spinUntil(Done done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Times on the clock, and the CPU time of all threads in between; the server is in both ways the same.
struct Times
{
    std::vector<double> wall = {};
    std::vector<double> cpu = {};

    template <typename Work>
    void measure(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        const double start = processMicroseconds();
        work();
        wall.push_back(double(timer.nsecsElapsed()) / 1'000);
        cpu.push_back(processMicroseconds() - start);
    }
};

class Caller
{
public:
    Caller()
    {
        m_bench.server.script(Name, {testing::answering(u"Levers set the points and signals of a line."_s)});
        spinUntil([this] { return m_bench.isReady(); });
    }

    /// As short as it can be written.
    void plain()
    {
        QNetworkRequest request(url());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        QNetworkReply *reply = m_manager.post(request, QByteArray(Body));
        spinUntil([reply] { return reply->isFinished(); });
        if (reply->readAll().isEmpty())
            qFatal("no answer");
        delete reply;
    }
    void throughNet()
    {
        const auto call = m_http.send(
            {.url = url(), .headers = {{"content-type", "application/json"}}, .body = QByteArray(Body)}, {});
        bool ended = false;
        QObject::connect(call.get(), &net::HttpCall::ended, call.get(), [&ended] { ended = true; });
        spinUntil([&ended] { return ended; });
    }
    void throughEngine()
    {
        const auto observer = m_bench.run();
        spinUntil([&observer] { return observer->isOver(); });
        if (!observer->end().recorded)
            qFatal("not recorded");
    }

private:
    [[nodiscard]] QUrl url() const { return QUrl(m_bench.server.baseUrl(Name).toString() + u"/chat/completions"_s); }

    SystemClock m_clock;
    testing::Bench m_bench{{Name}};
    QNetworkAccessManager m_manager;
    net::HttpClient m_http{m_clock};
};

void reportDifference(const QByteArray &name, const Times &times, const Times &plain, const QByteArray &includes)
{
    for (const auto &[suffix, p] : {std::pair("_p50", 0.5), std::pair("_p99", 0.99)}) {
        report(name + suffix, quantile(times.wall, p) - quantile(plain.wall, p), "us",
               withLoad(includes + ", over the plain call"));
    }
    report(name + "_cpu", quantile(times.cpu, 0.5) - quantile(plain.cpu, 0.5), "us of CPU",
           includes + ", over the plain call; all threads, median");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Caller caller;
    Times plain;
    Times net;
    Times engine;
    for (int run = 0; run < WarmUp + Runs; ++run) { // by turns: what disturbs one disturbs all
        if (run == WarmUp)
            plain = net = engine = {};
        plain.measure([&caller] { caller.plain(); });
        net.measure([&caller] { caller.throughNet(); });
        engine.measure([&caller] { caller.throughEngine(); });
    }
    const QByteArray exchange = "a streamed answer of six events from loopback, server included";
    report("attempt.plain_p50", quantile(plain.wall, 0.5), "us", withLoad("QNetworkAccessManager: " + exchange));
    report("attempt.plain_p99", quantile(plain.wall, 0.99), "us", withLoad("QNetworkAccessManager: " + exchange));
    report("attempt.plain_cpu", quantile(plain.cpu, 0.5), "us of CPU", "QNetworkAccessManager: " + exchange);
    reportDifference("attempt.net_added", net, plain, "net: the client with its clocks and guards");
    reportDifference("attempt.engine_added", engine, plain,
                     "engine: plan, open row, encode, send, decode, settle; both commits");
    return 0;
}
