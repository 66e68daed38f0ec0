#include "tests/tools/traffic.h"

#include "core/routing/policy/match.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

using std::chrono::milliseconds;

constexpr qint64 DayMs = 24LL * 3'600'000;
constexpr qint64 MostPromptTokens = 150'000; ///< within the window of all endpoints

/// What a client is used for: kinds of work, and how long its prompts are.
struct Habit
{
    const char *client = "";
    std::array<const char *, 3> classes{};
    double promptTokens = 0; ///< median
    double tools = 0; ///< share of requests
    double byPolicy = 0; ///< share of requests that leave the choice to the policy
};
constexpr std::array Habits{Habit{"playground", {"chat", "reasoning", "long_document"}, 700, 0.05, 0.5},
                            Habit{"ask", {"simple", "chat", "code"}, 400, 0.0, 0.6},
                            Habit{"editor", {"code", "code", "simple"}, 1'800, 0.6, 0.7},
                            Habit{"batch", {"bulk", "simple", "bulk"}, 2'500, 0.0, 0.4}};

} // namespace

Traffic::Traffic(const Options &options)
    : m_options(options)
    , m_random(options.seed)
{
    m_input.catalog = m_world.catalog;
    m_input.usableProviders = m_world.usableProviders;
    m_input.health = m_world.health;
    m_input.budget.hard = false;
    m_input.usual = m_world.policy.preferences;
    m_input.weights = m_world.policy.weights;
}

Traffic::Request Traffic::next()
{
    Request request;
    const WallTime at = nextTime();
    const Wish wanted = wish();
    request.opened = {.ledger = wanted.practice ? Ledger::Practice : Ledger::Real,
                      .startedAt = at,
                      .client = wanted.client,
                      .session = u"conversation %1"_s.arg(m_made / 8),
                      .requestedModel = wanted.outline.model};
    const routing::Plan plan = planFor(wanted, at, request);
    request.opened.providerId = plan.candidates.constFirst().providerId;
    request.opened.modelId = plan.candidates.constFirst().modelId;
    request.opened.bound = plan.candidates.constFirst().bound;

    Settlement &settled = request.settled;
    const double luck = m_random.unit();
    settled.end = luck < 0.95 ? routing::EndState::Complete
        : luck < 0.98         ? routing::EndState::Length
        : luck < 0.995        ? routing::EndState::Cancelled
                              : routing::EndState::Cut;
    sendAlong(plan, wanted, at, settled);
    settled.decision = toJson(plan);
    const auto nature = m_world.natures.constFind(settled.servedEndpoint);
    if (nature != m_world.natures.cend() && wanted.client == "playground"_L1 && happens(0.05))
        request.vote = happens(nature->liked) ? Vote::Kind::Better : happens(0.7) ? Vote::Kind::Worse : Vote::Kind::Tie;
    if (m_options.bodies)
        addBodies(request);
    ++m_made;
    return request;
}

Traffic::Wish Traffic::wish()
{
    const Habit &habit = Habits[size_t(popular(int(Habits.size())))];
    Wish wish{.client = QString::fromLatin1(habit.client),
              .taskClass = habit.classes[size_t(popular(int(habit.classes.size())))],
              .practice = m_random.below(8) == 0,
              .promptTokens = std::min(around(habit.promptTokens, 1.1), MostPromptTokens)};
    routing::RequestOutline &outline = wish.outline;
    if (wish.practice)
        outline.model = trafficPracticeModel(popular(TrafficPracticeModels));
    else if (happens(habit.byPolicy))
        outline.model = u"auto"_s;
    else if (happens(0.1))
        outline.model = routing::chainTarget(m_world.chains.at(popular(int(m_world.chains.size()))).name);
    else
        outline.model = trafficModel(popular(TrafficModels));
    if (wish.client == "editor"_L1)
        outline.session = u"conversation %1"_s.arg(m_made / 8);
    outline.tools = happens(habit.tools);
    outline.images = outline.model == "auto"_L1 && happens(0.02);
    if (happens(0.1))
        outline.output = happens(0.5) ? routing::OutputForm::JsonSchema : routing::OutputForm::JsonObject;
    if (happens(0.3))
        outline.maxTokens = happens(0.5) ? 1'024 : 4'096;
    outline.text = wish.promptTokens * 4;
    outline.likelyInput = outline.text / 3 + 96 + (outline.tools ? 1'024 : 0);
    outline.mostInput = outline.text + 96 + (outline.tools ? 1'024 : 0) + (outline.images ? 48'169 : 0);
    return wish;
}

/// By the policy, where the request leaves it the choice.
routing::Plan Traffic::planFor(const Wish &wish, WallTime at, Request &request)
{
    QString chain = routing::chainNameOf(wish.outline.model).value_or(QString());
    m_input.policy = {};
    if (chain.isEmpty()) {
        const routing::RequestFacts facts = routing::factsOf(
            wish.outline, {.taskClass = QString::fromLatin1(wish.taskClass), .client = wish.client, .now = at});
        const routing::Match match = routing::match(m_world.policy, facts);
        chain = match.chain;
        m_input.policy = toJson(m_world.policy, match, facts);
        m_input.policy.set("class", wish.taskClass);
        m_input.policy.set("confidence", 0.5 + double(m_random.below(50)) / 100);
    }
    m_input.request = routing::sketchOf(wish.outline);
    m_input.outline = wish.outline;
    const auto named = std::ranges::find(m_world.chains, chain, &routing::Chain::name);
    m_input.chain = named == m_world.chains.end() ? routing::implicitChain(m_input.request) : *named;
    request.opened.chain = m_input.chain.name;
    request.opened.chainVersion = m_input.chain.name.isEmpty() ? 0 : m_input.chain.version;
    return routing::plan(m_input, at, m_random);
}

/// From one candidate to the next, until one answers; three at most.
void Traffic::sendAlong(const routing::Plan &plan, const Wish &wish, WallTime at, Settlement &settled)
{
    constexpr qsizetype MostTries = 3;
    settled.cost = {.kind = CostKind::Computed, .amount = NanoDollars{}};
    const qsizetype tries = std::min(MostTries, plan.candidates.size());
    WallTime start = at + milliseconds{2};
    for (qsizetype n = 0; n < tries; ++n) {
        const routing::Candidate &candidate = plan.candidates.at(n);
        AttemptRecord made = attempt(candidate, wish, start);
        const bool isSpoiled = happens(m_world.natures.value(candidate.endpointId).failing);
        if (isSpoiled) {
            made.succeeded = false;
            made.httpStatus = 529;
            made.error = chat::ErrorType::ProviderOverloaded;
            made.errorMessage = u"Overloaded"_s;
            made.firstContent = milliseconds{-1};
            made.duration = milliseconds{40 + qint64(m_random.below(400))};
            made.tokens = {};
            made.cost.amount = NanoDollars{};
        } else if (settled.end == routing::EndState::Cancelled) {
            made.succeeded = false;
            made.error = chat::ErrorType::Cancelled;
            made.tokensEstimated = true;
            made.cost.kind = settled.cost.kind = CostKind::Estimated;
        }
        made.moveReason = n == 0 ? "first_try" : "next_overloaded";
        settled.tokens += made.tokens;
        settled.cost.amount = saturatingAdd(*settled.cost.amount, *made.cost.amount);
        start += made.duration;
        settled.attempts.append(made);
        if (!isSpoiled)
            break;
    }
    const AttemptRecord &last = settled.attempts.constLast();
    if (last.error && last.error != chat::ErrorType::Cancelled)
        settled.end = routing::EndState::Failed;
    settled.providerId = last.providerId;
    settled.modelId = last.modelId;
    settled.servedEndpoint = last.succeeded ? last.endpointId : QString();
    settled.latency = std::chrono::duration_cast<milliseconds>(start - at);
    if (last.firstContent.count() >= 0)
        settled.firstContent = last.firstContent + std::chrono::duration_cast<milliseconds>(last.startedAt - at);
}

WallTime Traffic::nextTime()
{
    const WallTime begin = m_options.end - milliseconds{m_options.days * DayMs};
    const double part = double(m_made) / double(std::max<qint64>(m_options.requests, 1));
    const double days = part * m_options.days;
    // Four fifths of a day's requests between 8 and 20 o'clock.
    const double within = days - std::floor(days);
    const double clock = within < 0.1 ? within / 0.1 * 8
        : within < 0.9                ? 8 + (within - 0.1) / 0.8 * 12
                                      : 20 + (within - 0.9) / 0.1 * 4;
    return begin + milliseconds{qint64(std::floor(days)) * DayMs + qint64(clock * 3'600'000)};
}

/// The k-th of `count` with a chance in proportion to 1 / k, roughly.
int Traffic::popular(int count)
{
    return std::min(count - 1, int(std::pow(double(count + 1), m_random.unit())) - 1);
}

/// Log-normal.
qint64 Traffic::around(double median, double spread)
{
    const double normal =
        std::sqrt(-2 * std::log(1 - m_random.unit())) * std::cos(2 * std::numbers::pi * m_random.unit());
    return std::max<qint64>(1, qint64(median * std::exp(spread * normal)));
}

AttemptRecord Traffic::attempt(const routing::Candidate &candidate, const Wish &wish, WallTime at)
{
    const TrafficWorld::Nature nature = m_world.natures.value(candidate.endpointId);
    AttemptRecord made{.providerId = candidate.providerId,
                       .modelId = candidate.modelId,
                       .endpointId = candidate.endpointId,
                       .step = int(candidate.step),
                       .startedAt = at,
                       .connect = milliseconds{around(35, 0.4)},
                       .httpStatus = 200,
                       .succeeded = true,
                       .bound = candidate.bound,
                       .priceSource = u"price list 2025-05-01"_s};
    made.tokens = {.freshInput = wish.promptTokens, .visibleOutput = around(250, 1.0)};
    if (m_random.below(3) == 0) {
        made.tokens.cacheRead = made.tokens.freshInput * 3 / 5;
        made.tokens.freshInput -= made.tokens.cacheRead;
    }
    if (wish.taskClass == "reasoning" || wish.taskClass == "code")
        made.tokens.reasoning = around(400, 0.9);
    const double waiting = nature.firstToken * (1 + double(wish.promptTokens) / 20'000);
    made.firstContent = made.connect + milliseconds{around(waiting, 0.5)};
    made.duration = made.firstContent + milliseconds{made.tokens.output() * 1'000 / around(nature.rate, 0.3)};
    const qint64 ms = toMilliseconds(at);
    const auto amount = catalog::cost(*m_world.catalog.endpoint(candidate.endpointId)->price,
                                      {.tokens = made.tokens, .hourUtc = int(ms % DayMs / 3'600'000)});
    made.cost = {.kind = CostKind::Computed, .amount = amount};
    return made;
}

/// Conversations of eight turns, each of which sends the turns before.
void Traffic::addBodies(Request &request)
{
    static const QStringList words =
        u"the line was clear and a train from the north came in at dawn under heavy fog while"
        " signals stood at danger until every point lay right again"_s.split(u' ');
    const auto message = [this](const char *role, qint64 count) {
        QStringList text{u"%1"_s.arg(m_random.next(), 0, 36)};
        for (qint64 i = 0; i < count; ++i)
            text.append(words.at(qsizetype(m_random.below(quint64(words.size())))));
        Json json;
        json.set("role", role);
        json.set("content", text.join(u' '));
        return json;
    };
    if (m_made % 8 == 0)
        m_conversation.clear();
    m_conversation.append(message("user", around(40, 0.8)));
    request.opened.request = Json::object();
    request.opened.request.set("model", request.opened.requestedModel);
    request.opened.request.set("messages", Json(m_conversation));
    request.opened.request.set("stream", true);
    request.settled.answer = message("assistant", around(150, 0.8));
    m_conversation.append(request.settled.answer);
}

} // namespace sb::usage
