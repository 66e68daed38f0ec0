#pragma once

#include "core/base/json.h"
#include "core/base/money.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace sb::routing {

/// In which form an answer is asked for.
enum class OutputForm
{
    Text,
    JsonObject,
    JsonSchema,
};

enum class Weekday
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
};

/// From `from` on and below `below`; a bound that is not set is none.
template <typename T>
struct Bounds
{
    std::optional<T> from = {};
    std::optional<T> below = {};
    [[nodiscard]] bool isSet() const { return from || below; }
    [[nodiscard]] bool isEmpty() const { return from && below && *from >= *below; } ///< nothing lies between
    friend bool operator==(const Bounds &, const Bounds &) = default;
};

inline constexpr int MinutesOfDay = 24 * 60;

/// A part of the day, in minutes since midnight in the profile's zone: from `from` up to `to`, which is on the next day
/// where it is not later.
struct DayHours
{
    int from = 0; ///< 0 to 1439
    int to = MinutesOfDay; ///< 0 to 1440
    friend bool operator==(const DayHours &, const DayHours &) = default;
};

/// Which requests a rule is for. A member that is not set asks nothing; all that are set must hold. Of a list, one must
/// hold. Names are patterns: `*` stands for any text, and case does not matter.
struct Condition
{
    QStringList taskClasses = {}; ///< as the classifier names them
    QStringList models = {}; ///< as asked: "anthropic/*", "auto"; a suffix such as ":floor" may be left out
    Bounds<qint64> promptTokens = {}; ///< likely ones, see likelyInputTokens()
    std::optional<bool> tools = {}; ///< whether any are offered
    std::optional<bool> images = {}; ///< whether the request has any
    std::optional<bool> files = {};
    std::optional<bool> audio = {};
    QList<OutputForm> outputs = {};
    QStringList tags = {}; ///< see tagsOf()
    QStringList clients = {}; ///< "playground", "ask", or a client of the gateway
    QStringList sessions = {}; ///< ids
    std::optional<DayHours> hours = {};
    QList<Weekday> weekdays = {}; ///< in the profile's zone; hours over midnight belong to the day on which they begin
    Bounds<NanoDollars> remaining = {}; ///< of the strictest budget; without one there is always enough
    Json extra = {}; ///< members we do not know: what cannot be judged holds for no request
    friend bool operator==(const Condition &, const Condition &) = default;
};

/// Whether it asks anything.
[[nodiscard]] bool asksAnything(const Condition &condition);

/// What a condition may ask, and why a rule was passed over. Stored by name.
enum class Unmet
{
    Disabled, ///< the rule is switched off
    TaskClass,
    Model,
    PromptTokens,
    Tools,
    Images,
    Files,
    Audio,
    Output,
    Tags,
    Client,
    Session,
    Hours, ///< or the weekday
    Remaining,
    Unknown, ///< a member that this version does not know
    Unless, ///< all of `unless` holds
};
[[nodiscard]] QByteArray toWireName(Unmet unmet);

/// What a condition asks, one translated phrase a member that is set, behind "Only for": "prompts of 1,000 tokens or
/// more". Empty where it asks nothing.
[[nodiscard]] QStringList phrases(const Condition &condition);

} // namespace sb::routing
