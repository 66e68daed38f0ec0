#include "ui/playground/diff_view.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"
#include "ui/playground/text_diff.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace sb::ui {

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_before(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_sentence(new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, this))
    , m_text(new QTextBrowser(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_before->setAccessibleName(tr("First answer"));
    m_after->setAccessibleName(tr("Second answer"));
    m_sentence->setElided(true);
    m_text->setObjectName(QStringLiteral("diff"));
    m_text->setAccessibleName(tr("Difference of the answers"));
    m_text->setProperty("bare", true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(size::PageMargin);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PageMargin, 7, size::PageMargin, 7);
    head->setSpacing(8);
    head->addWidget(m_before);
    head->addWidget(new Label(QStringLiteral("→"), TextRole::Body, Label::Tone::Text3, QFont::Normal, this));
    head->addWidget(m_after);
    head->addWidget(m_sentence, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_text, 1);
    connect(m_before, &QComboBox::activated, this, &DiffView::render);
    connect(m_after, &QComboBox::activated, this, &DiffView::render);
}

void DiffView::present(const QList<Side> &sides)
{
    if (sides == m_sides)
        return;
    m_sides = sides;
    fill(m_before, 0);
    fill(m_after, 1);
    render();
}

void DiffView::fill(QComboBox *box, int fallback)
{
    const int chosen = box->count() == int(m_sides.size()) ? box->currentIndex() : fallback;
    box->clear();
    for (const Side &side : std::as_const(m_sides))
        box->addItem(side.name);
    box->setCurrentIndex(qMin(chosen, box->count() - 1));
}

void DiffView::render()
{
    const Side before = m_sides.value(m_before->currentIndex());
    const Side after = m_sides.value(m_after->currentIndex());
    const QList<DiffPiece> pieces = diffTexts(before.text, after.text);
    const Tokens &tokens = tokensOf(this);
    m_text->clear();
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    for (const DiffPiece &piece : pieces) {
        QTextCharFormat format;
        format.setFont(fontFor(TextRole::Body));
        format.setForeground(tokens.text);
        if (piece.kind == DiffPiece::Kind::Removed) {
            format.setBackground(tokens.dangerSoft);
            format.setFontStrikeOut(true); // said without color, too
        } else if (piece.kind == DiffPiece::Kind::Added) {
            format.setBackground(tokens.okSoft);
            format.setFontUnderline(true);
        }
        cursor.insertText(piece.text, format);
    }
    cursor.endEditBlock();
    m_text->moveCursor(QTextCursor::Start);
    const bool waiting = before.text.isEmpty() || after.text.isEmpty();
    m_sentence->setText(waiting ? tr("There are no two answers yet.")
                                //: How much of the words two answers have in common.
                                : tr("%1 of the words are the same. Struck out: only in the first; underlined: only in "
                                     "the second.")
                                      .arg(formatPercent(likeness(pieces))));
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

} // namespace sb::ui
