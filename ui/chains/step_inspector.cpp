#include "ui/chains/step_inspector.h"

#include "ui/chains/chain_fields.h"
#include "ui/chains/endpoint_checks.h"
#include "ui/chains/inspector_form.h"
#include "ui/chains/model_box.h"
#include "ui/chains/move_on_checks.h"
#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/surfaces.h"

#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

StepInspector::StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_signal(new SignalMark(Signal::Off, {}, this))
    , m_subject(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_body(makeSurface(QPalette::Base, this))
    , m_form(new InspectorForm(m_body))
    , m_model(new ModelBox(workspace, m_body))
    , m_endpoints(new EndpointChecks(m_body))
    , m_moveOn(new MoveOnChecks(m_body))
{
    setFixedWidth(size::Inspector);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setupModel();
    m_form->addSection(tr("Clocks"));
    for (const StepField &field : clockFields())
        addFieldRow(field);
    m_form->addSection(tr("Move on when"));
    m_form->addRow(m_moveOn);
    connect(m_moveOn, &MoveOnChecks::edited, this, [this](const routing::MoveOn &moveOn) {
        change(tr("Change when to move on"), {}, [&](routing::Step &step) { step.moveOn = moveOn; });
    });
    m_form->addSection(tr("Before moving on"));
    for (const StepField &field : limitFields())
        addFieldRow(field);
    m_chain = new ChainFields(m_document, *m_form, m_body);

    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
    connect(&m_document, &ChainDocument::changed, this, &StepInspector::present);
    connect(&m_document, &ChainDocument::opened, this, &StepInspector::forgetTyped);
    connect(&m_document, &ChainDocument::currentChanged, this, [this] {
        forgetTyped();
        present();
    });
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &StepInspector::present);
    present();
}

QWidget *StepInspector::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(size::SubHeader);
    QToolButton *more = makeIconButton(u"more"_s, tr("Step menu"), head);
    auto *menu = new QMenu(more);
    const auto add = [&](const QString &text, const QKeySequence &key, auto act) {
        QAction *action = menu->addAction(text);
        // The keys are the list's and the diagram's: here they are only shown.
        action->setText(key.isEmpty() ? text : text + u'\t' + key.toString(QKeySequence::NativeText));
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { emit duplicateWanted(); });
    add(tr("Move up"), Qt::ALT | Qt::Key_Up, [this] { emit moveWanted(-1); });
    add(tr("Move down"), Qt::ALT | Qt::Key_Down, [this] { emit moveWanted(1); });
    add(tr("Remove"), Qt::Key_Delete, [this] { emit removeWanted(); });
    connect(more, &QToolButton::clicked, menu,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_signal);
    row->addWidget(m_subject, 1);
    row->addWidget(more);
    return head;
}

void StepInspector::setupModel()
{
    m_model->setObjectName(u"model"_s);
    m_form->addWide(tr("Model"), m_model);
    m_modelProblem = m_form->addProblem();
    m_form->addWide(tr("Endpoints"), m_endpoints);
    m_endpointProblem = m_form->addProblem();
    connect(m_model, &QComboBox::textActivated, this, [this](const QString &text) {
        change(tr("Choose model"), {}, [&](routing::Step &step) {
            step.model = text;
            step.endpoints.clear(); // those of another model
        });
    });
    connect(m_model->lineEdit(), &QLineEdit::editingFinished, this, &StepInspector::commit);
    connect(m_model->lineEdit(), &QLineEdit::textEdited, this, [this] {
        m_modelTyped = true; // isModified() forgets it when the text is completed
        emit typed();
    });
    connect(m_endpoints, &EndpointChecks::chosen, this, [this](const QStringList &ids) {
        change(tr("Choose endpoints"), {}, [&](routing::Step &step) { step.endpoints = ids; });
    });
}

bool StepInspector::hasTyped() const
{
    const routing::Step *step = m_document.currentStep();
    return step && m_modelTyped && m_model->currentText().trimmed() != step->model;
}

void StepInspector::commit()
{
    const QString text = m_model->currentText().trimmed();
    const routing::Step *step = m_document.currentStep();
    m_modelTyped = false;
    if (step && text != step->model)
        emit m_model->textActivated(text);
}

/// What was typed and not taken belonged to another step.
void StepInspector::forgetTyped()
{
    m_modelTyped = false;
    for (Row &row : m_rows)
        row.refused = false;
}

