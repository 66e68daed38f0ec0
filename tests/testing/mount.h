#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>

namespace sb::testing {

/// A small file system in memory, gone at the end: what stops root, too, by being full or read-only. Mounting needs
/// rights, which packaging/with-mounts gives to everybody where the system lets it.
class Mount
{
public:
    explicit Mount(const char *options, unsigned long flags = 0)
        : m_mounted(::mount("none", QFile::encodeName(m_folder.path()).constData(), "tmpfs", flags, options) == 0)
    {
    }
    ~Mount()
    {
        if (m_mounted)
            ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(Mount)

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void setReadOnly(bool yes) const
    {
        const unsigned long flags = yes ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT;
        ::mount(nullptr, QFile::encodeName(m_folder.path()).constData(), nullptr, flags, nullptr);
    }
    /// Until not a byte more can be written. Removing the file makes room again.
    void fill() const
    {
        QFile filler(path(QStringLiteral("filler")));
        if (filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            while (filler.write(QByteArray(4'096, 'x')) == 4'096) { }
    }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

} // namespace sb::testing
