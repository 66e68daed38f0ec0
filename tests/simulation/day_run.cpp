#include "tests/simulation/day_run.h"

#include "core/routing/dispatcher.h"

#include <algorithm>
#include <queue>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace sb::simulation {

namespace {

// The books take the time 0 for "never".
constexpr SteadyTime Beginning = 1h;

struct Event
{
    enum class Kind
    {
        Arrival,
        Begin, ///< of an attempt
        FirstContent,
        End, ///< of an attempt
        Patience ///< of the caller is over
    };
    SteadyTime at{0};
    quint64 number = 0; ///< of two at the same time the one that was planned first
    Kind kind = Kind::Arrival;
    size_t request = 0;
    int attempt = 0; ///< to which it belongs; stale when another one runs
    bool operator>(const Event &other) const { return std::pair(at, number) > std::pair(other.at, other.number); }
};

/// A request on its way.
struct Flight
{
    chat::Request request = {};
    routing::Dispatcher dispatcher;
    SteadyTime arrivedAt{0};
    SteadyTime begunAt{0};
    routing::RateTicket ticket = {};
    int attempts = 0;
    qsizetype candidate = -1;
    Fate fate = {}; ///< of the attempt that runs
    bool running = false;
    std::optional<SteadyTime> firstToken = {}; ///< after its arrival
};

class DayRun
{
public:
    DayRun(RuleId rule, const catalog::Catalog &shipped, const Span &span, quint64 seed)
        : m_seed(seed)
        , m_world(makeRuleWorld(shipped))
        , m_rule(makeRule(rule, m_world, mixed(seed, 3)))
        , m_hosts(makeHosts(shipped, span, seed))
        , m_turns(makeWorkload(span, seed))
        , m_random(mixed(seed, 4))
        , m_flights(m_turns.size())
        , m_text(LongestText, u'x')
    {
        for (size_t i = 0; i < m_hosts.size(); ++i)
            m_places.insert(m_hosts[i].endpoint().id, i);
        m_waits.reserve(m_turns.size());
    }

    DayResult run()
    {
        for (size_t i = 0; i < m_turns.size(); ++i) {
            if (m_turns[i].first)
                plan(Event::Kind::Arrival, Beginning + m_turns[i].pause, i);
        }
        while (!m_events.empty()) {
            const Event event = m_events.top();
            m_events.pop();
            m_now = event.at;
            take(event);
        }
        return summary();
    }

private:
    static constexpr qsizetype LongestText = 4'000'000;

    void plan(Event::Kind kind, SteadyTime at, size_t request, int attempt = 0)
    {
        m_events.push({.at = at, .number = m_number++, .kind = kind, .request = request, .attempt = attempt});
    }

    void take(const Event &event)
    {
        if (event.kind == Event::Kind::Arrival)
            return arrive(event.request);
        Flight *flight = m_flights[event.request].get();
        const bool stale = !flight || (event.kind != Event::Kind::Patience && event.attempt != flight->attempts);
        if (stale)
            return;
        switch (event.kind) {
        case Event::Kind::Begin:
            return begin(event.request, *flight);
        case Event::Kind::FirstContent:
            flight->firstToken = m_now - flight->arrivedAt;
            return;
        case Event::Kind::End:
            return endAttempt(event.request, *flight);
        case Event::Kind::Patience:
            return giveUp(event.request, *flight);
        case Event::Kind::Arrival:
            break;
        }
    }

    void arrive(size_t request)
    {
        chat::Request asked = requestOf(m_turns[request]);
        routing::Plan decided = m_rule->plan(asked, m_now);
        m_flights[request] =
            std::make_unique<Flight>(Flight{.request = std::move(asked),
                                            .dispatcher = routing::Dispatcher(std::move(decided), m_world.chain),
                                            .arrivedAt = m_now});
        Flight &flight = *m_flights[request];
        plan(Event::Kind::Patience, m_now + caller::Patience, request);
        move(request, flight, flight.dispatcher.start());
    }

    /// The text is of one letter, and its length is what counts; the session tells conversations apart.
    chat::Request requestOf(const Turn &turn) const
    {
        const qsizetype size = std::min(LongestText, qsizetype(turn.promptTokens * traffic::BytesPerToken));
        chat::Request request;
        request.model = QString::fromLatin1(Model);
        request.sessionId = QString::number(turn.conversation);
        request.messages = {chat::Message::make(chat::Role::User, QString::fromRawData(m_text.constData(), size))};
        return request;
    }

