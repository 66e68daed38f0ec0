#pragma once

#include "ui/common/tokens.h"

#include <QHash>

namespace sb::ui {

/// Which of the six series colors a model has: kept for the session, in every chart, as long as there are colors.
class SeriesColors
{
public:
    /// Gives each of these a color, six at most. Those that have one keep it; when none is free, it is taken from one
    /// that is not among these.
    void assign(const QStringList &shown);
    [[nodiscard]] QColor color(const QString &modelId, const Tokens &tokens) const; ///< of "Other", where it has none
    friend bool operator==(const SeriesColors &, const SeriesColors &) = default;

private:
    QHash<QString, int> m_index;
};

} // namespace sb::ui
