#include "ui/chains/inspector_form.h"

#include "ui/common/label.h"

namespace sb::ui {

namespace {
constexpr int TitleWidth = 108;
} // namespace

InspectorForm::InspectorForm(QWidget *body)
    : QFormLayout(body)
    , m_body(body)
{
    setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 16);
    setHorizontalSpacing(8);
    setVerticalSpacing(6);
}

void InspectorForm::addSection(const QString &title)
{
    auto *head = new Label(title, TextRole::Small, Label::Tone::Text, QFont::DemiBold, m_body);
    head->setContentsMargins(0, 10, 0, 2);
    addRow(head);
}

Label *InspectorForm::makeTitle(const QString &title, QWidget *field)
{
    auto *label = new Label(title, TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body);
    label->setBuddy(field);
    label->setElided(true);
    field->setAccessibleName(title);
    return label;
}

void InspectorForm::addField(const QString &title, QWidget *field)
{
    Label *label = makeTitle(title, field);
    label->setFixedSize(TitleWidth, size::Control);
    addRow(label, field);
}

void InspectorForm::addWide(const QString &title, QWidget *field)
{
    addRow(makeTitle(title, field));
    addRow(field);
}

Label *InspectorForm::addProblem()
{
    auto *problem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, m_body);
    problem->setWordWrap(true);
    problem->hide();
    addRow(problem);
    return problem;
}

} // namespace sb::ui
