#pragma once

#include "core/catalog/endpoint.h"

#include <QHash>

namespace sb::catalog {

/// Which known model a provider's own name means, so that the same model of several providers is one model. Names are
/// compared without author, case and kind of separator: "accounts/fireworks/models/Kimi_K2.5" is
/// "moonshotai/kimi-k2.5".
class ModelNames
{
public:
    void add(const Endpoint &endpoint); ///< its model, by the model's id and by what its provider calls it
    /// The id of the model; empty when none is known by this name, or several are.
    [[nodiscard]] QString find(const QString &upstreamModel) const;

private:
    void add(const QString &name, const QString &modelId);

    QHash<QString, QString> m_byName; ///< empty: ambiguous
};

} // namespace sb::catalog
