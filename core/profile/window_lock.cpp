#include "core/profile/window_lock.h"

#include "core/profile/io_error.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <tuple>

#include <fcntl.h>
#include <sys/file.h>

namespace sb::profile {

WindowLock::WindowLock(Descriptor descriptor)
    : m_descriptor(std::move(descriptor))
{
}

Result<WindowLock> WindowLock::take(const Paths &paths)
{
    const QByteArray name = QFile::encodeName(paths.lockFile());
    Descriptor descriptor(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.isOpen())
        return writeFailure(errno, paths.lockFile());
    if (::flock(descriptor.fd(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return writeFailure(errno, paths.lockFile());
        const QString holder = QString::fromLatin1(readFile(paths.lockFile(), 32).value_or(QByteArray()).trimmed());
        return failure(Error::Kind::Conflict,
                       QCoreApplication::translate("sb::profile::WindowLock",
                                                   "Another window shows this profile already (process %1). "
                                                   "Use that one; if it does not answer, end it and start again.")
                           .arg(holder));
    }
    // For people and for the message above. The lock itself does not depend on it: a full disk must not keep us out.
    const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    if (::ftruncate(descriptor.fd(), 0) == 0)
        std::ignore = ::pwrite(descriptor.fd(), pid.constData(), size_t(pid.size()), 0);
    return WindowLock(std::move(descriptor));
}

} // namespace sb::profile
