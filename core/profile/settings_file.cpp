#include "core/profile/folder.h"
#include "core/profile/io_error.h"
#include "core/profile/profile.h"

#include <QFileInfo>

namespace sb::profile {

namespace {

constexpr qint64 MostBytes = 64 * 1024; // read before the first paint

} // namespace

Result<Settings> loadSettings(const Paths &paths)
{
    const Result<QByteArray> bytes = readFile(paths.settings(), MostBytes);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return Settings{};
    return bytes.and_then([](const QByteArray &text) { return parseJson(text); })
        .and_then(parseSettings)
        .map_error([&](const Error &error) { return bytes ? damaged(paths.settings(), error.message) : error; });
}

Result<void> saveSettings(const Paths &paths, const Settings &settings)
{
    // A damaged file may hold limits and a zone that somebody wants back: it is moved, not overwritten.
    const bool isUsable = loadSettings(paths).has_value();
    if (isUsable)
        return writeFile(paths.settings(), toJson(settings).dumpIndented());
    const QString name = QFileInfo(paths.settings()).fileName();
    return Folder::hold(paths.root).and_then([&](const Folder &folder) {
        return folder.setAside(name).and_then([&] { return folder.replace(name, toJson(settings).dumpIndented()); });
    });
}

} // namespace sb::profile
