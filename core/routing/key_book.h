#pragma once

#include "core/base/clock.h"
#include "core/routing/failure.h"
#include "core/routing/key_rule.h"

#include <QSet>

#include <vector>

namespace sb::routing {

/// How one key stands.
enum class KeyState
{
    Usable,
    Refused, ///< 401: until it is changed
    NoCredit, ///< 402, 403: for five minutes
    RateLimited, ///< 429: for as long as the provider said, else a minute
    MinuteFull, ///< its own limit of requests in a minute is reached
    DayFull,
    RateFull, ///< what is stated that may be sent in a minute
};
[[nodiscard]] QByteArray toWireName(KeyState state); ///< "usable", "refused", …
/// Why a key is passed over, in one translated sentence.
[[nodiscard]] QString describe(KeyState state);

/// Why a key would rather rest at one endpoint.
struct KeyWait
{
    std::chrono::milliseconds wait{0};
    bool stated = false; ///< by a limit that is kept in any case; else by what the provider tells
};
using KeyWaits = QHash<QString, KeyWait>; ///< by key id; those that have room are not in it

/// Which key goes along.
struct KeyChoice
{
    std::optional<QString> keyId = {}; ///< nullopt: each has reached its own limit
    std::chrono::milliseconds freeIn{0}; ///< then: until the first has room again
    QList<std::pair<KeyRule, KeyState>> passedOver = {}; ///< that come before it, and why
};

/// What requests have shown about the keys of providers, and how often each was used. A value with time handed in,
/// since boot, so that marks and limits end in sleep, too; lives as long as the process, and is told what earlier ones
/// used.
class KeyBook
{
public:
    /// The first usable key, of those that were not tried if there is one; else one that its own limits let through,
    /// since the provider may take it now: rather one that is limited than one without credit than one that was
    /// refused, and that only where none just waits for room within its own limits. Pure.
    /// @param rules of the keys that are loaded, in their order
    /// @param tried ids of those that failed in this request
    /// @param waits of the endpoint that is to be asked, see RateBook
    [[nodiscard]] KeyChoice choose(const QString &providerId, const QList<KeyRule> &rules, const QSet<QString> &tried,
                                   SteadyTime now, const KeyWaits &waits = {}) const;
    /// Until a key's own limits of requests let it go; 0: now.
    [[nodiscard]] std::chrono::milliseconds ownWait(const QString &providerId, const KeyRule &rule,
                                                    SteadyTime now) const;
    /// Whether a key is usable that is not among those that were tried.
    [[nodiscard]] bool hasOther(const QString &providerId, const QList<KeyRule> &rules, const QSet<QString> &tried,
                                SteadyTime now) const;
    /// What failures have left of the provider's keys. A key that only waits, also for its own limits, is left.
    [[nodiscard]] KeysLeft left(const QString &providerId, const QList<KeyRule> &rules, SteadyTime now) const;
    [[nodiscard]] KeyState state(const QString &providerId, const KeyRule &rule, SteadyTime now) const;

    void used(const QString &providerId, const QString &keyId, SteadyTime now);
    void unused(const QString &providerId, const QString &keyId, SteadyTime then); ///< what used() counted was not sent
    void succeeded(const QString &providerId, const QString &keyId);
    void failed(const QString &providerId, const QString &keyId, const chat::ProviderError &error, FailureClass kind,
                SteadyTime now);
    /// The provider says that nothing is left of its rate limit until then; a mark that lasts longer stays.
    void exhausted(const QString &providerId, const QString &keyId, SteadyTime until);
    void refused(const QString &providerId, const QString &keyId); ///< outside of an attempt: in a test of the key
    void changed(const QString &providerId); ///< its keys are others: marks are void, what was used is not

private:
    struct Entry
    {
        KeyState mark = KeyState::Usable;
        SteadyTime until{0}; ///< of the mark
        std::vector<SteadyTime> uses = {}; ///< of the last 24 hours, ascending
    };
    using Name = std::pair<QString, QString>; ///< provider and key

    QHash<Name, Entry> m_entries;
};

} // namespace sb::routing
