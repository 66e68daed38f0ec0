#include "core/routing/key_book.h"

#include "core/routing/wire_names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

using std::chrono::milliseconds;

constexpr SteadyTime Minute = 60s;
constexpr SteadyTime Day = 24h;
constexpr SteadyTime WithoutCredit = 5min;
constexpr milliseconds UsualRateLimit = 60s;

constexpr std::array<WireName<KeyState>, 7> StateNames{{
    {KeyState::Usable, "usable"},
    {KeyState::Refused, "refused"},
    {KeyState::NoCredit, "no_credit"},
    {KeyState::RateLimited, "rate_limited"},
    {KeyState::MinuteFull, "minute_full"},
    {KeyState::DayFull, "day_full"},
    {KeyState::RateFull, "rate_full"},
}};
static_assert(isComplete(StateNames, KeyState::RateFull));

constexpr std::array<const char *, StateNames.size()> KeySentences{
    QT_TRANSLATE_NOOP("sb::routing", "The key is usable."),
    QT_TRANSLATE_NOOP("sb::routing", "The provider refused the key."),
    QT_TRANSLATE_NOOP("sb::routing", "The account of the key has no credit or no permission."),
    QT_TRANSLATE_NOOP("sb::routing", "The provider takes no more requests with the key for now."),
    QT_TRANSLATE_NOOP("sb::routing", "The key has reached its limit of requests in a minute."),
    QT_TRANSLATE_NOOP("sb::routing", "The key has reached its limit of requests in a day."),
    QT_TRANSLATE_NOOP("sb::routing", "What may be sent with the key in a minute, as is stated, is used up."),
};

/// Uses within a window that ends now.
std::ptrdiff_t usesWithin(const std::vector<SteadyTime> &uses, SteadyTime window, SteadyTime now)
{
    return uses.end() - std::ranges::upper_bound(uses, now - window);
}

/// When a window has room again: the use that made it full has left it.
SteadyTime roomAt(const std::vector<SteadyTime> &uses, std::optional<int> limit, SteadyTime window, SteadyTime now)
{
    if (!limit || usesWithin(uses, window, now) < *limit)
        return now;
    return *limit <= 0 ? now + window : *(uses.end() - *limit) + window;
}

bool isOwnLimit(KeyState state)
{
    return state == KeyState::MinuteFull || state == KeyState::DayFull || state == KeyState::RateFull;
}

/// Which of the keys that their own limits let through is taken rather: the lower one.
int reluctance(KeyState state)
{
    switch (state) {
    case KeyState::Usable:
        return 0;
    case KeyState::RateLimited:
        return 1;
    case KeyState::NoCredit:
        return 2;
    case KeyState::Refused:
    case KeyState::MinuteFull:
    case KeyState::DayFull:
    case KeyState::RateFull:
        break;
    }
    return 3;
}

} // namespace

QByteArray toWireName(KeyState state)
{
    return nameIn(StateNames, state);
}

QString describe(KeyState state)
{
    return QCoreApplication::translate("sb::routing", KeySentences[std::size_t(state)]);
}

KeyState KeyBook::state(const QString &providerId, const KeyRule &rule, SteadyTime now) const
{
    const auto it = m_entries.constFind({providerId, rule.id});
    static const Entry unused{};
    const Entry &entry = it == m_entries.constEnd() ? unused : *it;
    // Its own limits first: they hold whatever the provider thinks of the key.
    if (rule.perDay && usesWithin(entry.uses, Day, now) >= *rule.perDay)
        return KeyState::DayFull;
    if (rule.perMinute && usesWithin(entry.uses, Minute, now) >= *rule.perMinute)
        return KeyState::MinuteFull;
    return now < entry.until ? entry.mark : KeyState::Usable;
}

milliseconds KeyBook::ownWait(const QString &providerId, const KeyRule &rule, SteadyTime now) const
{
    const std::vector<SteadyTime> uses = m_entries.value({providerId, rule.id}).uses;
    const SteadyTime at = std::max(roomAt(uses, rule.perMinute, Minute, now), roomAt(uses, rule.perDay, Day, now));
    return std::chrono::ceil<milliseconds>(at - now);
}

