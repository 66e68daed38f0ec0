#include "ui/common/markdown/markdown_renderer.h"

#include "ui/common/markdown/code_lexer.h"
#include "ui/common/markdown/math_text.h"
#include "ui/common/type.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int LineHeight = 128; ///< percent
constexpr int ParagraphGap = 8;
constexpr int CodePadding = 12; ///< between a code block's frame and its text
constexpr int CodeGap = 6; ///< above and below the frame

constexpr auto MathLanguage = "math"_L1;

QColor spanColor(CodeSpan::Kind kind, const Tokens &tokens)
{
    switch (kind) {
    case CodeSpan::Kind::Keyword:
        return tokens.codeKeyword;
    case CodeSpan::Kind::String:
        return tokens.codeString;
    case CodeSpan::Kind::Number:
        return tokens.codeNumber;
    case CodeSpan::Kind::Comment:
        return tokens.codeComment;
    case CodeSpan::Kind::Function:
        return tokens.codeFunction;
    case CodeSpan::Kind::Added:
        return tokens.ok;
    case CodeSpan::Kind::Removed:
        return tokens.danger;
    }
    return tokens.text;
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
        || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) || block.blockFormat().nonBreakableLines();
}

QTextCharFormat codeFormat(const MarkdownLook &look)
{
    QTextCharFormat format;
    format.setFont(look.code);
    format.setForeground(look.tokens.text);
    return format;
}

/// Headings get our sizes: Qt's are relative to its own ladder.
void styleHeading(QTextCursor &cursor, int level, const MarkdownLook &look)
{
    QTextCharFormat format;
    format.setFontPointSize(look.body.pointSizeF() + (level == 1 ? 3.75 : level == 2 ? 2.25 : level == 3 ? 0.75 : 0));
    format.setFontWeight(QFont::DemiBold);
    format.clearProperty(QTextFormat::FontSizeAdjustment);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat merged = cursor.charFormat();
    merged.clearProperty(QTextFormat::FontSizeAdjustment);
    merged.merge(format);
    cursor.setCharFormat(merged);
    cursor.clearSelection();
}

void styleInlineCode(const QTextBlock &block, QTextCursor &cursor, const MarkdownLook &look)
{
    QList<QTextFragment> fragments; // first gathered: a change of format would pull the iterator's ground away
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().charFormat().fontFixedPitch() || it.fragment().charFormat().isAnchor())
            fragments.append(it.fragment());
    }
    for (const QTextFragment &fragment : std::as_const(fragments)) {
        QTextCharFormat format = fragment.charFormat();
        const bool code = format.fontFixedPitch();
        if (code) {
            format.setFont(look.code);
            format.setBackground(look.tokens.hover);
        } else {
            format.setForeground(look.tokens.accent);
        }
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
}

void styleText(const QTextBlock &block, QTextCursor &cursor, const MarkdownLook &look)
{
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
    const int heading = format.headingLevel();
    const bool inTable = cursor.currentTable();
    const bool inList = block.textList();
    format.setTopMargin(heading > 0 && block.position() > 0 ? 12 : 0);
    const bool listGoesOn = inList && block.next().isValid() && block.next().textList();
    format.setBottomMargin(inTable ? 0 : listGoesOn ? 2 : heading > 0 ? 6 : ParagraphGap);
    cursor.setBlockFormat(format);
    styleInlineCode(block, cursor, look);
    if (heading > 0) {
        cursor.setPosition(block.position());
        styleHeading(cursor, heading, look);
    }
}

QTextBlockFormat codeBlockFormat(const QString &language)
{
    QTextBlockFormat format;
    format.setNonBreakableLines(false);
    format.setProperty(QTextFormat::BlockCodeLanguage, language);
    format.setProperty(CodeBlockProperty, language);
    format.setLeftMargin(CodePadding);
    format.setRightMargin(CodePadding);
    format.setTopMargin(CodePadding + CodeGap);
    format.setBottomMargin(CodePadding + CodeGap + 2);
    format.setLineHeight(115, QTextBlockFormat::ProportionalHeight);
    return format;
}

QTextBlockFormat formulaBlockFormat()
{
    QTextBlockFormat format;
    format.setAlignment(Qt::AlignHCenter);
    format.setTopMargin(ParagraphGap);
    format.setBottomMargin(ParagraphGap + 4);
    return format;
}

/// Consecutive code lines become one block with soft line breaks: one box, one set of margins.
void styleCode(QTextCursor &cursor, const QTextBlock &first, const MarkdownLook &look)
{
    const QString language = first.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage);
    QStringList lines;
    QTextBlock last = first;
    for (QTextBlock block = first; block.isValid() && isCode(block); block = block.next()) {
        lines.append(block.text());
        last = block;
    }
    const QString code = lines.join(u'\n');
    const int start = first.position(); // the block itself does not outlive the replacement of its text

    cursor.setPosition(start);
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.insertText(QString(code).replace(u'\n', QChar::LineSeparator), codeFormat(look));
    cursor.setPosition(start);
    const bool formula = language == MathLanguage;
    cursor.setBlockFormat(formula ? formulaBlockFormat() : codeBlockFormat(language));
    cursor.setBlockCharFormat(codeFormat(look)); // empty lines are as high as the others
    if (formula)
        return;
    for (const CodeSpan &span : lexCode(code, language)) {
        cursor.setPosition(start + int(span.start));
        cursor.setPosition(start + int(span.start + span.length), QTextCursor::KeepAnchor);
        QTextCharFormat format = codeFormat(look);
        format.setForeground(spanColor(span.kind, look.tokens));
        cursor.setCharFormat(format);
    }
}

void styleTable(QTextTable &table, const MarkdownLook &look)
{
    QTextTableFormat format = table.format();
    format.setBorder(0);
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setTopMargin(2);
    format.setBottomMargin(ParagraphGap + 4);
    format.setBorderCollapse(true);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table.setFormat(format);
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            QTextTableCellFormat cellFormat = cell.format().toTableCellFormat();
            cellFormat.setBottomBorder(1);
            cellFormat.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            cellFormat.setBottomBorderBrush(look.tokens.line);
            cellFormat.clearBackground();
            if (column == 0)
                cellFormat.setLeftPadding(0);
            cell.setFormat(cellFormat);
            if (row == 0) {
                QTextCursor cursor = cell.firstCursorPosition();
                cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
                QTextCharFormat head;
                head.setFont(fontFor(TextRole::Caption, QFont::Medium));
                head.setForeground(look.tokens.text3);
                cursor.mergeCharFormat(head);
            }
        }
    }
}

} // namespace

MarkdownLook markdownLook(const QPalette &palette)
{
    return {.tokens = tokensOf(palette), .body = fontFor(TextRole::Body), .code = fontFor(TextRole::Code)};
}

QRectF codeBox(const QRectF &text)
{
    // The layout's rectangle of a block begins at the frame's edge, but is as wide as the text.
    return text.adjusted(0, -CodePadding, 2.0 * CodePadding, CodePadding);
}

void renderMarkdown(QTextDocument &document, const QString &markdown, const MarkdownLook &look)
{
    document.setUndoRedoEnabled(false);
    document.setDefaultFont(look.body);
    document.setDocumentMargin(0);
    document.setMarkdown(withMathAsCode(markdown),
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                             | QTextDocument::MarkdownNoHTML);

    QTextCursor cursor(&document);
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            styleTable(*table, look);
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        if (isCode(block))
            styleCode(cursor, block, look);
        else
            styleText(block, cursor, look);
        block = document.findBlock(cursor.position()); // styling may have joined blocks
    }
}

} // namespace sb::ui
