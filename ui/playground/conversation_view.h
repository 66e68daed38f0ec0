#pragma once

#include <QListView>

namespace sb::ui {

/// How a ConversationModel looks: two lines a row. Says when nobody edits a name any more.
class ConversationView final : public QListView
{
    Q_OBJECT
public:
    explicit ConversationView(QWidget *parent = nullptr);
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }

signals:
    void editingEnded();

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
};

} // namespace sb::ui
