#pragma once

#include "core/lab/replay.h"
#include "core/usage/records.h"

#include <QTemporaryDir>

namespace sb::testing {

/// A register in a folder of its own, written straight through, and replays of it on this thread's event loop.
class RecordRig
{
public:
    RecordRig();
    ~RecordRig();

    usage::RecordKey add(const usage::OpenRecord &opened, const usage::Settlement &settled,
                         std::optional<usage::Vote::Kind> vote = {});
    void vote(const usage::RecordKey &key, usage::Vote::Kind kind);
    /// Made-up traffic of a year and a half, see usage::Traffic.
    void addTraffic(qint64 requests, quint64 seed = 1);
    [[nodiscard]] QString path(); ///< with all that was added

private:
    struct Open;

    QTemporaryDir m_folder;
    std::unique_ptr<Open> m_open;
};

/// Runs it to its end. An error when it did not come within a minute.
[[nodiscard]] Result<lab::ReplayReport> replayed(const lab::ReplaySpec &spec);

/// Of the policy by which the made-up traffic went, over all of it.
[[nodiscard]] lab::ReplaySpec trafficSpec(RecordRig &rig);

/// Two offers of one model, east/fox and west/fox, and one of another, north/owl; a request that is planned among them
/// and answered as is told.
struct SmallWorld
{
    SmallWorld();

    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints; ///< east/fox, west/fox, north/owl
    routing::Chain chain; ///< named "line", of east/fox alone

    [[nodiscard]] catalog::Catalog catalog() const { return {providers, endpoints}; }
    [[nodiscard]] catalog::Endpoint &endpoint(const QString &id);
    /// A chain of these endpoints, each in a step of its own, with the name "line" and a later version.
    [[nodiscard]] routing::Chain chainOf(const QStringList &endpointIds) const;
    /// Replays `chain` over all that went by "line".
    [[nodiscard]] lab::ReplaySpec specOf(RecordRig &rig, const routing::Chain &replayed) const;
};

/// One request, with what it has at first; add() records it as a run would.
struct Sent
{
    QString endpoint = QStringLiteral("east/fox"); ///< who answers
    QString model = QStringLiteral("chain/line");
    QString chain = QStringLiteral("line");
    QString client = QStringLiteral("ask");
    QString session = {};
    WallTime at = fromMilliseconds(1'767'268'800'000); ///< noon of 2026-01-01 UTC
    chat::TokenClasses tokens = {.freshInput = 1'000, .visibleOutput = 100};
    bool tokensEstimated = false;
    routing::EndState end = routing::EndState::Complete;
    std::chrono::milliseconds firstContent{400};
    std::chrono::milliseconds latency{2'000};
    std::optional<NanoDollars> cost = {}; ///< nullopt: as the endpoint's price says
    routing::RequestOutline outline = {.text = 4'000, .mostInput = 4'100, .likelyInput = 1'400};
    bool keepsOutline = true; ///< false: as records of before that were
    Json policy = {}; ///< what one decided; null: none was asked
    QList<std::pair<QString, double>> picks = {}; ///< endpoints and their probabilities; empty: the one alone
    Json body = {}; ///< null: not on record
    std::optional<usage::Vote::Kind> vote = {};
    int chainVersion = 1;
};
usage::RecordKey add(RecordRig &rig, const SmallWorld &world, const Sent &sent);

} // namespace sb::testing
