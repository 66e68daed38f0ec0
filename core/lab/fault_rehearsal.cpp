#include "core/lab/fault_rehearsal.h"

#include "core/engine/preparation.h"
#include "core/lab/speech.h"
#include "core/lab/stage.h"
#include "core/routing/overrides.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::lab {

using std::chrono::duration_cast;

namespace {

constexpr RequestId PlanId{.value = 1'000'000};
constexpr auto LongestSleep = 1h;

/// After which a request is broken off: no chain waits so long.
milliseconds mostPatience(const routing::Chain &chain)
{
    milliseconds sum = 1h;
    for (const routing::Step &step : chain.steps) {
        const routing::StepClocks &clocks = step.clocks;
        const milliseconds once = clocks.connect + clocks.upload + clocks.firstByte + clocks.firstContent
            + clocks.firstContentReasoning + clocks.total + step.patience;
        sum += once * (step.retries + 2) + clocks.idle * 60; // of an answer of so many words
    }
    return sum;
}

/// The kind of a sum is the weakest of its parts, except that nothing has no say.
usage::Cost sumOf(const QList<Played> &requests)
{
    usage::Cost sum{.kind = usage::CostKind::Computed, .amount = NanoDollars{}};
    for (const Played &request : requests) {
        if (!request.ended.key)
            continue;
        const usage::Cost &cost = request.ended.record.cost;
        if (!cost.amount)
            return {};
        if (cost.amount->value != 0)
            sum.kind = std::max(sum.kind, cost.kind);
        sum.amount = saturatingAdd(*sum.amount, *cost.amount);
    }
    return sum;
}

PathStop stopOf(const usage::AttemptRecord &attempt, int request, WallTime startedAt)
{
    return {.request = request,
            .step = attempt.step,
            .endpointId = attempt.endpointId,
            .reason = attempt.moveReason,
            .startedAt = duration_cast<milliseconds>(attempt.startedAt - startedAt),
            .took = attempt.duration,
            .firstContent = attempt.firstContent,
            .httpStatus = attempt.httpStatus,
            .error = attempt.error ? toWireName(*attempt.error) : QByteArray(),
            .cost = attempt.cost};
}

} // namespace

FaultRehearsal::FaultRehearsal(const Fault &fault, const Studio &studio)
    : m_fault(fault)
    , m_studio(studio)
    , m_world(studio.world)
    , m_run{.request = studio.spec.request, .chainValue = studio.spec.chain, .client = u"rehearsal"_s}
    , m_day(budget::dayOf(studio.clock.wall(), QTimeZone::utc()))
{
    const auto asksForReasoning = [this](const routing::Step &step) {
        const auto request = routing::withOverrides(m_run.request, step.overrides).value_or(m_run.request);
        return request.reasoning && request.reasoning->asked();
    };
    m_evidence.reasons = std::ranges::any_of(studio.spec.chain.steps, asksForReasoning);
}

FaultRehearsal::~FaultRehearsal() = default;

void FaultRehearsal::start()
{
    m_core = std::make_unique<engine::EngineCore>(
        m_studio.usage, m_studio.clock, std::make_unique<SeededRandom>(m_studio.spec.seed),
        [this](const Clock &clock) {
            return std::make_unique<Stage>(clock, [this](const net::HttpRequest &request) { return direct(request); });
        },
        engine::Past::Forgotten);
    connect(m_core.get(), &engine::EngineCore::planned, this,
            [this](RequestId, const Result<routing::Plan> &plan) { takePlan(plan); });
    connect(m_core.get(), &engine::EngineCore::runEvent, this,
            [this](RequestId, const engine::RunEvent &event) { takeEvent(event); });
    connect(m_core.get(), &engine::EngineCore::registerAnswered, this, &FaultRehearsal::turnLater);
    connect(&m_studio.queries, &usage::Queries::answered, this, &FaultRehearsal::takeRecords);
    m_core->setWorld(m_world);
    m_core->dryRun(PlanId, m_run);
}

