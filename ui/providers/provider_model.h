#pragma once

#include "core/usage/queries.h"
#include "ui/providers/provider_board.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// The list of providers as rows for a table: name with signal and second line, and what the month has cost. Rows are
/// dragged to another place, but for the practice line, which stays last.
class ProviderModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Month,
        ColumnCount
    };
    explicit ProviderModel(ProviderBoard &board, QObject *parent = nullptr);

    void setMonth(const usage::MonthByProvider &month);
    [[nodiscard]] QString idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    void take();
    [[nodiscard]] QString spend(const ProviderFacts &facts) const;

    ProviderBoard &m_board;
    QList<ProviderFacts> m_rows;
    usage::MonthByProvider m_month;
};

} // namespace sb::ui
