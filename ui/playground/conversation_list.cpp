#include "ui/playground/conversation_list.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/playground/conversation_model.h"
#include "ui/playground/conversation_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto SearchDelay = 150ms; ///< a search reads every file
} // namespace

ConversationList::ConversationList(profile::ConversationStore &store, profile::Workspace &workspace, const Clock &clock,
                                   QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_search(new QLineEdit(this))
    , m_nothing(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_view(new ConversationView(this))
    , m_model(new ConversationModel(clock, this))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Conversations"));
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    m_nothing->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeTop());
    layout->addWidget(m_nothing);
    layout->addWidget(m_view, 1);
    setupKeys();

    const auto choose = [this](const QModelIndex &index) {
        emit chosen(index.data(ConversationModel::IdRole).toString());
    };
    connect(m_view, &QListView::clicked, this, choose);
    connect(m_view, &QListView::activated, this, choose);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ConversationList::openMenu);
    connect(m_view, &ConversationView::editingEnded, this, &ConversationList::present);
    connect(m_model, &ConversationModel::renamed, this, [this](const QString &id, const QString &title) {
        for (profile::ConversationSummary &each : m_all) {
            if (each.id == id)
                each.title = title;
        }
        emit renameRequested(id, title);
    });
    connect(&m_store, &profile::ConversationStore::listed, this, &ConversationList::take);
    connect(&m_store, &profile::ConversationStore::changed, this, &ConversationList::reload);
    const auto takeZone = [this, &workspace] { m_model->setZone(profile::zoneOf(workspace.settings())); };
    connect(&workspace, &profile::Workspace::settingsChanged, this, takeZone);
    takeZone();
}

QBoxLayout *ConversationList::makeTop()
{
    m_search->setPlaceholderText(tr("Find in conversations"));
    m_search->setAccessibleName(tr("Find in conversations"));
    m_search->setClearButtonEnabled(true);
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(SearchDelay);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchSoon.start(); });
    connect(&m_searchSoon, &QTimer::timeout, this, &ConversationList::reload);
    QToolButton *add = makeIconButton(u"plus"_s, tr("New conversation"), this, QKeySequence::New);
    connect(add, &QToolButton::clicked, this, &ConversationList::newRequested);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(size::CellPadding, 7, 8, 7);
    top->addWidget(m_search, 1);
    top->addWidget(add);
    return top;
}

void ConversationList::setupKeys()
{
    const auto onKey = [this](const QString &text, const QKeySequence &key, auto slot) {
        auto *action = new QAction(text, m_view);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
        connect(action, &QAction::triggered, this, slot);
    };
    onKey(tr("Delete"), QKeySequence::Delete, &ConversationList::removeCurrent);
    onKey(tr("Rename"), Qt::Key_F2, &ConversationList::renameCurrent);
}

void ConversationList::setCurrent(const QString &id)
{
    if (id == m_current)
        return; // the cursor may be elsewhere, by arrow keys
    m_current = id;
    m_view->setCurrentIndex(m_model->indexOf(id)); // none for a new one
    m_awaited = !m_view->currentIndex().isValid();
}

void ConversationList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ConversationList::reload()
{
    m_searchSoon.stop();
    m_store.list(m_search->text());
}

void ConversationList::keep(const profile::ConversationSummary &summary)
{
    const auto row = std::ranges::find(std::as_const(m_all), summary.id, &profile::ConversationSummary::id);
    profile::ConversationSummary kept = summary;
    if (row != m_all.cend()) {
        kept.snippet = row->snippet;
        m_all.erase(row);
    } else if (!m_listedSearch.isEmpty()) {
        return; // whether it has the words, the next search says
    }
    m_all.prepend(kept);
    present();
}

void ConversationList::take(const QString &search, const QList<profile::ConversationSummary> &conversations)
{
    if (search != m_search->text())
        return; // an answer to what was typed before
    m_all = conversations;
    m_listedSearch = search;
    present();
}

void ConversationList::present()
{
    if (m_view->isEditing())
        return; // the name that is typed would be gone
    if (m_listedSearch == m_shownSearch) {
        m_model->present(m_all);
    } else {
        const QString cursor = m_view->currentIndex().data(ConversationModel::IdRole).toString();
        m_shownSearch = m_listedSearch;
        m_model->replace(m_all);
        const QModelIndex same = m_model->indexOf(cursor);
        m_view->setCurrentIndex(same.isValid() ? same : m_model->indexOf(m_current));
    }
    if (m_awaited && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->indexOf(m_current));
    m_awaited = m_awaited && !m_view->currentIndex().isValid();
    m_nothing->setText(m_listedSearch.isEmpty() ? tr("Conversations are kept here once you sent something.")
                                                : tr("No conversation has all of these words."));
    m_nothing->setVisible(m_all.isEmpty());
    if (!m_all.isEmpty())
        emit filled();
}

void ConversationList::openMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.flags().testFlag(Qt::ItemIsEditable)) {
        connect(menu->addAction(tr("Rename") + u"\tF2"_s), &QAction::triggered, this,
                [this, index = QPersistentModelIndex(index)] { m_view->edit(index); });
    }
    connect(menu->addAction(tr("Delete") + u"\tDel"_s), &QAction::triggered, this,
            [this, id = index.data(ConversationModel::IdRole).toString()] { emit removeRequested(id); });
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void ConversationList::removeCurrent()
{
    const QString id = m_view->currentIndex().data(ConversationModel::IdRole).toString();
    if (!id.isEmpty())
        emit removeRequested(id);
}

void ConversationList::renameCurrent()
{
    if (m_view->currentIndex().isValid())
        m_view->edit(m_view->currentIndex());
}

} // namespace sb::ui
