#pragma once

#include <QGridLayout>

class QLineEdit;

namespace sb::ui {

class Label;

/// Fields under each other: labels in one column, all fields begin on one line; a note or a problem stands under its
/// field. Wrapped notes get the height that they need.
class FieldGrid final : public QGridLayout
{
    Q_OBJECT
public:
    explicit FieldGrid(int labelWidth, QWidget *parent = nullptr);

    Label *addField(const QString &text, QWidget *field); ///< @return the label, null for an empty text
    Label *addField(const QString &text, QLayout *field, QWidget *buddy);
    void addRow(QWidget *widget, Qt::Alignment alignment = {}); ///< where the fields are, without a label
    void addRow(QLayout *layout);
    Label *addNote(const QString &text = {}); ///< under the last field, small and grey
    Label *addProblem(QLineEdit *field); ///< under the last field, empty until showProblem()

private:
    Label *addLabel(const QString &text, QWidget *buddy);
    int m_labelWidth;
    int m_rows = 0;
};

/// Shows what is wrong with a field under it, and marks it; the text stays as typed. An empty problem takes that back.
void showProblem(QWidget *field, Label *problem, const QString &text);

} // namespace sb::ui
