#pragma once

#include "ui/chains/policies/policy_document.h"

#include <QAbstractListModel>

namespace sb::ui {

/// The parts of a policy in their order: rules, "otherwise", "all requests".
class RuleModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        SentenceRole = Qt::UserRole + 1, ///< whom it is for
        DestinationRole, ///< where its requests go
        RuleRole, ///< bool: a rule, not one of the parts below
        EnabledRole, ///< bool
        ProblemRole ///< what is wrong with it; empty: nothing
    };
    explicit RuleModel(PolicyDocument &document, QObject *parent = nullptr);
    void setProblems(const QList<routing::PolicyProblem> &problems);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString title(int row) const;
    [[nodiscard]] QString sentence(int row) const;
    [[nodiscard]] QString destination(int row) const;
    [[nodiscard]] QString problem(int row) const;
    PolicyDocument &m_document;
    QList<routing::PolicyProblem> m_problems;
    int m_rows = 0;
};

} // namespace sb::ui
