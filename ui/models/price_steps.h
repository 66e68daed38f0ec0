#pragma once

#include "core/base/clock.h"
#include "core/catalog/price.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// What a million tokens cost from a moment on.
struct PriceStep
{
    WallTime from = {};
    std::optional<NanoDollars> input = {}; ///< nullopt: unpriced
    std::optional<NanoDollars> output = {};
    QString source = {}; ///< who said so
    friend bool operator==(const PriceStep &, const PriceStep &) = default;
};

/// "Output went from $12.00 to $10.00 on 3 Nov 2026": the last change, or that there was none.
[[nodiscard]] QString priceSentence(const QList<PriceStep> &steps);
[[nodiscard]] QString amountText(const std::optional<NanoDollars> &amount); ///< "$0.25", "unpriced"

/// The history as a table, newest first: the chart's twin.
class PriceStepTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void present(const QList<PriceStep> &steps); ///< oldest first

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PriceStep> m_steps; ///< newest first
};

} // namespace sb::ui
