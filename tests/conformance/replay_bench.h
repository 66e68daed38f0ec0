#pragma once

#include "tests/tools/replay_profile.h"
#include "tests/tools/replay_server.h"

#include <QTemporaryDir>

#include <memory>

namespace sb::testing {

/// The recordings behind the chain "replay", served, and a new profile that points to them. The recordings are those of
/// SIGNALBOX_TRAFFIC and of constructed/ beside it, or our own fixtures in a clone without them.
class ReplayBench final : public QObject
{
    Q_OBJECT
public:
    ReplayBench();

    [[nodiscard]] const Error *error() const { return m_error ? &*m_error : nullptr; }
    [[nodiscard]] const ReplayChain &chain() const { return m_chain; }
    [[nodiscard]] QString profileRoot() const { return m_folder.filePath(QStringLiteral("profile")); }
    [[nodiscard]] QString answer() const { return m_chain.answering.expect["text"].toText(); }
    [[nodiscard]] const QList<QByteArray> &served() const { return m_served; }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    ReplayChain m_chain;
    std::unique_ptr<ReplayServer> m_server;
    QList<QByteArray> m_served;
    std::optional<Error> m_error;
};

} // namespace sb::testing
