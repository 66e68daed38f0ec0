#include "app/replay.h"

#include "app/command_start.h"
#include "core/profile/history_files.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct ReplayCommandText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

Result<Json> replayedFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound,
                       ReplayCommandText::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return parseJson(file.readAll());
}

bool isFile(const QString &meant)
{
    return !routing::isChainName(meant) || meant.endsWith(".json"_L1);
}

/// A name in the profile or the path of a file.
template <typename T, typename Parse>
Result<T> meantBy(const QString &meant, const QList<T> &known, Parse parse, const QString &missing)
{
    if (isFile(meant))
        return replayedFile(meant).and_then(parse).map_error([&meant](Error error) {
            if (error.kind == Error::Kind::InvalidInput)
                error.message = meant + u": "_s + error.message;
            return error;
        });
    const auto found = std::ranges::find(known, meant, &T::name);
    if (found != known.end())
        return *found;
    return failure(Error::Kind::NotFound, missing.arg(meant));
}

/// Every version of every policy that the profile knows.
QList<routing::Policy> knownPolicies(const LoadedProfile &loaded)
{
    QList<routing::Policy> known = loaded.policies;
    const auto histories = profile::loadPolicyHistories(loaded.paths);
    for (const routing::VersionHistory<routing::Policy> &history : histories.histories) {
        for (const routing::PublishedVersion<routing::Policy> &version : history.versions)
            known.append(version.value);
    }
    return known;
}

} // namespace

Result<lab::ReplaySpec> replaySpec(const LoadedProfile &loaded, const ReplayOptions &options, WallTime now)
{
    lab::ReplaySpec spec{.registerPath = loaded.paths.registerFile(),
                         .chains = loaded.world.chains,
                         .inUse = loaded.world.policy,
                         .knownPolicies = knownPolicies(loaded),
                         .catalog = loaded.world.catalog,
                         .classifier = loaded.world.classifier,
                         .ledger = options.practice ? usage::Ledger::Practice : usage::Ledger::Real,
                         .since = now - options.since,
                         .until = now};
    if (!options.policy.isEmpty()) {
        auto policy = meantBy(options.policy, loaded.policies, routing::parsePolicy,
                              ReplayCommandText::tr("There is no policy “%1”."));
        if (!policy)
            return tl::unexpected(policy.error());
        spec.policy = *policy;
    }
    if (!options.chain.isEmpty()) {
        auto chain = meantBy(options.chain, loaded.world.chains, routing::parseChain,
                             ReplayCommandText::tr("There is no chain “%1”."));
        if (!chain)
            return tl::unexpected(chain.error());
        spec.chain = *chain;
    }
    if (!spec.policy && !spec.chain)
        spec.policy = loaded.world.policy;
    if (!spec.policy && !spec.chain)
        return failure(
            Error::Kind::InvalidInput,
            ReplayCommandText::tr("No policy is in use. Say what is to be replayed by --policy or --chain."));
    return spec;
}

ReplayCommand::ReplayCommand(const LoadedProfile &loaded, const ReplayOptions &options, QObject *parent)
    : QObject(parent)
    , m_loaded(loaded)
    , m_options(options)
{
}

void ReplayCommand::start()
{
    if (!m_terminal.open())
        return end(FailedExit);
    for (const QString &notice : std::as_const(m_loaded.notices))
        m_terminal.report(notice);
    const Result<lab::ReplaySpec> spec = replaySpec(m_loaded, m_options, SystemClock().wall());
    if (!spec)
        return take(tl::unexpected(spec.error()));
    m_replay = std::make_unique<lab::Replay>(*spec);
    connect(m_replay.get(), &lab::Replay::progress, this,
            [this](qint64 done, qint64 all) { m_progress.show(done, all); });
    connect(m_replay.get(), &lab::Replay::finished, this, &ReplayCommand::take);
    m_replay->start();
}

void ReplayCommand::take(const Result<lab::ReplayReport> &report)
{
    if (m_over)
        return;
    m_progress.clear();
    if (!report) {
        m_terminal.report(report.error().message);
        return end(FailedExit);
    }
    m_terminal.print(m_options.json ? QString::fromUtf8(lab::toJson(*report).dump()) + u'\n' : lab::toText(*report));
    end(m_terminal.isUnread() ? FailedExit : 0);
}

void ReplayCommand::cancel(int signal)
{
    m_progress.clear();
    if (m_replay)
        m_replay->cancel();
    end(SignalExit + signal);
}

void ReplayCommand::end(int exitCode)
{
    if (!std::exchange(m_over, true))
        emit finished(exitCode);
}

} // namespace sb::app
