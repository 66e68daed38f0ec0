#include "ui/chains/chain_json_view.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

ChainJsonView::ChainJsonView(ChainDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_apply(makeButton(tr("Apply"), this))
    , m_revert(makeQuietButton(tr("Discard"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_text);
    m_text->setProperty("bare", true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(fontFor(TextRole::Code));
    m_text->setAccessibleName(tr("Chain as JSON"));
    m_text->setTabChangesFocus(true);
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
        if (!m_presenting)
            setTyped(true);
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
    m_problem->clear();
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
    const auto chain =
        parseJson(m_text->toPlainText().toUtf8()).and_then([](const Json &json) { return routing::parseChain(json); });
    m_problem->setText(chain ? QString() : chain.error().message);
    m_text->setAccessibleDescription(m_problem->text());
    if (!chain)
        return false;
    setTyped(false);
    m_document.replace(*chain, tr("Edit as JSON"));
    present();
    return true;
}

} // namespace sb::ui
