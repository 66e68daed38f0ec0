// bench-models: searching and sorting a large catalog, and what a month would have cost at each endpoint. One JSON line
// a figure.
#include "tests/benchmarks/figures.h"

#include "core/profile/profile.h"
#include "resources/data.h"
#include "ui/models/model_index.h"

#include <QTemporaryDir>

using namespace sb;
using namespace sb::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 60;
constexpr qsizetype Wanted = 5'000; // endpoints

/// The shipped catalog, so often under other names that it has as many endpoints as are wanted.
catalog::Catalog largeCatalog(const catalog::Catalog &shipped)
{
    QList<catalog::Endpoint> endpoints = shipped.endpoints();
    for (int copy = 2; endpoints.size() < Wanted; ++copy) {
        for (catalog::Endpoint endpoint : shipped.endpoints()) {
            if (endpoints.size() == Wanted)
                break;
            endpoint.id += u"-%1"_s.arg(copy);
            endpoint.modelId += u"-%1"_s.arg(copy);
            endpoints.append(endpoint);
        }
    }
    return {shipped.providers(), endpoints};
}

/// A month of requests in groups, as a register of some use gives them.
usage::RecentUse month()
{
    usage::RecentUse use;
    for (int i = 0; i < 120; ++i) {
        usage::DemandGroup group{.requests = 40, .leastPrompt = 500 * (i + 1), .mostTokens = 700 * (i + 1)};
        group.demand = {.isKnown = true, .tools = i % 3 == 0, .images = i % 7 == 0};
        group.mostOutput = 100 * (i + 1);
        group.tokens = {.freshInput = 20'000, .cacheRead = 4'000, .visibleOutput = 8'000, .reasoning = 500};
        use.requests += group.requests;
        use.groups.append(group);
    }
    use.byHour = use.groups;
    return use;
}

} // namespace

int main()
{
    initData();
    const QTemporaryDir folder;
    const catalog::Catalog catalog = largeCatalog(profile::loadCatalog(profile::Paths(folder.path())).catalog);
    const QByteArray size = QByteArray::number(catalog.endpoints().size()) + " endpoints of "
        + QByteArray::number(catalog.modelIds().size()) + " models";
    qsizetype rows = 0;
    report("models.index",
           fastestMicroseconds(10, [&] { rows += qsizetype(ui::ModelIndex(catalog, {}).models().size()); }) / 1000,
           "ms", size + ", on a worker");
    const ui::ModelIndex index(catalog, {u"openai"_s, u"anthropic"_s});
    const usage::RecentUse use = month();
    ui::Figures figures;
    report("models.figures", fastestMicroseconds(5, [&] { figures = ui::figuresOf(index, use, {}); }) / 1000, "ms",
           size + ", 120 groups of requests, on a worker");

    const auto search = [&](const QByteArray &name, const ui::ModelFilter &filter, const ui::ModelSort &sort) {
        const auto once = [&] { rows += index.find(filter, sort, {u"openai/gpt-5-mini"_s}, figures).rows.size(); };
        report("models.search." + name, fastestMicroseconds(Runs, once) / 1000, "ms", size);
        std::vector<double> sample;
        for (int run = 0; run < Runs; ++run) {
            const double start = threadMicroseconds();
            once();
            sample.push_back((threadMicroseconds() - start) / 1000);
        }
        report("models.search." + name + ".p99", quantile(sample, 0.99), "ms", size);
    };
    search("everything", {}, {});
    search("one letter", {.text = u"g"_s}, {});
    search("two words", {.text = u"gpt mini"_s}, {});
    search("no match", {.text = u"funicular"_s}, {});
    search("facets",
           {.text = u"a"_s,
            .abilities = ui::bit(ui::Ability::Tools) | ui::bit(ui::Ability::JsonSchema),
            .providers = {u"openai"_s, u"openrouter"_s}},
           {.order = ui::ModelOrder::RecentCost});
    search("by output price", {}, {.order = ui::ModelOrder::Output});
    return rows > 0 ? 0 : 1;
}
