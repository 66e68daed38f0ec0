#pragma once

#include "core/usage/queries.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace sb::ui {

/// The last requests of both ledgers, the newest first.
class RecordedModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Time,
        Requested,
        End,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;
    void clear();
    void add(const usage::LogPage &page, WallTime now); ///< of one ledger
    [[nodiscard]] const QList<usage::LogRow> &rows() const { return m_rows; }
    [[nodiscard]] QString title(int row) const; ///< "14:31:07 everyday-chat"

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<usage::LogRow> m_rows;
    QTimeZone m_zone = QTimeZone::utc();
    WallTime m_now = {};
};

} // namespace sb::ui
