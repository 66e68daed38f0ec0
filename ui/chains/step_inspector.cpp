#include "ui/chains/step_inspector.h"

#include "core/routing/model_name.h"
#include "ui/chains/chain_fields.h"
#include "ui/chains/endpoint_checks.h"
#include "ui/chains/field_rows.h"
#include "ui/chains/help_foot.h"
#include "ui/chains/inspector_form.h"
#include "ui/chains/inspector_sections.h"
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

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// Those that are changed most; the others are in a part that can be folded.
QList<StepField> chosenFrom(const QList<StepField> &fields, const QStringList &paths)
{
    QList<StepField> chosen;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(chosen),
                 [&paths](const StepField &field) { return paths.contains(field.path); });
    return chosen;
}

} // namespace

StepInspector::StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_signal(new SignalMark(Signal::Off, {}, this))
    , m_subject(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_body(makeSurface(QPalette::Base, this))
    , m_usual(new QWidget(m_body))
    , m_form(new InspectorForm(m_usual))
    , m_model(new ModelBox(workspace, m_usual))
    , m_endpoints(new EndpointChecks(m_usual))
    , m_clocks(new FieldRows(*m_form, m_usual))
    , m_moveOn(nullptr)
    , m_limits(new FieldRows(*m_form, m_usual))
{
    setFixedWidth(size::Inspector);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_body->setMinimumWidth(1); // it is as wide as the inspector, however long a word in it may be
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeUsual());
    m_sections = new InspectorSections(m_document, m_workspace, m_body);
    column->addWidget(m_sections);
    column->addWidget(makeHairline(Qt::Horizontal, m_body));
    column->addStretch(1);
    connect(m_sections, &InspectorSections::edited, this, &StepInspector::take);

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
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(new HelpFoot(this));
    connect(&m_document, &ChainDocument::changed, this, &StepInspector::present);
    connect(&m_document, &ChainDocument::opened, this, &StepInspector::forgetTyped);
    connect(&m_document, &ChainDocument::currentChanged, this, [this] {
        forgetTyped();
        present();
    });
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &StepInspector::present);
    present();
}

StepInspector::~StepInspector()
{
    takeFocusFrom(*this);
}

QWidget *StepInspector::makeUsual()
{
    setupModel();
    m_form->addSection(tr("Clocks"));
    m_clocks->add(
        chosenFrom(clockFields(), {u"clocks.connect_ms"_s, u"clocks.first_content_ms"_s, u"clocks.idle_ms"_s}));
    m_form->addSection(tr("Move on when"));
    m_moveOn = new MoveOnChecks(m_usual);
    m_form->addRow(m_moveOn);
    connect(m_moveOn, &MoveOnChecks::edited, this, [this](const routing::MoveOn &moveOn) {
        change(tr("Change when to move on"), {}, [&](routing::Step &step) { step.moveOn = moveOn; });
    });
    m_form->addSection(tr("Before moving on"));
    m_limits->add(chosenFrom(limitFields(), {u"retries"_s, u"max_cost"_s}));
    m_chain = new ChainFields(m_document, *m_form, m_usual);
    connect(m_clocks, &FieldRows::edited, this, &StepInspector::take);
    connect(m_limits, &FieldRows::edited, this, &StepInspector::take);
    return m_usual;
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
    m_model->setWhatsThis(
        tr("The model that this step asks. Empty: any that fits what is chosen under “Which endpoints”."));
    m_form->addWide(tr("Model"), m_model);
    m_modelProblem = m_form->addProblem();
    m_form->addWide(tr("Endpoints"), m_endpoints);
    m_endpointProblem = m_form->addProblem();
    m_endpoints->setWhatsThis(tr("Who of those that offer the model may be asked. Those that are chosen come first."));
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
    m_clocks->forget();
    m_limits->forget();
    m_sections->forget();
}

/// An edit of one field goes on in one undo step.
void StepInspector::take(const routing::Step &step, const QString &path, const QString &title)
{
    const QString key = path.isEmpty() ? QString() : u"%1/%2"_s.arg(m_document.current()).arg(path);
    //: In the list of what can be undone. %1 is the title of a field.
    change(path.isEmpty() ? title : tr("Change “%1”").arg(title), key, [&](routing::Step &target) { target = step; });
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

void StepInspector::presentModels(const routing::Step &step, const StepProblems &problems)
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
    m_model->lineEdit()->setPlaceholderText(step.filter ? tr("any that fits") : tr("author/name"));
    QStringList offered;
    for (const QString &model : modelsOf(step)) {
        const QString known = routing::parseModelName(model, m_workspace.catalog()).model;
        for (const catalog::Endpoint *endpoint : m_workspace.catalog().endpointsFor(known))
            offered.append(endpoint->id);
    }
    m_endpoints->present(offered, step.endpoints);
    m_endpoints->setAllText(modelsOf(step).isEmpty()    ? tr("All that fit")
                                : step.models.isEmpty() ? tr("All of the model")
                                                        : tr("All of the models"));
    showProblem(m_model, m_modelProblem, problems.at(u"model"_s));
    showProblem(m_endpoints, m_endpointProblem, problems.at(u"endpoints"_s));
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
        const StepProblems problems(m_problems, m_document.current());
        presentModels(*step, problems);
        m_clocks->present(*step, problems);
        m_limits->present(*step, problems);
        m_moveOn->present(step->moveOn);
        m_sections->present(problems);
    }
    m_chain->present();
}

void StepInspector::focusFirst()
{
    m_model->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
