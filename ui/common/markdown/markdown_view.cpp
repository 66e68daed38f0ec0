#include "ui/common/markdown/markdown_view.h"

#include "ui/common/markdown/markdown_blocks.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// A block that costs much to render again is refreshed less often: at most a fifth of the time goes into it.
constexpr qint64 RestFactor = 4;
constexpr auto ReasoningScheme = "reasoning"_L1;

/// One undo-free edit: the layout is done once at its end, not at every change.
class Edit
{
public:
    explicit Edit(QTextDocument *document)
        : cursor(document)
    {
        cursor.beginEditBlock();
    }
    ~Edit() { cursor.endEditBlock(); }
    Edit(const Edit &) = delete;
    Edit &operator=(const Edit &) = delete;
    QTextCursor cursor;
};

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
    document()->setDefaultFont(m_look.body);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Answer"));
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::activate);
}

void MarkdownView::clearTurns()
{
    m_turns.clear();
    m_streaming = false;
    clear();
}

void MarkdownView::addUserTurn(const QString &text)
{
    m_turns.append({.kind = Turn::Kind::User, .text = text});
    renderTurn(m_turns.constLast(), int(m_turns.size()) - 1);
}

void MarkdownView::addAnswer(const QString &markdown, const QString &reasoning)
{
    m_turns.append({.kind = Turn::Kind::Answer, .text = markdown, .reasoning = reasoning});
    renderTurn(m_turns.constLast(), int(m_turns.size()) - 1);
}

void MarkdownView::addNote(const QString &text, bool isError)
{
    m_turns.append({.kind = isError ? Turn::Kind::Error : Turn::Kind::Note, .text = text});
    renderTurn(m_turns.constLast(), int(m_turns.size()) - 1);
}

void MarkdownView::beginAnswer()
{
    m_turns.append({.kind = Turn::Kind::Answer});
    m_streaming = true;
    m_closed = 0;
    m_lastCost = 0;
    m_sinceRefresh.invalidate();
    m_openPosition = document()->characterCount() - 1;
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
    renderAll();
}

void MarkdownView::endAnswer()
{
    if (!m_streaming)
        return;
    m_streaming = false;
    renderAll();
}

