#pragma once

#include "core/lab/fault_rehearsal.h"
#include "core/lab/rehearsal.h"
#include "core/lab/rehearsal_world.h"

#include <QTemporaryDir>

namespace sb::lab {

/// The half of Rehearsal on its own thread: the register, and one fault after the other, each on a day of its own, so
/// that none has spent of another's budget.
class Rehearser final : public QObject
{
    Q_OBJECT
public:
    explicit Rehearser(RehearsalSpec spec);
    ~Rehearser() override;

    void start();
    void cancel();

signals:
    void faultRehearsed(const sb::lab::FaultResult &result, int done, int all);
    void finished(const sb::Result<sb::lab::Scorecard> &scorecard);

private:
    void takeRegister(const Result<QString> &path);
    void rehearseNext();
    void take(const Result<FaultResult> &result);
    void conclude(const Result<Scorecard> &outcome);

    RehearsalSpec m_spec;
    QList<Fault> m_faults;
    RehearsalWorld m_world;
    Scorecard m_scorecard;
    QTemporaryDir m_folder;
    VirtualClock m_clock;
    std::unique_ptr<usage::Register> m_usage;
    std::unique_ptr<usage::Queries> m_queries;
    std::unique_ptr<FaultRehearsal> m_current; ///< before what it uses
    bool m_over = false;
};

} // namespace sb::lab
