#pragma once

#include "ui/common/tokens.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <QTextFormat>

class QTextDocument;

namespace sb::ui {

/// What a rendered text looks like.
struct MarkdownLook
{
    Tokens tokens = {};
    QFont body = {};
    QFont code = {};
};
[[nodiscard]] MarkdownLook markdownLook(const QPalette &palette);

/// Of the block format of code: its language. Code blocks have no background of their own: who shows them draws a box
/// around codeBox(), since a block's own background has neither a frame nor room at its sides.
inline constexpr int CodeBlockProperty = QTextFormat::UserProperty + 1;
/// What is drawn around a code block whose text takes `text`.
[[nodiscard]] QRectF codeBox(const QRectF &text);

/// Fills an empty, detached document with styled Markdown (GitHub's dialect, no HTML): headings, tables with hairlines,
/// code blocks on sunken with colors. @param document must be in no view, so that layout happens once
void renderMarkdown(QTextDocument &document, const QString &markdown, const MarkdownLook &look);

} // namespace sb::ui
