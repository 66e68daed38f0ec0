#include "ui/chains/chain_json_view.h"

#include "ui/common/controls.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

ChainJsonView::ChainJsonView(ChainDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new JsonText(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_apply(makeButton(tr("Apply"), this))
    , m_revert(makeQuietButton(tr("Discard"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_text);
    m_text->setObjectName(u"chainJson"_s);
    m_text->setProperty("bare", true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Chain as JSON"));
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
    connect(m_apply, &QPushButton::clicked, this, &ChainJsonView::applyText);
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
    connect(&m_document, &ChainDocument::opened, this, [this] { setTyped(false); });
    connect(&m_document, &ChainDocument::changed, this, &ChainJsonView::present);
    setTyped(false);
    present();
}

void ChainJsonView::present()
{
    if (m_typed)
        return;
    m_presenting = true;
    m_text->setPlainText(QString::fromUtf8(routing::toJson(m_document.chain()).dumpIndented()));
    m_presenting = false;
    presentProblems();
}

void ChainJsonView::setProblems(const QList<routing::ChainProblem> &problems)
{
    m_problems = problems;
    presentProblems();
}

Result<routing::Chain> ChainJsonView::parsed() const
{
    return parseJson(m_text->toPlainText().toUtf8()).and_then([](const Json &json) {
        return routing::parseChain(json);
    });
}

/// Of what is typed, what keeps it from being a chain; of a chain, what makes no sense in it.
void ChainJsonView::presentProblems()
{
    QList<JsonText::Mark> marks;
    QList<routing::ChainProblem> problems = m_problems;
    if (m_typed) {
        const Result<routing::Chain> chain = parsed();
        problems = chain ? routing::validate(*chain, {}, {}) : QList<routing::ChainProblem>();
        if (!chain)
            marks.append({m_text->lineOf(chain.error().message), chain.error().message});
    }
    for (const routing::ChainProblem &problem : std::as_const(problems))
        marks.append({m_text->lineAt(problem.path), problem.message});
    m_text->setMarks(marks);
    m_problem->setText(marks.isEmpty() ? QString() : marks.constFirst().message);
    m_text->setAccessibleDescription(m_problem->text());
}

void ChainJsonView::setTyped(bool typed)
{
    m_apply->setEnabled(typed);
    m_revert->setEnabled(typed);
    if (typed != std::exchange(m_typed, typed))
        emit typedChanged();
}

QString ChainJsonView::typedText() const
{
    return m_typed ? m_text->toPlainText() : QString();
}

void ChainJsonView::resumeText(const QString &typed)
{
    if (!typed.isEmpty())
        m_text->setPlainText(typed);
}

bool ChainJsonView::applyText()
{
    if (!m_typed)
        return true;
    const Result<routing::Chain> chain = parsed();
    presentProblems();
    if (!chain)
        return false;
    setTyped(false);
    m_document.replace(*chain, tr("Edit as JSON"));
    present();
    return true;
}

} // namespace sb::ui