/// Who could be asked, without a limit; the run itself makes the same plan, and then with one.
void FaultRehearsal::takePlan(const Result<routing::Plan> &plan)
{
    if (!plan)
        return emit done(tl::unexpected(plan.error()));
    if (plan->candidates.isEmpty())
        return emit done(tl::unexpected(engine::noCandidate(*plan)));
    m_evidence.field = fieldOf(*plan, m_world.catalog);
    // Practice providers beside real ones that this request cannot use: no budget counts what they cost.
    m_ledger = plan->practice ? usage::Ledger::Practice : usage::Ledger::Real;
    if (!plan->practice)
        m_evidence.limit = limit();
    if (m_evidence.limit)
        m_world.limits.daily = budget::Limit{.amount = *m_evidence.limit};
    m_studio.usage.setLimits(m_world.limits);
    m_core->setWorld(m_world);
    beginRequest();
}

/// Where somebody has no price, a hard limit would leave him out of every fault.
std::optional<NanoDollars> FaultRehearsal::limit() const
{
    constexpr qint64 Ample = 100;
    NanoDollars sum;
    for (const Runner &runner : m_evidence.field) {
        if (!runner.bound)
            return {};
        sum = saturatingAdd(sum, *runner.bound);
    }
    const qint64 first = m_evidence.field.constFirst().bound->value;
    switch (m_fault.budget) {
    case Budget::Ample:
        break;
    case Budget::OneAttempt:
        return NanoDollars{first + first / 20};
    case Budget::Nothing:
        return NanoDollars{};
    }
    return NanoDollars{std::max<qint64>(sum.value, 1) * Ample * m_fault.requests};
}

void FaultRehearsal::beginRequest()
{
    m_alarms.clear();
    m_brokenOff = false;
    m_answer = {};
    m_evidence.requests.append(Played{});
    m_startedAt = m_studio.clock.steady();
    m_alarms.push_back(later(mostPatience(m_studio.spec.chain), &FaultRehearsal::breakOff));
    for (const auto &moment : {m_fault.cancelAfter, m_fault.sleepAfter, m_fault.jumpAfter}) {
        if (moment)
            m_alarms.push_back(later(*moment, &FaultRehearsal::disturb));
    }
    m_core->start(currentId(), m_run);
    turnLater();
}

void FaultRehearsal::disturb()
{
    if (m_fault.cancelAfter)
        m_core->cancel(currentId());
    if (m_fault.sleepAfter)
        m_studio.clock.sleep(LongestSleep);
    if (m_fault.jumpAfter)
        m_studio.clock.jumpWall(-LongestSleep);
}

void FaultRehearsal::breakOff()
{
    m_brokenOff = true;
    m_core->cancel(currentId());
}

/// The endpoint that a provider at this address would take the request for.
const Runner *FaultRehearsal::meantBy(const net::HttpRequest &request) const
{
    const QString url = request.url.toString();
    const QString path = request.url.path();
    const auto isMeant = [&](const Runner &runner) {
        if (!url.startsWith(runner.provider.baseUrl.toString()))
            return false;
        const QByteArray model = hear(runner.provider.dialect, request.body).model;
        const QString &name = runner.endpoint.upstreamModel;
        return model.isEmpty() ? path.contains(name) : model == name.toUtf8();
    };
    // An endpoint may stand in several steps: it is asked for the one whose turn it is.
    const auto now = std::ranges::find_if(
        m_evidence.field, [&](const Runner &runner) { return runner.step == m_step && isMeant(runner); });
    const auto found = now == m_evidence.field.end() ? std::ranges::find_if(m_evidence.field, isMeant) : now;
    return found == m_evidence.field.end() ? nullptr : &*found;
}

Performance FaultRehearsal::direct(const net::HttpRequest &request)
{
    Exchange exchange{.request = int(m_evidence.requests.size()) - 1, .at = elapsed()};
    if (const Runner *runner = meantBy(request)) {
        const Scene scene{.runner = *runner,
                          .step = m_studio.spec.chain.steps.at(runner->step),
                          .body = request.body,
                          .now = m_studio.clock.wall(),
                          .reasons = m_evidence.reasons};
        const int nth = int(std::ranges::count(m_evidence.exchanges, runner->endpoint.id, &Exchange::endpointId));
        exchange.endpointId = runner->endpoint.id;
        exchange.wrong = goesWrong(m_fault, m_evidence.field, *runner, nth, exchange.request);
        exchange.play = performanceOf(m_fault, m_evidence.field, scene, nth, exchange.request);
    } else {
        exchange.play.error = QNetworkReply::HostNotFoundError;
    }
    m_evidence.exchanges.append(exchange);
    return exchange.play;
}

