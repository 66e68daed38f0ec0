#include "ui/common/series_colors.h"

namespace sb::ui {

void SeriesColors::assign(const QStringList &shown)
{
    constexpr int Colors = int(std::tuple_size_v<decltype(Tokens::series)>);
    for (const QString &id : shown) {
        if (m_index.contains(id))
            continue;
        int color = int(m_index.size());
        if (color >= Colors) {
            const auto unseen = std::find_if(m_index.keyBegin(), m_index.keyEnd(),
                                             [&shown](const QString &known) { return !shown.contains(known); });
            if (unseen == m_index.keyEnd())
                return; // more are shown than there are colors
            color = m_index.take(QString(*unseen));
        }
        m_index.insert(id, color);
    }
}

QColor SeriesColors::color(const QString &modelId, const Tokens &tokens) const
{
    const auto it = m_index.constFind(modelId);
    return it == m_index.constEnd() ? tokens.seriesOther : tokens.series[size_t(*it)];
}

} // namespace sb::ui
