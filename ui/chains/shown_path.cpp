#include "ui/chains/shown_path.h"

#include "ui/chains/fault_words.h"
#include "ui/chains/plan_table.h"

namespace sb::ui {

ShownPath::ShownPath(ChainDocument &document, DryRun &dryRun, FaultPlay &play, ChainRehearsal &rehearsal,
                     QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_dryRun(dryRun)
    , m_play(play)
    , m_rehearsal(rehearsal)
{
    connect(&m_dryRun, &DryRun::finished, this, &ShownPath::follow);
    connect(&m_play, &FaultPlay::changed, this, &ShownPath::follow);
    connect(&m_rehearsal, &ChainRehearsal::changed, this, &ShownPath::follow);
}

void ShownPath::showFault(const QByteArray &fault)
{
    if (fault == m_fault)
        return;
    m_fault = fault;
    follow();
}

void ShownPath::clear()
{
    m_fault.clear();
    m_play.clear();
    follow();
}

void ShownPath::follow()
{
    if (!m_fault.isEmpty() && !m_rehearsal.result(m_fault) && !m_rehearsal.isRunning())
        m_fault.clear(); // another chain was opened
    const qsizetype steps = m_document.chain().steps.size();
    m_path.reset();
    if (const lab::FaultResult *result = m_fault.isEmpty() ? nullptr : m_rehearsal.result(m_fault)) {
        if (!m_rehearsal.isOutdated())
            m_path = pathOf(*result, steps);
    } else if (m_fault.isEmpty() && m_play.result()) {
        m_path = pathOf(*m_play.result(), steps);
    }
    emit changed();
}

QList<StepOutcome> ShownPath::outcomes() const
{
    if (m_path && m_path->legs.size() == m_document.chain().steps.size())
        return stepOutcomes(*m_path);
    if (isRehearsed())
        return QList<StepOutcome>(m_document.chain().steps.size()); // not known yet, or no longer
    return stepOutcomes(m_document.chain(), m_dryRun.plan());
}

QString ShownPath::sentence() const
{
    if (m_path)
        return pathSentence(*m_path);
    if (!m_fault.isEmpty())
        //: Of a fault of the scorecard, whose results are of an earlier version of the chain.
        return tr("%1: of an earlier version, rehearse again").arg(faultWord(m_fault));
    if (m_play.any())
        return m_play.failure().isEmpty() ? tr("rehearsing …") : m_play.failure();
    if (const auto &plan = m_dryRun.plan())
        return planSentence(*plan);
    return m_dryRun.failure().isEmpty() ? tr("not made yet") : m_dryRun.failure();
}

Signal ShownPath::signal() const
{
    if (m_path)
        return m_path->servedBy >= 0 ? Signal::Clear : Signal::Stop;
    if (isRehearsed())
        return m_play.failure().isEmpty() ? Signal::Off : Signal::Stop;
    if (const auto &plan = m_dryRun.plan())
        return plan->candidates.isEmpty() ? Signal::Stop : Signal::Clear;
    return m_dryRun.failure().isEmpty() ? Signal::Off : Signal::Stop;
}

} // namespace sb::ui
