#pragma once

#include "ui/chains/order_list.h"
#include "ui/chains/policies/policy_document.h"

namespace sb::ui {

class RuleModel;

/// The rules of a policy in the order in which they are asked, below them what holds where none fits and what holds for
/// all requests; those two cannot be moved. Space switches a rule on or off.
class RuleList final : public OrderList
{
    Q_OBJECT
public:
    explicit RuleList(PolicyDocument &document, QWidget *parent = nullptr);
    void setProblems(const QList<routing::PolicyProblem> &problems);
    void addRule(); ///< behind the selected one, else as the last
    void duplicateCurrent() override;
    void removeCurrent() override;
    void toggleCurrent();

protected:
    [[nodiscard]] int movableRows() const override;
    void moveRow(int from, int to) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void insert(const routing::Rule &rule, const QString &text);
    PolicyDocument &m_document;
    RuleModel *m_model;
};

} // namespace sb::ui
