#include "ui/common/json_field.h"

#include "ui/common/field_grid.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"

#include <QVBoxLayout>

namespace sb::ui {

namespace {
constexpr int LeastJsonHeight = 132;
} // namespace

JsonField::JsonField(const QString &title, Check check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_edit(new JsonText(this))
    , m_error(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
{
    m_edit->setMinimumHeight(LeastJsonHeight); // more where there is room
    m_edit->setAccessibleName(title);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &JsonField::take);
}

void JsonField::setValue(const Json &value)
{
    if (value != m_value)
        reset(value);
}

void JsonField::reset(const Json &value, const QString &unfinished)
{
    m_value = value;
    if (!unfinished.isEmpty())
        m_edit->setPlainText(unfinished);
    else
        m_edit->setPlainText(value.isNull() ? QString() : QString::fromUtf8(value.dumpIndented()).trimmed());
}

QString JsonField::unfinished() const
{
    return m_problem.isEmpty() ? QString() : m_edit->toPlainText();
}

void JsonField::setExample(const QString &example)
{
    m_edit->setPlaceholderText(example);
}

void JsonField::setTextHeight(int height)
{
    m_edit->setFixedHeight(height);
}

void JsonField::take()
{
    const QByteArray text = m_edit->toPlainText().trimmed().toUtf8();
    const Result<Json> parsed = text.isEmpty() ? Result<Json>(Json()) : parseJson(text);
    QString problem;
    if (!parsed)
        problem = parsed.error().message;
    else if (const auto checked = text.isEmpty() ? Result<void>() : m_check(*parsed); !checked)
        problem = checked.error().message;
    if (problem != m_problem) {
        m_problem = problem;
        showProblem(m_edit, m_error, problem);
        emit problemChanged();
    }
    // The same mistake moves with the lines above it.
    m_edit->setMarks(problem.isEmpty() ? QList<JsonText::Mark>()
                                       : QList<JsonText::Mark>{{m_edit->lineOf(problem), {}}});
    if (problem.isEmpty() && *parsed != m_value) {
        m_value = *parsed;
        emit valueEdited(m_value);
    }
    emit textEdited();
}

} // namespace sb::ui
