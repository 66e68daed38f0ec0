#include "ui/playground/conversation_list.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

enum Role
{
    IdRole = Qt::UserRole + 1,
    SecondRole,
    DamagedRole
};

class Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRectF rect(option.rect);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(rect, tokens.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(rect, tokens.hover);
        if (selected)
            painter->fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
        const QRectF line = rect.adjusted(size::PaneMargin, 6, -size::CellPadding, 0);
        painter->setFont(fontFor(TextRole::Body, selected ? QFont::DemiBold : QFont::Normal));
        painter->setPen(index.data(DamagedRole).toBool() ? tokens.text3 : tokens.text);
        painter->drawText(
            QRectF(line.left(), line.top(), line.width(), 18), Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(line.width())));
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(tokens.text3);
        painter->drawText(
            QRectF(line.left(), line.top() + 19, line.width(), 16), Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data(SecondRole).toString(), Qt::ElideRight, int(line.width())));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, 46}; }
};

QString secondLine(const profile::ConversationSummary &summary)
{
    if (!summary.problem.isEmpty())
        return ConversationList::tr("This file cannot be used. Open it to see what to do.");
    if (!summary.snippet.isEmpty())
        return summary.snippet;
    const QDateTime changed = QDateTime::fromMSecsSinceEpoch(toMilliseconds(summary.changedAt));
    return QLocale().toString(changed, QLocale::ShortFormat);
}

void presentRow(QStandardItem &item, const profile::ConversationSummary &summary)
{
    item.setText(summary.title);
    item.setData(secondLine(summary), SecondRole);
    item.setData(!summary.problem.isEmpty(), DamagedRole);
    item.setToolTip(summary.problem);
    item.setAccessibleDescription(summary.problem);
    item.setEditable(summary.problem.isEmpty()); // the name of a damaged one is the file's
}

} // namespace

ConversationList::ConversationList(profile::ConversationStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_search(new QLineEdit(this))
    , m_nothing(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_search->setPlaceholderText(tr("Find in conversations"));
    m_search->setClearButtonEnabled(true);
    QToolButton *add = makeIconButton(u"plus"_s, tr("New conversation"), this, QKeySequence::New);
    m_list->setProperty("bare", true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Conversations"));

    auto *top = new QHBoxLayout;
    top->setContentsMargins(size::CellPadding, 7, 8, 7);
    top->addWidget(m_search, 1);
    top->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    m_nothing->hide();
    layout->addLayout(top);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);

    auto *remove = new QAction(tr("Delete"), m_list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(remove);
    connect(remove, &QAction::triggered, this, &ConversationList::removeCurrent);
    auto *rename = new QAction(tr("Rename"), m_list);
    rename->setShortcut(Qt::Key_F2);
    rename->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(rename);
    connect(rename, &QAction::triggered, this, &ConversationList::renameCurrent);
    connect(add, &QToolButton::clicked, this, &ConversationList::newRequested);
    connect(m_search, &QLineEdit::textChanged, this, &ConversationList::reload);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit chosen(index.data(IdRole).toString()); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit chosen(index.data(IdRole).toString()); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &ConversationList::openMenu);
    connect(&m_store, &profile::ConversationStore::listed, this, &ConversationList::present);
    connect(&m_store, &profile::ConversationStore::changed, this, &ConversationList::reload);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this](QStandardItem *item) {
        if (!m_presenting)
            emit renameRequested(item->data(IdRole).toString(), item->text());
    });
}

void ConversationList::setCurrent(const QString &id)
{
    m_current = id;
    m_list->setCurrentIndex(m_model->index(int(m_ids.indexOf(id)), 0)); // none for a new one
}

void ConversationList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ConversationList::reload()
{
    m_store.list(m_search->text());
}

void ConversationList::present(const QString &search, const QList<profile::ConversationSummary> &conversations)
{
    if (search != m_search->text())
        return; // an answer to what was typed before
    QStringList ids;
    for (const profile::ConversationSummary &summary : conversations)
        ids.append(summary.id);
    m_presenting = true;
    if (ids != m_ids) { // else a click that has begun would be lost
        m_ids = ids;
        m_model->clear();
        for (const QString &id : ids) {
            auto *item = new QStandardItem;
            item->setData(id, IdRole);
            m_model->appendRow(item);
        }
    }
    for (int row = 0; row < m_model->rowCount(); ++row)
        presentRow(*m_model->item(row), conversations[row]);
    m_presenting = false;
    setCurrent(m_current);
    m_nothing->setText(search.isEmpty() ? tr("Conversations are kept here once you sent something.")
                                        : tr("No conversation has all of these words."));
    m_nothing->setVisible(conversations.isEmpty());
    if (!conversations.isEmpty())
        emit filled();
}

void ConversationList::openMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.flags().testFlag(Qt::ItemIsEditable)) {
        connect(menu->addAction(tr("Rename") + u"\tF2"_s), &QAction::triggered, this,
                [this, index = QPersistentModelIndex(index)] { m_list->edit(index); });
    }
    connect(menu->addAction(tr("Delete") + u"\tDel"_s), &QAction::triggered, this,
            [this, id = index.data(IdRole).toString()] { emit removeRequested(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ConversationList::removeCurrent()
{
    const QString id = m_list->currentIndex().data(IdRole).toString();
    if (!id.isEmpty())
        emit removeRequested(id);
}

void ConversationList::renameCurrent()
{
    if (m_list->currentIndex().isValid())
        m_list->edit(m_list->currentIndex());
}

} // namespace sb::ui
