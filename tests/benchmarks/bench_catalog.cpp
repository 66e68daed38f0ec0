// bench-catalog: what the shipped providers and prices cost to load and to hold; what a profile with 5,000 fetched
// endpoints and their history costs to load, and a refresh of it to merge and to write. One JSON line a figure.
#include "tests/benchmarks/figures.h"

#include "core/profile/profile_store.h"
#include "resources/data.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace sb;
using namespace sb::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 40;

QList<QByteArray> shippedTexts()
{
    QList<QByteArray> texts;
    for (const QString &folder : {u":/signalbox/providers"_s, u":/signalbox/catalog"_s}) {
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                texts.append(file.readAll());
        }
    }
    return texts;
}

/// Memory of this process that nothing else shares, in bytes.
double privateBytes()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    double sum = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Private_"))
            sum += line.simplified().split(' ').value(1).toDouble() * 1024;
    }
    return sum;
}

constexpr qsizetype Fetched = 5000;
constexpr int Steps = 4; // of the history, for each endpoint

catalog::Price price(qint64 input)
{
    return {.components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {input}},
                           {.unit = catalog::PriceUnit::VisibleOutput, .amount = {4 * input}},
                           {.unit = catalog::PriceUnit::CacheRead, .amount = {input / 10}}}};
}

/// An index of as many models, as many of each provider that a fetch would ask.
catalog::FetchedList index(const QList<catalog::Provider> &providers, qint64 input)
{
    QList<catalog::Provider> asked = providers;
    asked.removeIf([](const catalog::Provider &each) { return each.local || each.practice; });
    catalog::FetchedList list{.sourceId = catalog::IndexId,
                              .kind = catalog::FetchedList::Kind::Index,
                              .name = catalog::IndexId,
                              .url = QUrl(u"https://models.dev/api.json"_s),
                              .at = fromMilliseconds(1'790'000'000'000)};
    for (qsizetype i = 0; i < Fetched; ++i) {
        const QString provider = asked.at(i * asked.size() / Fetched).id;
        const QString name = u"a-model-with-a-name-%1"_s.arg(i);
        list.endpoints.append({.id = provider + u'/' + name,
                               .providerId = provider,
                               .modelId = u"author/"_s + name,
                               .upstreamModel = name,
                               .price = price(input + i),
                               .contextTokens = 200'000,
                               .maxOutputTokens = 64'000,
                               .capabilities = {.tools = true, .images = true, .reasoning = true, .jsonSchema = true},
                               .released = QDate(2026, 6, 1),
                               .openWeights = false});
    }
    return list;
}

/// What a profile costs whose catalog was refreshed often.
void reportRefreshed(const profile::Paths &paths)
{
    const catalog::Catalog files = profile::loadCatalog(paths).files;
    catalog::RefreshInput input{.files = files};
    const auto fetch = [&files](qint64 dollars) {
        const catalog::FetchedList list = index(files.providers(), dollars * 1'000'000);
        return catalog::Fetch{.sourceId = list.sourceId,
                              .name = list.name,
                              .outcome = catalog::SourceReport::Outcome::Fetched,
                              .list = list,
                              .at = list.at};
    };
    for (int step = 0; step < Steps; ++step) {
        const profile::StoredRefresh stored =
            profile::storeRefresh(paths, input, {fetch(step + 1)}, fromMilliseconds(1'790'000'000'000 + step));
        input.lists = stored.result.lists;
        input.history = stored.history;
    }
    const QByteArray what = QByteArray::number(Fetched) + " fetched endpoints";
    const QByteArray withHistory = what + ", " + QByteArray::number(input.history.size()) + " steps of history";
    qsizetype sum = 0;
    report("catalog.refreshed.load",
           fastestMicroseconds(Runs, [&] { sum += profile::loadCatalog(paths).catalog.endpoints().size(); }) / 1000,
           "ms", what);
    report("catalog.history.load",
           fastestMicroseconds(Runs, [&] { sum += profile::loadHistory(paths).history.size(); }) / 1000, "ms",
           withHistory);
    report("catalog.layers",
           fastestMicroseconds(Runs, [&] { sum += withFetched(files, input.lists).endpoints().size(); }) / 1000, "ms",
           what + " over the shipped ones");
    const catalog::Fetch next = fetch(Steps + 1);
    report("catalog.merge",
           fastestMicroseconds(Runs,
                               [&] { sum += merge(input, {next}, fromMilliseconds(1'790'000'001'000)).changes.size(); })
               / 1000,
           "ms", withHistory + ", every price another one");
    const QString endpoint = next.list.endpoints.constFirst().id;
    report("catalog.history.at",
           fastestMicroseconds(Runs,
                               [&] {
                                   for (int i = 0; i < 1000; ++i)
                                       sum += input.history.at(endpoint, fromMilliseconds(1'790'000'000'002)) ? 1 : 0;
                               })
               / 1000,
           "µs", "the price that held at a time");
    report("catalog.history.bytes", double(QFileInfo(paths.priceHistory()).size()) / 1024, "kB", withHistory);
    report("catalog.fetched.bytes", double(QFileInfo(paths.fetched(catalog::IndexId)).size()) / 1024, "kB", what);
    if (sum == 0)
        report("catalog.nothing", 0, "", "no run did anything");
}

} // namespace

int main()
{
    initData();
    const QTemporaryDir folder;
    const auto prepared = profile::prepare(folder.path() + u"/profile"_s);
    if (!prepared)
        return 1;
    const profile::Paths paths = *prepared;

    // What is freed again by loading is asked for once before, so that it is not counted.
    qsizetype endpoints = profile::loadCatalog(paths).catalog.endpoints().size();
    const double before = privateBytes();
    QList<profile::LoadedCatalog> held;
    for (int i = 0; i < 10; ++i)
        held.append(profile::loadCatalog(paths));
    report("catalog.memory", (privateBytes() - before) / 10 / 1024, "kB",
           "one loaded catalog, its shipped part apart, mean of 10");
    held.clear();

    const QByteArray what = QByteArray::number(endpoints) + " endpoints, without a profile's files";
    report("catalog.load",
           fastestMicroseconds(Runs, [&] { endpoints += profile::loadCatalog(paths).revisions.size(); }) / 1000, "ms",
           what);

    const QList<QByteArray> texts = shippedTexts();
    qsizetype bytes = 0;
    for (const QByteArray &text : texts)
        bytes += text.size();
    report("catalog.bytes", double(bytes) / 1024, "kB", QByteArray::number(texts.size()) + " files");
    report("catalog.json",
           fastestMicroseconds(Runs,
                               [&] {
                                   for (const QByteArray &text : texts)
                                       endpoints += parseJson(text)->size();
                               })
               / 1000,
           "ms", "the same texts into JSON trees only");
    reportRefreshed(paths);
    return endpoints > 0 ? 0 : 1;
}
