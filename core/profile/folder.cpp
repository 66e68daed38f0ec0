#include "core/profile/folder.h"

#include "core/profile/io_error.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

int writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            bytes = bytes.sliced(written);
    }
    // A disk may be found full only here.
    return ::fsync(fd) == 0 ? 0 : errno;
}

} // namespace

Folder::Folder(QString path, Descriptor descriptor)
    : m_path(std::move(path))
    , m_descriptor(std::move(descriptor))
{
}

Result<Folder> Folder::hold(const QString &path)
{
    Descriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isOpen())
        return readFailure(errno, path);
    // Where a file system knows no locks we go on without: renames are whole there, too.
    while (::flock(descriptor.fd(), LOCK_EX) != 0 && errno == EINTR) { }
    return Folder(path, std::move(descriptor));
}

Result<void> Folder::writeTemporary(const QByteArray &name, const QByteArray &bytes) const
{
    // One name for each file, so that what a crash leaves behind is overwritten by the next write.
    ::unlinkat(m_descriptor.fd(), name.constData(), 0);
    const Descriptor file(::openat(m_descriptor.fd(), name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return writeFailure(errno, m_path + u'/' + QFile::decodeName(name));
    if (const int code = writeAll(file.fd(), bytes)) {
        ::unlinkat(m_descriptor.fd(), name.constData(), 0);
        return writeFailure(code, m_path + u'/' + QFile::decodeName(name));
    }
    return {};
}

Result<void> Folder::replace(const QString &name, const QByteArray &bytes) const
{
    const QByteArray target = QFile::encodeName(name);
    const QByteArray temporary = '.' + target + ".new";
    if (const auto written = writeTemporary(temporary, bytes); !written)
        return written;
    if (::renameat(m_descriptor.fd(), temporary.constData(), m_descriptor.fd(), target.constData()) != 0) {
        const int code = errno;
        ::unlinkat(m_descriptor.fd(), temporary.constData(), 0);
        return writeFailure(code, m_path + u'/' + name);
    }
    return flush();
}

Result<void> Folder::remove(const QString &name) const
{
    if (::unlinkat(m_descriptor.fd(), QFile::encodeName(name).constData(), 0) != 0)
        return errno == ENOENT ? readFailure(errno, m_path + u'/' + name) : writeFailure(errno, m_path + u'/' + name);
    return flush();
}

Result<void> Folder::setAside(const QString &name) const
{
    int number = 1;
    while (contains(u"%1.damaged-%2"_s.arg(name).arg(number)))
        ++number;
    const QByteArray aside = QFile::encodeName(u"%1.damaged-%2"_s.arg(name).arg(number));
    const QByteArray from = QFile::encodeName(name);
    if (::renameat(m_descriptor.fd(), from.constData(), m_descriptor.fd(), aside.constData()) != 0)
        return writeFailure(errno, m_path + u'/' + name);
    return flush();
}

bool Folder::contains(const QString &name) const
{
    struct stat unused = {};
    return ::fstatat(m_descriptor.fd(), QFile::encodeName(name).constData(), &unused, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<void> Folder::flush() const
{
    // Some file systems cannot flush a folder, and need not.
    if (::fsync(m_descriptor.fd()) != 0 && errno != EINVAL)
        return writeFailure(errno, m_path);
    return {};
}

} // namespace sb::profile
