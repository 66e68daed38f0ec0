#pragma once

#include "core/catalog/price_override.h"
#include "ui/common/painting.h"
#include "ui/models/model_index.h"

namespace sb::ui {

// How facts about models read, in the table, the details and the comparison alike.

struct AbilityWords
{
    Ability ability = Ability::Tools;
    QString name = {}; ///< "Tools"
    QString iconName = {}; ///< where it has a slot in the table; else empty
};
[[nodiscard]] QList<AbilityWords> abilityWords(); ///< all of them, in the order in which they are shown
[[nodiscard]] QStringList abilityIcons(Abilities abilities); ///< by slot; "" for what it cannot do
[[nodiscard]] QString abilitiesText(Abilities abilities); ///< "tools, images, JSON schema"; without policy and keys

/// "$0.25", with a figure space for each of three decimals that it has not, so that points stand under each other.
[[nodiscard]] QString perMillionText(const Offer &offer, const std::optional<NanoDollars> &amount);
[[nodiscard]] QString tokensText(const std::optional<qint64> &tokens); ///< "200 K", "1.0 M"
[[nodiscard]] QString speedText(const OfferFigures &figures);
[[nodiscard]] QString errorsText(const OfferFigures &figures);
[[nodiscard]] QString dateText(QDate date); ///< "4 Mar 2026"
[[nodiscard]] QString ageText(std::optional<qint64> days); ///< "today", "12 d"
[[nodiscard]] std::optional<qint64> priceAge(const Offer &offer, QDate today); ///< in days

/// Who says what an endpoint costs, in few words: "openai.com", "your own price"; empty where nobody does.
[[nodiscard]] QString sourceText(const catalog::Endpoint &endpoint);

/// "As of 22 Nov 2026, 8 days ago, from openai.com", or why there is no price.
[[nodiscard]] QString originSentence(const catalog::Endpoint &endpoint, QDate today);

/// "Your own price since 3 May 2026 (contract). The list says $2.00 / $8.00."
[[nodiscard]] QString ownSentence(const catalog::PriceOverride &own);

/// What the last days would have cost: an amount, "free", "unpriced", or nothing where no request could be served.
[[nodiscard]] QString recentText(const Offer &offer, const OfferFigures &figures);
/// "for 82 %", where it could not have served all of them; else empty.
[[nodiscard]] QString coverageText(const OfferFigures &figures);
/// The same in sentences, with how it was worked out.
[[nodiscard]] QString recentTip(const Offer &offer, const OfferFigures &figures, const ModelIndex &index);

/// Since when a retirement is a warning: time to choose another one.
inline constexpr int RetirementWarningDays = 90;
enum class Retirement
{
    None,
    Far, ///< announced
    Near,
    Past
};
[[nodiscard]] Retirement retirementOf(const catalog::Endpoint &endpoint, QDate today);
[[nodiscard]] QString retirementText(const catalog::Endpoint &endpoint, QDate today); ///< "ends 31 Dec 2026"; or empty

/// The state of an offer and the words that go with it.
struct OfferState
{
    Signal signal = Signal::Off;
    QString words = {}; ///< empty where all is well
};
[[nodiscard]] OfferState stateOf(const Offer &offer, const ModelIndex &index, QDate today);
/// "3 endpoints, least cost Vertex, no key"
[[nodiscard]] QString modelFacts(const FoundModel &found, const ModelIndex &index, QDate today);
/// "trains nothing, kept 30 days, eu", or "not documented (as of 30 Nov 2026)"; an en dash where nobody looked.
[[nodiscard]] QString policyText(const catalog::Provider &provider);

} // namespace sb::ui
