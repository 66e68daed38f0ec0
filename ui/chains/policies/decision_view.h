#pragma once

#include "ui/chains/policies/decision.h"

#include <QAbstractListModel>
#include <QListView>

namespace sb::ui {

/// Rows of a decision, with all that is said of one as its accessible text.
class DecisionModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(const QList<DecisionRow> &rows);
    [[nodiscard]] const QList<DecisionRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<DecisionRow> m_rows;
};

/// The way of a request through a policy as a line that runs down: at each rule it may leave to a chain. Up and Down go
/// along it.
class DecisionView final : public QListView
{
    Q_OBJECT
public:
    explicit DecisionView(QWidget *parent = nullptr);
    void setRows(const QList<DecisionRow> &rows);
    void setCurrentPart(qsizetype part); ///< of the policy: the row below the request

signals:
    void partChosen(qsizetype part);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    DecisionModel *m_model;
};

} // namespace sb::ui
