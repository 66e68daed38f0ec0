#pragma once

#include "core/routing/policy/semantic_diff.h"

#include <QListView>

class QStandardItemModel;

namespace sb::ui {

/// Differences in sentences, each behind a mark of its kind: + added, − removed, ~ changed, ↕ moved.
class ChangeList final : public QListView
{
    Q_OBJECT
public:
    explicit ChangeList(QWidget *parent = nullptr);
    void setChanges(const QList<routing::Change> &changes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QStandardItemModel *m_model;
};

} // namespace sb::ui
