#include "ui/chains/fault_play.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto PlayDelay = 60ms; // one rehearsal for a burst of typing
} // namespace

QList<QByteArray> movedFaults(const QList<routing::Step> &before, const QList<QByteArray> &faults,
                              const QList<routing::Step> &after)
{
    if (before == after)
        return faults;
    QList<QByteArray> moved(after.size());
    if (before.size() == after.size() && !std::ranges::is_permutation(before, after)) {
        for (qsizetype i = 0; i < after.size(); ++i)
            moved[i] = faults.value(i); // one was edited where it stands
        return moved;
    }
    QList<bool> taken(before.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        for (qsizetype was = 0; was < before.size(); ++was) {
            if (!taken[was] && before[was] == after[i]) {
                taken[was] = true;
                moved[i] = faults.value(was);
                break;
            }
        }
    }
    return moved;
}

FaultPlay::FaultPlay(ChainDocument &document, DryRun &dryRun, profile::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_dryRun(dryRun)
    , m_workspace(workspace)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(PlayDelay);
    connect(&m_soon, &QTimer::timeout, this, &FaultPlay::play);
    connect(&m_document, &ChainDocument::opened, this, &FaultPlay::clear);
    connect(&m_document, &ChainDocument::changed, this, &FaultPlay::follow);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &FaultPlay::playSoon);
    connect(&m_dryRun, &DryRun::promptChanged, this, &FaultPlay::playSoon);
    follow();
}

void FaultPlay::setFault(qsizetype step, const QByteArray &fault)
{
    if (step < 0 || step >= m_faults.size() || m_faults[step] == fault)
        return;
    m_faults[step] = fault;
    playSoon();
    emit changed();
}

void FaultPlay::clear()
{
    const bool had = any();
    m_faults.fill({});
    playSoon();
    if (had)
        emit changed();
}

bool FaultPlay::any() const
{
    return std::ranges::any_of(m_faults, [](const QByteArray &fault) { return !fault.isEmpty(); });
}

void FaultPlay::follow()
{
    const QList<routing::Step> &steps = m_document.chain().steps;
    m_faults = movedFaults(m_steps, m_faults, steps);
    m_faults.resize(steps.size());
    m_steps = steps;
    playSoon();
}

/// What was played is of another chain or request now: it goes at once.
void FaultPlay::playSoon()
{
    m_rehearsal.reset();
    const bool hadResult = m_result.has_value() || !m_failure.isEmpty();
    m_result.reset();
    m_failure.clear();
    if (any())
        m_soon.start();
    else
        m_soon.stop();
    if (hadResult)
        emit changed();
}

void FaultPlay::play()
{
    lab::RehearsalSpec spec{
        .chain = m_document.chain(), .catalog = m_workspace.catalog(), .request = m_dryRun.request()};
    spec.request.model.clear(); // the chain is given
    for (qsizetype step = 0; step < m_faults.size(); ++step) {
        if (!m_faults[step].isEmpty())
            spec.chosen.append({.step = step, .fault = m_faults[step]});
    }
    m_rehearsal = std::make_unique<lab::Rehearsal>(spec);
    connect(m_rehearsal.get(), &lab::Rehearsal::finished, this, &FaultPlay::take);
    m_rehearsal->start();
}

void FaultPlay::take(const Result<lab::Scorecard> &scorecard)
{
    m_rehearsal.release()->deleteLater(); // we are inside one of its signals
    if (!scorecard)
        m_failure = scorecard.error().message;
    else if (!scorecard->results.isEmpty())
        m_result = scorecard->results.constFirst();
    emit changed();
}

} // namespace sb::ui
