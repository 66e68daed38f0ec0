#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/lab/replay_report.h"
#include "core/routing/classifier/classifier.h"
#include "core/routing/policy/policy.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace sb::lab {

/// What is replayed: a policy, a chain in the place of the one with its name, or both.
struct ReplaySpec
{
    QString registerPath = {}; ///< as usage::Register::ready() says
    std::optional<routing::Policy> policy = {}; ///< nullopt: each request takes the chain that it took
    std::optional<routing::Chain> chain = {}; ///< takes the place of the one of that name
    QList<routing::Chain> chains = {}; ///< of the profile
    std::optional<routing::Policy> inUse = {}; ///< whose preferences hold where a chain is replayed alone
    /// Versions that may be on record, of the profile's policies: whether what was asked of endpoints has changed.
    QList<routing::Policy> knownPolicies = {};
    catalog::Catalog catalog = {};
    std::optional<QSet<QString>> usableProviders = {}; ///< who has a key; nullopt: as if everybody had
    routing::Classifier classifier = routing::Classifier({}); ///< for requests whose class is not on record
    usage::Ledger ledger = usage::Ledger::Real;
    WallTime since = {};
    WallTime until = {}; ///< exclusive
};

class ReplayPrivate;

/// Decides about recorded requests again, on a thread of its own with a read-only connection of its own. Sends nothing
/// and writes nothing. Destroying it cancels and waits for the thread, some milliseconds.
class Replay final : public QObject
{
    Q_OBJECT
public:
    explicit Replay(const ReplaySpec &spec, QObject *parent = nullptr);
    ~Replay() override;

    void start(); ///< → progress()…, finished()
    void cancel(); ///< finished() follows with what is there by then

signals:
    void progress(qint64 done, qint64 all); ///< requests; never less than before, some ten times a second
    /// Once. Errors: InvalidInput for a spec without policy and chain, or whose policy or chain no engine would use;
    /// NotFound when there is no register; Unavailable and NotPermitted when it cannot be read.
    void finished(const sb::Result<sb::lab::ReplayReport> &report);

private:
    std::unique_ptr<ReplayPrivate> d;
};

} // namespace sb::lab
