#include "core/profile/class_files.h"

#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"

namespace sb::profile {

namespace {

Result<routing::ClassRules> readClasses(const QByteArray &bytes)
{
    return parseJson(bytes).and_then(routing::parseClassRules);
}

} // namespace

LoadedClasses loadClasses(const Paths &paths)
{
    const QString path = paths.classes();
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return {};
    const Result<routing::ClassRules> rules = bytes.and_then(readClasses);
    if (!rules)
        return {.bad = {{.path = path, .error = damaged(path, rules.error().message)}}};
    return {.rules = *rules, .revision = revisionOfBytes(*bytes)};
}

Result<Revision> saveClasses(const Paths &paths, const routing::ClassRules &rules, const Expected &expected)
{
    return writeGuarded(paths.classes(), toJson(rules).dumpIndented(), expected, [](const QString &file) {
        return readFile(file).and_then([](const QByteArray &bytes) {
            return readClasses(bytes).map([&bytes](const auto &) { return revisionOfBytes(bytes); });
        });
    });
}

} // namespace sb::profile
