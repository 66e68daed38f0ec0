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

/// Where the last whole line ends; -1 when the file cannot be read.
off_t endOfLines(int fd)
{
    off_t end = ::lseek(fd, 0, SEEK_END);
    char last = 0;
    while (end > 0) {
        if (::pread(fd, &last, 1, end - 1) != 1)
            return -1;
        if (last == '\n')
            break;
        --end;
    }
    return end;
}

/// One name for each file, so that what a crash leaves behind is overwritten by the next write.
QByteArray temporaryName(const QString &name)
{
    return '.' + QFile::encodeName(name) + ".new";
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
    const QByteArray temporary = temporaryName(name);
    return writeTemporary(temporary, bytes).and_then([&] { return moveInPlace(temporary, name); });
}

Result<QString> Folder::replaceAndKeep(const QString &name, const QByteArray &bytes, const QString &why) const
{
    // In this order nothing is moved on a disk that is full.
    const QByteArray temporary = temporaryName(name);
    return writeTemporary(temporary, bytes)
        .and_then([&] { return keepBeside(name, why); })
        .and_then([&](const QString &kept) { return moveInPlace(temporary, name).map([&] { return kept; }); });
}

Result<void> Folder::moveInPlace(const QByteArray &temporary, const QString &name) const
{
    const QByteArray target = QFile::encodeName(name);
    if (::renameat(m_descriptor.fd(), temporary.constData(), m_descriptor.fd(), target.constData()) != 0) {
        const int code = errno;
        ::unlinkat(m_descriptor.fd(), temporary.constData(), 0);
        return writeFailure(code, m_path + u'/' + name);
    }
    return flush();
}

Result<void> Folder::append(const QString &name, const QByteArray &lines) const
{
    const QString path = m_path + u'/' + name;
    const bool isNew = !contains(name);
    const Descriptor file(::openat(m_descriptor.fd(), QFile::encodeName(name).constData(),
                                   O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return writeFailure(errno, path);
    const off_t end = endOfLines(file.fd());
    if (end < 0 || ::ftruncate(file.fd(), end) != 0 || ::lseek(file.fd(), end, SEEK_SET) != end)
        return writeFailure(errno, path);
    if (const int code = writeAll(file.fd(), lines)) {
        if (::ftruncate(file.fd(), end) != 0)
            return writeFailure(errno, path); // the next one cuts it off
        return writeFailure(code, path);
    }
    return isNew ? flush() : Result<void>();
}

Result<void> Folder::remove(const QString &name) const
{
    if (::unlinkat(m_descriptor.fd(), QFile::encodeName(name).constData(), 0) != 0)
        return errno == ENOENT ? readFailure(errno, m_path + u'/' + name) : writeFailure(errno, m_path + u'/' + name);
    return flush();
}

Result<QString> Folder::keepBeside(const QString &name, const QString &why) const
{
    int number = 1;
    const auto nameOf = [&] { return u"%1.%2-%3"_s.arg(name, why).arg(number); };
    while (contains(nameOf()))
        ++number;
    const QByteArray beside = QFile::encodeName(nameOf());
    const QByteArray from = QFile::encodeName(name);
    // A second name first: after a crash here the file still has its own. Some file systems know no second names.
    const int fd = m_descriptor.fd();
    if (::linkat(fd, from.constData(), fd, beside.constData(), 0) != 0
        && ::renameat(fd, from.constData(), fd, beside.constData()) != 0)
        return writeFailure(errno, m_path + u'/' + name);
    return nameOf();
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
