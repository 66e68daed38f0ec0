#include "ui/chains/step_inspector.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/surfaces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int LabelWidth = 108;

Label *makeSection(const QString &text, QWidget *parent)
{
    auto *head = new Label(text, TextRole::Small, Label::Tone::Text, QFont::DemiBold, parent);
    head->setContentsMargins(0, 10, 0, 2);
    return head;
}

QString afterText(routing::AfterFirstContent after)
{
    switch (after) {
    case routing::AfterFirstContent::Continue:
        return StepInspector::tr(
            "Asks the next endpoint to go on from the text already shown. Falls back to splice, then to an error.");
    case routing::AfterFirstContent::Splice:
        return StepInspector::tr(
            "Starts again elsewhere, and goes on only if the new answer repeats what was shown. Else an error.");
    case routing::AfterFirstContent::Hold:
        return StepInspector::tr("Shows nothing until the answer is complete, so that a restart is not seen.");
    case routing::AfterFirstContent::Error:
        return StepInspector::tr("Keeps what was shown and says that it was cut.");
    }
    return {};
}

void tellProblem(Label *label, QWidget *field, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
    field->setProperty("wrong", !problem.isEmpty());
    field->setAccessibleDescription(problem);
    field->update();
}

} // namespace

StepInspector::StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_signal(new SignalMark(Signal::Off, {}, this))
    , m_subject(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_model(new QComboBox(this))
    , m_endpoint(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_afterText(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_payTwice(new QCheckBox(tr("Try again after a lost connection"), this))
    , m_body(makeSurface(QPalette::Base, this))
{
    setFixedWidth(size::Inspector);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *form = new QFormLayout(m_body);
    form->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 16);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    setupModel(form);
    form->addRow(makeSection(tr("Clocks"), m_body));
    for (const StepField &field : clockFields())
        addFieldRow(form, field);
    form->addRow(makeSection(tr("Move on when"), m_body));
    form->addRow(makeMoveOn());
    form->addRow(makeSection(tr("Before moving on"), m_body));
    for (const StepField &field : limitFields())
        addFieldRow(form, field);
    setupChainPart(form);

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
    connect(&m_document, &ChainDocument::currentChanged, this, [this] {
        for (Row &row : m_rows)
            row.refused = false; // another step: what was typed belonged to the one before
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

void StepInspector::addWidgetRow(QFormLayout *form, const QString &title, QWidget *widget)
{
    auto *label = new Label(title, TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body);
    label->setFixedSize(LabelWidth, size::Control);
    label->setElided(true);
    label->setBuddy(widget);
    widget->setAccessibleName(title);
    form->addRow(label, widget);
}

Label *StepInspector::addProblem(QFormLayout *form)
{
    auto *problem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, m_body);
    problem->setWordWrap(true);
    problem->hide();
    form->addRow(problem);
    return problem;
}

void StepInspector::setupModel(QFormLayout *form)
{
    for (QComboBox *box : {m_model, m_endpoint, m_after}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
    }
    m_model->setObjectName(u"model"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    addWidgetRow(form, tr("Model"), m_model);
    m_modelProblem = addProblem(form);
    addWidgetRow(form, tr("Endpoints"), m_endpoint);
    m_endpointProblem = addProblem(form);
    connect(m_model, &QComboBox::textActivated, this, [this](const QString &text) {
        change(tr("Choose model"), {}, [&](routing::Step &step) {
            step.model = text;
            step.endpoints.clear(); // those of another model
        });
    });
    connect(m_model->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const QString text = m_model->currentText().trimmed();
        const routing::Step *step = m_document.currentStep();
        if (step && text != step->model)
            emit m_model->textActivated(text);
    });
    connect(m_endpoint, &QComboBox::activated, this, [this] {
        const QStringList ids = m_endpoint->currentData().toStringList();
        change(tr("Choose endpoint"), {}, [&](routing::Step &step) { step.endpoints = ids; });
    });
}

void StepInspector::setupChainPart(QFormLayout *form)
{
    form->addRow(makeSection(tr("Whole chain, after the first token"), m_body));
    m_after->addItem(tr("Continue"), int(routing::AfterFirstContent::Continue));
    m_after->addItem(tr("Splice"), int(routing::AfterFirstContent::Splice));
    m_after->addItem(tr("Hold back"), int(routing::AfterFirstContent::Hold));
    m_after->addItem(tr("Report an error"), int(routing::AfterFirstContent::Error));
    addWidgetRow(form, tr("If cut"), m_after);
    m_afterText->setWordWrap(true);
    form->addRow(m_afterText);
    m_payTwice->setToolTip(tr("The provider may have worked on the first request already and bill both."));
    m_payTwice->setAccessibleDescription(m_payTwice->toolTip());
    form->addRow(m_payTwice);
    connect(m_after, &QComboBox::activated, this, [this] {
        m_document.edit(routing::SetAfterFirstContent{routing::AfterFirstContent(m_after->currentData().toInt())},
                        tr("Change what follows a cut"));
    });
    connect(m_payTwice, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_presenting)
            m_document.edit(routing::SetAllowPayingTwice{on}, tr("Change what follows a lost connection"));
    });
}

QWidget *StepInspector::makeMoveOn()
{
    auto *box = new QWidget(m_body);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    const QList<std::pair<QString, bool routing::MoveOn::*>> all{
        {tr("Overloaded"), &routing::MoveOn::overloaded},
        {tr("Rate limit"), &routing::MoveOn::rateLimit},
        {tr("Silence"), &routing::MoveOn::silence},
        {tr("Context full"), &routing::MoveOn::contextFull},
        {tr("Bad key"), &routing::MoveOn::badKey},
        {tr("Not found"), &routing::MoveOn::notFound},
        {tr("Parameter"), &routing::MoveOn::unsupportedParameter},
        {tr("Content policy"), &routing::MoveOn::contentPolicy},
    };
    int index = 0;
    for (const auto &[title, member] : all) {
        auto *check = new QCheckBox(title, box);
        grid->addWidget(check, index / 2, index % 2);
        ++index;
        m_moveOn.append({check, member});
        connect(check, &QCheckBox::toggled, this, [this, member = member](bool on) {
            change(tr("Change when to move on"), {}, [&](routing::Step &step) { step.moveOn.*member = on; });
        });
    }
    return box;
}

void StepInspector::addFieldRow(QFormLayout *form, const StepField &field)
{
    auto *edit = new QLineEdit(m_body);
    edit->setObjectName(field.path);
    edit->setAlignment(Qt::AlignRight);
    edit->setToolTip(field.explanation);
    addWidgetRow(form, field.title, edit);
    const qsizetype index = m_rows.size();
    m_rows.append({.field = field, .edit = edit, .problem = addProblem(form)});
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
        tellProblem(row.problem, row.edit, tr("Expected %1").arg(row.field.expected));
    else
        change(tr("Change a limit"), u"%1/%2"_s.arg(m_document.current()).arg(row.field.path),
               [&](routing::Step &target) { target = step; });
    if (!row.refused)
        presentRow(row, step);
}

void StepInspector::change(const QString &text, const QString &mergeKey,
                           const std::function<void(routing::Step &)> &edit)
{
    if (m_presenting || !m_document.currentStep())
        return;
    routing::Step step = *m_document.currentStep();
    edit(step);
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
    m_model->clear();
    m_model->addItems(m_workspace.catalog().modelIds());
    m_model->setCurrentText(step.model);
    if (!m_model->hasFocus())
        m_model->lineEdit()->setCursorPosition(0); // the author, not the end
    m_model->setToolTip(step.model);
    m_endpoint->clear();
    m_endpoint->addItem(tr("All of the model"), QStringList());
    for (const catalog::Endpoint *endpoint : m_workspace.catalog().endpointsFor(step.model))
        m_endpoint->addItem(endpoint->id, QStringList{endpoint->id});
    int index = m_endpoint->findData(step.endpoints);
    if (index < 0) { // several, or one that the catalog does not have
        index = m_endpoint->count();
        m_endpoint->addItem(step.endpoints.join(u", "_s), step.endpoints);
    }
    m_endpoint->setCurrentIndex(index);
    m_endpoint->setToolTip(m_endpoint->currentText());
    tellProblem(m_modelProblem, m_model, problemAt(u"model"_s));
    tellProblem(m_endpointProblem, m_endpoint, problemAt(u"endpoints"_s));
}

void StepInspector::presentRow(Row &row, const routing::Step &step)
{
    if (row.refused)
        return; // keeps what was typed, and why it is not taken
    const QString text = row.field.read(step);
    if (!row.edit->hasFocus() && row.edit->text() != text)
        row.edit->setText(text);
    tellProblem(row.problem, row.edit, problemAt(row.field.path));
}

void StepInspector::presentChainPart()
{
    const routing::Chain &chain = m_document.chain();
    m_after->setCurrentIndex(m_after->findData(int(chain.afterFirstContent)));
    m_afterText->setText(afterText(chain.afterFirstContent));
    m_payTwice->setChecked(chain.allowPayingTwice);
}

void StepInspector::present()
{
    m_presenting = true;
    const routing::Step *step = m_document.currentStep();
    m_subject->setText(step ? tr("Step %1").arg(m_document.current() + 1) : tr("No step selected"));
    m_body->setEnabled(step != nullptr);
    setOutcomes(m_outcomes);
    if (step) {
        presentModels(*step);
        for (Row &row : m_rows)
            presentRow(row, *step);
        for (const auto &[check, member] : std::as_const(m_moveOn))
            check->setChecked(step->moveOn.*member);
    }
    presentChainPart();
    m_presenting = false;
}

void StepInspector::focusFirst()
{
    m_model->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
