#include "ui/models/price_form.h"

#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/models/price_lines.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int LabelWidth = 132;
constexpr int FieldWidth = 110;
constexpr int NoteWidth = 144; ///< as much as there is beside the labels

bool isStandard(const catalog::PriceComponent &component, catalog::PriceUnit unit)
{
    return component.unit == unit && component.condition == catalog::PriceCondition{};
}

QString typedOf(const catalog::Price &price, catalog::PriceUnit unit)
{
    for (const catalog::PriceComponent &component : price.components) {
        if (isStandard(component, unit))
            return dollarsToType(NanoDollars{component.amount.value * NanoPerPicoMillion});
    }
    return {};
}

} // namespace

Result<PicoDollars> typedPerMillion(const QString &text)
{
    const Result<NanoDollars> dollars = typedDollars(text);
    if (!dollars || dollars->value < 0 || dollars->value % NanoPerPicoMillion != 0)
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("sb::ui::PriceForm",
                                                   "Type dollars for a million tokens, such as %1, with at most six "
                                                   "decimals.")
                           .arg(numberToType(u"2.50"_s)));
    return PicoDollars{dollars->value / NanoPerPicoMillion};
}

PriceForm::Draft draftOf(const catalog::Price &price, const QString &note)
{
    return {.input = typedOf(price, catalog::PriceUnit::FreshInput),
            .output = typedOf(price, catalog::PriceUnit::VisibleOutput),
            .cached = typedOf(price, catalog::PriceUnit::CacheRead),
            .note = note};
}

catalog::Price withUnshown(catalog::Price typed, const catalog::Price &edited)
{
    constexpr std::array Shown{catalog::PriceUnit::FreshInput, catalog::PriceUnit::VisibleOutput,
                               catalog::PriceUnit::CacheRead};
    for (const catalog::PriceComponent &each : edited.components) {
        const auto isIt = [&each](catalog::PriceUnit unit) { return isStandard(each, unit); };
        if (std::ranges::none_of(Shown, isIt))
            typed.components.append(each);
    }
    return typed;
}

PriceForm::PriceForm(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new FieldGrid(LabelWidth);
    m_input = addField(*grid, u"own-input"_s, tr("Input, $ per M"), m_inputProblem);
    m_output = addField(*grid, u"own-output"_s, tr("Output, $ per M"), m_outputProblem);
    m_cached = addField(*grid, u"own-cached"_s, tr("Cached, $ per M"), m_cachedProblem);
    m_cached->setPlaceholderText(tr("as input"));
    m_note = new QLineEdit(this);
    m_note->setObjectName(u"own-note"_s);
    m_note->setMaxLength(500);
    m_note->setPlaceholderText(tr("Contract, discount, page"));
    m_note->setFixedWidth(NoteWidth);
    grid->addField(tr("Note"), m_note);
    m_problem = grid->addNote();
    m_problem->setTone(Label::Tone::Danger);
    m_save = makeButton(tr("Use this price"), this);
    m_save->setObjectName(u"own-save"_s);
    m_cancel = makeQuietButton(tr("Cancel"), this);
    m_remove = makeDestructiveButton(tr("Remove"), this);
    m_remove->setObjectName(u"own-remove"_s);
    m_remove->setAccessibleName(tr("Remove my own price"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(grid);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &PriceForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &PriceForm::cancelled);
    connect(m_remove, &QPushButton::clicked, this, &PriceForm::removed);
    for (QLineEdit *field : {m_input, m_output, m_cached, m_note})
        connect(field, &QLineEdit::returnPressed, this, &PriceForm::save);
}

QLineEdit *PriceForm::addField(FieldGrid &grid, const QString &name, const QString &label, Label *&problem)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    field->setFixedWidth(FieldWidth);
    grid.addField(label, field);
    problem = grid.addProblem(field);
    return field;
}

void PriceForm::present(const Draft &draft, bool isOwn)
{
    m_input->setText(draft.input);
    m_output->setText(draft.output);
    m_cached->setText(draft.cached);
    m_note->setText(draft.note);
    m_remove->setVisible(isOwn);
    ui::showProblem(m_input, m_inputProblem, {});
    ui::showProblem(m_output, m_outputProblem, {});
    ui::showProblem(m_cached, m_cachedProblem, {});
    showProblem({});
}

PriceForm::Draft PriceForm::draft() const
{
    return {.input = m_input->text(), .output = m_output->text(), .cached = m_cached->text(), .note = m_note->text()};
}

void PriceForm::focusFirst()
{
    m_input->setFocus(Qt::OtherFocusReason);
    m_input->selectAll();
}

void PriceForm::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PriceForm::save()
{
    catalog::Price price;
    QLineEdit *wrong = nullptr;
    const auto take = [&](QLineEdit *field, Label *problem, catalog::PriceUnit unit) {
        const Result<PicoDollars> amount = typedPerMillion(field->text());
        ui::showProblem(field, problem, amount ? QString() : amount.error().message);
        if (amount)
            price.components.append({.unit = unit, .amount = *amount});
        else if (!wrong)
            wrong = field;
    };
    take(m_input, m_inputProblem, catalog::PriceUnit::FreshInput);
    take(m_output, m_outputProblem, catalog::PriceUnit::VisibleOutput);
    if (!m_cached->text().trimmed().isEmpty())
        take(m_cached, m_cachedProblem, catalog::PriceUnit::CacheRead);
    if (wrong)
        wrong->setFocus(Qt::OtherFocusReason);
    else
        emit saved(price, m_note->text().trimmed());
}

/// Escape leaves the form, not the page around it.
bool PriceForm::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::event(event);
}

void PriceForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sb::ui
