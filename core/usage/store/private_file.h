#pragma once

#include <QFile>

namespace sb::usage {

/// An empty file that only its owner may read, unless there is one already. SQLite gives the same rights to the files
/// that it puts beside it.
inline void makePrivateFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        file.close();
}

} // namespace sb::usage
