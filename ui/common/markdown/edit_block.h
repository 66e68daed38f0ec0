#pragma once

#include <QTextCursor>

namespace sb::ui {

/// One undo-free edit: the layout is done once at its end, not at every change.
class EditBlock
{
public:
    explicit EditBlock(QTextDocument *document)
        : cursor(document)
    {
        cursor.beginEditBlock();
    }
    ~EditBlock() { cursor.endEditBlock(); }
    EditBlock(const EditBlock &) = delete;
    EditBlock &operator=(const EditBlock &) = delete;
    QTextCursor cursor;
};

} // namespace sb::ui
