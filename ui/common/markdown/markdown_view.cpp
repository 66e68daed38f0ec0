#include "ui/common/markdown/markdown_view.h"

#include "ui/common/markdown/edit_block.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// A block that costs much to render again is refreshed less often: at most a fifth of the time goes into it. Not so a
/// short one, which takes long by the clock only where the machine is busy with something else.
constexpr qint64 RestFactor = 4;
constexpr qsizetype ShortBlock = 1'000;
constexpr int LineLength = 720; ///< at most: longer lines are hard to read
constexpr int ListIndent = 22;
constexpr int FollowSlack = 4; ///< pixels from the end at which one still reads at the end

} // namespace

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
    , m_look(markdownLook(palette()))
{
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    document()->setUndoRedoEnabled(false);
    document()->setDocumentMargin(size::PaneMargin);
    document()->setIndentWidth(ListIndent);
    document()->setDefaultFont(m_look.body);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Answer"));
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::activate);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MarkdownView::reportTopTurn);
}

void MarkdownView::clearTurns()
{
    m_turns.clear();
    m_streaming = false;
    clear();
}

void MarkdownView::dropTurnsFrom(int turn)
{
    int index = 0;
    for (int begun = -1; index < int(m_turns.size()); ++index) {
        if (m_turns[index].kind == Turn::Kind::User && ++begun == turn)
            break;
    }
    if (turn < 0 || index >= int(m_turns.size()))
        return;
    const int position = m_turns[index].position;
    m_turns.resize(index);
    m_streaming = m_dirty = m_reasoningDirty = false;
    {
        const EditBlock edit(document());
        removeTextFrom(position);
    }
    updateMargins();
    reportTopTurn();
}

void MarkdownView::append(const Turn &turn)
{
    m_turns.append(turn);
    renderTurn(m_turns.last(), int(m_turns.size()) - 1);
}

void MarkdownView::addUserTurn(const QString &prompt)
{
    append({.kind = Turn::Kind::User, .text = prompt});
    reportTopTurn();
}

void MarkdownView::addAnswer(const QString &markdown, const QString &reasoning)
{
    append({.kind = Turn::Kind::Answer, .text = markdown, .reasoning = reasoning});
}

void MarkdownView::addNote(const QString &text, bool isError)
{
    append({.kind = isError ? Turn::Kind::Error : Turn::Kind::Note, .text = text});
}

void MarkdownView::addToolCall(const QString &name, const QString &arguments)
{
    append({.kind = Turn::Kind::ToolCall, .text = arguments, .name = name});
}

void MarkdownView::addToolResult(const QString &name, const QString &result)
{
    append({.kind = Turn::Kind::ToolResult, .text = result, .name = name});
}

void MarkdownView::beginAnswer()
{
    {
        EditBlock edit(document());
        edit.cursor.movePosition(QTextCursor::End);
        if (!edit.cursor.atBlockStart())
            edit.cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    }
    m_turns.append({.kind = Turn::Kind::Answer, .position = document()->characterCount() - 1});
    m_streaming = true;
    m_closed = 0;
    m_shown = 0;
    m_lastCost = 0;
    m_sinceRefresh.invalidate();
    m_openPosition = document()->characterCount() - 1;
    updateMargins();
    if (const QList<int> turns = turnPositions(); turns.size() > 1)
        scrollToTurn(int(turns.size()) - 1);
    viewport()->update();
}

void MarkdownView::appendText(const QString &text)
{
    if (!m_streaming || text.isEmpty())
        return;
    m_turns.last().text += text;
    m_dirty = true;
}

void MarkdownView::appendReasoning(const QString &text)
{
    if (!m_streaming || text.isEmpty())
        return;
    m_turns.last().reasoning += text;
    m_reasoningDirty = m_dirty = true;
}

void MarkdownView::replaceText(const QString &text)
{
    if (!m_streaming)
        return;
    m_turns.last().text = text;
    m_closed = 0;
    renderFrom(int(m_turns.size()) - 1);
}

void MarkdownView::endAnswer()
{
    if (!m_streaming)
        return;
    m_streaming = false;
    renderFrom(int(m_turns.size()) - 1);
    updateMargins();
}

bool MarkdownView::refresh()
{
    if (!m_dirty || !m_streaming)
        return false;
    const bool isLong = m_turns.constLast().text.size() - m_closed > ShortBlock;
    if (isLong && m_sinceRefresh.isValid() && m_sinceRefresh.nsecsElapsed() < RestFactor * m_lastCost)
        return false;
    QElapsedTimer cost;
    cost.start();
    const bool follow = verticalScrollBar()->value() >= endValue() - FollowSlack;
    if (std::exchange(m_reasoningDirty, false) && m_turns.constLast().text.isEmpty())
        renderFrom(int(m_turns.size()) - 1);
    else if (!appendWords())
        replaceOpenBlock();
    m_dirty = false;
    if (follow)
        verticalScrollBar()->setValue(qMax(verticalScrollBar()->value(), endValue()));
    m_lastCost = cost.nsecsElapsed();
    m_sinceRefresh.start();
    return true;
}

