#pragma once

#include "core/usage/queries.h"
#include "ui/common/series_colors.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// The chart's twin: one row a model, with the chart's colors in the share bars.
class ModelTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Model,
        Requests,
        Input,
        Output,
        Cached,
        FirstToken,
        Failed,
        Spend,
        Share,
        SharePercent,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void present(const QList<usage::ModelRow> &rows, const SeriesColors &colors, const Tokens &tokens);
    [[nodiscard]] QString modelIdAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const usage::ModelRow &row, int column) const;
    [[nodiscard]] double share(const usage::ModelRow &row) const;

    QList<usage::ModelRow> m_rows;
    QList<QColor> m_colors;
    qint64 m_total = 0; ///< nano-dollars of all rows
    int m_decimals = 2; ///< of all amounts: as many as the smallest ones need, while none reaches a dollar
};

} // namespace sb::ui
