#pragma once

#include "ui/chains/replay/replay_rows.h"

#include <QAbstractTableModel>

namespace sb::ui {

/// Lines of a replay as a table: what was, what would be, the difference, and how far that can be trusted.
class ReplayTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Title,
        Recorded,
        Replayed,
        Difference,
        Trust,
        ColumnCount
    };
    /// @param titles of the columns, as many as there are
    explicit ReplayTable(const QStringList &titles, QObject *parent = nullptr);
    void present(const QList<ReplayRow> &rows);
    void setTitles(const QStringList &titles);
    [[nodiscard]] const QList<ReplayRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_titles;
    QList<ReplayRow> m_rows;
};

} // namespace sb::ui
