// bench-catalog: what the shipped providers and prices cost to load and to hold. One JSON line a figure.
#include "tests/benchmarks/figures.h"

#include "core/profile/profile.h"
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

} // namespace

int main()
{
    initData();
    const QTemporaryDir folder;
    const profile::Paths paths(folder.path());

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
    return endpoints > 0 ? 0 : 1;
}
