#include "ui/common/field_grid.h"

#include "ui/common/label.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace sb::ui {

namespace {
constexpr int ColumnGap = 12;
constexpr int RowGap = 6;
} // namespace

FieldGrid::FieldGrid(int labelWidth, QWidget *parent)
    : QGridLayout(parent)
    , m_labelWidth(labelWidth)
{
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(ColumnGap);
    setVerticalSpacing(RowGap);
    setColumnMinimumWidth(0, labelWidth);
    setColumnStretch(1, 1);
}

Label *FieldGrid::addLabel(const QString &text, QWidget *buddy)
{
    auto *label = new Label(text, TextRole::Body, Label::Tone::Text2);
    label->setFixedSize(m_labelWidth, size::Control);
    label->setElided(true);
    label->setBuddy(buddy);
    // A button says itself what it does, and may say something else later.
    if (buddy && buddy->accessibleName().isEmpty() && !qobject_cast<QAbstractButton *>(buddy))
        buddy->setAccessibleName(text);
    addWidget(label, m_rows, 0, Qt::AlignTop);
    return label;
}

Label *FieldGrid::addField(const QString &text, QWidget *field)
{
    Label *label = text.isEmpty() ? nullptr : addLabel(text, field); // a check says itself what it is
    addWidget(field, m_rows++, 1, Qt::AlignLeft | Qt::AlignVCenter);
    return label;
}

Label *FieldGrid::addField(const QString &text, QLayout *field, QWidget *buddy)
{
    Label *label = addLabel(text, buddy);
    addLayout(field, m_rows++, 1);
    return label;
}

void FieldGrid::addRow(QWidget *widget, Qt::Alignment alignment)
{
    addWidget(widget, m_rows++, 1, alignment);
}

void FieldGrid::addRow(QLayout *layout)
{
    addLayout(layout, m_rows++, 1);
}

Label *FieldGrid::addNote(const QString &text)
{
    auto *note = new Label(text, TextRole::Small, Label::Tone::Text3);
    note->setWordWrap(true);
    note->setContentsMargins(0, 0, 0, RowGap); // it belongs to the field above
    note->setVisible(!text.isEmpty());
    addWidget(note, m_rows++, 1);
    return note;
}

Label *FieldGrid::addProblem(QLineEdit *field)
{
    Label *problem = addNote();
    problem->setTone(Label::Tone::Danger);
    QObject::connect(field, &QLineEdit::textEdited, problem, [field, problem] { showProblem(field, problem, {}); });
    return problem;
}

void showProblem(QWidget *field, Label *problem, const QString &text)
{
    problem->setText(text);
    problem->setVisible(!text.isEmpty());
    field->setProperty("wrong", !text.isEmpty());
    field->setAccessibleDescription(text);
    field->update();
}

} // namespace sb::ui
