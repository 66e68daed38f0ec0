#include "ui/common/explanation_view.h"

#include "ui/common/tokens.h"
#include "ui/common/type.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int HeadAbove = 12;
constexpr int LineAbove = 4;

/// The head under which a sentence stands; sentences of one head follow each other.
QString headOf(usage::Explained about)
{
    using usage::Explained;
    switch (about) {
    case Explained::Asked:
        return ExplanationView::tr("Request");
    case Explained::Class:
    case Explained::PassedRule:
    case Explained::Rule:
        return ExplanationView::tr("Class and rules");
    case Explained::Candidate:
        return ExplanationView::tr("Candidates");
    case Explained::LeftOut:
        return ExplanationView::tr("Left out");
    case Explained::Attempt:
    case Explained::Check:
    case Explained::Hedge:
        return ExplanationView::tr("What happened");
    case Explained::End:
        return ExplanationView::tr("Result");
    }
    return {};
}

} // namespace

ExplanationView::ExplanationView(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Explanation"));
    document()->setDocumentMargin(0);
}

void ExplanationView::present(const usage::Explanation &explanation)
{
    if (explanation == m_shown)
        return; // what is selected or scrolled stays
    m_shown = explanation;
    write();
}

void ExplanationView::write()
{
    const Tokens &tokens = tokensOf(this);
    clear();
    QTextCharFormat head;
    head.setFont(fontFor(TextRole::Small, QFont::DemiBold));
    head.setForeground(tokens.text);
    QTextCharFormat plain;
    plain.setFont(fontFor(TextRole::Body));
    plain.setForeground(tokens.text2);
    QTextCursor cursor(document());
    QString last;
    bool isFirst = true;
    const auto add = [&](const QString &text, const QTextCharFormat &format, int above) {
        QTextBlockFormat block;
        block.setTopMargin(isFirst ? 0 : above);
        block.setLineHeight(116, QTextBlockFormat::ProportionalHeight);
        if (std::exchange(isFirst, false))
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        cursor.insertText(text, format);
    };
    for (const usage::ExplainedLine &line : std::as_const(m_shown)) {
        const QString title = headOf(line.about);
        if (std::exchange(last, title) != title)
            add(title, head, HeadAbove);
        add(line.sentence, plain, LineAbove);
    }
    moveCursor(QTextCursor::Start);
}

/// Colors are in the text: another theme writes it anew.
void ExplanationView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        write();
}

} // namespace sb::ui
