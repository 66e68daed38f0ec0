#pragma once

#include "ui/common/tokens.h"

#include <QHash>

namespace sb::ui {

/// Which of the six series colors a model has: by spend on first sight, then kept for the session, in every chart.
class SeriesColors
{
public:
    /// Assigns free colors in this order; more than six are "Other".
    void assign(const QStringList &modelIdsBySpend);
    [[nodiscard]] QColor color(const QString &modelId, const Tokens &tokens) const;
    [[nodiscard]] bool isOther(const QString &modelId) const;

private:
    QHash<QString, int> m_index;
};

} // namespace sb::ui
