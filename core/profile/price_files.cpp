#include "core/profile/price_files.h"

#include "core/profile/folder.h"
#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

using catalog::FetchedList;
using catalog::PriceOverride;

// A line has some 250 bytes: a file is written anew after 50 changes of each of 5,000 endpoints, with the newest ones.
constexpr qint64 LargestHistory = 256LL * 1024 * 1024;
constexpr qint64 LongHistory = 64LL * 1024 * 1024;
constexpr qsizetype KeptOfLong = 20;

struct PriceFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Prices)
};

Result<FetchedList> readFetched(const QFileInfo &file)
{
    return readFile(file.filePath())
        .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
        .and_then([](const Json &json) { return catalog::parseFetchedList(json); })
        .and_then([&file](const FetchedList &list) -> Result<FetchedList> {
            if (list.sourceId == file.completeBaseName())
                return list;
            return failure(
                Error::Kind::InvalidInput,
                PriceFilesText::tr("expected the list of \"%1\", as the file is called, found that of \"%2\"")
                    .arg(file.completeBaseName(), list.sourceId));
        });
}

Result<QList<PriceOverride>> readOverrides(const QByteArray &bytes)
{
    return parseJson(bytes).and_then([](const Json &json) { return catalog::parseOverrides(json); });
}

void loadOverrides(LoadedPrices &loaded, const Paths &paths)
{
    const QString path = paths.priceOverrides();
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return;
    const Result<QList<PriceOverride>> read = bytes.and_then(readOverrides);
    if (!read) {
        loaded.bad.append({.path = path, .error = damaged(path, read.error().message)});
        return;
    }
    loaded.overrides = *read;
    loaded.revisions.insert(path, revisionOfBytes(*bytes));
}

} // namespace

LoadedPrices loadPrices(const Paths &paths)
{
    LoadedPrices loaded;
    for (const QFileInfo &file : QDir(paths.fetched()).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (const Result<FetchedList> list = readFetched(file))
            loaded.fetched.append(*list);
        else
            loaded.bad.append({.path = file.filePath(), .error = damaged(file.filePath(), list.error().message)});
    }
    std::ranges::sort(loaded.fetched, {}, &FetchedList::sourceId);
    loadOverrides(loaded, paths);
    return loaded;
}

Result<void> saveFetched(const Paths &paths, const FetchedList &list)
{
    if (!catalog::isSourceId(list.sourceId))
        return failure(Error::Kind::InvalidInput,
                       PriceFilesText::tr("“%1” is not the id of a source.").arg(list.sourceId));
    return writeFile(paths.fetched(list.sourceId), toJson(list).dump() + '\n');
}

Result<Revision> saveOverrides(const Paths &paths, const QList<PriceOverride> &overrides, const Expected &expected)
{
    return writeGuarded(paths.priceOverrides(), toJson(overrides).dumpIndented(), expected, [](const QString &file) {
        return readFile(file).and_then([](const QByteArray &bytes) {
            return readOverrides(bytes).map([&](const auto &) { return revisionOfBytes(bytes); });
        });
    });
}

LoadedHistory loadHistory(const Paths &paths)
{
    LoadedHistory loaded;
    const QString path = paths.priceHistory();
    const Result<QByteArray> bytes = readFile(path, LargestHistory);
    if (!bytes) {
        if (bytes.error().kind != Error::Kind::NotFound)
            loaded.bad.append({.path = path, .error = bytes.error()});
        return loaded;
    }
    int unreadable = 0;
    QByteArrayView rest(*bytes);
    for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        const auto change = parseJson(rest.first(end)).and_then(catalog::parseChange);
        if (change)
            loaded.history.add(*change);
        else
            ++unreadable;
        rest = rest.sliced(end + 1);
    }
    if (unreadable > 0)
        loaded.bad.append(
            {.path = path,
             .error = damaged(path, PriceFilesText::tr("%n line(s) of it cannot be read", nullptr, unreadable))});
    return loaded;
}

namespace {

QByteArray linesOf(const QList<catalog::EndpointChange> &changes)
{
    QByteArray lines;
    for (const catalog::EndpointChange &change : changes)
        lines += toJson(change).dump() + '\n';
    return lines;
}

} // namespace

Result<void> appendHistory(const Paths &paths, const QList<catalog::EndpointChange> &changes)
{
    if (changes.isEmpty())
        return {};
    const QFileInfo target = targetOf(paths.priceHistory());
    return Folder::hold(target.absolutePath()).and_then([&](const Folder &folder) {
        return folder.append(target.fileName(), linesOf(changes));
    });
}

Result<void> shortenHistory(const Paths &paths, const catalog::PriceHistory &history)
{
    if (QFileInfo(paths.priceHistory()).size() <= LongHistory)
        return {};
    return writeFile(paths.priceHistory(), linesOf(history.newest(KeptOfLong)));
}

StoredRefresh storeRefresh(const Paths &paths, const catalog::RefreshInput &input, const QList<catalog::Fetch> &fetches,
                           WallTime now)
{
    StoredRefresh stored{.files = input.files, .result = merge(input, fetches, now), .history = input.history};
    for (const catalog::EndpointChange &change : std::as_const(stored.result.changes))
        stored.history.add(change);
    const auto note = [&stored](const Result<void> &written) {
        if (!written && !stored.error)
            stored.error = written.error();
    };
    note(appendHistory(paths, stored.result.changes).and_then([&] { return shortenHistory(paths, stored.history); }));
    for (const QString &sourceId : std::as_const(stored.result.changedSources))
        note(saveFetched(paths, *listOf(stored.result.lists, sourceId)));
    return stored;
}

} // namespace sb::profile
