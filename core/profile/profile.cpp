#include "core/profile/profile.h"

#include "core/profile/io_error.h"
#include "resources/data.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

/// Takes the rights of all others away; never follows a link.
Result<void> makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::lstat(name.constData(), &status) != 0)
        return errno == ENOENT ? Result<void>() : readFailure(errno, path); // another process removed it meanwhile
    const bool ours = S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
    if (!ours || (status.st_mode & 0077) == 0)
        return {};
    if (::chmod(name.constData(), status.st_mode & 0700) != 0 && errno != ENOENT)
        return writeFailure(errno, path);
    return {};
}

bool isOpenToOthers(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && (status.st_mode & 0077) != 0;
}

/// @return whether the folder is new
Result<bool> makeFolder(const QString &path)
{
    if (::mkdir(QFile::encodeName(path).constData(), 0700) == 0)
        return true;
    const int code = errno;
    if (code == EEXIST && QFileInfo(path).isDir())
        return makePrivate(path).map([] { return false; });
    return writeFailure(code == EEXIST ? ENOTDIR : code, path);
}

/// A wrong --profile must not take a folder over that is full of other things, let alone change rights in it.
bool isForeign(const Paths &paths)
{
    const QDir root(paths.root);
    if (root.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return false;
    return !QFileInfo::exists(paths.settings()) && !QFileInfo::exists(paths.chains())
        && !QFileInfo::exists(paths.registerFile());
}

Result<void> makeFilesPrivate(const QString &folder)
{
    std::error_code code;
    for (std::filesystem::directory_iterator entry(QFile::encodeName(folder).toStdString(), code), end;
         !code && entry != end; entry.increment(code)) {
        if (entry->is_directory(code))
            continue;
        const QByteArray name = QByteArray::fromStdString(entry->path().native());
        if (const auto done = makePrivate(QFile::decodeName(name)); !done)
            return done;
    }
    return code ? readFailure(code.value(), folder) : Result<void>();
}

Result<void> writeSampleChain(const Paths &paths)
{
    initData();
    return readFile(u":/signalbox/chains/sample.json"_s).and_then([&](const QByteArray &bytes) {
        return writeFile(paths.chains() + "/sample.json"_L1, bytes);
    });
}

Result<void> prepareRoot(const Paths &paths)
{
    const QString parent = QFileInfo(paths.root).absolutePath();
    if (!QDir().mkpath(parent))
        return writeFailure(errno, parent);
    if (isForeign(paths))
        return failure(Error::Kind::Conflict,
                       QCoreApplication::translate("sb::profile::Profile",
                                                   "“%1” holds other files and is no profile. Name a folder that is "
                                                   "new, empty or a profile.")
                           .arg(paths.root));
    return makeFolder(paths.root).map([](bool) {});
}

} // namespace

QString defaultRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/signalbox"_L1;
}

Result<Paths> prepare(const QString &root)
{
    const QFileInfo folder(root);
    const Paths paths{.root =
                          folder.exists() ? folder.canonicalFilePath() : QDir::cleanPath(folder.absoluteFilePath())};
    // Looking at a thousand conversations takes 25 ms before the first paint; where nobody else could enter, none is
    // open.
    const bool wasOpen = isOpenToOthers(paths.root) || isOpenToOthers(paths.conversations());
    if (const auto made = prepareRoot(paths); !made)
        return tl::unexpected(made.error());
    bool isNew = false;
    for (const QString &path : {paths.chains(), paths.chainHistories(), paths.policies(), paths.policyHistories(),
                                paths.providers(), paths.catalog(), paths.fetched(), paths.conversations()}) {
        const Result<bool> made = makeFolder(path);
        if (!made)
            return tl::unexpected(made.error());
        isNew = isNew || (*made && path == paths.chains());
    }
    if (isNew) {
        if (const auto written = writeSampleChain(paths); !written)
            return tl::unexpected(written.error());
    }
    QStringList watched{paths.root,       paths.chains(),          paths.chainHistories(),
                        paths.policies(), paths.policyHistories(), paths.providers(),
                        paths.catalog(),  paths.fetched()};
    if (wasOpen)
        watched.append(paths.conversations());
    for (const QString &path : watched) {
        if (const auto done = makeFilesPrivate(path); !done)
            return tl::unexpected(done.error());
    }
    return paths;
}

} // namespace sb::profile
