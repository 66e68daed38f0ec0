#include "ui/chains/field_rows.h"

#include "ui/chains/inspector_form.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHash>
#include <QPlainTextEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using Kind = StepField::Kind;
constexpr int LinesHeight = 72;

QString helpOf(const StepField &field)
{
    const bool saysItself = field.kind == Kind::Choice || field.usual.isEmpty();
    //: Help of a field: what it means, and what holds while it is empty.
    return saysItself ? field.explanation
                      : FieldRows::tr("%1 Usual: %2.").arg(field.explanation, field.usual).trimmed();
}

QComboBox *makeChoice(const StepField &field, QWidget *body)
{
    auto *box = new QComboBox(body);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    for (const StepField::Choice &choice : field.choices)
        box->addItem(choice.shown, choice.text);
    keepFromWheel(*box);
    return box;
}

QPlainTextEdit *makeLines(const StepField &field, QWidget *body)
{
    auto *edit = new QPlainTextEdit(body);
    edit->setFont(fontFor(TextRole::Code));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(LinesHeight);
    edit->setPlaceholderText(field.usual);
    return edit;
}

QLineEdit *makeLine(const StepField &field, QWidget *body)
{
    auto *edit = field.kind == Kind::Names ? new NamesEdit(body) : new QLineEdit(body);
    if (field.kind == Kind::Number)
        edit->setAlignment(Qt::AlignRight);
    edit->setPlaceholderText(field.usual);
    return edit;
}

} // namespace

FieldRows::FieldRows(InspectorForm &form, QWidget *body)
    : QObject(body)
    , m_form(form)
    , m_body(body)
{
}

QWidget *FieldRows::makeInput(const StepField &field)
{
    const qsizetype index = m_rows.size();
    QWidget *input = nullptr;
    switch (field.kind) {
    case Kind::Choice: {
        auto *box = makeChoice(field, m_body);
        connect(box, &QComboBox::activated, this, [this, index, box] { take(index, box->currentData().toString()); });
        input = box;
        break;
    }
    case Kind::Flag: {
        auto *check = new QCheckBox(field.title, m_body);
        connect(check, &QCheckBox::clicked, this, [this, index](bool on) { take(index, on ? u"1"_s : QString()); });
        input = check;
        break;
    }
    case Kind::Lines: {
        auto *lines = makeLines(field, m_body);
        connect(lines, &QPlainTextEdit::textChanged, this, [this, index, lines] { take(index, lines->toPlainText()); });
        input = lines;
        break;
    }
    case Kind::Number:
    case Kind::Text:
    case Kind::Names: {
        auto *line = makeLine(field, m_body);
        connect(line, &QLineEdit::textEdited, this, [this, index](const QString &text) { take(index, text); });
        connect(line, &QLineEdit::editingFinished, this, [this, index] { presentInput(m_rows.at(index)); });
        if (auto *names = qobject_cast<NamesEdit *>(line))
            connect(names, &NamesEdit::chosen, this, [this, index, names] { take(index, names->text()); });
        input = line;
        break;
    }
    }
    input->setObjectName(field.path);
    input->setToolTip(helpOf(field));
    input->setWhatsThis(helpOf(field));
    return input;
}

void FieldRows::addRow(const StepField &field, QWidget *input, Label *problem)
{
    m_rows.append({.field = field, .input = input, .problem = problem});
}

void FieldRows::add(const StepField &field)
{
    QWidget *input = makeInput(field);
    if (field.kind == Kind::Flag)
        m_form.addRow(input);
    else if (field.kind == Kind::Number || field.kind == Kind::Choice)
        m_form.addField(field.title, input);
    else
        m_form.addWide(field.title, input);
    addRow(field, input, m_form.addProblem());
}

void FieldRows::add(const QList<StepField> &fields)
{
    for (const StepField &field : fields)
        add(field);
}

void FieldRows::addFlags(const QList<StepField> &fields)
{
    QList<QWidget *> inputs;
    for (const StepField &field : fields) {
        inputs.append(makeInput(field));
        addRow(field, inputs.constLast(), nullptr);
    }
    m_form.addChecks(inputs);
    Label *problem = m_form.addProblem();
    for (qsizetype i = m_rows.size() - fields.size(); i < m_rows.size(); ++i)
        m_rows[i].problem = problem;
}

