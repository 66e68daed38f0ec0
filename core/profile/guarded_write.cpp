#include "core/profile/guarded_write.h"

#include "core/profile/folder.h"
#include "core/profile/io_error.h"

using namespace Qt::StringLiterals;

namespace sb::profile {

QFileInfo targetOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isSymLink() && info.exists() ? QFileInfo(info.canonicalFilePath()) : info;
}

Result<Revision> writeGuarded(const QString &path, const QByteArray &bytes, const Expected &expected,
                              const ReadRevision &readRevision)
{
    const QFileInfo target = targetOf(path);
    const QString name = target.fileName();
    return Folder::hold(target.absolutePath()).and_then([&](const Folder &folder) -> Result<Revision> {
        const auto written = [&] { return revisionOfBytes(bytes); };
        if (!folder.contains(name)) // was removed, or never there: nothing to lose
            return folder.replace(name, bytes).map(written);
        const Result<Revision> found = readRevision(target.filePath());
        if (!found)
            return folder.replaceAndKeep(name, bytes, u"damaged"_s).map([&](const QString &) { return written(); });
        if (!expected || *found == *expected)
            return folder.replace(name, bytes).map(written);
        return folder.replaceAndKeep(name, bytes, u"conflict"_s).and_then([&](const QString &kept) -> Result<Revision> {
            return keptBeside(path, kept);
        });
    });
}

} // namespace sb::profile