    void move(size_t request, Flight &flight, const routing::Move &move)
    {
        if (move.kind == routing::Move::Kind::End || flight.attempts == caller::Attempts)
            return finish(request,
                          move.reason == routing::MoveReason::StopAfterContent ? Ending::BrokenOff : Ending::Exhausted);
        flight.candidate = move.candidate;
        ++flight.attempts;
        plan(Event::Kind::Begin, m_now + move.delay, request, flight.attempts);
    }

    void begin(size_t request, Flight &flight)
    {
        const Turn &turn = m_turns[request];
        const size_t place = placeOf(flight);
        SeededRandom luck(mixed(mixed(m_seed, request), quint64(place * 64) + quint64(flight.attempts)));
        ++m_result.attempts;
        flight.begunAt = m_now;
        flight.running = true;
        flight.ticket = m_rule->began(m_hosts[place].endpoint().id, flight.request, m_now);
        flight.fate =
            m_hosts[place].serve(turn, m_now - Beginning, m_world.chain.steps.first().clocks.firstContent, luck);
        if (flight.fate.firstContent)
            plan(Event::Kind::FirstContent, m_now + *flight.fate.firstContent, request, flight.attempts);
        plan(Event::Kind::End, m_now + flight.fate.took, request, flight.attempts);
    }

    void endAttempt(size_t request, Flight &flight)
    {
        report(request, flight);
        flight.running = false;
        const Fate &fate = flight.fate;
        pay(m_turns[request], fate);
        if (!fate.failure)
            return finish(request, Ending::Complete);
        m_result.rateLimited += routing::classify(*fate.failure) == routing::FailureClass::RateLimit ? 1 : 0;
        move(request, flight, flight.dispatcher.afterFailure(*fate.failure, m_random));
    }

    void giveUp(size_t request, Flight &flight)
    {
        if (flight.firstToken)
            return;
        if (flight.running) {
            flight.fate = {.took = m_now - flight.begunAt,
                           .failure = routing::AttemptFailure{.error = {.type = chat::ErrorType::Cancelled}}};
            report(request, flight);
        }
        finish(request, Ending::GivenUp);
    }

    void report(size_t request, const Flight &flight)
    {
        m_rule->ended({.endpoint = m_hosts[placeOf(flight)].endpoint(),
                       .request = flight.request,
                       .turn = m_turns[request],
                       .fate = flight.fate,
                       .ticket = flight.ticket,
                       .begun = flight.begunAt,
                       .now = m_now});
    }

    void pay(const Turn &turn, const Fate &fate)
    {
        if (!fate.firstContent)
            return;
        m_result.dollars += double(fate.cost.value) / 1e9;
        m_promptTokens += double(turn.promptTokens);
        m_cachedTokens += double(fate.cachedTokens);
    }

    void finish(size_t request, Ending ending)
    {
        Flight &flight = *m_flights[request];
        ++m_result.requests;
        m_result.hours += double((m_now - flight.arrivedAt).count()) / 3.6e12;
        ++m_result.endings[size_t(ending)];
        const SteadyTime none = caller::Patience;
        m_waits.push_back(double(flight.firstToken.value_or(none).count()) / 1e9);
        m_flights[request].reset();
        if (!m_turns[request].last)
            plan(Event::Kind::Arrival, m_now + m_turns[request + 1].pause, request + 1);
    }

    DayResult summary()
    {
        std::ranges::sort(m_waits);
        const auto quantile = [this](double p) { return m_waits[size_t(p * double(m_waits.size() - 1))]; };
        m_result.p50 = quantile(0.5);
        m_result.p95 = quantile(0.95);
        m_result.cachedShare = m_promptTokens > 0 ? m_cachedTokens / m_promptTokens : 0;
        return m_result;
    }

    [[nodiscard]] size_t placeOf(const Flight &flight) const
    {
        return m_places.value(flight.dispatcher.plan().candidates.at(flight.candidate).endpointId);
    }

    quint64 m_seed;
    RuleWorld m_world;
    std::unique_ptr<Rule> m_rule;
    std::vector<Host> m_hosts;
    QHash<QString, size_t> m_places; ///< of hosts, by endpoint
    std::vector<Turn> m_turns;
    SeededRandom m_random; ///< spreads backoffs
    std::vector<std::unique_ptr<Flight>> m_flights; ///< by request; null before it came and after it ended
    QString m_text;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    quint64 m_number = 0;
    SteadyTime m_now{0};
    DayResult m_result;
    std::vector<double> m_waits; ///< seconds
    double m_promptTokens = 0;
    double m_cachedTokens = 0;
};

} // namespace

DayResult runDay(RuleId rule, const catalog::Catalog &shipped, const Span &span, quint64 seed)
{
    return DayRun(rule, shipped, span, seed).run();
}

} // namespace sb::simulation
