#include "core/lab/rehearser.h"

#include "core/lab/weak_links.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

struct RehearserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

QList<Fault> faultsOf(const RehearsalSpec &spec)
{
    if (!spec.chosen.isEmpty())
        return {faultOf(spec.chosen)};
    QList<Fault> faults = allFaults();
    if (!spec.faults.isEmpty())
        faults.removeIf([&spec](const Fault &fault) { return !spec.faults.contains(fault.id); });
    return faults;
}

} // namespace

Rehearser::Rehearser(RehearsalSpec spec)
    : m_spec(std::move(spec))
    , m_faults(faultsOf(m_spec))
    , m_world(rehearsalWorld(m_spec.catalog, m_spec.chain, m_spec.request))
    , m_clock(m_spec.startsAt)
{
    m_spec.chain = m_world.chain;
    m_scorecard.chain = m_spec.chain.name;
    m_scorecard.version = m_spec.chain.version;
    m_scorecard.seed = m_spec.seed;
    m_scorecard.leftOut = m_world.leftOut;
}

Rehearser::~Rehearser()
{
    m_current.reset();
}

void Rehearser::start()
{
    if (m_over)
        return;
    if (!m_folder.isValid())
        return conclude(
            failure(Error::Kind::Unavailable,
                    RehearserText::tr("There is no room for the rehearsal: %1").arg(m_folder.errorString())));
    m_usage = std::make_unique<usage::Register>(
        usage::RegisterOptions{.path = m_folder.filePath(u"usage.sqlite"_s), .recordBodies = false}, m_clock);
    m_queries = std::make_unique<usage::Queries>(m_clock);
    connect(m_usage.get(), &usage::Register::ready, this, [this](const Result<QString> &path) { takeRegister(path); });
    m_usage->start();
}

void Rehearser::takeRegister(const Result<QString> &path)
{
    if (!path)
        return conclude(tl::unexpected(path.error()));
    m_queries->setPath(path);
    rehearseNext();
}

void Rehearser::rehearseNext()
{
    if (m_over)
        return;
    m_current.reset();
    const qsizetype done = m_scorecard.results.size();
    if (done == m_faults.size()) {
        if (m_spec.chosen.isEmpty())
            m_scorecard.weakLinks = weakLinks(m_spec.chain, m_world.world.catalog, m_scorecard);
        return conclude(m_scorecard);
    }
    m_clock.skipTo(m_spec.startsAt + std::chrono::days{done});
    m_current = std::make_unique<FaultRehearsal>(
        m_faults.at(done),
        Studio{.usage = *m_usage, .queries = *m_queries, .clock = m_clock, .spec = m_spec, .world = m_world.world});
    // Queued: what has just ended is then destroyed outside of its own signal.
    connect(m_current.get(), &FaultRehearsal::done, this, &Rehearser::take, Qt::QueuedConnection);
    m_current->start();
}

void Rehearser::take(const Result<FaultResult> &result)
{
    if (m_over)
        return;
    if (!result)
        return conclude(tl::unexpected(result.error()));
    m_scorecard.results.append(*result);
    emit faultRehearsed(*result, int(m_scorecard.results.size()), int(m_faults.size()));
    rehearseNext();
}

void Rehearser::cancel()
{
    m_scorecard.cancelled = true;
    conclude(m_scorecard);
}

void Rehearser::conclude(const Result<Scorecard> &outcome)
{
    if (std::exchange(m_over, true))
        return;
    m_current.reset();
    emit finished(outcome);
}

} // namespace sb::lab
