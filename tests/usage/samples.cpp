#include "tests/usage/samples.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::usage {

namespace {

Json parsed(const char *text)
{
    return parseJson(QByteArrayView(text)).value();
}

AttemptRecord refusedAttempt()
{
    return {.providerId = u"north"_s,
            .modelId = u"author/first"_s,
            .endpointId = u"north/first"_s,
            .step = 0,
            .startedAt = Tuesday + 3ms,
            .waitedBefore = 1ms,
            .connect = 12ms,
            .firstContent = -1ms,
            .duration = 80ms,
            .httpStatus = 529,
            .succeeded = false,
            .error = chat::ErrorType::ProviderOverloaded,
            .errorMessage = u"Überlastet, bitte später – ご迷惑"_s,
            .moveReason = "first_try",
            .tokens = {.freshInput = 7},
            .tokensEstimated = true,
            .cost = {.kind = CostKind::Estimated, .amount = NanoDollars{35}},
            .bound = NanoDollars{9'000},
            .priceSource = u"north price list 2025-05-01"_s,
            .keyId = u"k-2"_s};
}

AttemptRecord servingAttempt()
{
    return {.providerId = u"south"_s,
            .modelId = u"author/second"_s,
            .endpointId = u"south/second"_s,
            .step = 1,
            .startedAt = Tuesday + 90ms,
            .waitedBefore = 5ms,
            .connect = 20ms,
            .firstContent = 210ms,
            .duration = 1'900ms,
            .httpStatus = 200,
            .succeeded = true,
            .moveReason = "next_overloaded",
            .tokens = {.freshInput = 100,
                       .cacheRead = 50,
                       .cacheWrite5m = 20,
                       .cacheWrite1h = 10,
                       .visibleOutput = 300,
                       .reasoning = 40},
            .cost = {.kind = CostKind::Computed, .amount = NanoDollars{123'456}},
            .bound = NanoDollars{700'000},
            .priceSource = u"south price list 2025-06-01"_s,
            .keyId = QString()};
}

template <typename T, size_t N>
const T &pick(Random &random, const std::array<T, N> &choices)
{
    return choices[size_t(random.below(N))];
}

qint64 upTo(Random &random, quint64 bound)
{
    return qint64(random.below(bound));
}

Cost randomCost(Random &random)
{
    const auto kind = CostKind(random.below(4));
    if (kind == CostKind::Unpriced)
        return {};
    return {.kind = kind, .amount = NanoDollars{upTo(random, 5'000'000)}};
}

AttemptRecord randomAttempt(Random &random, WallTime at)
{
    static const std::array providers{u"north"_s, u"south"_s, u"west"_s};
    const QString provider = pick(random, providers);
    AttemptRecord attempt{.providerId = provider,
                          .modelId = u"author/m%1"_s.arg(random.below(4)),
                          .endpointId = provider + u"/m"_s,
                          .startedAt = at,
                          .duration = std::chrono::milliseconds{upTo(random, 60'000)},
                          .cost = randomCost(random)};
    attempt.tokens = {.freshInput = upTo(random, 5'000),
                      .cacheRead = upTo(random, 500),
                      .cacheWrite5m = upTo(random, 50),
                      .cacheWrite1h = upTo(random, 50),
                      .visibleOutput = upTo(random, 2'000),
                      .reasoning = upTo(random, 800)};
    return attempt;
}

} // namespace

OpenRecord fullOpenRecord()
{
    return {.ledger = Ledger::Real,
            .startedAt = Tuesday,
            .client = u"playground"_s,
            .session = u"conversation 7"_s,
            .requestedModel = u"author/first"_s,
            .chain = u"careful"_s,
            .chainVersion = 3,
            .providerId = u"north"_s,
            .modelId = u"author/first"_s,
            .bound = NanoDollars{9'000},
            .request =
                parsed(R"({"model":"author/first","temperature":1.0,"messages":[)"
                       R"({"role":"system","content":"Be brief."},{"role":"user","content":"Why is the sky blue?"}],)"
                       R"("seed":9007199254740993})")};
}

Settlement fullSettlement(const RecordKey &key)
{
    return {.key = key,
            .end = routing::EndState::Length,
            .servedEndpoint = u"south/second"_s,
            .providerId = u"south"_s,
            .modelId = u"author/second"_s,
            .latency = 2'000ms,
            .firstContent = 300ms,
            .attempts = {refusedAttempt(), servingAttempt()},
            .decision = parsed(R"({"chain":"careful","candidates":[{"endpoint":"north/first","probability":1.0,)"
                               R"("bound":"0.000009"},{"endpoint":"south/second","probability":0.25,"bound":null}],)"
                               R"("excluded":[]})"),
            .answer = parsed(R"({"role":"assistant","content":"Rayleigh scattering."})"),
            .tokens = {.freshInput = 107,
                       .cacheRead = 50,
                       .cacheWrite5m = 20,
                       .cacheWrite1h = 10,
                       .visibleOutput = 300,
                       .reasoning = 40},
            .cost = {.kind = CostKind::Estimated, .amount = NanoDollars{123'491}}};
}

OpenRecord smallOpenRecord(std::optional<NanoDollars> bound, WallTime at)
{
    return {.startedAt = at,
            .client = u"ask"_s,
            .requestedModel = u"author/m0"_s,
            .providerId = u"north"_s,
            .modelId = u"author/m0"_s,
            .bound = bound};
}

Settlement smallSettlement(const RecordKey &key, NanoDollars cost)
{
    return {.key = key,
            .end = routing::EndState::Complete,
            .servedEndpoint = u"north/m0"_s,
            .providerId = u"north"_s,
            .modelId = u"author/m0"_s,
            .latency = 500ms,
            .firstContent = 100ms,
            .tokens = {.freshInput = 10, .visibleOutput = 20},
            .cost = {.kind = CostKind::Computed, .amount = cost}};
}

OpenRecord randomOpenRecord(Random &random, Ledger ledger)
{
    static const std::array clients{u"playground"_s, u"ask"_s};
    static const std::array chains{QString(), u"careful"_s, u"cheap"_s};
    constexpr quint64 FiveWeeks = 35ULL * 24 * 3'600'000;
    OpenRecord record = smallOpenRecord(NanoDollars{upTo(random, 10'000'000)},
                                        Tuesday + std::chrono::milliseconds{upTo(random, FiveWeeks)});
    record.ledger = ledger;
    record.client = pick(random, clients);
    record.chain = pick(random, chains);
    return record;
}

Settlement randomSettlement(Random &random, const RecordKey &key, const OpenRecord &opened)
{
    static const std::array ends{routing::EndState::Complete, routing::EndState::Complete, routing::EndState::Length,
                                 routing::EndState::Filtered, routing::EndState::Cut,      routing::EndState::Failed};
    Settlement settlement{.key = key, .end = pick(random, ends)};
    settlement.latency = std::chrono::milliseconds{upTo(random, 90'000)};
    settlement.firstContent = std::chrono::milliseconds{upTo(random, 4'000) - 1};
    settlement.cost = {.kind = CostKind::Billed, .amount = NanoDollars{}};
    for (quint64 i = random.below(4); i > 0; --i)
        settlement.attempts.append(randomAttempt(random, opened.startedAt));
    for (const AttemptRecord &attempt : std::as_const(settlement.attempts)) {
        settlement.tokens += attempt.tokens;
        settlement.cost.kind = std::max(settlement.cost.kind, attempt.cost.kind);
        if (settlement.cost.kind == CostKind::Unpriced)
            settlement.cost.amount.reset();
        else
            settlement.cost.amount = saturatingAdd(*settlement.cost.amount, *attempt.cost.amount);
    }
    if (settlement.attempts.isEmpty()) {
        settlement.cost = {};
        settlement.providerId = opened.providerId;
        settlement.modelId = opened.modelId;
    } else {
        settlement.providerId = settlement.attempts.last().providerId;
        settlement.modelId = settlement.attempts.last().modelId;
        if (settlement.end != routing::EndState::Failed)
            settlement.servedEndpoint = settlement.attempts.last().endpointId;
    }
    return settlement;
}

} // namespace sb::usage
