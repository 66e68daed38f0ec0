#pragma once

#include "core/catalog/price.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// Pico-dollars a token are nano-dollars a million, times this.
inline constexpr qint64 NanoPerPicoMillion = 1000;

/// One component of a price in words: "Input, above 272 K tokens" and "$10.00 per M".
struct PriceLine
{
    QString name = {};
    QString amount = {};
    friend bool operator==(const PriceLine &, const PriceLine &) = default;
};

/// The whole price: the standard tier first, then what has a condition.
[[nodiscard]] QList<PriceLine> priceLines(const catalog::Price &price);

/// The same as a table of two columns.
class PriceLineTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void present(const QList<PriceLine> &lines);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PriceLine> m_lines;
};

} // namespace sb::ui
