#include "ui/playground/parameter_form.h"

#include "ui/common/label.h"
#include "ui/common/segmented_control.h"
#include "ui/playground/form_parts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace sb::ui {

ParameterForm::ParameterForm(QWidget *parent)
    : QWidget(parent)
    , m_scope(new SegmentedControl({tr("All panes"), tr("This pane")}, 0, this))
    , m_scopeNote(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
{
    QFormLayout *form = makeForm(this);
    addHead(form, tr("Parameters"));
    m_scope->setAccessibleName(tr("Parameters of"));
    form->addRow(m_scope);
    m_scopeNote->setElided(true);
    form->addRow(m_scopeNote);
    for (const ParameterField &field : parameterFields())
        add(form, field);
    connect(m_scope, &SegmentedControl::chosen, this, &ParameterForm::showValues);
}

void ParameterForm::add(QFormLayout *form, const ParameterField &field)
{
    const auto slot = [this, field](const QString &text) { take(field, text); };
    QWidget *input = nullptr;
    if (field.choices.isEmpty()) {
        auto *line = new QLineEdit(this);
        connect(line, &QLineEdit::textEdited, this, slot);
        input = line;
    } else {
        auto *box = new QComboBox(this);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->addItem(QString());
        box->addItems(field.choices);
        connect(box, &QComboBox::textActivated, this, slot);
        input = box;
    }
    input->setObjectName(QString::fromLatin1(field.key));
    input->setAccessibleName(field.title);
    addField(form, field.title, input);
    m_fields.insert(field.key, input);
    m_errors.insert(field.key, addError(form, field.expected));
}

void ParameterForm::reset(const Json &unfinished)
{
    for (const ParameterField &field : parameterFields()) {
        auto *line = qobject_cast<QLineEdit *>(m_fields.value(field.key));
        const QString typed = unfinished[field.key].toText();
        if (line)
            line->setText(typed);
        setWrong(field, line && !typed.isEmpty());
    }
}

void ParameterForm::present(const Json &shared, const profile::PaneState &pane, int paneNumber)
{
    m_shared = shared;
    m_pane = pane.parameters;
    //: Whose parameters the fields below set. %2 is a model or a chain.
    m_scopeNote->setText(isOfPane() ? tr("Pane %1, %2").arg(paneNumber).arg(pane.target)
                                    : tr("A pane's own parameters go before these"));
    showValues();
}

bool ParameterForm::isOfPane() const
{
    return m_scope->current() == 1;
}

const Json &ParameterForm::parameters() const
{
    return isOfPane() ? m_pane : m_shared;
}

void ParameterForm::showValues()
{
    for (const ParameterField &field : parameterFields()) {
        if (m_wrong.contains(field.key))
            continue; // what was typed stays
        QWidget *input = m_fields.value(field.key);
        const QString text = parameterText(field, parameters());
        const QString inherited = isOfPane() ? parameterText(field, m_shared) : QString();
        if (auto *line = qobject_cast<QLineEdit *>(input)) {
            line->setPlaceholderText(inherited.isEmpty() ? tr("default") : inherited);
            if (parseParameter(field, line->text()).value_or(Json()) != parameters()[field.key])
                line->setText(text);
        } else if (auto *box = qobject_cast<QComboBox *>(input)) {
            box->setItemText(0, inherited.isEmpty() ? tr("default") : tr("as all panes: %1").arg(inherited));
            box->setCurrentIndex(qMax(0, box->findText(text)));
        }
    }
}

void ParameterForm::setWrong(const ParameterField &field, bool wrong)
{
    if (wrong)
        m_wrong.insert(field.key, field.expected);
    else
        m_wrong.remove(field.key);
    showWrong(m_fields.value(field.key), wrong ? field.expected : QString());
    m_errors.value(field.key)->setVisible(wrong);
}

void ParameterForm::take(const ParameterField &field, const QString &text)
{
    const bool isDefault = !field.choices.isEmpty() && !field.choices.contains(text);
    const Result<Json> value = isDefault ? Result<Json>(Json()) : parseParameter(field, text);
    setWrong(field, !value);
    emit texted();
    if (!value)
        return;
    Json &changed = isOfPane() ? m_pane : m_shared;
    changed = withParameter(changed, field, *value);
    emit edited(changed, isOfPane());
}

QString ParameterForm::problem() const
{
    return m_wrong.isEmpty() ? QString() : m_wrong.cbegin().value();
}

Json ParameterForm::unfinished() const
{
    Json texts;
    for (auto it = m_wrong.cbegin(); it != m_wrong.cend(); ++it) {
        if (const auto *line = qobject_cast<QLineEdit *>(m_fields.value(it.key())))
            texts.set(it.key(), line->text());
    }
    return texts;
}

} // namespace sb::ui
