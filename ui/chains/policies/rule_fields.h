#pragma once

#include "ui/chains/policies/condition_form.h"
#include "ui/chains/policies/policy_document.h"

namespace sb::ui {

class ChainBox;

/// The fields of the selected rule: what it is called, where its requests go, whom it is for. Every change is an edit
/// of the document at once.
class RuleFields final : public QWidget
{
    Q_OBJECT
public:
    RuleFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    void present(const QList<routing::PolicyProblem> &problems);
    void focusFirst();

private:
    void addTop(profile::Workspace &workspace);
    /// @param path within the rule
    void change(const QString &path, const QString &title, const std::function<void(routing::Rule &)> &edit);
    void forget();

    PolicyDocument &m_document;
    AnyFieldRows *m_top = nullptr;
    ChainBox *m_chain = nullptr;
    Label *m_chainProblem = nullptr;
    Label *m_reach = nullptr;
    ConditionForm *m_when = nullptr;
    ConditionForm *m_unless = nullptr;
    Label *m_unlessProblem = nullptr;
    routing::Rule m_presented = {}; ///< that the fields show
    bool m_changing = false; ///< the document changes because of a field here
};

} // namespace sb::ui
