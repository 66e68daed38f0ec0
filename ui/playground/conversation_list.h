#pragma once

#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLineEdit;

namespace sb::ui {

class ConversationModel;
class ConversationView;
class Label;

/// The conversations beside the panes: newest first, searched, renamed, deleted with undo.
class ConversationList final : public QWidget
{
    Q_OBJECT
public:
    ConversationList(profile::ConversationStore &store, profile::Workspace &workspace, const Clock &clock,
                     QWidget *parent = nullptr);
    void setCurrent(const QString &id); ///< the one that is open; the cursor goes there when it is another
    void focusSearch();
    void reload();
    /// One was saved: what the list needs to know without reading files.
    void keep(const profile::ConversationSummary &summary);

signals:
    void filled(); ///< there are conversations
    void chosen(const QString &id);
    void newRequested();
    void renameRequested(const QString &id, const QString &title);
    void removeRequested(const QString &id);

private:
    [[nodiscard]] QBoxLayout *makeTop();
    void setupKeys();
    void take(const QString &search, const QList<profile::ConversationSummary> &conversations);
    void present();
    void openMenu(const QPoint &position);
    void removeCurrent();
    void renameCurrent();

    profile::ConversationStore &m_store;
    QLineEdit *m_search;
    QTimer m_searchSoon;
    Label *m_nothing; ///< why the list is empty
    ConversationView *m_view;
    ConversationModel *m_model;
    QList<profile::ConversationSummary> m_all; ///< to be shown; not while a name is edited
    QString m_listedSearch; ///< that m_all answers
    QString m_shownSearch;
    QString m_current;
    bool m_awaited = false; ///< the open one has no row yet
};

} // namespace sb::ui
