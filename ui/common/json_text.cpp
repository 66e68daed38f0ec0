#include "ui/common/json_text.h"

#include "ui/common/json_place.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QTextBlock>

namespace sb::ui {

namespace {
constexpr double MessageGap = 24;
constexpr double LeastMessage = 120; ///< narrower ones are only in the way
} // namespace

JsonText::JsonText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(fontFor(TextRole::Code));
    setTabChangesFocus(true);
}

void JsonText::setMarks(const QList<Mark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    viewport()->update();
}

int JsonText::lineOfCharacter(qsizetype at) const
{
    return document()->findBlock(int(qMin<qsizetype>(at, document()->characterCount() - 1))).blockNumber();
}

int JsonText::lineAt(const QString &path) const
{
    return lineOfCharacter(placeOf(toPlainText(), path));
}

int JsonText::lineOf(const QString &message) const
{
    if (const auto mistake = mistakeIn(toPlainText()))
        return lineOfCharacter(*mistake);
    return lineAt(pathIn(message));
}

QRectF JsonText::rectOf(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line);
    const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    return block.isValid() && block.isVisible() && rect.bottom() >= 0 && rect.top() <= viewport()->height() ? rect
                                                                                                            : QRectF();
}

void JsonText::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    {
        QPainter painter(viewport());
        for (const Mark &mark : m_marks) {
            if (const QRectF rect = rectOf(mark.line); !rect.isNull())
                painter.fillRect(QRectF(0, rect.top(), viewport()->width(), rect.height()), tokens.dangerSoft);
        }
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.danger);
    for (const Mark &mark : m_marks) {
        const QRectF rect = rectOf(mark.line);
        const QTextBlock block = document()->findBlockByNumber(mark.line);
        const double written = fontMetrics().horizontalAdvance(block.text()) + document()->documentMargin();
        const double left = written + MessageGap + contentOffset().x();
        const double room = viewport()->width() - left - document()->documentMargin();
        if (!rect.isNull() && room >= LeastMessage)
            painter.drawText(QRectF(left, rect.top(), room, rect.height()), Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(mark.message, Qt::ElideRight, int(room)));
    }
}

} // namespace sb::ui
