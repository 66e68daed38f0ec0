#include "core/profile/folder.h"
#include "core/profile/io_error.h"
#include "core/profile/profile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

struct ChainFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Chains)
};

constexpr qsizetype LongestName = 64; // of a chain, see routing::isChainName()

Result<void> checkName(const QString &name)
{
    if (routing::isChainName(name))
        return {};
    return failure(
        Error::Kind::InvalidInput,
        ChainFilesText::tr("“%1” cannot be the name of a chain. Take letters, digits, -, _ and .").arg(name));
}

Result<routing::Chain> readChain(const QByteArray &bytes, const QString &name)
{
    return parseJson(bytes).and_then(routing::parseChain).and_then([&](routing::Chain chain) -> Result<routing::Chain> {
        if (chain.name == name)
            return chain;
        return failure(Error::Kind::InvalidInput,
                       ChainFilesText::tr("name: expected \"%1\", as the file is called").arg(name));
    });
}

/// Keeps a chain beside the one that somebody else wrote, as a chain with a name of its own.
Result<QString> keepBeside(const Folder &folder, routing::Chain chain)
{
    const QString name = chain.name;
    for (int number = 1;; ++number) {
        const QString suffix = u".conflict-%1"_s.arg(number);
        chain.name = name.left(LongestName - suffix.size()) + suffix;
        if (!folder.contains(chain.name + ".json"_L1))
            break;
    }
    return folder.replace(chain.name + ".json"_L1, toJson(chain).dumpIndented()).map([&] { return chain.name; });
}

Result<Revision> refuse(const Folder &folder, const routing::Chain &chain)
{
    return keepBeside(folder, chain).and_then([&](const QString &name) -> Result<Revision> {
        return failure(
            Error::Kind::Conflict,
            ChainFilesText::tr("“%1” was changed or removed meanwhile. Your version was kept as “%2”; look at both and "
                               "remove one.")
                .arg(chain.name, name));
    });
}

/// In a folder that is held.
Result<Revision> replace(const Paths &paths, const Folder &folder, const routing::Chain &chain,
                         const Revision &expected)
{
    const Result<Revision> found = revisionOf(paths.chain(chain.name));
    if (!found || *found != expected)
        return refuse(folder, chain);
    const QByteArray bytes = toJson(chain).dumpIndented();
    return folder.replace(chain.name + ".json"_L1, bytes).map([&] { return revisionOfBytes(bytes); });
}

Result<void> checkRevision(const Paths &paths, const QString &name, const Revision &expected)
{
    return revisionOf(paths.chain(name)).and_then([&](const Revision &found) -> Result<void> {
        if (found == expected)
            return {};
        return leftAlone(paths.chain(name));
    });
}

} // namespace

LoadedChains loadChains(const Paths &paths)
{
    LoadedChains loaded;
    const QDir folder(paths.chains());
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(file);
        const QString name = file.chopped(5);
        const Result<QByteArray> bytes = readFile(path);
        if (!bytes) {
            loaded.bad.append({.path = path, .error = bytes.error()});
            continue;
        }
        const Result<routing::Chain> chain = readChain(*bytes, name);
        if (!chain) {
            loaded.bad.append({.path = path, .error = damaged(path, chain.error().message)});
            continue;
        }
        loaded.chains.append(*chain);
        loaded.revisions.insert(name, revisionOfBytes(*bytes));
    }
    // Not in the order of the files: "x.conflict-1.json" comes before "x.json".
    std::ranges::sort(loaded.chains, {}, &routing::Chain::name);
    return loaded;
}

Result<Revision> saveChain(const Paths &paths, const routing::Chain &chain, const Revision &expected)
{
    if (const auto named = checkName(chain.name); !named)
        return tl::unexpected(named.error());
    return Folder::hold(paths.chains()).and_then([&](const Folder &folder) {
        return replace(paths, folder, chain, expected);
    });
}

Result<Revision> renameChain(const Paths &paths, const QString &oldName, const Revision &expected,
                             const routing::Chain &chain)
{
    for (const QString &name : {oldName, chain.name}) {
        if (const auto named = checkName(name); !named)
            return tl::unexpected(named.error());
    }
    return Folder::hold(paths.chains()).and_then([&](const Folder &folder) {
        const Result<Revision> written = replace(paths, folder, chain, {});
        if (!written || !folder.contains(oldName + ".json"_L1))
            return written;
        return checkRevision(paths, oldName, expected)
            .and_then([&] { return folder.remove(oldName + ".json"_L1); })
            .map([&] { return *written; });
    });
}

Result<void> removeChain(const Paths &paths, const QString &name, const Expected &expected)
{
    if (const auto named = checkName(name); !named)
        return named;
    return Folder::hold(paths.chains()).and_then([&](const Folder &folder) {
        const bool isExpected = !expected || !folder.contains(name + ".json"_L1);
        return (isExpected ? Result<void>() : checkRevision(paths, name, *expected)).and_then([&] {
            return folder.remove(name + ".json"_L1);
        });
    });
}

} // namespace sb::profile
