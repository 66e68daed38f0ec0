#include "ui/chains/step_inspector.h"

#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace sb::ui {

namespace {

constexpr int LabelWidth = 108;

QString secondsText(milliseconds time)
{
    return QLocale::c().toString(double(time.count()) / 1000, 'g', 8);
}

std::optional<milliseconds> parseSeconds(const QString &text)
{
    bool ok = false;
    const double seconds = QLocale::c().toDouble(QString(text).replace(u',', u'.'), &ok);
    if (!ok || seconds < 0 || seconds > 86400)
        return {};
    return milliseconds(std::llround(seconds * 1000));
}

Label *makeHead(const QString &text, QWidget *parent)
{
    auto *head = new Label(text, TextRole::Small, Label::Tone::Text, QFont::DemiBold, parent);
    head->setContentsMargins(0, 10, 0, 2);
    return head;
}

} // namespace

StepInspector::StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_subject(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_model(new QComboBox(this))
    , m_endpoint(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_afterText(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_body(makeSurface(QPalette::Base, this))
{
    setFixedWidth(size::Inspector);
    m_subject->setFixedHeight(size::SubHeader);
    m_subject->setContentsMargins(size::PaneMargin, 0, 0, 0);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_endpoint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *form = new QFormLayout(m_body);
    form->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 16);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    const auto addRow = [&](const QString &title, QWidget *field) {
        auto *label = new Label(title, TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body);
        label->setFixedSize(LabelWidth, size::Control);
        label->setBuddy(field);
        field->setAccessibleName(title);
        form->addRow(label, field);
    };
    addRow(tr("Model"), m_model);
    addRow(tr("Endpoints"), m_endpoint);
    form->addRow(makeHead(tr("Clocks"), m_body));
    addSeconds(form, tr("Connect, s"), u"clocks.connect_ms"_s, &routing::StepClocks::connect);
    addSeconds(form, tr("Headers, s"), u"clocks.first_byte_ms"_s, &routing::StepClocks::firstByte);
    addSeconds(form, tr("First token, s"), u"clocks.first_content_ms"_s, &routing::StepClocks::firstContent);
    addSeconds(form, tr("Between, s"), u"clocks.idle_ms"_s, &routing::StepClocks::idle);
    form->addRow(makeHead(tr("Move on when"), m_body));
    form->addRow(makeMoveOn());
    form->addRow(makeHead(tr("Before moving on"), m_body));
    addField(form, tr("Retries here"),
             {.name = u"retries"_s,
              .get = [](const routing::Step &step) { return QString::number(step.retries); },
              .set =
                  [](routing::Step &step, const QString &text) {
                      bool ok = false;
                      const int value = text.toInt(&ok);
                      if (!ok || value < 0 || value > 10)
                          return false;
                      step.retries = value;
                      return true;
                  },
              .expected = tr("0 to 10")});
    addField(form, tr("Patience, s"),
             {.name = u"patience_ms"_s,
              .get = [](const routing::Step &step) { return secondsText(step.patience); },
              .set =
                  [](routing::Step &step, const QString &text) {
                      const auto value = parseSeconds(text);
                      if (!value || *value > 60s)
                          return false;
                      step.patience = *value;
                      return true;
                  },
              .expected = tr("0 to 60 seconds")});
    addField(form, tr("Cost at most, $"),
             {.name = u"max_cost"_s,
              .get = [](const routing::Step &step) { return step.maxCost ? toDecimal(*step.maxCost) : QString(); },
              .set =
                  [](routing::Step &step, const QString &text) {
                      if (text.isEmpty()) {
                          step.maxCost.reset();
                          return true;
                      }
                      const auto value = parseDollars(text);
                      if (!value || value->value <= 0)
                          return false;
                      step.maxCost = *value;
                      return true;
                  },
              .expected = tr("dollars, or empty")});
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
    layout->addWidget(m_subject);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);

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
        const QString id = m_endpoint->currentData().toString();
        change(tr("Choose endpoint"), {},
               [&](routing::Step &step) { step.endpoints = id.isEmpty() ? QStringList() : QStringList{id}; });
    });
    connect(&m_document, &ChainDocument::changed, this, &StepInspector::present);
    connect(&m_document, &ChainDocument::currentChanged, this, &StepInspector::present);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &StepInspector::present);
    present();
}

void StepInspector::setupChainPart(QFormLayout *form)
{
    form->addRow(makeHead(tr("After the first token, whole chain"), m_body));
    m_after->addItem(tr("Continue"), int(routing::AfterFirstContent::Continue));
    m_after->addItem(tr("Splice"), int(routing::AfterFirstContent::Splice));
    m_after->addItem(tr("Hold back"), int(routing::AfterFirstContent::Hold));
    m_after->addItem(tr("Report an error"), int(routing::AfterFirstContent::Error));
    auto *label = new Label(tr("If cut"), TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body);
    label->setFixedSize(LabelWidth, size::Control);
    label->setBuddy(m_after);
    form->addRow(label, m_after);
    m_afterText->setWordWrap(true);
    form->addRow(m_afterText);
    connect(m_after, &QComboBox::activated, this, [this] {
        m_document.edit(routing::SetAfterFirstContent{routing::AfterFirstContent(m_after->currentData().toInt())},
                        tr("Change what follows a cut"));
    });
}

