#pragma once

#include "core/chat/error.h"
#include "core/routing/plan.h"

#include <QMetaType>

#include <optional>

namespace sb::engine {

/// How many tokens a request has, or why that cannot be said.
struct TokenCount
{
    std::optional<qint64> tokens = {};
    bool estimated = false; ///< by us, since no provider that could be asked counts: one token per four bytes
    QString endpointId = {}; ///< who counted, or would answer
    std::optional<chat::ProviderError> error = {}; ///< of the last that was asked
    std::optional<Error> refusal = {}; ///< why nobody was asked
    routing::Plan plan = {}; ///< who could have been
};

} // namespace sb::engine

Q_DECLARE_METATYPE(sb::engine::TokenCount)
