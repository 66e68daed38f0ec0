#include "core/routing/policy/version_history.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct VersionText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Versions)
};

template <typename T>
int newestNumber(const VersionHistory<T> &history)
{
    return history.versions.isEmpty() ? 0 : history.versions.constLast().value.version;
}

/// Whether two values differ in their numbers only.
template <typename T>
bool saysTheSame(T a, const T &b)
{
    a.version = b.version;
    return a == b;
}

tl::unexpected<Error> invalid(const QString &message)
{
    return failure(Error::Kind::InvalidInput, message);
}

tl::unexpected<Error> noCanary()
{
    return invalid(VersionText::tr("There is no version that takes a share of the requests."));
}

Result<void> checkShare(int percent)
{
    if (percent >= 1 && percent <= 99)
        return {};
    return invalid(VersionText::tr("A share is from 1 % to 99 %, not %1 %.").arg(percent));
}

/// Adds a version under the next number. @return that number
template <typename T>
int append(VersionHistory<T> &history, T value, WallTime at, const QString &note)
{
    value.version = newestNumber(history) + 1;
    history.versions.append({.at = at, .note = note, .value = value});
    return value.version;
}

/// In use and canary stay, whatever their age.
template <typename T>
void giveUpOldest(VersionHistory<T> &history)
{
    const auto isNeeded = [&history](const PublishedVersion<T> &each) {
        return each.value.version == history.current
            || (history.canary && each.value.version == history.canary->version);
    };
    qsizetype excess = history.versions.size() - MostKeptVersions;
    history.versions.removeIf([&](const PublishedVersion<T> &each) { return !isNeeded(each) && excess-- > 0; });
}

template <typename T>
VersionHistory<T> withNewCurrent(VersionHistory<T> history, const T &value, WallTime at, const QString &note)
{
    history.current = append(history, value, at, note);
    history.canary.reset();
    giveUpOldest(history);
    return history;
}

tl::unexpected<Error> noDraft()
{
    return invalid(VersionText::tr("Nothing was changed since the last version."));
}

} // namespace

template <typename T>
const PublishedVersion<T> *findVersion(const VersionHistory<T> &history, int number)
{
    const auto it = std::ranges::find_if(
        history.versions, [number](const PublishedVersion<T> &each) { return each.value.version == number; });
    return it == history.versions.end() ? nullptr : &*it;
}

template <typename T>
VersionHistory<T> withDraft(VersionHistory<T> history, const T &draft)
{
    const PublishedVersion<T> *current = findVersion(history, history.current);
    history.draft = current && saysTheSame(current->value, draft) ? std::nullopt : std::optional(draft);
    return history;
}

template <typename T>
Result<VersionHistory<T>> published(VersionHistory<T> history, WallTime at, const QString &note)
{
    if (!history.draft)
        return noDraft();
    const T value = *history.draft;
    history.draft.reset();
    return withNewCurrent(std::move(history), value, at, note);
}

template <typename T>
Result<VersionHistory<T>> publishedAsCanary(VersionHistory<T> history, int percent, WallTime at, const QString &note)
{
    if (!history.draft)
        return noDraft();
    if (!findVersion(history, history.current))
        return invalid(VersionText::tr("A first version takes all requests; there is no other one for the rest."));
    return checkShare(percent).map([&] {
        history.canary = Canary{.version = append(history, *history.draft, at, note), .percent = percent};
        history.draft.reset();
        giveUpOldest(history);
        return history;
    });
}

template <typename T>
Result<VersionHistory<T>> withCanaryShare(VersionHistory<T> history, int percent)
{
    if (!history.canary)
        return noCanary();
    return checkShare(percent).map([&] {
        history.canary->percent = percent;
        return history;
    });
}

template <typename T>
Result<VersionHistory<T>> promoted(VersionHistory<T> history)
{
    if (!history.canary)
        return noCanary();
    history.current = history.canary->version;
    history.canary.reset();
    return history;
}

template <typename T>
Result<VersionHistory<T>> withdrawn(VersionHistory<T> history)
{
    if (!history.canary)
        return noCanary();
    history.canary.reset();
    return history;
}

template <typename T>
Result<VersionHistory<T>> restored(VersionHistory<T> history, int number, WallTime at, const QString &note)
{
    const PublishedVersion<T> *old = findVersion(history, number);
    if (!old)
        return failure(Error::Kind::NotFound, VersionText::tr("There is no version %1.").arg(number));
    if (number == history.current)
        return invalid(VersionText::tr("Version %1 is in use already.").arg(number));
    const T value = old->value;
    return withNewCurrent(std::move(history), value, at, note);
}

