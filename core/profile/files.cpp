#include "core/profile/folder.h"
#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"
#include "core/profile/profile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace sb::profile {

namespace {

/// What is part of the program: no descriptor, no errors but our own.
Result<QByteArray> readShipped(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return readFailure(ENOENT, path);
    return file.readAll();
}

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo target = targetOf(path);
    return Folder::hold(target.absolutePath()).and_then([&](const Folder &folder) {
        return folder.replace(target.fileName(), bytes);
    });
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    if (path.startsWith(u':'))
        return readShipped(path);
    // O_NONBLOCK: a pipe of that name must not stop us.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return readFailure(errno, path);
    QFile file;
    file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    struct stat status = {};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return readFailure(S_ISDIR(status.st_mode) ? EISDIR : EINVAL, path);
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return readFailure(EIO, path);
    if (bytes.size() > limit)
        return failure(
            Error::Kind::TooLarge,
            QCoreApplication::translate("sb::profile::Files", "“%1” is larger than %2 bytes.").arg(path).arg(limit));
    return bytes;
}

Result<Revision> revisionOf(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return Revision();
    return bytes.map(revisionOfBytes);
}

Revision revisionOfBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace sb::profile
