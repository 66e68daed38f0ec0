#include "ui/chains/versions/change_list.h"

#include "ui/chains/versions/version_rows.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ChangeMarkWidth = 24;
constexpr int ChangePadding = 7;
constexpr int KindRole = Qt::UserRole + 1; ///< int(routing::ChangeKind)

using routing::ChangeKind;

QString markOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return u"+"_s;
    case ChangeKind::Removed:
        return u"−"_s;
    case ChangeKind::Changed:
        return u"~"_s;
    case ChangeKind::Moved:
        return u"↕"_s;
    }
    return {};
}

QRect sentenceRect(const QRect &row)
{
    return row.adjusted(size::PageMargin + ChangeMarkWidth, ChangePadding, -size::PageMargin, -ChangePadding);
}

class ChangeDelegate final : public QStyledItemDelegate
{
public:
    explicit ChangeDelegate(QListView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const auto kind = ChangeKind(index.data(KindRole).toInt());
        painter->save();
        if (option.state & QStyle::State_Selected && m_view->hasFocus())
            painter->fillRect(option.rect, tokens.accentSoft);
        const QRect text = sentenceRect(option.rect);
        painter->setFont(fontFor(TextRole::Body, QFont::DemiBold));
        painter->setPen(kind == ChangeKind::Added         ? tokens.ok
                            : kind == ChangeKind::Removed ? tokens.danger
                                                          : tokens.text2);
        painter->drawText(QRect(size::PageMargin, text.top(), ChangeMarkWidth, text.height()),
                          Qt::AlignTop | Qt::AlignLeft, markOf(kind));
        painter->setFont(fontFor(TextRole::Body));
        painter->setPen(tokens.text);
        painter->drawText(text, Qt::TextWordWrap, index.data().toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int width = m_view->viewport()->width();
        const int room = qMax(80, sentenceRect(QRect(0, 0, width, 100)).width());
        const QFontMetrics metrics(fontFor(TextRole::Body));
        const QRect bounds = metrics.boundingRect(QRect(0, 0, room, 4000), Qt::TextWordWrap, index.data().toString());
        return {width, bounds.height() + 2 * ChangePadding};
    }

private:
    QListView *m_view;
};

} // namespace

ChangeList::ChangeList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new ChangeDelegate(this));
    setObjectName(u"changes"_s);
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Differences"));
}

void ChangeList::setChanges(const QList<routing::Change> &changes)
{
    m_model->clear();
    for (const routing::Change &change : changes) {
        auto *item = new QStandardItem(change.sentence); // the model takes ownership
        item->setData(int(change.kind), KindRole);
        item->setData(u"%1: %2"_s.arg(changeKindText(change.kind), change.sentence), Qt::AccessibleTextRole);
        item->setToolTip(change.path);
        m_model->appendRow(item);
    }
}

void ChangeList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace sb::ui
