#pragma once

#include "core/catalog/fetched_list.h"
#include "core/catalog/price_text.h"

// What the readers of foreign lists share. Only this folder's .cpp files include this.
namespace sb::catalog {

/// A price that is being gathered, or why it cannot be used.
struct ForeignPrice
{
    std::optional<Price> price = {}; ///< nullopt without a reason: none is stated
    QString refusal = {}; ///< translated, one sentence
};

/// A member of a foreign price, and what it is the price of.
struct PriceKey
{
    const char *key = "";
    PriceUnit unit = PriceUnit::FreshInput;
    bool keepZero = false; ///< see addAmount()
};

/// Adds what one member states. A missing one adds nothing; one that is no number is a refusal.
/// @param keepZero false where these lists write 0 for "no price of its own"
void addAmount(ForeignPrice &price, const Json &json, PriceUnit unit, PricedBy by, const PriceCondition &condition,
               bool keepZero);

/// The same price with a refusal when it is absurd by itself.
[[nodiscard]] ForeignPrice checked(ForeignPrice price);

/// A whole number above 0, or nullopt.
[[nodiscard]] std::optional<qint64> tokenCount(const Json &json);
[[nodiscard]] bool hasWord(const Json &list, QByteArrayView word);
/// Kinds of content by the words of OpenRouter and models.dev; words for other things are passed over. Text only where
/// nothing is named.
[[nodiscard]] Modalities modalitiesOf(const Json &list);
/// "2026-06-30", or "2026-06" for the first of that month; invalid for all else.
[[nodiscard]] QDate readDay(const QString &text);

/// Whether a foreign name can be a model's name in our files: not empty, without blanks, at most 200 letters.
[[nodiscard]] bool isUsableName(const QString &name);
[[nodiscard]] QString unusableName();

} // namespace sb::catalog
