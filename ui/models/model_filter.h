#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QStringList>
#include <QtAlgorithms>

#include <optional>

namespace sb::ui {

/// What a model can do at an endpoint; bits of a set.
enum class Ability : quint32
{
    Tools = 1U << 0U,
    JsonSchema = 1U << 1U,
    Reasoning = 1U << 2U,
    ImagesIn = 1U << 3U,
    FilesIn = 1U << 4U,
    AudioIn = 1U << 5U,
    VideoIn = 1U << 6U,
    ImagesOut = 1U << 7U,
    AudioOut = 1U << 8U,
    OpenWeights = 1U << 9U,
    NoTraining = 1U << 10U, ///< the provider says that prompts train nothing
    NoRetention = 1U << 11U, ///< and that they are not kept
    Usable = 1U << 12U, ///< the provider is in use and has its key, or needs none
};
inline constexpr int AbilityCount = 13;
using Abilities = quint32;
[[nodiscard]] constexpr Abilities bit(Ability ability)
{
    return Abilities(ability);
}

/// From and to; nullopt: no such end.
template <typename T>
struct Span
{
    std::optional<T> least = {};
    std::optional<T> most = {};
    [[nodiscard]] bool isSet() const { return least || most; }
    friend bool operator==(const Span &, const Span &) = default;
};

/// Which models are shown. An endpoint must fulfill all of it; a model is shown when one of its endpoints does.
struct ModelFilter
{
    QString text = {}; ///< words, all of which stand in model, provider or upstream id
    Abilities abilities = 0; ///< all of these
    QStringList providers = {}; ///< ids, any of these; empty: all
    QStringList regions = {}; ///< any of these; empty: all, also those that are not known
    Span<NanoDollars> outputPrice = {}; ///< a million tokens; unpriced ones are left out when set
    Span<qint64> context = {}; ///< tokens; unknown ones are left out when set
    QDate releasedSince = {};
    bool favoritesOnly = false;
    friend bool operator==(const ModelFilter &, const ModelFilter &) = default;
};
/// How many of its parts are set, besides the text.
[[nodiscard]] int facetsSet(const ModelFilter &filter);

enum class ModelOrder
{
    Mine, ///< favorites in their order, then what fits the text best, then what can be asked now,
          ///< each with the newest first
    Newest,
    Name,
    Context,
    Input,
    Output,
    FirstToken,
    Speed,
    Errors,
    RecentCost,
    PriceAge,
};
struct ModelSort
{
    ModelOrder order = ModelOrder::Mine;
    bool descending = false; ///< what has no value comes last either way
    friend bool operator==(const ModelSort &, const ModelSort &) = default;
};
[[nodiscard]] bool beginsDescending(ModelOrder order); ///< where more or later is what one looks for

} // namespace sb::ui
