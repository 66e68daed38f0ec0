#pragma once

#include "ui/chains/names_edit.h"
#include "ui/chains/step_fields.h"
#include "ui/chains/step_problems.h"

#include <QObject>

class QPlainTextEdit;

namespace sb::ui {

class InspectorForm;
class Label;

/// Fields of a value as rows of a form. What is typed is taken at once; what is wrong is said below its field and stays
/// typed.
class AnyFieldRows : public QObject
{
    Q_OBJECT
public:
    /// @param value of the type that the fields are about
    AnyFieldRows(const std::any &value, InspectorForm &form, QWidget *body);
    void addField(const AnyField &field);
    void addChecks(const QList<AnyField> &fields); ///< in two columns; all of them share a line for problems
    void addFieldStrip(const QString &title, const QList<AnyField> &fields);
    /// What can be chosen for a field of names.
    void setChoices(const QString &path, const NamesEdit::Choices &choices);

    void presentValue(const std::any &value, const StepProblems &problems);
    void forget(); ///< what was typed and refused belonged to another value
    [[nodiscard]] QString refused() const; ///< what is expected of a field whose text was refused; empty: none
    [[nodiscard]] QWidget *first() const; ///< the first field

signals:
    /// @param title of the field, for the undo list
    void valueEdited(const std::any &value, const QString &path, const QString &title);

private:
    struct Row
    {
        AnyField field = {};
        QWidget *input = nullptr;
        Label *problem = nullptr; ///< may be shared
        QString refused = {}; ///< the problem of what stands in it and is not in the value
    };
    [[nodiscard]] QWidget *makeInput(const AnyField &field);
    void addRow(const AnyField &field, QWidget *input, Label *problem);
    void take(qsizetype row, const QString &text);
    void presentInput(const Row &row);
    void presentProblems();
    [[nodiscard]] static QString textOf(const QWidget &input);
    static void setText(QWidget &input, const QString &text);

    InspectorForm &m_form;
    QWidget *m_body;
    QList<Row> m_rows;
    std::any m_value; ///< that is shown
    StepProblems m_problems = {};
};

/// Fields of the selected step.
class FieldRows final : public AnyFieldRows
{
    Q_OBJECT
public:
    FieldRows(InspectorForm &form, QWidget *body);
    void add(const StepField &field);
    void add(const QList<StepField> &fields);
    void addFlags(const QList<StepField> &fields);
    void addStrip(const FieldStrip &strip);
    void present(const routing::Step &step, const StepProblems &problems);

signals:
    /// @param title of the field, for the undo list
    void edited(const sb::routing::Step &step, const QString &path, const QString &title);
};

} // namespace sb::ui
