#pragma once

#include <QPlainTextEdit>

namespace sb::ui {

/// A text field that takes images and files of images, too: by paste and by drop. While it has nothing to undo, Ctrl+Z
/// is the page's; so is Ctrl+Shift+Z while it has nothing to do again.
class PromptEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

signals:
    void imageGiven(const QImage &image);
    void fileGiven(const QString &path);

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace sb::ui
