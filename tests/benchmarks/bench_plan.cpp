// bench-plan: what one decision costs. One JSON line a figure.
#include "tests/benchmarks/figures.h"

#include "core/base/json.h"
#include "core/routing/plan.h"

using namespace sb;
using namespace sb::bench;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Providers = 6;

/// A step a model, each with six endpoints that have a price of four components and a known time to first token.
PlanInput stepsOf(int models)
{
    using enum catalog::PriceUnit;
    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints;
    PlanInput input;
    input.chain.name = u"bench"_s;
    for (int p = 0; p < Providers; ++p) {
        const QString provider = u"provider-%1"_s.arg(p);
        providers.append({.id = provider, .name = provider});
        input.usableProviders.insert(provider);
        for (int m = 0; m < models; ++m) {
            const QString id = u"%1/model-%2"_s.arg(provider).arg(m);
            endpoints.append({.id = id,
                              .providerId = provider,
                              .modelId = u"lab/model-%1"_s.arg(m),
                              .price = catalog::Price{.components = {{.unit = FreshInput, .amount = {2'500'000}},
                                                                     {.unit = CacheRead, .amount = {1'250'000}},
                                                                     {.unit = CacheWrite5m, .amount = {3'125'000}},
                                                                     {.unit = VisibleOutput, .amount = {10'000'000}}}},
                              .contextTokens = 128'000,
                              .maxOutputTokens = 16'000});
            const double seconds = 0.4 + 0.001 * (p + m);
            input.health.measured.insert(
                id,
                {.firstToken = Quantiles{.p50 = seconds, .p75 = seconds, .p90 = seconds, .p99 = seconds, .samples = 9},
                 .asked = true,
                 .attempts = 9});
        }
    }
    for (int m = 0; m < models; ++m)
        input.chain.steps.append(Step{.model = u"lab/model-%1"_s.arg(m)});
    input.catalog = catalog::Catalog(providers, endpoints);
    input.request.messages = {chat::Message::make(chat::Role::System, QString(400, u's')),
                              chat::Message::make(chat::Role::User, QString(2'000, u'u'))};
    return input;
}

/// Of 400 batches of calls the fastest, in microseconds of CPU time a call.
template <typename Work>
double microseconds(Work work, int calls = 20)
{
    return fastestMicroseconds(400,
                               [&work, calls] {
                                   for (int i = 0; i < calls; ++i)
                                       work();
                               })
        / calls;
}

} // namespace

int main()
{
    SeededRandom random(1);
    qsizetype seen = 0; // so that no call can be left out
    const auto planned = [&random, &seen](const PlanInput &input) {
        seen += plan(input, WallTime{}, random).candidates.size();
    };

    const PlanInput small = stepsOf(1);
    report("plan.candidates_6", microseconds([&] { planned(small); }, 200), "us", "one step of 6 endpoints");
    const PlanInput large = stepsOf(100);
    report("plan.candidates_600", microseconds([&] { planned(large); }, 2), "us", "100 steps of 6 endpoints");

    const PlanInput plain = stepsOf(10);
    report("plan.candidates_60", microseconds([&] { planned(plain); }), "us",
           "10 steps of 6 endpoints, no budget, prompt of 2,400 bytes, input bound included");

    PlanInput budgeted = plain;
    budgeted.budget.remaining = NanoDollars{1'000'000'000'000};
    report("plan.candidates_60_budget", microseconds([&] { planned(budgeted); }), "us", "the same under a hard limit");

    PlanInput tight = plain;
    tight.budget.remaining = NanoDollars{50'000'000};
    report("plan.candidates_60_lowered", microseconds([&] { planned(tight); }), "us",
           "the same, each output limit lowered to what is left");

    PlanInput excluded = plain;
    excluded.usableProviders.clear();
    report("plan.excluded_60", microseconds([&] { planned(excluded); }), "us", "the same without keys: 60 sentences");

    const Plan decided = plan(plain, WallTime{}, random);
    report("plan.json_60", microseconds([&] { seen += toJson(decided).dump().size(); }), "us", "the decision as JSON");

    Plan two = decided;
    two.candidates.resize(2);
    report("plan.json_bytes_2", double(toJson(two).dump().size()), "bytes", "the decision with two candidates");
    return seen > 0 ? 0 : 1;
}
