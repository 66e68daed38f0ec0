#pragma once

#include "ui/chains/field_rows.h"
#include "ui/chains/policies/policy_document.h"

#include "core/profile/workspace.h"

#include <QWidget>

namespace sb::ui {

class ChainBox;
class Fold;
class QualityFields;

using WeightField = FieldOf<routing::Weights>;
[[nodiscard]] QList<WeightField> weightFields();
/// Those fields of a step that are about its providers, in the order of the form.
[[nodiscard]] QList<StepField> policyPreferenceFields();

/// Where requests go that no rule is for, and what the policy is about.
class OtherwiseFields final : public QWidget
{
    Q_OBJECT
public:
    OtherwiseFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    void present(const QList<routing::PolicyProblem> &problems);
    void focusFirst();

private:
    PolicyDocument &m_document;
    ChainBox *m_chain;
    Label *m_problem;
    AnyFieldRows *m_about;
};

/// What holds for all requests, whichever way they go: who may be asked, what waiting is worth, which models are better
/// than others.
class ForAllFields final : public QWidget
{
    Q_OBJECT
public:
    ForAllFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    void present(const QList<routing::PolicyProblem> &problems);
    void focusFirst();

private:
    [[nodiscard]] QWidget *addPart(const QString &name, const QString &title);
    void addPreferences();
    void addWeights();
    void addQuality();
    void forget();
    [[nodiscard]] routing::Step carrier() const; ///< a step that has the policy's preferences

    PolicyDocument &m_document;
    profile::Workspace &m_workspace;
    QList<Fold *> m_folds;
    QList<FieldRows *> m_preferences;
    AnyFieldRows *m_weights = nullptr;
    QualityFields *m_quality = nullptr;
    routing::Policy m_presented = {};
    bool m_changing = false;
};

} // namespace sb::ui
