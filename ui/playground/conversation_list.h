#pragma once

#include "core/profile/conversation_store.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sb::ui {

class Label;

/// The conversations beside the panes: newest first, searched, renamed, deleted with undo.
class ConversationList final : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationList(profile::ConversationStore &store, QWidget *parent = nullptr);
    void setCurrent(const QString &id);
    void focusSearch();
    void reload();

signals:
    void filled(); ///< there are conversations
    void chosen(const QString &id);
    void newRequested();
    void renameRequested(const QString &id, const QString &title);
    void removeRequested(const QString &id);

private:
    void present(const QString &search, const QList<profile::ConversationSummary> &conversations);
    void openMenu(const QPoint &position);
    void removeCurrent();
    void renameCurrent();

    profile::ConversationStore &m_store;
    QLineEdit *m_search;
    Label *m_nothing; ///< why the list is empty
    QListView *m_list;
    QStandardItemModel *m_model;
    QStringList m_ids; ///< of the rows
    QString m_current;
    bool m_presenting = false;
};

} // namespace sb::ui
