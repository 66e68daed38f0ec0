#pragma once

#include "core/base/json.h"
#include "core/base/money.h"
#include "core/chat/usage.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace sb::catalog {

/// What a price component is paid for.
enum class PriceUnit
{
    FreshInput,
    CacheRead,
    CacheWrite5m,
    CacheWrite1h,
    VisibleOutput,
    Reasoning, ///< absent: priced as visible output
    Request,
    Image,
    WebSearch,
    AudioSecond,
};

/// When a component applies; an empty condition always does. Of several components of one unit the one with the highest
/// `abovePromptTokens` that is exceeded wins; of two with the same, the one that names hours or weekdays. Tier and
/// batch must match exactly: what is asked for in a tier without a price is unpriced, since the standard price may be
/// too low.
struct PriceCondition
{
    qint64 abovePromptTokens = 0; ///< applies when the whole prompt has more tokens than this
    int fromHourUtc = -1; ///< with toHourUtc: applies in [from, to), may wrap around midnight; -1 when always
    int toHourUtc = -1;
    bool weekdays = false; ///< only from Monday to Friday, UTC
    QString serviceTier = {}; ///< "flex", "priority"; empty: the standard tier
    bool batch = false;
    friend bool operator==(const PriceCondition &, const PriceCondition &) = default;
};

struct PriceComponent
{
    PriceUnit unit = PriceUnit::FreshInput;
    PicoDollars amount = {}; ///< per token, request, image, search or second
    PriceCondition condition = {};
    friend bool operator==(const PriceComponent &, const PriceComponent &) = default;
};

/// The price of one endpoint, as published.
struct Price
{
    QList<PriceComponent> components = {};
    QString source = {}; ///< URL of the price page
    QDate asOf = {};
    friend bool operator==(const Price &, const Price &) = default;
};

/// Who says what an endpoint costs, which is also how far that is trusted (layers.h has the order).
enum class PriceOrigin
{
    Curated, ///< shipped with Signalbox
    OwnFile, ///< the user's own catalog file
    Provider, ///< the provider's own list, fetched
    Aggregator, ///< somebody who lists the prices of others, fetched
    Override, ///< the user's own price, with a note
};

/// How old a price is: days from the day for which it was stated. nullopt when that day is not known.
[[nodiscard]] std::optional<qint64> ageInDays(const Price &price, QDate today);
/// Whether two prices cost the same, whoever states them and when.
[[nodiscard]] bool costsTheSame(const Price &a, const Price &b);

/// What one attempt used, for pricing.
struct Consumption
{
    chat::TokenClasses tokens = {};
    qint64 requests = 1;
    qint64 images = 0;
    qint64 webSearches = 0;
    qint64 audioSeconds = 0;
    int hourUtc = -1; ///< when the request was sent; -1: not known, components with hours do not apply
    int dayOfWeekUtc = 0; ///< 1 is Monday, 7 is Sunday; 0: not known, components for weekdays do not apply
    QString serviceTier = {}; ///< as the provider reports it; empty and the words for the standard tier are the same
    bool batch = false;
};

/// The exact cost, rounded once. Classes without a component of their own: cache reads and writes cost as fresh input
/// (1-hour writes as 5-minute ones, where those have a price), reasoning as output; requests and images nothing, since
/// their tokens are paid for.
/// @return nullopt when another unit that was used has no price: unpriced, which is not 0
[[nodiscard]] std::optional<NanoDollars> cost(const Price &price, const Consumption &used);

/// The most that one request with at most so many tokens can cost: every input token at the dearest input class, all
/// output at the dearest output class, of every step of the price that such a prompt can reach, at any hour; rounded
/// up. Images, searches and seconds that are priced by themselves are not in it. The flex tier is bounded by the
/// standard one, which is never less and is what counts where flex is not sold. @return nullopt when unpriced
[[nodiscard]] std::optional<NanoDollars> upperBound(const Price &price, qint64 inputTokens, qint64 outputTokens,
                                                    const QString &serviceTier = {});

/// What one unit costs in the standard tier after a prompt of this size, at no special hour. nullopt: not stated.
[[nodiscard]] std::optional<PicoDollars> listAmount(const Price &price, PriceUnit unit, qint64 promptTokens);

/// What a run without cache, reasoning and special hours would cost; for showing and for ranking. nullopt when
/// unpriced.
[[nodiscard]] std::optional<NanoDollars> expectedCost(const Price &price, qint64 inputTokens, qint64 outputTokens);

/// `{"input": "2.50", "output": "10", "cache_read": "1.25", "source": "https://…", "as_of": "2026-07-02"}` in dollars
/// per million tokens as decimal strings ("request", "image", "web_search" and "audio_second" in dollars for one), and
/// `"components": [{"unit": "input", "amount": "5", "above_prompt_tokens": 200000}, …]` for prices with a condition
/// (schema: resources/schemas/catalog.schema.json). Errors: InvalidInput, prefixed by `where` and the path.
[[nodiscard]] Result<Price> parsePrice(const Json &json, const QString &path, const QString &where = {});
[[nodiscard]] Json toJson(const Price &price);

} // namespace sb::catalog
