#include "ui/playground/form_parts.h"

#include "ui/common/label.h"
#include "ui/common/painting.h"

#include <QFormLayout>
#include <QVariant>

namespace sb::ui {

namespace {
constexpr int LabelWidth = 108;
} // namespace

QFormLayout *makeForm(QWidget *body)
{
    auto *form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    return form;
}

void addHead(QFormLayout *form, const QString &text)
{
    auto *head = new Label(text, TextRole::Small, Label::Tone::Text, QFont::DemiBold, form->parentWidget());
    head->setContentsMargins(0, 10, 0, 2);
    form->addRow(head);
}

void addField(QFormLayout *form, const QString &title, QWidget *input)
{
    auto *label = new Label(title, TextRole::Body, Label::Tone::Text2, QFont::Normal, form->parentWidget());
    label->setFixedSize(LabelWidth, size::Control);
    label->setBuddy(input);
    form->addRow(label, input);
}

Label *addError(QFormLayout *form, const QString &text)
{
    auto *error = new Label(text, TextRole::Small, Label::Tone::Danger, QFont::Normal, form->parentWidget());
    error->setWordWrap(true);
    error->hide();
    form->addRow(error);
    return error;
}

void showWrong(QWidget *input, const QString &expected)
{
    input->setProperty("wrong", !expected.isEmpty());
    input->setAccessibleDescription(expected);
    input->update();
}

} // namespace sb::ui
