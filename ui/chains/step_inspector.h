#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/chain_document.h"
#include "ui/chains/step_fields.h"
#include "ui/chains/step_outcome.h"

#include <QWidget>

class QLineEdit;

namespace sb::ui {

class ChainFields;
class EndpointChecks;
class InspectorForm;
class Label;
class ModelBox;
class MoveOnChecks;
class SignalMark;

/// The step that is selected, in full: every change is an edit of the document at once; what is wrong is said beside
/// the field.
class StepInspector final : public QWidget
{
    Q_OBJECT
public:
    StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
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
    /// A field with the line of text below it that says what is wrong.
    struct Row
    {
        StepField field = {};
        QLineEdit *edit = nullptr;
        Label *problem = nullptr;
        bool refused = false; ///< what stands in it is not in the document
    };

    [[nodiscard]] QWidget *makeHead();
    void forgetTyped();
    void addFieldRow(const StepField &field);
    void setupModel();
    void present();
    void presentModels(const routing::Step &step);
    void presentRow(Row &row, const routing::Step &step);
    void change(const QString &text, const QString &mergeKey, const std::function<void(routing::Step &)> &edit);
    void take(qsizetype row);
    [[nodiscard]] QString problemAt(const QString &path) const; ///< of the selected step; empty: none

    ChainDocument &m_document;
    profile::Workspace &m_workspace;
    QList<routing::ChainProblem> m_problems;
    QList<StepOutcome> m_outcomes;
    SignalMark *m_signal;
    Label *m_subject;
    QWidget *m_body;
    InspectorForm *m_form;
    ModelBox *m_model;
    Label *m_modelProblem;
    EndpointChecks *m_endpoints;
    Label *m_endpointProblem;
    QList<Row> m_rows;
    MoveOnChecks *m_moveOn;
    ChainFields *m_chain;
    routing::Step m_presented = {}; ///< the step that the fields show
    bool m_modelTyped = false; ///< the model field has text that is not in the document
    bool m_changing = false; ///< the document changes because of a field here
};

} // namespace sb::ui
