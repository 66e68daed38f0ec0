#pragma once

#include "core/base/clock.h"
#include "core/chat/usage.h"
#include "core/routing/dispatcher.h"
#include "core/usage/records.h"
#include "core/usage/sums.h"
#include "ui/common/painting.h"

#include <QLocale>
#include <QTimeZone>

namespace sb::ui {

// How numbers read, everywhere the same. No value is an en dash, unpriced is a word, never 0.

/// "$58.41", in German "58,41 $".
[[nodiscard]] QString formatDollars(double dollars, int decimals);
/// "$0.00480": five decimals below a dollar, two from a dollar on; estimated is prefixed "≈".
[[nodiscard]] QString formatMoney(NanoDollars amount);
[[nodiscard]] int moneyDecimals(NanoDollars amount); ///< the decimals which that has
/// With the decimals that a whole column has; what would be rounded to nothing is "< $0.00001".
[[nodiscard]] QString formatMoney(NanoDollars amount, int decimals);
/// "$13.84": to the cent, for sums in a narrow place.
[[nodiscard]] QString formatShortMoney(NanoDollars amount);
/// "$0.02": an amount that somebody chose, with the decimals that it has and at least two.
[[nodiscard]] QString formatLimit(NanoDollars amount);
/// A number as a person types it, with the decimal point of the locale; a plain point, too, where it cannot be taken
/// for the one that groups thousands. What may be a thousand or one is refused. Errors: InvalidInput.
/// @return as it was typed, with a plain point: "0.70"
[[nodiscard]] Result<QString> typedNumber(const QString &text);
[[nodiscard]] QString numberToType(QString plain); ///< "0,70" of "0.70", to be edited: what typedNumber() reads
[[nodiscard]] Result<NanoDollars> typedDollars(const QString &text); ///< typed as a number is
[[nodiscard]] QString dollarsToType(NanoDollars amount); ///< "40.00", to be edited: what typedDollars() reads
[[nodiscard]] QString formatCost(const usage::Cost &cost);
[[nodiscard]] QString formatCost(const usage::Cost &cost, int decimals);
/// What requests cost together: "≈" where a part is estimated, "unpriced" where nothing has a price.
[[nodiscard]] QString formatSum(const usage::Sums &sums, int decimals);
[[nodiscard]] bool isUnpriced(const usage::Sums &sums);
[[nodiscard]] QString formatCount(qint64 count); ///< "14,208"; "21.4 M" from a million on
[[nodiscard]] QString formatTokens(const chat::TokenClasses &tokens); ///< "41 / 312"
[[nodiscard]] QString formatSeconds(std::chrono::milliseconds time); ///< "0.61 s"; negative: en dash
[[nodiscard]] QString formatPercent(double share); ///< 0.006 → "0.6%", 0.12 → "12%"
[[nodiscard]] QString formatPercent(double share, int decimals); ///< as a whole column has them
/// "14:31:07", with the day when that is not the one of `now`.
[[nodiscard]] QString formatTime(WallTime time, const QTimeZone &zone, WallTime now);
/// For lists of things that were last used at some time: "14:05" today, "yesterday", "Monday" within a week, else the
/// date.
[[nodiscard]] QString formatWhen(WallTime time, const QTimeZone &zone, WallTime now);
[[nodiscard]] QString noValue(); ///< en dash

[[nodiscard]] QString endStateText(routing::EndState end); ///< "complete", translated
[[nodiscard]] QStringList endStateTexts(); ///< all of them
[[nodiscard]] Signal endStateSignal(routing::EndState end);
/// "no key", "over the budget": why an endpoint is left out, in few words.
[[nodiscard]] QString exclusionText(routing::Exclusion reason);
/// The same by the name under which a decision is stored; empty for an unknown one.
[[nodiscard]] QString exclusionText(const QByteArray &storedName);
/// "gpt-mini" of "openai/gpt-mini": where the author would only take room.
[[nodiscard]] QString shortModel(const QString &modelId);
/// "529 overloaded", "silence", …: one error in few words, translated.
[[nodiscard]] QString errorText(chat::ErrorType type, int httpStatus);

} // namespace sb::ui
