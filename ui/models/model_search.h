#pragma once

#include "ui/models/model_index.h"

namespace sb::ui {

/// One search of an index: which offers pass, what each value of a facet would give, and the order.
class ModelSearch
{
public:
    ModelSearch(const ModelIndex &index, const ModelFilter &filter, const QStringList &favorites);
    [[nodiscard]] Found run(const ModelSort &sort, const Figures &figures);

private:
    enum Miss : quint32
    {
        Elsewhere = 1, ///< anything but the two facets of which any value will do
        Provider = 2,
        Region = 4
    };
    [[nodiscard]] quint32 misses(const Offer &offer) const;
    [[nodiscard]] bool hasWords(const Offer &offer) const;
    void take(const IndexedModel &model, int index);
    void count(const Offer &offer, quint32 missed, bool isFavorite);
    void order(const ModelSort &sort, const Figures &figures);
    [[nodiscard]] bool isUsable(const IndexedModel &model) const;
    void orderByMine();

    const ModelIndex &m_index;
    const ModelFilter &m_filter;
    QHash<QString, int> m_rank; ///< of favorites
    QStringList m_words;
    std::vector<char> m_providers; ///< by index: chosen
    quint64 m_regions = 0;
    Found m_found;
    // Which of a facet's values were counted for the model at hand.
    Abilities m_seenAbilities = 0;
    quint64 m_seenRegions = 0;
    std::vector<int> m_seenProvider; ///< by index: the model for which it was counted last
};

} // namespace sb::ui
