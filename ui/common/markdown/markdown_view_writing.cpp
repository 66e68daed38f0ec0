#include "ui/common/markdown/markdown_view.h"

#include "core/base/json.h"
#include "ui/common/markdown/edit_block.h"
#include "ui/common/markdown/markdown_blocks.h"
#include "ui/common/type.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextList>

#include <algorithm>

using namespace Qt::StringLiterals;

// What a MarkdownView writes into its document; the rest of it is in markdown_view.cpp.
namespace sb::ui {

namespace {

/// Arguments as a model writes them are one line; what is no JSON stays as it is.
QString indented(const QString &json)
{
    const Result<Json> parsed = parseJson(json.toUtf8());
    return parsed ? QString::fromUtf8(parsed->dumpIndented()).trimmed() : json;
}

/// Nothing that means something in Markdown: letters, digits and commas, with single blanks between them.
bool isWords(QStringView text)
{
    const auto isInWord = [](QChar c) { return c.isLetterOrNumber() || c == u',' || c == u' '; };
    return std::all_of(text.begin(), text.end(), isInWord) && !text.contains(u"  ");
}

/// Whether what is put behind looks like the rest of a paragraph.
bool isPlain(const QTextCharFormat &format)
{
    return !format.isAnchor() && !format.fontFixedPitch() && !format.hasProperty(QTextFormat::BackgroundBrush)
        && !format.fontItalic() && !format.fontStrikeOut() && format.fontWeight() <= QFont::Normal;
}

bool isParagraph(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    return block.length() > 1 && !block.textList() && format.headingLevel() == 0
        && !format.hasProperty(CodeBlockProperty) && !format.hasProperty(QTextFormat::BlockQuoteLevel)
        && !format.hasProperty(QTextFormat::BlockCodeLanguage);
}

} // namespace

void MarkdownView::renderTurn(Turn &turn, int index)
{
    EditBlock edit(document());
    edit.cursor.movePosition(QTextCursor::End);
    if (!edit.cursor.atBlockStart())
        edit.cursor.insertBlock(QTextBlockFormat(), QTextCharFormat()); // an answer ends without a line of its own
    turn.position = edit.cursor.position();
    QTextBlockFormat block;
    block.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
    block.setBottomMargin(8);
    QTextCharFormat format;
    format.setFont(m_look.body);
    switch (turn.kind) {
    case Turn::Kind::User:
        if (!turn.text.isEmpty())
            renderPrompt(turn, index);
        return;
    case Turn::Kind::ToolCall:
    case Turn::Kind::ToolResult:
        renderTool(turn);
        return;
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

void MarkdownView::renderPrompt(const Turn &turn, int index)
{
    QTextBlockFormat block;
    block.setTopMargin(index > 0 ? 20 : 0);
    QTextCharFormat caption;
    caption.setFont(fontFor(TextRole::Small, QFont::DemiBold));
    caption.setForeground(m_look.tokens.text2);
    insertLine(tr("You"), caption, block);
    block.setTopMargin(0);
    block.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
    block.setBottomMargin(14);
    QTextCharFormat format;
    format.setFont(m_look.body);
    format.setForeground(m_look.tokens.text2);
    insertLine(QString(turn.text).replace(u'\n', QChar::LineSeparator), format, block);
}

void MarkdownView::renderTool(const Turn &turn)
{
    QTextBlockFormat block;
    block.setTopMargin(8);
    QTextCharFormat caption;
    caption.setFont(fontFor(TextRole::Small, QFont::DemiBold));
    caption.setForeground(m_look.tokens.text2);
    const bool isCall = turn.kind == Turn::Kind::ToolCall;
    //: Over a block of code: the name of the function that the model calls, or whose result was sent.
    insertLine(isCall ? tr("Calls %1").arg(turn.name) : tr("Result of %1").arg(turn.name), caption, block);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QString fence = u"```"_s;
    while (turn.text.contains(fence))
        fence += u'`';
    insertMarkdown(cursor, u"%1json\n%2\n%1"_s.arg(fence, indented(turn.text)));
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
    // The first block merges into the one that is there and would keep that one's format; that of a list does not merge
    // and would leave an empty line above.
    QTextCursor first(document());
    first.setPosition(start);
    if (const QTextBlock next = first.block().next(); first.block().length() == 1 && next.textList()) {
        const QTextBlockFormat format = next.blockFormat();
        first.deleteChar();
        first.setBlockFormat(format);
        return;
    }
    if (!first.currentTable()) {
        first.setBlockFormat(detached.begin().blockFormat());
        first.setBlockCharFormat(detached.begin().charFormat());
    }
}

void MarkdownView::replaceOpenBlock()
{
    const QString &text = m_turns.constLast().text;
    EditBlock edit(document());
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
    m_shown = text.size();
}

/// Most of a text is words that go on a paragraph: they are put behind it, without reading all of it as Markdown again.
/// @return false where they may change how something before them reads
bool MarkdownView::appendWords()
{
    const QStringView open = QStringView(m_turns.constLast().text).sliced(m_closed);
    if (m_shown <= m_closed || open.contains(u'\n'))
        return false;
    const QStringView before = open.first(m_shown - m_closed);
    const QStringView added = open.sliced(before.size());
    if (before.trimmed().startsWith(u'[')) // a definition of a link, as long as no words follow it
        return false;
    // The word that goes on must be one: not the end of an emphasis, a part of a link or of an entity.
    const qsizetype lastBlank = before.lastIndexOf(u' ');
    const QStringView going = before.sliced(lastBlank < 0 ? 0 : lastBlank);
    const bool twoBlanks = before.endsWith(u"  ") || (before.endsWith(u' ') && added.startsWith(u' '));
    if (lastBlank < 0 || twoBlanks || !isWords(going) || !isWords(added))
        return false;

    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    if (end.block().position() != m_openPosition || !isParagraph(end.block()) || !isPlain(end.charFormat()))
        return false;
    // A blank at the end is not shown before something follows it.
    QString text = before.endsWith(u' ') ? u" "_s : QString();
    text.append(added);
    if (text.endsWith(u' '))
        text.chop(1);
    end.insertText(text);
    m_shown += added.size();
    return true;
}

} // namespace sb::ui
