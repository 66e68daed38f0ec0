#pragma once

#include "ui/chains/versions/version_rows.h"

#include <QListView>
#include <QTimeZone>

class QStandardItemModel;

namespace sb::ui {

/// Versions, the newest first: number and state, when and by which note it was published.
class VersionList final : public QListView
{
    Q_OBJECT
public:
    explicit VersionList(QWidget *parent = nullptr);
    void setVersions(const QList<VersionRow> &rows, const QTimeZone &zone, WallTime now);
    [[nodiscard]] int current() const; ///< its number; -1: none
    void setCurrent(int number); ///< the first where there is none of that number

signals:
    void chosen(int number);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItemModel *m_model;
    bool m_filling = false;
};

} // namespace sb::ui
