#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace sb::ui {

/// A title as the name of a file: at most 80 characters, without what has a meaning in paths and without a dot of its
/// own, then the suffix. "Is 1/2 < 0.6?", "md" gives "Is 1-2 - 0-6.md". Pure.
/// @param otherwise the name of what has no title
[[nodiscard]] QString fileNameFor(const QString &title, const QString &suffix, const QString &otherwise);

struct SaveQuestion
{
    QString title = {}; ///< of the dialog
    QString fileName = {}; ///< what is proposed, with its suffix
    QString filter = {}; ///< such as "Markdown (*.md)"
};

/// Asks where to save. `then` is called with the path, unless it was cancelled or `parent` is gone.
void askWhereToSave(QWidget *parent, const SaveQuestion &question,
                    const std::function<void(const QString &path)> &then);

} // namespace sb::ui
