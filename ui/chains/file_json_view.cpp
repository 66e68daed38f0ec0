#include "ui/chains/file_json_view.h"

#include "ui/common/controls.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

FileJsonView::FileJsonView(Document document, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_document(std::move(document))
    , m_text(new JsonText(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_apply(makeButton(tr("Apply"), this))
    , m_revert(makeQuietButton(tr("Discard"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_text);
    m_text->setProperty("bare", true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(name);
    m_text->document()->setDocumentMargin(size::PageMargin);
    m_problem->setElided(true);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::PageMargin, 8, size::PaneMargin, 8);
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_revert);
    foot->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addLayout(foot);
    connect(m_apply, &QPushButton::clicked, this, &FileJsonView::applyText);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        setTyped(false);
        present();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_presenting)
            return;
        setTyped(true);
        presentProblems();
    });
    setTyped(false);
    present();
}

void FileJsonView::forget()
{
    setTyped(false);
}

void FileJsonView::present()
{
    if (m_typed)
        return;
    m_presenting = true;
    m_text->setPlainText(QString::fromUtf8(m_document.read().dumpIndented()));
    m_presenting = false;
    presentProblems();
}

void FileJsonView::setProblems(const QList<routing::ChainProblem> &problems)
{
    m_problems = problems;
    presentProblems();
}

/// Of what is typed, what keeps it from being a file; of a file, what makes no sense in it.
void FileJsonView::presentProblems()
{
    QList<JsonText::Mark> marks;
    QList<routing::ChainProblem> problems = m_problems;
    if (m_typed) {
        const auto found = parseJson(m_text->toPlainText().toUtf8()).and_then(m_document.check);
        problems = found.value_or(QList<routing::ChainProblem>());
        if (!found)
            marks.append({m_text->lineOf(found.error().message), found.error().message});
    }
    for (const routing::ChainProblem &problem : std::as_const(problems))
        marks.append({m_text->lineAt(problem.path), problem.message});
    m_text->setMarks(marks);
    m_problem->setText(marks.isEmpty() ? QString() : marks.constFirst().message);
    m_text->setAccessibleDescription(m_problem->text());
}

void FileJsonView::setTyped(bool typed)
{
    m_apply->setEnabled(typed);
    m_revert->setEnabled(typed);
    if (typed != std::exchange(m_typed, typed))
        emit typedChanged();
}

QString FileJsonView::typedText() const
{
    return m_typed ? m_text->toPlainText() : QString();
}

void FileJsonView::resumeText(const QString &typed)
{
    if (!typed.isEmpty())
        m_text->setPlainText(typed);
}

bool FileJsonView::applyText()
{
    if (!m_typed)
        return true;
    const Result<Json> json = parseJson(m_text->toPlainText().toUtf8());
    presentProblems();
    if (!json || !m_document.check(*json))
        return false;
    setTyped(false);
    m_document.write(*json);
    present();
    return true;
}

} // namespace sb::ui
