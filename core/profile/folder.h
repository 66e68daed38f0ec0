#pragma once

#include "core/base/result.h"
#include "core/profile/descriptor.h"

namespace sb::profile {

/// One folder, held against other writers of ours (also in other processes) as long as this object lives. What a reader
/// sees is always a whole file, the old one or the new one, also after a crash or a power loss.
class Folder
{
public:
    /// Waits while another writer holds it, which is as long as a file takes to be written. Never hold one folder
    /// twice. Errors: as readFailure().
    [[nodiscard]] static Result<Folder> hold(const QString &path);

    /// Writes a file with rights 0600: temporary file, flush, rename, flush of the folder. Errors: as writeFailure().
    [[nodiscard]] Result<void> replace(const QString &name, const QByteArray &bytes) const;
    /// The same, but what was there is kept beside it as NAME.WHY-N. @return that name
    [[nodiscard]] Result<QString> replaceAndKeep(const QString &name, const QByteArray &bytes,
                                                 const QString &why) const;
    /// Adds whole lines at the end of a file, which is made when missing, and flushes it. A line that a crash left
    /// unfinished is cut off first; one that cannot be written leaves the file as it was. Errors: as writeFailure().
    [[nodiscard]] Result<void> append(const QString &name, const QByteArray &lines) const;
    [[nodiscard]] Result<void> remove(const QString &name) const;
    [[nodiscard]] bool contains(const QString &name) const;

private:
    Folder(QString path, Descriptor descriptor);
    [[nodiscard]] Result<void> writeTemporary(const QByteArray &name, const QByteArray &bytes) const;
    [[nodiscard]] Result<void> moveInPlace(const QByteArray &temporary, const QString &name) const;
    [[nodiscard]] Result<QString> keepBeside(const QString &name, const QString &why) const;
    [[nodiscard]] Result<void> flush() const;

    QString m_path;
    Descriptor m_descriptor;
};

} // namespace sb::profile
