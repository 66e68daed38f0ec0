#include "ui/common/series_colors.h"

namespace sb::ui {

void SeriesColors::assign(const QStringList &modelIdsBySpend)
{
    for (const QString &id : modelIdsBySpend) {
        if (m_index.size() >= qsizetype(Tokens{}.series.size()))
            return;
        if (!m_index.contains(id))
            m_index.insert(id, int(m_index.size()));
    }
}

QColor SeriesColors::color(const QString &modelId, const Tokens &tokens) const
{
    const auto it = m_index.constFind(modelId);
    return it == m_index.constEnd() ? tokens.seriesOther : tokens.series[size_t(*it)];
}

bool SeriesColors::isOther(const QString &modelId) const
{
    return !m_index.contains(modelId);
}

} // namespace sb::ui