template <typename T>
VersionHistory<T> reconciled(VersionHistory<T> history, const T &inFile, WallTime at)
{
    const auto says = [&inFile](const PublishedVersion<T> &each) { return saysTheSame(each.value, inFile); };
    const PublishedVersion<T> *current = findVersion(history, history.current);
    if (current && says(*current))
        return history;
    // The newest of those that say it: a crash may have come between the history and the file.
    const auto known = std::find_if(history.versions.crbegin(), history.versions.crend(), says);
    if (known != history.versions.crend()) {
        history.current = known->value.version;
        if (history.canary && history.canary->version == history.current)
            history.canary.reset();
        return history;
    }
    // The number that the file gives itself is in records already.
    T value = inFile;
    value.version = std::max(inFile.version, newestNumber(history) + 1);
    history.versions.append({.at = at, .value = value});
    history.current = value.version;
    history.canary.reset();
    giveUpOldest(history);
    return history;
}

template <typename T>
int pickVersion(const VersionHistory<T> &history, quint64 luck)
{
    if (!history.canary)
        return history.current;
    constexpr double OfUnit = 0x1p-53;
    return double(luck >> 11) * OfUnit * 100 < history.canary->percent ? history.canary->version : history.current;
}

template <typename T>
quint64 luckOf(const QString &session, const VersionHistory<T> &history)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (const auto &canary = history.canary) {
        const PublishedVersion<T> *version = findVersion(history, canary->version);
        hash.addData(std::is_same_v<T, Chain> ? "chain" : "policy");
        hash.addData(version ? version->value.name.toUtf8() : QByteArray());
        hash.addData('/' + QByteArray::number(canary->version) + '/');
    }
    hash.addData(session.toUtf8());
    return qFromLittleEndian<quint64>(hash.result().constData());
}

template <typename T>
QHash<QString, VersionHistory<T>> canariesOf(const QHash<QString, VersionHistory<T>> &histories, const QList<T> &inUse)
{
    QHash<QString, VersionHistory<T>> canaries;
    for (const T &value : inUse) {
        const auto known = histories.constFind(value.name);
        if (known == histories.cend() || !known->canary)
            continue;
        const VersionHistory<T> history = reconciled(*known, value, {});
        if (history.canary)
            canaries.insert(value.name, history);
    }
    return canaries;
}

template const PublishedVersion<Chain> *findVersion(const VersionHistory<Chain> &, int);
template const PublishedVersion<Policy> *findVersion(const VersionHistory<Policy> &, int);
template VersionHistory<Chain> withDraft(VersionHistory<Chain>, const Chain &);
template VersionHistory<Policy> withDraft(VersionHistory<Policy>, const Policy &);
template Result<VersionHistory<Chain>> published(VersionHistory<Chain>, WallTime, const QString &);
template Result<VersionHistory<Policy>> published(VersionHistory<Policy>, WallTime, const QString &);
template Result<VersionHistory<Chain>> publishedAsCanary(VersionHistory<Chain>, int, WallTime, const QString &);
template Result<VersionHistory<Policy>> publishedAsCanary(VersionHistory<Policy>, int, WallTime, const QString &);
template Result<VersionHistory<Chain>> withCanaryShare(VersionHistory<Chain>, int);
template Result<VersionHistory<Policy>> withCanaryShare(VersionHistory<Policy>, int);
template Result<VersionHistory<Chain>> promoted(VersionHistory<Chain>);
template Result<VersionHistory<Policy>> promoted(VersionHistory<Policy>);
template Result<VersionHistory<Chain>> withdrawn(VersionHistory<Chain>);
template Result<VersionHistory<Policy>> withdrawn(VersionHistory<Policy>);
template Result<VersionHistory<Chain>> restored(VersionHistory<Chain>, int, WallTime, const QString &);
template Result<VersionHistory<Policy>> restored(VersionHistory<Policy>, int, WallTime, const QString &);
template VersionHistory<Chain> reconciled(VersionHistory<Chain>, const Chain &, WallTime);
template VersionHistory<Policy> reconciled(VersionHistory<Policy>, const Policy &, WallTime);
template int pickVersion(const VersionHistory<Chain> &, quint64);
template int pickVersion(const VersionHistory<Policy> &, quint64);
template quint64 luckOf(const QString &, const VersionHistory<Chain> &);
template quint64 luckOf(const QString &, const VersionHistory<Policy> &);
template QHash<QString, VersionHistory<Chain>> canariesOf(const QHash<QString, VersionHistory<Chain>> &,
                                                          const QList<Chain> &);
template QHash<QString, VersionHistory<Policy>> canariesOf(const QHash<QString, VersionHistory<Policy>> &,
                                                           const QList<Policy> &);

} // namespace sb::routing