QWidget *StepInspector::makeMoveOn()
{
    auto *box = new QWidget(m_body);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const std::pair<QString, bool routing::MoveOn::*> all[] = {
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

void StepInspector::addSeconds(QFormLayout *form, const QString &title, const QString &name,
                               milliseconds routing::StepClocks::*member)
{
    addField(form, title,
             {.name = name,
              .get = [member](const routing::Step &step) { return secondsText(step.clocks.*member); },
              .set =
                  [member](routing::Step &step, const QString &text) {
                      const auto value = parseSeconds(text);
                      if (!value || value->count() <= 0)
                          return false;
                      step.clocks.*member = *value;
                      return true;
                  },
              .expected = tr("seconds, more than 0")});
}

void StepInspector::addField(QFormLayout *form, const QString &title, NumberField field)
{
    field.edit = new QLineEdit(m_body);
    field.edit->setObjectName(field.name);
    field.edit->setAlignment(Qt::AlignRight);
    field.edit->setAccessibleName(title);
    field.problem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, m_body);
    field.problem->setWordWrap(true);
    field.problem->hide();
    auto *label = new Label(title, TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body);
    label->setFixedSize(LabelWidth, size::Control);
    label->setBuddy(field.edit);
    form->addRow(label, field.edit);
    form->addRow(field.problem);
    m_fields.append(field);
    connect(field.edit, &QLineEdit::textEdited, this, [this, field] { take(field); });
    connect(field.edit, &QLineEdit::editingFinished, this, &StepInspector::present);
}

void StepInspector::take(const NumberField &field)
{
    routing::Step step = m_document.currentStep() ? *m_document.currentStep() : routing::Step{};
    const bool right = field.set(step, field.edit->text().trimmed());
    field.edit->setProperty("wrong", !right);
    field.edit->update();
    field.problem->setText(right ? QString() : tr("Expected %1").arg(field.expected));
    field.problem->setVisible(!right);
    field.edit->setAccessibleDescription(field.problem->text());
    if (right)
        change(tr("Change a limit"), u"%1/%2"_s.arg(m_document.current()).arg(field.name),
               [&](routing::Step &target) { target = step; });
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

void StepInspector::presentModels()
{
    const routing::Step &step = *m_document.currentStep();
    m_model->clear();
    m_model->addItems(m_workspace.catalog().modelIds());
    m_model->setCurrentText(step.model);
    m_endpoint->clear();
    m_endpoint->addItem(tr("All of the model"), QString());
    for (const catalog::Endpoint *endpoint : m_workspace.catalog().endpointsFor(step.model))
        m_endpoint->addItem(endpoint->id, endpoint->id);
    if (step.endpoints.size() > 1)
        m_endpoint->addItem(step.endpoints.join(u", "_s), step.endpoints.constFirst());
    const int index = step.endpoints.isEmpty() ? 0
        : step.endpoints.size() > 1            ? m_endpoint->count() - 1
                                               : m_endpoint->findData(step.endpoints.constFirst());
    if (index < 0)
        m_endpoint->addItem(step.endpoints.constFirst(), step.endpoints.constFirst());
    m_endpoint->setCurrentIndex(index < 0 ? m_endpoint->count() - 1 : index);
}

void StepInspector::present()
{
    m_presenting = true;
    const routing::Step *step = m_document.currentStep();
    m_subject->setText(step ? tr("Step %1").arg(m_document.current() + 1) : tr("No step selected"));
    m_body->setEnabled(step != nullptr);
    if (step) {
        presentModels();
        for (const NumberField &field : std::as_const(m_fields)) {
            if (!field.edit->hasFocus() || !field.edit->property("wrong").toBool()) {
                const QString text = field.get(*step);
                if (!field.edit->hasFocus() && field.edit->text() != text)
                    field.edit->setText(text);
                field.edit->setProperty("wrong", false);
                field.problem->hide();
            }
        }
        for (const auto &[check, member] : std::as_const(m_moveOn))
            check->setChecked(step->moveOn.*member);
    }
    const routing::AfterFirstContent after = m_document.chain().afterFirstContent;
    m_after->setCurrentIndex(m_after->findData(int(after)));
    switch (after) {
    case routing::AfterFirstContent::Continue:
        m_afterText->setText(
            tr("Asks the next endpoint to go on from the text already shown. Falls back to splice, then to an error."));
        break;
    case routing::AfterFirstContent::Splice:
        m_afterText->setText(
            tr("Starts again elsewhere, and goes on only if the new answer repeats what was shown. Else an error."));
        break;
    case routing::AfterFirstContent::Hold:
        m_afterText->setText(tr("Shows nothing until the answer is complete, so that a restart is not seen."));
        break;
    case routing::AfterFirstContent::Error:
        m_afterText->setText(tr("Keeps what was shown and says that it was cut."));
        break;
    }
    m_presenting = false;
}

void StepInspector::focusFirst()
{
    m_model->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
