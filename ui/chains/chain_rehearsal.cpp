#include "ui/chains/chain_rehearsal.h"

#include <algorithm>

namespace sb::ui {

bool isSameWay(const routing::Chain &a, const routing::Chain &b)
{
    routing::Chain named = b;
    named.name = a.name;
    named.version = a.version;
    named.description = a.description;
    return named == a;
}

ChainRehearsal::ChainRehearsal(ChainDocument &document, profile::Workspace &workspace, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_all(lab::Rehearsal::faultCount())
{
    connect(&m_document, &ChainDocument::opened, this, &ChainRehearsal::forget);
    connect(&m_document, &ChainDocument::changed, this, &ChainRehearsal::changed);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &ChainRehearsal::changed);
}

void ChainRehearsal::start()
{
    if (m_document.chain().steps.isEmpty())
        return;
    forget();
    m_chain = m_document.chain();
    m_catalog = m_workspace.catalog();
    m_running = true;
    m_startedAt = m_clock.steady();
    m_rehearsal = std::make_unique<lab::Rehearsal>(lab::RehearsalSpec{.chain = *m_chain, .catalog = m_catalog});
    connect(m_rehearsal.get(), &lab::Rehearsal::faultRehearsed, this,
            [this](const lab::FaultResult &result, int, int all) {
                m_results.append(result);
                m_all = all;
                emit changed();
            });
    connect(m_rehearsal.get(), &lab::Rehearsal::finished, this, &ChainRehearsal::take);
    m_rehearsal->start();
    emit changed();
}

void ChainRehearsal::cancel()
{
    if (m_running)
        m_rehearsal->cancel();
}

void ChainRehearsal::take(const Result<lab::Scorecard> &scorecard)
{
    m_running = false;
    m_endedAt = m_clock.wall();
    m_took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steady() - m_startedAt);
    if (scorecard) {
        m_scorecard = *scorecard;
        m_results = scorecard->results;
    } else {
        m_failure = scorecard.error().message;
    }
    // We are inside one of its signals; its thread has nothing left to do.
    m_rehearsal.release()->deleteLater();
    emit changed();
}

void ChainRehearsal::forget()
{
    m_rehearsal.reset();
    m_running = false;
    m_chain.reset();
    m_results.clear();
    m_scorecard.reset();
    m_failure.clear();
    m_all = lab::Rehearsal::faultCount();
}

bool ChainRehearsal::isOutdated() const
{
    return m_chain && (!isSameWay(*m_chain, m_document.chain()) || m_catalog != m_workspace.catalog());
}

const lab::FaultResult *ChainRehearsal::result(const QByteArray &fault) const
{
    const auto found = std::ranges::find(m_results, fault, &lab::FaultResult::fault);
    return found == m_results.end() ? nullptr : &*found;
}

} // namespace sb::ui
