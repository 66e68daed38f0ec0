#pragma once

#include "ui/common/tokens.h"

#include <QFont>
#include <QString>

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

/// Fills an empty, detached document with styled Markdown (GitHub's dialect, no HTML): headings, tables with hairlines,
/// code blocks on sunken with colors. @param document must be in no view, so that layout happens once
void renderMarkdown(QTextDocument &document, const QString &markdown, const MarkdownLook &look);

} // namespace sb::ui