bool MarkdownView::refresh()
{
    if (!m_dirty || !m_streaming)
        return false;
    if (m_sinceRefresh.isValid() && m_sinceRefresh.nsecsElapsed() < RestFactor * m_lastCost)
        return false;
    QElapsedTimer cost;
    cost.start();
    const bool follow = followsEnd();
    if (std::exchange(m_reasoningDirty, false) && m_turns.constLast().text.isEmpty())
        renderAll();
    else
        replaceOpenBlock();
    m_dirty = false;
    if (follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
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
    if (look.tokens.dark == m_look.tokens.dark && look.body == m_look.body)
        return;
    m_look = look;
    document()->setDefaultFont(m_look.body);
    renderAll();
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    if (!m_streaming)
        return;
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    const QRect at = cursorRect(end);
    QPainter painter(viewport());
    painter.fillRect(QRect(at.left() + 1, at.top(), 5, fontMetrics().height()), m_look.tokens.accent);
}

void MarkdownView::renderAll()
{
    const bool follow = followsEnd();
    const int position = verticalScrollBar()->value();
    {
        const Edit edit(document());
        QTextCursor all(document());
        all.select(QTextCursor::Document);
        all.removeSelectedText();
        all.setBlockFormat({});
        all.setBlockCharFormat({});
        for (int i = 0; i < int(m_turns.size()); ++i)
            renderTurn(m_turns.at(i), i);
    }
    verticalScrollBar()->setValue(follow ? verticalScrollBar()->maximum() : position);
    m_dirty = false;
}

void MarkdownView::renderTurn(const Turn &turn, int index)
{
    Edit edit(document());
    QTextBlockFormat block;
    block.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
    block.setBottomMargin(8);
    QTextCharFormat format;
    format.setFont(m_look.body);
    switch (turn.kind) {
    case Turn::Kind::User: {
        block.setTopMargin(index > 0 ? 12 : 0);
        QTextCharFormat caption;
        caption.setFont(fontFor(TextRole::Small, QFont::DemiBold));
        caption.setForeground(m_look.tokens.text2);
        QTextBlockFormat captionBlock = block;
        captionBlock.setBottomMargin(0);
        insertLine(tr("You"), caption, captionBlock);
        block.setTopMargin(0);
        block.setBottomMargin(12);
        format.setForeground(m_look.tokens.text);
        insertLine(QString(turn.text).replace(u'\n', QChar::LineSeparator), format, block);
        return;
    }
    case Turn::Kind::Note:
    case Turn::Kind::Error:
        format.setForeground(turn.kind == Turn::Kind::Error ? m_look.tokens.danger : m_look.tokens.text2);
        insertLine(turn.text, format, block);
        return;
    case Turn::Kind::Answer:
        break;
    }
    if (!turn.reasoning.isEmpty())
        renderReasoning(turn, index);
    edit.cursor.movePosition(QTextCursor::End);
    if (m_streaming && index == m_turns.size() - 1) {
        m_closed = 0;
        m_openPosition = edit.cursor.position();
        replaceOpenBlock();
    } else {
        insertMarkdown(edit.cursor, turn.text);
    }
}

void MarkdownView::renderReasoning(const Turn &turn, int index)
{
    QTextBlockFormat block;
    block.setBottomMargin(8);
    block.setLeftMargin(0);
    QTextCharFormat format;
    format.setFont(fontFor(TextRole::Small));
    format.setForeground(m_look.tokens.text2);
    format.setAnchor(true);
    format.setAnchorHref(u"%1:%2"_s.arg(ReasoningScheme).arg(index));
    //: The number of characters of the model's reasoning; the arrow folds it in and out.
    insertLine((turn.reasoningOpen ? u"▾ "_s : u"▸ "_s)
                   + tr("Reasoning, %n character(s)", nullptr, int(turn.reasoning.size())),
               format, block);
    if (!turn.reasoningOpen)
        return;
    QTextCharFormat text;
    text.setFont(fontFor(TextRole::Small));
    text.setForeground(m_look.tokens.text3);
    block.setLeftMargin(12);
    insertLine(QString(turn.reasoning).replace(u'\n', QChar::LineSeparator), text, block);
}

void MarkdownView::insertLine(const QString &text, const QTextCharFormat &format, const QTextBlockFormat &block)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (cursor.position() > 0 && !cursor.atBlockStart())
        cursor.insertBlock();
    cursor.setBlockFormat(block);
    cursor.insertText(text, format);
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
}

void MarkdownView::insertMarkdown(QTextCursor &cursor, const QString &markdown)
{
    QTextDocument detached;
    renderMarkdown(detached, markdown, m_look);
    const int start = cursor.position();
    cursor.insertFragment(QTextDocumentFragment(&detached));
    // The first block merges into the one that is there and would keep that one's format.
    QTextCursor first(document());
    first.setPosition(start);
    if (!first.currentTable()) {
        first.setBlockFormat(detached.begin().blockFormat());
        first.setBlockCharFormat(detached.begin().charFormat());
    }
}

void MarkdownView::replaceOpenBlock()
{
    const QString &text = m_turns.constLast().text;
    Edit edit(document());
    edit.cursor.setPosition(m_openPosition);
    edit.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    edit.cursor.removeSelectedText();
    edit.cursor.setBlockFormat({});
    edit.cursor.setBlockCharFormat({});

    const qsizetype closed = closedPrefix(text, m_closed);
    if (closed > m_closed) {
        insertMarkdown(edit.cursor, text.sliced(m_closed, closed - m_closed));
        edit.cursor.movePosition(QTextCursor::End);
        edit.cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        m_closed = closed;
        m_openPosition = edit.cursor.position();
    }
    if (closed < text.size())
        insertMarkdown(edit.cursor, text.sliced(closed));
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
        renderAll();
    }
}

bool MarkdownView::followsEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

} // namespace sb::ui