void FaultRehearsal::takeEvent(const engine::RunEvent &event)
{
    if (std::holds_alternative<engine::Restarted>(event))
        m_answer = {};
    else if (const auto *content = std::get_if<engine::Content>(&event))
        m_answer.apply(content->event);
    else if (const auto *started = std::get_if<engine::AttemptStarted>(&event))
        m_step = started->candidate.step;
    else if (const auto *ended = std::get_if<engine::Ended>(&event))
        takeEnd(*ended);
}

void FaultRehearsal::takeEnd(const engine::Ended &ended)
{
    const int number = int(m_evidence.requests.size()) - 1;
    Played &request = m_evidence.requests.last();
    request = {.ended = ended, .text = m_answer.text, .waited = elapsed(), .isOver = !m_brokenOff};
    if (!ended.record.attempts.isEmpty()) {
        const WallTime first = ended.record.attempts.constFirst().startedAt;
        for (const usage::AttemptRecord &attempt : ended.record.attempts)
            m_path.append(stopOf(attempt, number, first));
    }
    m_alarms.clear();
    if (m_evidence.requests.size() < m_fault.requests)
        m_alarms.push_back(later(m_fault.between, &FaultRehearsal::beginRequest));
    else
        m_isOver = true;
    turnLater();
}

void FaultRehearsal::turnLater()
{
    if (std::exchange(m_turnPosted, true))
        return;
    QMetaObject::invokeMethod(this, &FaultRehearsal::turn, Qt::QueuedConnection);
}

void FaultRehearsal::turn()
{
    m_turnPosted = false;
    if (m_core->waitsForRegister()) // its outcome brings the next turn
        return;
    if (m_isOver)
        return readRecords();
    // There is one at least: the alarm that breaks off, or the one of the next request.
    m_studio.clock.ringNext();
    turnLater();
}

void FaultRehearsal::readRecords()
{
    if (m_reading.isValid())
        return;
    m_evidence.spent = m_studio.usage.standing().days.value(m_day);
    const usage::Filter day{.ledger = m_ledger, .firstDay = m_day, .lastDay = m_day};
    m_reading = m_studio.queries.ask(usage::LogQuery{.filter = day});
}

void FaultRehearsal::takeRecords(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket != m_reading)
        return;
    if (!answer)
        return emit done(tl::unexpected(answer.error()));
    m_evidence.rows = std::get<usage::LogPage>(*answer).rows;
    emit done(result());
}

FaultResult FaultRehearsal::result() const
{
    const auto isAnswered = [](const Played &request) {
        return request.ended.end == routing::EndState::Complete || request.ended.end == routing::EndState::Length;
    };
    const auto unanswered = std::ranges::find_if_not(m_evidence.requests, isAnswered);
    const Played &told = unanswered == m_evidence.requests.end() ? m_evidence.requests.constLast() : *unanswered;
    // What somebody chose is shown, not judged: the catalog's faults say what is to be expected of a chain.
    const Judgement judgement = m_fault.steps.isEmpty() ? judge(m_fault, m_studio.spec.chain, m_evidence)
                                                        : Judgement{.passed = unanswered == m_evidence.requests.end()};
    return {.fault = m_fault.id.toByteArray(),
            .title = m_fault.name(),
            .passed = judgement.passed,
            .end = told.ended.end,
            .waited = std::ranges::max_element(m_evidence.requests, {}, &Played::waited)->waited,
            .cost = sumOf(m_evidence.requests),
            .note = judgement.note,
            .path = m_path};
}

milliseconds FaultRehearsal::elapsed() const
{
    return duration_cast<milliseconds>(m_studio.clock.steady() - m_startedAt);
}

RequestId FaultRehearsal::currentId() const
{
    return {.value = quint64(m_evidence.requests.size())};
}

std::unique_ptr<Alarm> FaultRehearsal::later(milliseconds in, void (FaultRehearsal::*call)())
{
    std::unique_ptr<Alarm> alarm = m_studio.clock.alarm([this, call] { (this->*call)(); });
    alarm->set(in);
    return alarm;
}

} // namespace sb::lab