KeyChoice KeyBook::choose(const QString &providerId, const QList<KeyRule> &rules, const QSet<QString> &tried,
                          SteadyTime now, const KeyWaits &waits) const
{
    using Rank = std::pair<int, bool>; // its reluctance, and whether it was tried
    KeyChoice choice;
    std::optional<Rank> second; // of a key that was tried, limited or refused, but may be taken now
    std::optional<milliseconds> soonest;
    for (const KeyRule &rule : rules) {
        KeyState how = state(providerId, rule, now);
        if (const auto wait = waits.constFind(rule.id); wait != waits.constEnd() && !isOwnLimit(how))
            how = wait->stated ? KeyState::RateFull : how == KeyState::Usable ? KeyState::RateLimited : how;
        const Rank rank(reluctance(how), tried.contains(rule.id));
        if (how == KeyState::Usable && !rank.second) {
            choice.keyId = rule.id;
            return choice;
        }
        if (how != KeyState::Usable)
            choice.passedOver.append(std::pair(rule, how));
        if (isOwnLimit(how)) {
            soonest = std::min(soonest.value_or(milliseconds::max()),
                               std::max(ownWait(providerId, rule, now), waits.value(rule.id).wait));
        } else if (!second || rank < *second) {
            second = rank;
            choice.keyId = rule.id;
        }
    }
    // A wrong key would only be refused once more, while the other has room again in a moment.
    if (soonest && second && second->first == reluctance(KeyState::Refused))
        choice.keyId.reset();
    choice.freeIn = soonest.value_or(0ms);
    return choice;
}

KeysLeft KeyBook::left(const QString &providerId, const QList<KeyRule> &rules, SteadyTime now) const
{
    KeysLeft left = KeysLeft::None;
    for (const KeyRule &rule : rules) {
        // The mark alone: a key that was refused does not become good when it has also reached its own limit.
        const KeyState mark = state(providerId, {.id = rule.id}, now);
        if (mark != KeyState::Refused && mark != KeyState::NoCredit)
            return KeysLeft::Some;
        if (mark == KeyState::NoCredit)
            left = KeysLeft::WithoutCredit;
    }
    return left;
}

bool KeyBook::hasOther(const QString &providerId, const QList<KeyRule> &rules, const QSet<QString> &tried,
                       SteadyTime now) const
{
    return std::ranges::any_of(rules, [&](const KeyRule &rule) {
        return !tried.contains(rule.id) && state(providerId, rule, now) == KeyState::Usable;
    });
}

void KeyBook::used(const QString &providerId, const QString &keyId, SteadyTime now)
{
    std::vector<SteadyTime> &uses = m_entries[{providerId, keyId}].uses;
    uses.erase(uses.begin(), std::ranges::upper_bound(uses, now - Day));
    uses.insert(std::ranges::upper_bound(uses, now), now); // what is known of earlier processes may come later
}

void KeyBook::unused(const QString &providerId, const QString &keyId, SteadyTime then)
{
    std::vector<SteadyTime> &uses = m_entries[{providerId, keyId}].uses;
    if (const auto it = std::ranges::find(uses, then); it != uses.end())
        uses.erase(it);
}

void KeyBook::succeeded(const QString &providerId, const QString &keyId)
{
    m_entries[{providerId, keyId}].until = SteadyTime{0};
}

void KeyBook::failed(const QString &providerId, const QString &keyId, const chat::ProviderError &error,
                     FailureClass kind, SteadyTime now)
{
    Entry &entry = m_entries[{providerId, keyId}];
    if (kind == FailureClass::RateLimit) {
        entry.mark = KeyState::RateLimited;
        entry.until = now + std::max(error.retryAfter.value_or(UsualRateLimit), milliseconds{0});
    } else if (kind == FailureClass::Key) {
        const bool wrong = error.type == chat::ErrorType::Authentication || error.httpStatus == 401;
        entry.mark = wrong ? KeyState::Refused : KeyState::NoCredit;
        entry.until = wrong ? SteadyTime::max() : now + WithoutCredit;
    }
}

void KeyBook::exhausted(const QString &providerId, const QString &keyId, SteadyTime until)
{
    Entry &entry = m_entries[{providerId, keyId}];
    if (until <= entry.until)
        return;
    entry.mark = KeyState::RateLimited;
    entry.until = until;
}

void KeyBook::refused(const QString &providerId, const QString &keyId)
{
    Entry &entry = m_entries[{providerId, keyId}];
    entry.mark = KeyState::Refused;
    entry.until = SteadyTime::max();
}

void KeyBook::changed(const QString &providerId)
{
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it.key().first == providerId)
            it->until = SteadyTime{0};
    }
}

} // namespace sb::routing
