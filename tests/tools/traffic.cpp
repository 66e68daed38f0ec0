#include "tests/tools/traffic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

using std::chrono::milliseconds;

constexpr int Models = 60;
constexpr int Providers = 12;
constexpr int Offers = 3; ///< providers that serve a model
constexpr qint64 DayMs = 24LL * 3'600'000;

/// The names of `count` things by number, spelled once: a request has some twenty of them.
template <typename Spell>
QStringList spelled(int count, Spell spell)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(spell(i));
    return names;
}

const QString &modelName(int model)
{
    static const QStringList names = spelled(Models, [](int i) { return u"author-%1/model-%2"_s.arg(i % 9).arg(i); });
    return names.at(model);
}

const QString &providerName(int model, int offer)
{
    static const QStringList names = spelled(Providers, [](int i) { return u"provider-%1"_s.arg(i); });
    return names.at((model * 7 + offer * 5) % Providers);
}

const QString &endpointName(int model, int offer)
{
    static const QStringList names = spelled(
        Models * Offers, [](int i) { return providerName(i / Offers, i % Offers) + u"/model-%1"_s.arg(i / Offers); });
    return names.at(model * Offers + offer);
}

/// Micro-dollars per million tokens, from cheap to dear.
qint64 inputPrice(int model)
{
    return 20'000LL * (1 + model * model / 4);
}

NanoDollars costOf(int model, const chat::TokenClasses &tokens)
{
    const qint64 pico = inputPrice(model) * (tokens.freshInput + tokens.cacheRead / 4 + 4 * tokens.output());
    return {pico / 1'000};
}

} // namespace

Traffic::Traffic(const Options &options)
    : m_options(options)
    , m_random(options.seed)
{
}

Traffic::Request Traffic::next()
{
    static const std::array clients{u"playground"_s, u"ask"_s, u"editor"_s, u"batch"_s};
    static const std::array chains{QString(), u"sample"_s, u"careful"_s, u"cheap"_s, u"fast"_s};
    Request request;
    const WallTime at = nextTime();
    const int model = popular(Models);
    const int tries = m_random.unit() < 0.9 ? 1 : 2 + int(m_random.below(2));
    request.opened = {.ledger = m_random.below(8) == 0 ? Ledger::Practice : Ledger::Real,
                      .startedAt = at,
                      .client = clients[size_t(popular(int(clients.size())))],
                      .session = u"conversation %1"_s.arg(m_made / 8),
                      .requestedModel = modelName(model),
                      .chain = chains[size_t(popular(int(chains.size())))],
                      .chainVersion = 2,
                      .providerId = providerName(model, 0),
                      .modelId = modelName(model),
                      .bound = NanoDollars{inputPrice(model) * 40}};

    Settlement &settled = request.settled;
    const double luck = m_random.unit();
    settled.end = luck < 0.93 ? routing::EndState::Complete
        : luck < 0.96         ? routing::EndState::Length
        : luck < 0.98         ? routing::EndState::Cancelled
        : luck < 0.995        ? routing::EndState::Failed
                              : routing::EndState::Cut;
    settled.cost = {.kind = CostKind::Computed, .amount = NanoDollars{}};
    WallTime start = at + milliseconds{2};
    for (int n = 0; n < tries; ++n) {
        AttemptRecord made = attempt(model, n % Offers, start);
        const bool last = n + 1 == tries;
        if (!last || settled.end == routing::EndState::Failed) {
            made.succeeded = false;
            made.httpStatus = 529;
            made.error = chat::ErrorType::ProviderOverloaded;
            made.errorMessage = u"Overloaded"_s;
            made.firstContent = milliseconds{-1};
            made.duration = milliseconds{40 + qint64(m_random.below(400))};
            made.tokens = {};
            made.cost.amount = NanoDollars{};
        }
        made.moveReason = n == 0 ? "first_try" : "next_overloaded";
        settled.tokens += made.tokens;
        settled.cost.amount = saturatingAdd(*settled.cost.amount, *made.cost.amount);
        start += made.duration;
        settled.attempts.append(made);
    }
    const AttemptRecord &serving = settled.attempts.last();
    settled.providerId = serving.providerId;
    settled.modelId = serving.modelId;
    settled.servedEndpoint = serving.succeeded ? serving.endpointId : QString();
    settled.latency = std::chrono::duration_cast<milliseconds>(start - at);
    if (serving.firstContent.count() >= 0)
        settled.firstContent = serving.firstContent + std::chrono::duration_cast<milliseconds>(serving.startedAt - at);
    settled.decision = decision(request, model);
    if (m_options.bodies)
        addBodies(request);
    ++m_made;
    return request;
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

AttemptRecord Traffic::attempt(int model, int offer, WallTime at)
{
    AttemptRecord made{.providerId = providerName(model, offer),
                       .modelId = modelName(model),
                       .endpointId = endpointName(model, offer),
                       .step = offer,
                       .startedAt = at,
                       .connect = milliseconds{around(35, 0.4)},
                       .httpStatus = 200,
                       .succeeded = true,
                       .bound = NanoDollars{inputPrice(model) * 40},
                       .priceSource = u"price list of 2025-05-01"_s};
    made.tokens = {.freshInput = around(700, 1.1), .visibleOutput = around(250, 1.0)};
    if (m_random.below(3) == 0)
        made.tokens.cacheRead = around(1'500, 0.8);
    if (model % 5 == 0)
        made.tokens.reasoning = around(400, 0.9);
    made.firstContent = made.connect + milliseconds{around(450, 0.6)};
    made.duration = made.firstContent + milliseconds{made.tokens.output() * 1'000 / around(70, 0.3)};
    made.cost = {.kind = CostKind::Computed, .amount = costOf(model, made.tokens)};
    return made;
}

/// As routing::plan() decides: three candidates, most days.
Json Traffic::decision(const Request &request, int model)
{
    Json candidates = Json::array();
    for (int offer = 0; offer < Offers; ++offer) {
        Json candidate;
        candidate.set("step", qint64(offer));
        candidate.set("endpoint", endpointName(model, offer));
        candidate.set("provider", providerName(model, offer));
        candidate.set("model", modelName(model));
        candidate.set("rank", qint64(offer + 1));
        candidate.set("probability", 1.0);
        candidate.set("expected_low", toDecimal(NanoDollars{around(10'000, 1)}));
        candidate.set("expected_high", toDecimal(NanoDollars{around(400'000, 1)}));
        candidate.set("bound", toDecimal(NanoDollars{inputPrice(model) * 40}));
        candidate.set("expected_first_token_ms", around(450, 0.2));
        candidates.append(candidate);
    }
    Json json;
    json.set("chain", request.opened.chain);
    json.set("chain_version", request.opened.chainVersion);
    json.set("ledger", request.opened.ledger == Ledger::Practice ? "practice" : "real");
    json.set("input_tokens_bound", around(3'000, 1));
    json.set("candidates", candidates);
    json.set("excluded", Json::array());
    return json;
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
