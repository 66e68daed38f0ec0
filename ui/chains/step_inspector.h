#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/chain_document.h"
#include "ui/chains/step_outcome.h"
#include "ui/chains/step_problems.h"

#include <QWidget>

namespace sb::ui {

class ChainFields;
class EndpointChecks;
class FieldRows;
class InspectorForm;
class InspectorSections;
class Label;
class ModelBox;
class MoveOnChecks;
class SignalMark;

/// The step that is selected, in full: what is changed most on top, the rest in parts that can be folded. Every change
/// is an edit of the document at once; what is wrong is said beside the field, and what a field is for at the foot.
class StepInspector final : public QWidget
{
    Q_OBJECT
public:
    StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    ~StepInspector() override;
    void focusFirst();
    void commit(); ///< takes the model that is being typed, although its field has not been left
    [[nodiscard]] bool hasTyped() const; ///< a model that commit() would take
    /// Of the whole chain, as routing::validate() gives them; those of the selected step stand beside their fields.
    void setProblems(const QList<routing::ChainProblem> &problems);
    void setOutcomes(const QList<StepOutcome> &outcomes); ///< of the last dry run

signals:
    void duplicateWanted();
    void removeWanted();
    void moveWanted(int by);
    void typed(); ///< in the model field

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeUsual(); ///< the fields on top
    void forgetTyped();
    void setupModel();
    void present();
    void presentModels(const routing::Step &step, const StepProblems &problems);
    void take(const routing::Step &step, const QString &path, const QString &title);
    void change(const QString &text, const QString &mergeKey, const std::function<void(routing::Step &)> &edit);

    ChainDocument &m_document;
    profile::Workspace &m_workspace;
    QList<routing::ChainProblem> m_problems;
    QList<StepOutcome> m_outcomes;
    SignalMark *m_signal;
    Label *m_subject;
    QWidget *m_body;
    QWidget *m_usual;
    InspectorForm *m_form;
    ModelBox *m_model;
    Label *m_modelProblem;
    EndpointChecks *m_endpoints;
    Label *m_endpointProblem;
    FieldRows *m_clocks;
    MoveOnChecks *m_moveOn;
    FieldRows *m_limits;
    ChainFields *m_chain;
    InspectorSections *m_sections;
    routing::Step m_presented = {}; ///< the step that the fields show
    bool m_modelTyped = false; ///< the model field has text that is not in the document
    bool m_changing = false; ///< the document changes because of a field here
};

} // namespace sb::ui
