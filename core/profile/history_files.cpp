#include "core/profile/history_files.h"

#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

struct HistoryFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Histories)
};

template <typename T>
Result<routing::VersionHistory<T>> readHistory(const QByteArray &bytes)
{
    return parseJson(bytes).and_then(routing::parseHistory<T>);
}

template <typename T>
LoadedHistories<T> loadFrom(const QString &folder)
{
    LoadedHistories<T> loaded;
    for (const QString &file : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString path = folder + u'/' + file;
        const Result<QByteArray> bytes = readFile(path);
        const auto history = bytes.and_then(readHistory<T>);
        if (!history) {
            loaded.bad.append(
                {.path = path, .error = bytes ? damaged(path, history.error().message) : history.error()});
            continue;
        }
        loaded.histories.insert(file.chopped(5), *history);
        loaded.revisions.insert(file.chopped(5), revisionOfBytes(*bytes));
    }
    return loaded;
}

template <typename T>
Result<Revision> saveIn(const QString &folder, const QString &name, const routing::VersionHistory<T> &history,
                        const Expected &expected)
{
    if (!routing::isChainName(name))
        return failure(Error::Kind::InvalidInput,
                       HistoryFilesText::tr("Nothing is called “%1” that could have a history.").arg(name));
    const auto revision = [](const QString &path) {
        return readFile(path).and_then([](const QByteArray &bytes) {
            return readHistory<T>(bytes).map([&](const auto &) { return revisionOfBytes(bytes); });
        });
    };
    return writeGuarded(folder + u'/' + name + ".json"_L1, toJson(history).dumpIndented(), expected, revision);
}

} // namespace

LoadedHistories<routing::Chain> loadChainHistories(const Paths &paths)
{
    return loadFrom<routing::Chain>(paths.chainHistories());
}

LoadedHistories<routing::Policy> loadPolicyHistories(const Paths &paths)
{
    return loadFrom<routing::Policy>(paths.policyHistories());
}

Result<Revision> saveChainHistory(const Paths &paths, const QString &name,
                                  const routing::VersionHistory<routing::Chain> &history, const Expected &expected)
{
    return saveIn(paths.chainHistories(), name, history, expected);
}

Result<Revision> savePolicyHistory(const Paths &paths, const QString &name,
                                   const routing::VersionHistory<routing::Policy> &history, const Expected &expected)
{
    return saveIn(paths.policyHistories(), name, history, expected);
}

} // namespace sb::profile
