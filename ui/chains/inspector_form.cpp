#include "ui/chains/inspector_form.h"

#include "ui/common/label.h"

#include <QEvent>
#include <QGridLayout>

namespace sb::ui {

namespace {

constexpr int TitleWidth = 108;
constexpr int ColumnGap = 8;
constexpr int RowGap = 6;

class WheelGuard final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *field = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !field || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

/// A form that gets narrower keeps the height that a wrapped text had before: it is told to look again.
class WrapGuard final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *label = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Resize && label && label->heightForWidth(label->width()) > label->height())
            label->updateGeometry();
        return QObject::eventFilter(watched, event);
    }
};

Label *makeWrapped(const QString &text, Label::Tone tone, QWidget *body)
{
    auto *label = new Label(text, TextRole::Small, tone, QFont::Normal, body);
    label->setWordWrap(true);
    label->installEventFilter(new WrapGuard(label));
    return label;
}

} // namespace

void keepFromWheel(QWidget &field)
{
    field.setFocusPolicy(Qt::StrongFocus); // not by the wheel
    field.installEventFilter(new WheelGuard(&field));
}

InspectorForm::InspectorForm(QWidget *body)
    : QFormLayout(body)
    , m_body(body)
{
    setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 16);
    setHorizontalSpacing(ColumnGap);
    setVerticalSpacing(RowGap);
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

void InspectorForm::addStrip(const QString &title, const QStringList &captions, const QList<QWidget *> &fields)
{
    auto *head = new Label(title, TextRole::Body, Label::Tone::Text2, QFont::Normal, m_body);
    head->setElided(true);
    head->setBuddy(fields.value(0));
    addRow(head);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(ColumnGap);
    grid->setVerticalSpacing(2);
    for (int i = 0; i < fields.size(); ++i) {
        grid->addWidget(new Label(captions.value(i), TextRole::Caption, Label::Tone::Text3, QFont::Normal, m_body), 0,
                        i);
        grid->addWidget(fields.at(i), 1, i);
        grid->setColumnStretch(i, 1);
        fields.at(i)->setMinimumWidth(0);
        fields.at(i)->setAccessibleName(QStringLiteral("%1, %2").arg(title, captions.value(i)));
    }
    addRow(grid);
}

void InspectorForm::addChecks(const QList<QWidget *> &checks)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(ColumnGap);
    grid->setVerticalSpacing(RowGap);
    for (int i = 0; i < checks.size(); ++i)
        grid->addWidget(checks.at(i), i / 2, i % 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    addRow(grid);
}

Label *InspectorForm::addNote(const QString &text)
{
    Label *note = makeWrapped(text, Label::Tone::Text3, m_body);
    addRow(note);
    return note;
}

Label *InspectorForm::addProblem()
{
    Label *problem = makeWrapped({}, Label::Tone::Danger, m_body);
    problem->hide();
    addRow(problem);
    return problem;
}

} // namespace sb::ui
