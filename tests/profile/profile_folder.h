#pragma once

#include "core/profile/profile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace sb::testing {

/// A new profile in a folder of its own, removed at the end.
class ProfileFolder
{
public:
    ProfileFolder()
        : m_paths(profile::prepare(m_dir.filePath(QStringLiteral("profile"))).value_or(profile::Paths{}))
    {
    }

    [[nodiscard]] const profile::Paths &paths() const { return m_paths; }
    [[nodiscard]] QString outside(const QString &name) const { return m_dir.filePath(name); }

    /// Writes as another program would, past the profile's own writer.
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no such file>");
    }
    /// The rights of a file or folder, such as 0600.
    static int rights(const QString &path)
    {
        struct stat status = {};
        return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
    }

private:
    QTemporaryDir m_dir;
    profile::Paths m_paths;
};

} // namespace sb::testing