void StepInspector::addFieldRow(const StepField &field)
{
    auto *edit = new QLineEdit(m_body);
    edit->setObjectName(field.path);
    edit->setAlignment(Qt::AlignRight);
    edit->setToolTip(field.explanation);
    m_form->addField(field.title, edit);
    const qsizetype index = m_rows.size();
    m_rows.append({.field = field, .edit = edit, .problem = m_form->addProblem()});
    connect(edit, &QLineEdit::textEdited, this, [this, index] { take(index); });
    connect(edit, &QLineEdit::editingFinished, this, &StepInspector::present);
}

void StepInspector::take(qsizetype index)
{
    Row &row = m_rows[index];
    if (!m_document.currentStep())
        return;
    routing::Step step = *m_document.currentStep();
    row.refused = !row.field.write(step, row.edit->text().trimmed());
    if (row.refused)
        showProblem(row.edit, row.problem, tr("Expected %1").arg(row.field.expected));
    else
        change(tr("Change a limit"), u"%1/%2"_s.arg(m_document.current()).arg(row.field.path),
               [&](routing::Step &target) { target = step; });
    if (!row.refused)
        presentRow(row, step);
}

void StepInspector::change(const QString &text, const QString &mergeKey,
                           const std::function<void(routing::Step &)> &edit)
{
    if (!m_document.currentStep())
        return;
    routing::Step step = *m_document.currentStep();
    edit(step);
    const QScopedValueRollback changing(m_changing, true);
    m_document.edit(routing::ReplaceStep{.at = m_document.current(), .step = step}, text, mergeKey);
}

void StepInspector::setProblems(const QList<routing::ChainProblem> &problems)
{
    m_problems = problems;
    present();
}

void StepInspector::setOutcomes(const QList<StepOutcome> &outcomes)
{
    m_outcomes = outcomes;
    const StepOutcome outcome = m_outcomes.value(m_document.current());
    m_signal->set(signalOf(outcome.part), {});
    m_signal->setAccessibleName(partText(outcome.part));
}

QString StepInspector::problemAt(const QString &path) const
{
    const QString wanted = u"steps[%1].%2"_s.arg(m_document.current()).arg(path);
    for (const routing::ChainProblem &problem : m_problems) {
        if (problem.path == wanted || problem.path.startsWith(wanted + u'['))
            return problem.message;
    }
    return {};
}

void StepInspector::presentModels(const routing::Step &step)
{
    if (!m_modelTyped) { // else it would take what is being typed away
        const QSignalBlocker quiet(m_model);
        m_model->clear();
        m_model->addItems(m_workspace.catalog().modelIds());
        m_model->setCurrentText(step.model);
        if (!m_model->hasFocus())
            m_model->lineEdit()->setCursorPosition(0); // the author, not the end
    }
    m_model->setToolTip(step.model);
    QStringList offered;
    for (const catalog::Endpoint *endpoint : m_workspace.catalog().endpointsFor(step.model))
        offered.append(endpoint->id);
    m_endpoints->present(offered, step.endpoints);
    showProblem(m_model, m_modelProblem, problemAt(u"model"_s));
    showProblem(m_endpoints, m_endpointProblem, problemAt(u"endpoints"_s));
}

void StepInspector::presentRow(Row &row, const routing::Step &step)
{
    if (row.refused)
        return; // keeps what was typed, and why it is not taken
    const QString text = row.field.read(step);
    if (!row.edit->hasFocus() && row.edit->text() != text)
        row.edit->setText(text);
    showProblem(row.edit, row.problem, problemAt(row.field.path));
}

void StepInspector::present()
{
    const routing::Step *step = m_document.currentStep();
    const routing::Step now = step ? *step : routing::Step();
    if (now != std::exchange(m_presented, now) && !m_changing)
        forgetTyped(); // another step in the place of the one, as after its removal
    m_subject->setText(step ? tr("Step %1").arg(m_document.current() + 1) : tr("No step selected"));
    m_body->setEnabled(step != nullptr);
    setOutcomes(m_outcomes);
    if (step) {
        presentModels(*step);
        for (Row &row : m_rows)
            presentRow(row, *step);
        m_moveOn->present(step->moveOn);
    }
    m_chain->present();
}

void StepInspector::focusFirst()
{
    m_model->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
