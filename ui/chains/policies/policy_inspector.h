#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/policies/policy_document.h"

#include <QWidget>

class QToolButton;

namespace sb::ui {

class ForAllFields;
class Label;
class OtherwiseFields;
class RuleFields;

/// The selected part of a policy, in full; what a field is for stands at the foot.
class PolicyInspector final : public QWidget
{
    Q_OBJECT
public:
    PolicyInspector(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    ~PolicyInspector() override;
    void focusFirst();
    void setProblems(const QList<routing::PolicyProblem> &problems); ///< of the whole policy

signals:
    void duplicateWanted();
    void removeWanted();
    void moveWanted(int by);

private:
    [[nodiscard]] QWidget *makeHead();
    void present();

    PolicyDocument &m_document;
    QList<routing::PolicyProblem> m_problems;
    Label *m_subject;
    QToolButton *m_menu = nullptr;
    RuleFields *m_rule;
    OtherwiseFields *m_otherwise;
    ForAllFields *m_forAll;
};

} // namespace sb::ui
