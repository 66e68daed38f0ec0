#include "core/lab/replayer.h"

#include "core/lab/replay_tally.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

struct ReplayerText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

constexpr qint64 TellEvery = 100; // ms
constexpr qint64 LookEvery = 1'024; // requests
// Of the work, as it was measured: the first reading is the lesser part.
constexpr qint64 FirstShare = 25;
constexpr qint64 AllShares = 100;

Error invalid(const QString &message)
{
    return {.kind = Error::Kind::InvalidInput, .message = message};
}

/// What the engine would say to the first request that takes it.
std::optional<Error> problemOf(const routing::Chain &chain)
{
    if (chain.steps.isEmpty())
        return invalid(ReplayerText::tr("The chain “%1” has no steps. Add one first.").arg(chain.name));
    if (const auto problems = routing::limitProblems(chain); !problems.isEmpty())
        return invalid(ReplayerText::tr("The chain “%1” cannot be used. %2: %3")
                           .arg(chain.name, problems.constFirst().path, problems.constFirst().message));
    return {};
}

/// The chain that is called so; null: there is none.
const routing::Chain *chainIn(const ReplaySpec &spec, const QString &name)
{
    if (spec.chain && spec.chain->name == name)
        return &*spec.chain;
    const auto found = std::ranges::find(spec.chains, name, &routing::Chain::name);
    return found == spec.chains.end() ? nullptr : &*found;
}

std::optional<Error> problemOf(const ReplaySpec &spec, const QString &name, const QString &path)
{
    if (name.isEmpty())
        return {};
    const routing::Chain *chain = chainIn(spec, name);
    if (!chain)
        return invalid(ReplayerText::tr("The policy “%1” cannot be replayed. %2: there is no chain “%3”.")
                           .arg(spec.policy->name, path, name));
    return problemOf(*chain);
}

std::optional<Error> problemOf(const ReplaySpec &spec)
{
    if (!spec.policy && !spec.chain)
        return invalid(ReplayerText::tr("There is neither a policy nor a chain to be replayed."));
    if (spec.chain) {
        if (const auto problem = problemOf(*spec.chain))
            return problem;
    }
    if (!spec.policy)
        return {};
    for (qsizetype i = 0; i < spec.policy->rules.size(); ++i) {
        const routing::Rule &rule = spec.policy->rules.at(i);
        if (!rule.enabled)
            continue;
        if (const auto problem = problemOf(spec, rule.chain, u"rules[%1].chain"_s.arg(i)))
            return problem;
    }
    return problemOf(spec, spec.policy->otherwise, u"otherwise"_s);
}

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Replayer::Replayer(ReplaySpec spec, const std::atomic<bool> &cancelled)
    : m_spec(std::move(spec))
    , m_cancelled(cancelled)
{
}

void Replayer::start()
{
    if (m_over)
        return;
    if (const auto problem = problemOf(m_spec))
        return conclude(tl::unexpected(*problem));
    conclude(replayed());
}

Result<ReplayReport> Replayer::replayed()
{
    auto opened = usage::RecordedRequests::open(
        m_spec.registerPath, {.ledger = m_spec.ledger, .since = m_spec.since, .until = m_spec.until}, m_cancelled);
    const bool isCancelled = !opened && opened.error().kind == Error::Kind::Cancelled;
    if (!opened && !isCancelled)
        return tl::unexpected(opened.error());
    if (isCancelled)
        return ReplayReport{.ledger = m_spec.ledger, .since = m_spec.since, .until = m_spec.until, .cancelled = true};
    usage::RecordedRequests &requests = **opened;
    EndpointTable table(m_spec.catalog);
    EndpointPast past;
    Result<void> status = read(requests, table, past);
    Redecider redecider(m_spec, requests, table, past);
    ReplayTally tally(m_spec, requests, table, past);
    const qint64 all = requests.about();
    usage::RecordedRequest request;
    if (status && !m_cancelled)
        requests.rewind(usage::RecordedRequests::With::Decisions);
    for (qint64 count = 0; status && !m_cancelled && requests.next(request); ++count) {
        tally.add(request, redecider.decide(request));
        if (count % LookEvery == 0)
            tell((FirstShare * all + (AllShares - FirstShare) * requests.seen()) / AllShares, all);
    }
    if (status)
        status = requests.status();
    if (!status && !m_cancelled)
        return tl::unexpected(status.error());
    ReplayReport report = tally.report();
    report.cancelled = m_cancelled;
    return report;
}

Result<void> Replayer::read(usage::RecordedRequests &requests, EndpointTable &table, EndpointPast &past)
{
    requests.rewind(usage::RecordedRequests::With::Attempts);
    usage::RecordedRequest request;
    for (qint64 count = 0; !m_cancelled && requests.next(request); ++count) {
        for (const usage::RecordedAttempt &attempt : request.attempts)
            past.add(table.placeOf(attempt, requests), attempt);
        if (count % LookEvery == 0)
            tell(FirstShare * requests.seen() / AllShares, requests.about());
    }
    return requests.status();
}

void Replayer::tell(qint64 done, qint64 all)
{
    const qint64 now = steadyMs();
    if (done <= m_told || now - m_toldAt < TellEvery)
        return;
    m_toldAt = now;
    m_told = done;
    emit progress(done, all);
}

void Replayer::cancel()
{
    conclude(ReplayReport{.ledger = m_spec.ledger, .since = m_spec.since, .until = m_spec.until, .cancelled = true});
}

void Replayer::conclude(const Result<ReplayReport> &outcome)
{
    if (std::exchange(m_over, true))
        return;
    emit finished(outcome);
}

} // namespace sb::lab
