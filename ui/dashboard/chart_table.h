#pragma once

#include "ui/dashboard/chart_data.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// The chart as a table: a row a slot, newest first, a column a series.
class ChartTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void present(const ChartData &chart, Measure measure);
    [[nodiscard]] qsizetype slotAt(const QModelIndex &index) const; ///< -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartData m_chart;
    Measure m_measure = Measure::Money;
};

} // namespace sb::ui
