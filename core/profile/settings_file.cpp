#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"
#include "core/profile/profile.h"

namespace sb::profile {

namespace {

constexpr qint64 MostBytes = 64 * 1024; // read before the first paint

Result<Settings> load(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, MostBytes);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return Settings{};
    return bytes.and_then([](const QByteArray &text) { return parseJson(text); })
        .and_then(parseSettings)
        .map_error([&](const Error &error) { return bytes ? damaged(path, error.message) : error; });
}

} // namespace

Result<Settings> loadSettings(const Paths &paths)
{
    return load(paths.settings());
}

Revision revisionOf(const Settings &settings)
{
    return revisionOfBytes(toJson(settings).dumpIndented());
}

Result<Revision> saveSettings(const Paths &paths, const Settings &settings, const Expected &expected)
{
    return writeGuarded(paths.settings(), toJson(settings).dumpIndented(), expected, [](const QString &path) {
        return load(path).map([](const Settings &found) { return revisionOf(found); });
    });
}

} // namespace sb::profile
