#pragma once

#include "core/profile/folder.h"
#include "core/profile/io_error.h"
#include "core/profile/profile.h"

#include <QDir>

#include <algorithm>

namespace sb::profile {

/// "name: expected "x", as the file is called"
[[nodiscard]] tl::unexpected<Error> nameDiffersFromFile(const QString &name);
/// What tells the later writer that the file was another by now, and that a value of another name holds its own.
[[nodiscard]] tl::unexpected<Error> keptUnderName(const QString &name, const QString &keptAs);
/// NAME.conflict-N that no file of the folder has yet.
[[nodiscard]] QString nameBeside(const Folder &folder, const QString &name);
[[nodiscard]] Result<void> checkRevision(const QString &path, const Revision &expected);

/// Files of one kind in one folder of the profile, NAME.json for the value of that name: chains, policies. The history
/// of each is history/NAME.json (history_files.h); it goes with its value when that is renamed or removed.
template <typename T>
class NamedFiles
{
public:
    using Parse = Result<T> (*)(const Json &json);
    using CheckName = Result<void> (*)(const QString &name);

    NamedFiles(QString folder, Parse parse, CheckName checkName)
        : m_folder(std::move(folder))
        , m_parse(parse)
        , m_checkName(checkName)
    {
    }

    struct Loaded
    {
        QList<T> values = {}; ///< by name
        QHash<QString, Revision> revisions = {};
        QList<BadFile> bad = {};
    };
    [[nodiscard]] Loaded load() const;
    [[nodiscard]] Result<Revision> save(const T &value, const Revision &expected) const;
    [[nodiscard]] Result<Revision> rename(const QString &oldName, const Revision &expected, const T &value) const;
    [[nodiscard]] Result<void> remove(const QString &name, const Expected &expected) const;

private:
    static QString fileOf(const QString &name) { return name + QStringLiteral(".json"); }
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder + u'/' + fileOf(name); }
    [[nodiscard]] QString histories() const { return m_folder + QStringLiteral("/history"); }
    [[nodiscard]] Result<T> read(const QByteArray &bytes, const QString &name) const;
    [[nodiscard]] Result<Revision> refuse(const Folder &folder, T value) const;
    [[nodiscard]] Result<Revision> replace(const Folder &folder, const T &value, const Revision &expected) const;
    [[nodiscard]] Result<void> copyHistory(const QString &from, const QString &to) const;
    [[nodiscard]] Result<void> removeHistory(const QString &name) const;

    QString m_folder;
    Parse m_parse;
    CheckName m_checkName;
};

template <typename T>
Result<T> NamedFiles<T>::read(const QByteArray &bytes, const QString &name) const
{
    return parseJson(bytes).and_then(m_parse).and_then([&](const T &value) -> Result<T> {
        if (value.name == name)
            return value;
        return nameDiffersFromFile(name);
    });
}

template <typename T>
typename NamedFiles<T>::Loaded NamedFiles<T>::load() const
{
    Loaded loaded;
    for (const QString &file : QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(5);
        const Result<QByteArray> bytes = readFile(pathOf(name));
        if (!bytes) {
            loaded.bad.append({.path = pathOf(name), .error = bytes.error()});
            continue;
        }
        const Result<T> value = read(*bytes, name);
        if (!value) {
            loaded.bad.append({.path = pathOf(name), .error = damaged(pathOf(name), value.error().message)});
            continue;
        }
        loaded.values.append(*value);
        loaded.revisions.insert(name, revisionOfBytes(*bytes));
    }
    // Not in the order of the files: "x.conflict-1.json" comes before "x.json".
    std::ranges::sort(loaded.values, {}, &T::name);
    return loaded;
}

/// Keeps a value beside the one that somebody else wrote, as one with a name of its own.
template <typename T>
Result<Revision> NamedFiles<T>::refuse(const Folder &folder, T value) const
{
    const QString name = value.name;
    value.name = nameBeside(folder, name);
    return folder.replace(fileOf(value.name), toJson(value).dumpIndented()).and_then([&]() -> Result<Revision> {
        return keptUnderName(name, value.name);
    });
}

template <typename T>
Result<Revision> NamedFiles<T>::replace(const Folder &folder, const T &value, const Revision &expected) const
{
    const Result<Revision> found = revisionOf(pathOf(value.name));
    if (!found || *found != expected)
        return refuse(folder, value);
    const QByteArray bytes = toJson(value).dumpIndented();
    return folder.replace(fileOf(value.name), bytes).map([&] { return revisionOfBytes(bytes); });
}

template <typename T>
Result<Revision> NamedFiles<T>::save(const T &value, const Revision &expected) const
{
    return m_checkName(value.name).and_then([&] { return Folder::hold(m_folder); }).and_then([&](const Folder &folder) {
        return replace(folder, value, expected);
    });
}

template <typename T>
Result<void> NamedFiles<T>::copyHistory(const QString &from, const QString &to) const
{
    const QString path = histories() + u'/' + fileOf(from);
    if (!QFileInfo::exists(path))
        return {};
    return readFile(path).and_then([&](const QByteArray &bytes) {
        return Folder::hold(histories()).and_then([&](const Folder &folder) {
            return folder.replace(fileOf(to), bytes);
        });
    });
}

template <typename T>
Result<void> NamedFiles<T>::removeHistory(const QString &name) const
{
    if (!QFileInfo::exists(histories() + u'/' + fileOf(name)))
        return {};
    return Folder::hold(histories()).and_then([&](const Folder &folder) { return folder.remove(fileOf(name)); });
}

template <typename T>
Result<Revision> NamedFiles<T>::rename(const QString &oldName, const Revision &expected, const T &value) const
{
    const auto withFolder = [&](const Folder &folder) {
        const Result<Revision> written = replace(folder, value, {});
        if (!written || !folder.contains(fileOf(oldName)))
            return written;
        // The history of the old name is the last to go: whatever stops us, one of the two has it.
        return copyHistory(oldName, value.name)
            .and_then([&] { return checkRevision(pathOf(oldName), expected); })
            .and_then([&] { return folder.remove(fileOf(oldName)); })
            .and_then([&] { return removeHistory(oldName); })
            .map([&] { return *written; });
    };
    return m_checkName(oldName)
        .and_then([&] { return m_checkName(value.name); })
        .and_then([&] { return Folder::hold(m_folder); })
        .and_then(withFolder);
}

template <typename T>
Result<void> NamedFiles<T>::remove(const QString &name, const Expected &expected) const
{
    const auto withFolder = [&](const Folder &folder) {
        const bool isExpected = !expected || !folder.contains(fileOf(name));
        const bool isDraftOnly = !folder.contains(fileOf(name)) && QFileInfo::exists(histories() + u'/' + fileOf(name));
        return (isExpected ? Result<void>() : checkRevision(pathOf(name), *expected))
            .and_then([&] { return isDraftOnly ? Result<void>() : folder.remove(fileOf(name)); })
            .and_then([&] { return removeHistory(name); });
    };
    return m_checkName(name).and_then([&] { return Folder::hold(m_folder); }).and_then(withFolder);
}

} // namespace sb::profile
