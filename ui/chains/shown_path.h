#pragma once

#include "ui/chains/chain_rehearsal.h"
#include "ui/chains/fault_play.h"
#include "ui/chains/rehearsed_path.h"

namespace sb::ui {

/// What is drawn along the line: nothing rehearsed, the request under the faults of the stations, or one fault of the
/// scorecard. List, diagram, inspector and the sentence above show the same.
class ShownPath final : public QObject
{
    Q_OBJECT
public:
    ShownPath(ChainDocument &document, DryRun &dryRun, FaultPlay &play, ChainRehearsal &rehearsal,
              QObject *parent = nullptr);

    void showFault(const QByteArray &fault); ///< of the scorecard; empty: none
    [[nodiscard]] const QByteArray &shownFault() const { return m_fault; }
    void clear(); ///< no faults any more: the live state

    [[nodiscard]] bool isRehearsed() const { return !m_fault.isEmpty() || m_play.any(); }
    /// nullopt: nothing rehearsed is shown, or it is of an earlier version, or still being played.
    [[nodiscard]] const std::optional<RehearsedPath> &path() const { return m_path; }
    [[nodiscard]] QList<StepOutcome> outcomes() const; ///< one a step
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] Signal signal() const;

signals:
    void changed();

private:
    void follow();

    ChainDocument &m_document;
    DryRun &m_dryRun;
    FaultPlay &m_play;
    ChainRehearsal &m_rehearsal;
    QByteArray m_fault;
    std::optional<RehearsedPath> m_path;
};

} // namespace sb::ui
