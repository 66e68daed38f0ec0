#include "ui/chains/field_rows.h"

#include "ui/chains/inspector_form.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHash>
#include <QPlainTextEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using Kind = FieldKind;
constexpr int LinesHeight = 72;

struct FieldRowsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::FieldRows)
};

QString helpOf(const AnyField &field)
{
    const bool saysItself = field.kind == Kind::Choice || field.usual.isEmpty();
    //: Help of a field: what it means, and what holds while it is empty.
    return saysItself ? field.explanation
                      : FieldRowsText::tr("%1 Usual: %2.").arg(field.explanation, field.usual).trimmed();
}

QComboBox *makeChoice(const AnyField &field, QWidget *body)
{
    auto *box = new QComboBox(body);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    for (const FieldChoice &choice : field.choices)
        box->addItem(choice.shown, choice.text);
    keepFromWheel(*box);
    return box;
}

QPlainTextEdit *makeLines(const AnyField &field, QWidget *body)
{
    auto *edit = new QPlainTextEdit(body);
    edit->setFont(fontFor(TextRole::Code));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(LinesHeight);
    edit->setPlaceholderText(field.usual);
    return edit;
}

QLineEdit *makeLine(const AnyField &field, QWidget *body)
{
    auto *edit = field.kind == Kind::Names ? new NamesEdit(body) : new QLineEdit(body);
    if (field.kind == Kind::Number)
        edit->setAlignment(Qt::AlignRight);
    edit->setPlaceholderText(field.usual);
    return edit;
}

} // namespace

AnyFieldRows::AnyFieldRows(const std::any &value, InspectorForm &form, QWidget *body)
    : QObject(body)
    , m_form(form)
    , m_body(body)
    , m_value(value)
{
}

QWidget *AnyFieldRows::makeInput(const AnyField &field)
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

void AnyFieldRows::addRow(const AnyField &field, QWidget *input, Label *problem)
{
    m_rows.append({.field = field, .input = input, .problem = problem});
}

void AnyFieldRows::addField(const AnyField &field)
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

void AnyFieldRows::addChecks(const QList<AnyField> &fields)
{
    QList<QWidget *> inputs;
    for (const AnyField &field : fields) {
        inputs.append(makeInput(field));
        addRow(field, inputs.constLast(), nullptr);
    }
    m_form.addChecks(inputs);
    Label *problem = m_form.addProblem();
    for (qsizetype i = m_rows.size() - fields.size(); i < m_rows.size(); ++i)
        m_rows[i].problem = problem;
}

void AnyFieldRows::addFieldStrip(const QString &title, const QList<AnyField> &fields)
{
    QList<QWidget *> inputs;
    QStringList captions;
    for (const AnyField &field : fields) {
        inputs.append(makeInput(field));
        captions.append(field.title);
        addRow(field, inputs.constLast(), nullptr);
    }
    m_form.addStrip(title, captions, inputs);
    Label *problem = m_form.addProblem();
    for (qsizetype i = m_rows.size() - fields.size(); i < m_rows.size(); ++i) {
        m_rows[i].problem = problem;
        // "Tokens a second, at least, p90"
        m_rows[i].field.title = u"%1, %2"_s.arg(title, m_rows[i].field.title);
    }
}

void AnyFieldRows::setChoices(const QString &path, const NamesEdit::Choices &choices)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (auto *names = qobject_cast<NamesEdit *>(row.input); names && row.field.path == path)
            names->setChoices(choices);
    }
}

QString AnyFieldRows::textOf(const QWidget &input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&input))
        return line->text();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(&input))
        return lines->toPlainText();
    return {};
}

void AnyFieldRows::setText(QWidget &input, const QString &text)
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

void AnyFieldRows::take(qsizetype index, const QString &text)
{
    Row &row = m_rows[index];
    std::any value = m_value;
    const bool literal = row.field.kind == Kind::Text || row.field.kind == Kind::Lines;
    const bool taken = row.field.write(value, literal ? text : text.trimmed());
    row.refused = taken ? QString() : FieldRowsText::tr("Expected %1").arg(row.field.expected);
    if (taken) {
        m_value = value;
        emit valueEdited(value, row.field.path, row.field.title);
    }
    presentProblems();
}

/// Not while it is typed into: "0." would become "0".
void AnyFieldRows::presentInput(const Row &row)
{
    if (!row.refused.isEmpty())
        return; // keeps what was typed, and why it is not taken
    const QString text = row.field.read(m_value);
    const bool isLine = row.field.kind != Kind::Choice && row.field.kind != Kind::Flag;
    if (isLine && (row.input->hasFocus() || textOf(*row.input) == text)) {
        std::any as = m_value; // what is typed may mean the same, or be outdated by an undo
        if (row.field.write(as, textOf(*row.input).trimmed()) && row.field.read(as) == text)
            return;
    }
    setText(*row.input, text);
}

void AnyFieldRows::presentProblems()
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

void AnyFieldRows::presentValue(const std::any &value, const StepProblems &problems)
{
    m_value = value;
    m_problems = problems;
    for (const Row &row : std::as_const(m_rows))
        presentInput(row);
    presentProblems();
}

void AnyFieldRows::forget()
{
    for (Row &row : m_rows) {
        if (!std::exchange(row.refused, {}).isEmpty())
            setText(*row.input, row.field.read(m_value));
    }
}

QString AnyFieldRows::refused() const
{
    for (const Row &row : m_rows) {
        if (!row.refused.isEmpty())
            return row.refused;
    }
    return {};
}

QWidget *AnyFieldRows::first() const
{
    return m_rows.isEmpty() ? nullptr : m_rows.constFirst().input;
}

FieldRows::FieldRows(InspectorForm &form, QWidget *body)
    : AnyFieldRows(routing::Step{}, form, body)
{
    connect(this, &AnyFieldRows::valueEdited, this,
            [this](const std::any &value, const QString &path, const QString &title) {
                emit edited(std::any_cast<const routing::Step &>(value), path, title);
            });
}

void FieldRows::add(const StepField &field)
{
    addField(erased(field));
}

void FieldRows::add(const QList<StepField> &fields)
{
    for (const StepField &field : fields)
        add(field);
}

void FieldRows::addFlags(const QList<StepField> &fields)
{
    addChecks(erasedFields(fields));
}

void FieldRows::addStrip(const FieldStrip &strip)
{
    addFieldStrip(strip.title, erasedFields(strip.fields));
}

void FieldRows::present(const routing::Step &step, const StepProblems &problems)
{
    presentValue(step, problems);
}

} // namespace sb::ui
