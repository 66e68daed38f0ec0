#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/order_list.h"
#include "ui/chains/step_outcome.h"

namespace sb::ui {

class StepModel;

/// The steps as a list: complete on its own, and the accessible twin of the diagram.
class StepList final : public OrderList
{
    Q_OBJECT
public:
    explicit StepList(ChainDocument &document, QWidget *parent = nullptr);
    void setOutcomes(const QList<StepOutcome> &outcomes); ///< of the last dry run
    void addStep(const routing::Step &step); ///< behind the selected one
    void insertStep(qsizetype before, const routing::Step &step);
    void duplicateCurrent() override;
    void removeCurrent() override;

signals:
    void faultsWanted(qsizetype step, const QPoint &at); ///< menus, at a place on the screen
    void nextWanted(qsizetype step, const QPoint &at);
    void menuWanted(qsizetype step, const QPoint &at);

protected:
    void moveRow(int from, int to) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] QPoint menuPlace() const; ///< of the selected row, on the screen

    ChainDocument &m_document;
    StepModel *m_model;
};

} // namespace sb::ui
