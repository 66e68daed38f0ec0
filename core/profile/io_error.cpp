#include "core/profile/io_error.h"

#include <QCoreApplication>

#include <cerrno>

namespace sb::profile {

namespace {

struct IoErrorText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Files)
};

bool isForbidden(int code)
{
    return code == EACCES || code == EPERM || code == EROFS;
}

} // namespace

tl::unexpected<Error> readFailure(int code, const QString &path)
{
    if (code == ENOENT)
        return failure(Error::Kind::NotFound, IoErrorText::tr("“%1” does not exist.").arg(path));
    if (isForbidden(code))
        return failure(Error::Kind::NotPermitted,
                       IoErrorText::tr("“%1” may not be read. Check who owns it and its rights.").arg(path));
    return failure(Error::Kind::Unavailable,
                   IoErrorText::tr("“%1” could not be read: %2.").arg(path, qt_error_string(code)));
}

tl::unexpected<Error> writeFailure(int code, const QString &path)
{
    if (code == ENOSPC || code == EDQUOT)
        return failure(Error::Kind::NoSpace,
                       IoErrorText::tr("There is no space left to write “%1”. Free some space and try "
                                       "again; what was there before is unchanged.")
                           .arg(path));
    if (isForbidden(code))
        return failure(Error::Kind::NotPermitted,
                       IoErrorText::tr("“%1” may not be written. Check who owns it and its rights.").arg(path));
    return failure(Error::Kind::Unavailable,
                   IoErrorText::tr("“%1” could not be written: %2. What was there before is unchanged.")
                       .arg(path, qt_error_string(code)));
}

Error damaged(const QString &path, const QString &reason)
{
    return {.kind = Error::Kind::Damaged,
            .message = IoErrorText::tr("“%1” cannot be used: %2. It was left as it is; correct it or remove it.")
                           .arg(path, reason)};
}

tl::unexpected<Error> keptBeside(const QString &path, const QString &keptAs)
{
    return failure(
        Error::Kind::Conflict,
        IoErrorText::tr("“%1” was changed by another program meanwhile. What was set here is in it now; the other "
                        "version was kept as “%2”.")
            .arg(path, keptAs));
}

tl::unexpected<Error> leftAlone(const QString &path)
{
    return failure(
        Error::Kind::Conflict,
        IoErrorText::tr("“%1” was changed by another program meanwhile and was not removed. Look at it again.")
            .arg(path));
}

} // namespace sb::profile