void FieldRows::addStrip(const FieldStrip &strip)
{
    QList<QWidget *> inputs;
    QStringList captions;
    for (const StepField &field : strip.fields) {
        inputs.append(makeInput(field));
        captions.append(field.title);
        addRow(field, inputs.constLast(), nullptr);
    }
    m_form.addStrip(strip.title, captions, inputs);
    Label *problem = m_form.addProblem();
    for (qsizetype i = m_rows.size() - strip.fields.size(); i < m_rows.size(); ++i) {
        m_rows[i].problem = problem;
        // "Tokens a second, at least, p90"
        m_rows[i].field.title = u"%1, %2"_s.arg(strip.title, m_rows[i].field.title);
    }
}

void FieldRows::setChoices(const QString &path, const NamesEdit::Choices &choices)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (auto *names = qobject_cast<NamesEdit *>(row.input); names && row.field.path == path)
            names->setChoices(choices);
    }
}

QString FieldRows::textOf(const QWidget &input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&input))
        return line->text();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(&input))
        return lines->toPlainText();
    return {};
}

void FieldRows::setText(QWidget &input, const QString &text)
{
    const QSignalBlocker quiet(&input);
    if (auto *line = qobject_cast<QLineEdit *>(&input))
        line->setText(text);
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(&input))
        lines->setPlainText(text);
    else if (auto *box = qobject_cast<QComboBox *>(&input))
        box->setCurrentIndex(qMax(0, box->findData(text)));
    else if (auto *check = qobject_cast<QCheckBox *>(&input))
        check->setChecked(!text.isEmpty());
}

void FieldRows::take(qsizetype index, const QString &text)
{
    Row &row = m_rows[index];
    routing::Step step = m_step;
    const bool literal = row.field.kind == Kind::Text || row.field.kind == Kind::Lines;
    const bool taken = row.field.write(step, literal ? text : text.trimmed());
    row.refused = taken ? QString() : tr("Expected %1").arg(row.field.expected);
    if (taken) {
        m_step = step;
        emit edited(step, row.field.path, row.field.title);
    }
    presentProblems();
}

/// Not while it is typed into: "0." would become "0".
void FieldRows::presentInput(const Row &row)
{
    if (!row.refused.isEmpty())
        return; // keeps what was typed, and why it is not taken
    const QString text = row.field.read(m_step);
    const bool isLine = row.field.kind != Kind::Choice && row.field.kind != Kind::Flag;
    if (isLine && (row.input->hasFocus() || textOf(*row.input) == text)) {
        routing::Step as = m_step; // what is typed may mean the same, or be outdated by an undo
        if (row.field.write(as, textOf(*row.input).trimmed()) && row.field.read(as) == text)
            return;
    }
    setText(*row.input, text);
}

void FieldRows::presentProblems()
{
    QHash<Label *, QString> shared;
    for (const Row &row : std::as_const(m_rows)) {
        const QString problem = !row.refused.isEmpty() ? row.refused : m_problems.at(row.field.path);
        if (QString &first = shared[row.problem]; first.isEmpty())
            first = problem;
        showProblem(row.input, row.problem, problem);
        if (problem.isEmpty())
            row.input->setAccessibleDescription(helpOf(row.field));
    }
    for (auto it = shared.cbegin(); it != shared.cend(); ++it) {
        it.key()->setText(it.value());
        it.key()->setVisible(!it.value().isEmpty());
    }
}

void FieldRows::present(const routing::Step &step, const StepProblems &problems)
{
    m_step = step;
    m_problems = problems;
    for (const Row &row : std::as_const(m_rows))
        presentInput(row);
    presentProblems();
}

void FieldRows::forget()
{
    for (Row &row : m_rows) {
        if (!std::exchange(row.refused, {}).isEmpty())
            setText(*row.input, row.field.read(m_step));
    }
}

QString FieldRows::refused() const
{
    for (const Row &row : m_rows) {
        if (!row.refused.isEmpty())
            return row.refused;
    }
    return {};
}

QWidget *FieldRows::first() const
{
    return m_rows.isEmpty() ? nullptr : m_rows.constFirst().input;
}

} // namespace sb::ui
