#pragma once

#include "core/engine/engine.h"
#include "core/usage/register.h"
#include "tests/conformance/plain_call.h"
#include "tests/conformance/verdict.h"
#include "tests/tools/replay_server.h"

#include <QTemporaryDir>
#include <QTimer>

#include <map>
#include <memory>

namespace sb::testing {

/// Runs exchanges through the replay server, net/, dialects/ and engine/ with a register of its own, several at once,
/// and judges how each ends. What is no chat (embeddings, counts of tokens, lists of models) goes without the engine.
class ConformanceRun final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        quint64 seed = 1; ///< of the replay server's splits
        int atOnce = 16;
        std::chrono::milliseconds patience{60'000}; ///< with one exchange; then it counts as hanging
    };

    ConformanceRun(const QList<Exchange> &exchanges, const Options &options, QObject *parent = nullptr);
    ~ConformanceRun() override;

    void start();

signals:
    void finished(const QList<sb::testing::Verdict> &verdicts); ///< in the order of the exchanges
    void failed(const sb::Error &error); ///< nothing could be run

private:
    struct Running
    {
        std::unique_ptr<engine::RunHandle> handle = {}; ///< of a chat
        std::unique_ptr<PlainCall> call = {}; ///< of anything else
        std::unique_ptr<QTimer> patience = {};
    };

    void makeWorld(quint16 port);
    void beginWhenReady();
    void startMore();
    void run(qsizetype index);
    void runPlain(qsizetype index);
    void watch(qsizetype index, Running running);
    void end(qsizetype index, const QStringList &differences);

    QList<Exchange> m_exchanges;
    QList<Verdict> m_verdicts;
    Options m_options;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    usage::Register m_usage;
    net::HttpClient m_http;
    engine::Engine m_engine;
    ReplayServer *m_server; ///< lives on the network thread and is deleted there
    bool m_registerReady = false;
    bool m_serverReady = false;
    quint16 m_port = 0;
    qsizetype m_next = 0;
    std::map<qsizetype, Running> m_running; ///< ends before the engine
};

} // namespace sb::testing