QString MarkdownView::answerText() const
{
    for (auto it = m_turns.crbegin(); it != m_turns.crend(); ++it) {
        if (it->kind == Turn::Kind::Answer)
            return it->text;
    }
    return {};
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    // An answer must not make us open a file or a connection. An invalid variant would: QTextDocument then reads the
    // file itself.
    return QByteArray();
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::ApplicationFontChange)
        return;
    const MarkdownLook look = markdownLook(palette());
    const Tokens &now = look.tokens;
    const Tokens &shown = m_look.tokens;
    if (now.dark == shown.dark && now.contrast == shown.contrast && look.body == m_look.body)
        return;
    m_look = look;
    document()->setDefaultFont(m_look.body);
    renderFrom(0);
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    const int turn = topTurn();
    updateMargins();
    QTextBrowser::resizeEvent(event);
    if (turn > 0)
        scrollToTurn(turn); // the lines above it broke elsewhere
}

void MarkdownView::paintCodeBoxes(QPainter &painter)
{
    const QPointF offset(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QTextBlock first = cursorForPosition(QPoint(0, 0)).block();
    if (first.previous().isValid())
        first = first.previous(); // its box may reach into view
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const QRectF text = document()->documentLayout()->blockBoundingRect(block).translated(offset);
        if (text.top() > viewport()->height() + LineLength)
            break;
        if (block.blockFormat().hasProperty(CodeBlockProperty))
            paintBox(painter, codeBox(text), 2, m_look.tokens.sunken, m_look.tokens.line);
    }
    painter.restore();
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintCodeBoxes(painter);
    }
    QTextBrowser::paintEvent(event);
    if (!m_streaming)
        return;
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    const QRect at = cursorRect(end);
    QPainter painter(viewport());
    painter.fillRect(QRect(at.left() + 1, at.top(), 5, fontMetrics().height()), m_look.tokens.accent);
}

void MarkdownView::removeTextFrom(int position)
{
    QTextCursor rest(document());
    rest.setPosition(position);
    rest.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    rest.removeSelectedText();
    rest.setBlockFormat({});
    rest.setBlockCharFormat({});
}

void MarkdownView::renderFrom(int index)
{
    const bool follow = m_streaming && verticalScrollBar()->value() >= endValue() - FollowSlack;
    const int position = verticalScrollBar()->value();
    {
        const EditBlock edit(document());
        removeTextFrom(index > 0 && index < int(m_turns.size()) ? m_turns[index].position : 0);
        for (int i = index; i < int(m_turns.size()); ++i)
            renderTurn(m_turns[i], i);
    }
    verticalScrollBar()->setValue(follow ? qMax(position, endValue()) : position);
    m_dirty = false;
}

void MarkdownView::activate(const QUrl &url)
{
    if (url.scheme() != ReasoningScheme) {
        emit linkOpened(url);
        return;
    }
    const int index = url.path().toInt();
    if (index >= 0 && index < m_turns.size()) {
        m_turns[index].reasoningOpen = !m_turns[index].reasoningOpen;
        renderFrom(index);
    }
}

double MarkdownView::topOf(int position) const
{
    const QTextBlock block = document()->findBlock(qMin(position, document()->characterCount() - 1));
    return document()->documentLayout()->blockBoundingRect(block).top();
}

QList<int> MarkdownView::turnPositions() const
{
    QList<int> positions;
    for (qsizetype i = 0; i < m_turns.size(); ++i) {
        // What follows the prompt: that itself is over the panes when its turn is at the upper edge.
        if (m_turns[i].kind == Turn::Kind::User)
            positions.append(i + 1 < m_turns.size() ? m_turns[i + 1].position : m_turns[i].position);
    }
    return positions;
}

int MarkdownView::topTurn() const
{
    const QList<int> turns = turnPositions();
    const double edge = verticalScrollBar()->value() + 2.0 * size::PaneMargin;
    int turn = int(turns.size()) - 1;
    while (turn > 0 && topOf(turns[turn]) > edge)
        --turn;
    return turn;
}

void MarkdownView::scrollToTurn(int turn)
{
    const QList<int> turns = turnPositions();
    if (turn < 0 || turn >= turns.size())
        return;
    verticalScrollBar()->setValue(turn == 0 ? 0 : int(topOf(turns[turn])) - size::PaneMargin);
}

void MarkdownView::showLastTurn()
{
    updateMargins();
    scrollToTurn(int(turnPositions().size()) - 1);
    reportTopTurn();
}

void MarkdownView::reportTopTurn()
{
    const int turn = topTurn();
    if (turn != std::exchange(m_topTurn, turn))
        emit topTurnChanged(turn);
}

int MarkdownView::endValue() const
{
    const double textEnd = document()->documentLayout()->documentSize().height() - m_room;
    const QList<int> turns = turnPositions();
    const int begin = turns.size() < 2 ? 0 : int(topOf(turns.constLast())) - size::PaneMargin;
    return qMax(begin, int(textEnd) - viewport()->height());
}

void MarkdownView::updateMargins()
{
    const QList<int> turns = turnPositions();
    const double textEnd = document()->documentLayout()->documentSize().height() - m_room;
    int room = 0;
    if (turns.size() > 1) {
        // While the answer streams its height is not known: room for the whole pane, taken back at its end.
        const double begin = m_streaming ? textEnd : topOf(turns.constLast());
        room = qMax(0, int(viewport()->height() - (textEnd - begin)) - size::PaneMargin);
    }
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const double right = qMax(size::PaneMargin, viewport()->width() - size::PaneMargin - LineLength);
    if (room == m_room && format.rightMargin() == right)
        return; // a change of the frame lays out everything again
    m_room = room;
    format.setRightMargin(right);
    format.setBottomMargin(size::PaneMargin + room);
    document()->rootFrame()->setFrameFormat(format);
}

} // namespace sb::ui
