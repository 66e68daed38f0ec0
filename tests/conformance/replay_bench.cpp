#include "tests/conformance/replay_bench.h"

#include "tests/testing/testing.h"

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

QStringList trafficPaths()
{
    const QString recorded = qEnvironmentVariable("SIGNALBOX_TRAFFIC");
    if (recorded.isEmpty())
        return {inSource(u"tests/fixtures/traffic"_s)};
    return {recorded, recorded + u"/../constructed/errors.jsonl"_s};
}

} // namespace

ReplayBench::ReplayBench()
{
    const Result<ReplayChain> chosen = chooseReplayChain(readExchanges(trafficPaths()).all);
    if (!chosen) {
        m_error = chosen.error();
        return;
    }
    m_chain = *chosen;
    m_server = std::make_unique<ReplayServer>(m_clock, QList{m_chain.overloaded, m_chain.limited, m_chain.answering},
                                              ReplayOptions{});
    connect(m_server.get(), &ReplayServer::served, this, [this](const QByteArray &id) { m_served.append(id); });
    connect(m_server.get(), &ReplayServer::listening, this, [this](const Result<quint16> &port) {
        const Result<void> written =
            port.and_then([this](quint16 number) { return writeReplayProfile(profileRoot(), m_chain, number); });
        if (!written)
            m_error = written.error();
    });
    m_server->start();
}

} // namespace sb::testing
