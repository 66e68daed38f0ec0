#pragma once

#include "core/engine/engine_core.h"
#include "core/lab/judge.h"
#include "core/lab/rehearsal.h"
#include "core/lab/virtual_clock.h"

namespace sb::lab {

/// What the rehearsals of all faults share; outlives them.
struct Studio
{
    usage::Register &usage;
    usage::Queries &queries;
    VirtualClock &clock;
    const RehearsalSpec &spec;
    const engine::World &world; ///< without limits
};

/// One fault: an engine of its own, the requests that the fault asks for, and what became of them. Time goes on only
/// while nothing is outstanding: neither an outcome of the register nor a queued call.
class FaultRehearsal final : public QObject
{
    Q_OBJECT
public:
    FaultRehearsal(const Fault &fault, const Studio &studio);
    ~FaultRehearsal() override;

    void start(); ///< → done()

signals:
    /// Once. Errors: as of Rehearsal::finished().
    void done(const sb::Result<sb::lab::FaultResult> &result);

private:
    [[nodiscard]] Performance direct(const net::HttpRequest &request);
    [[nodiscard]] const Runner *meantBy(const net::HttpRequest &request) const;
    void takePlan(const Result<routing::Plan> &plan);
    [[nodiscard]] std::optional<NanoDollars> limit() const;
    void beginRequest();
    void disturb();
    void breakOff();
    void takeEvent(const engine::RunEvent &event);
    void takeEnd(const engine::Ended &ended);
    void turnLater();
    void turn();
    void readRecords();
    void takeRecords(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    [[nodiscard]] FaultResult result() const;
    [[nodiscard]] milliseconds elapsed() const;
    [[nodiscard]] RequestId currentId() const;
    [[nodiscard]] std::unique_ptr<Alarm> later(milliseconds in, void (FaultRehearsal::*call)());

    Fault m_fault;
    Studio m_studio;
    engine::World m_world;
    engine::RunSpec m_run;
    Evidence m_evidence;
    QList<PathStop> m_path;
    chat::Answer m_answer; ///< that the caller of the current request has
    qint64 m_day = 0;
    SteadyTime m_startedAt{0}; ///< of the current request
    usage::Ledger m_ledger = usage::Ledger::Real; ///< in which its requests are recorded
    qsizetype m_step = 0; ///< whose turn it is
    bool m_brokenOff = false;
    bool m_turnPosted = false;
    bool m_isOver = false;
    usage::Ticket m_reading;
    std::unique_ptr<engine::EngineCore> m_core;
    std::vector<std::unique_ptr<Alarm>> m_alarms; ///< of the current request
};

} // namespace sb::lab
