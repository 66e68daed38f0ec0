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
    void duplicateCurrent() override;
    void removeCurrent() override;

protected:
    void moveRow(int from, int to) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ChainDocument &m_document;
    StepModel *m_model;
};

} // namespace sb::ui
