#include "ui/playground/prompt_edit.h"

#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

namespace sb::ui {

namespace {

QStringList localFiles(const QMimeData &source)
{
    QStringList paths;
    for (const QUrl &url : source.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

bool PromptEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool nothingToUndo = key->matches(QKeySequence::Undo) && !document()->isUndoAvailable();
        const bool nothingToRedo = key->matches(QKeySequence::Redo) && !document()->isRedoAvailable();
        if (nothingToUndo || nothingToRedo) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

bool PromptEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || !localFiles(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList paths = localFiles(*source); !paths.isEmpty()) {
        for (const QString &path : paths)
            emit fileGiven(path);
        return;
    }
    // A spreadsheet gives its cells as text and as a picture: the text is meant.
    if (source->hasImage() && !source->hasText()) {
        emit imageGiven(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace sb::ui
