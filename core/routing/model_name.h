#pragma once

#include "core/catalog/catalog.h"
#include "core/routing/preferences.h"

namespace sb::routing {

/// What a suffix of a model asks for, as OpenRouter documents it.
/// Source: https://openrouter.ai/docs/guides/routing/model-variants
enum class Variant
{
    None,
    Floor, ///< the cheapest first
    Nitro, ///< the fastest first
    Free, ///< only what costs nothing
    Exacto, ///< the most reliable first
    Online, ///< with a search of the web
    Unknown, ///< a suffix that nobody here can make sense of
};

/// A model as it is asked for, taken apart.
struct ModelName
{
    QString model = {}; ///< "author/slug"
    Variant variant = Variant::None;
    friend bool operator==(const ModelName &, const ModelName &) = default;
};

/// A name that the catalog has is a model as a whole, whatever stands behind its colon: local servers write
/// "qwen3:8b", and some providers list a free variant as a model of its own.
[[nodiscard]] ModelName parseModelName(const QString &name, const catalog::Catalog &catalog);

/// By what a variant orders the endpoints; nullopt: it does not.
[[nodiscard]] std::optional<Sort> sortOf(Variant variant);

} // namespace sb::routing
