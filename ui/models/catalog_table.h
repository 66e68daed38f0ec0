#pragma once

#include "ui/models/model_filter.h"

#include <QAbstractTableModel>

namespace sb::ui {

class ModelBoard;

/// The models that were found, one row each, with the values of the offer that leads.
class CatalogTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        CanDo,
        Context,
        Input,
        Output,
        FirstToken,
        Speed,
        Errors,
        Recent,
        Released,
        PriceAge,
        ColumnCount
    };

    explicit CatalogTable(ModelBoard &board, QObject *parent = nullptr);

    [[nodiscard]] QString idAt(int row) const; ///< of the model; empty: no such row
    [[nodiscard]] int rowOf(const QString &modelId) const; ///< -1: not among those found

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeFound();
    void renewColumns();
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString tip(int row, int column) const;
    [[nodiscard]] QVariant nameData(int row, int role) const;
    [[nodiscard]] bool isMissing(int row, int column) const; ///< unpriced, or nothing on record: said in grey

    ModelBoard &m_board;
    int m_rows = 0;
};

[[nodiscard]] std::optional<ModelOrder> orderOf(int column); ///< that its title sorts by; nullopt: none
[[nodiscard]] int columnOf(ModelOrder order); ///< -1: none shows it

} // namespace sb::ui
