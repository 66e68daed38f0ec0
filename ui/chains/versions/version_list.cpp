#include "ui/chains/versions/version_list.h"

#include "ui/common/format.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int VersionHeight = 50;
constexpr int NumberRoleOfVersion = Qt::UserRole + 1;
constexpr int StateRole = Qt::UserRole + 2;
constexpr int NoteRole = Qt::UserRole + 3;
constexpr int TimeRole = Qt::UserRole + 4;

class VersionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRect rect = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(rect, tokens.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(rect, tokens.sunken);
        if (selected)
            painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
        const QRect text = rect.adjusted(size::PaneMargin, 6, -12, 0);
        painter->setFont(fontFor(TextRole::Body, selected ? QFont::DemiBold : QFont::Medium));
        painter->setPen(tokens.text);
        painter->drawText(QRect(text.left(), text.top(), text.width(), 18), Qt::AlignVCenter, index.data().toString());
        painter->setFont(fontFor(TextRole::Small, QFont::Medium));
        painter->setPen(tokens.accent);
        painter->drawText(QRect(text.left(), text.top(), text.width(), 18), Qt::AlignVCenter | Qt::AlignRight,
                          index.data(StateRole).toString());
        painter->setFont(fontFor(TextRole::Small));
        painter->setPen(tokens.text3);
        const QString time = index.data(TimeRole).toString();
        const int timeWidth = painter->fontMetrics().horizontalAdvance(time) + 8;
        const QRect second(text.left(), text.top() + 19, text.width(), 16);
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignRight, time);
        painter->drawText(second, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(NoteRole).toString(), Qt::ElideRight,
                                                            second.width() - timeWidth));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {size::ChainList, VersionHeight};
    }
};

} // namespace

VersionList::VersionList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new VersionDelegate(this));
    setObjectName(u"versions"_s);
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Versions"));
}

void VersionList::setVersions(const QList<VersionRow> &rows, const QTimeZone &zone, WallTime now)
{
    const int before = current();
    {
        const QScopedValueRollback filling(m_filling, true);
        m_model->clear();
        for (const VersionRow &row : rows) {
            const QString title = versionTitle(row.number);
            const QString note = row.number == 0 ? tr("not published yet")
                : row.note.isEmpty()             ? tr("no note")
                                                 : row.note;
            const QString time = row.at ? formatWhen(*row.at, zone, now) : QString();
            auto *item = new QStandardItem(title); // the model takes ownership
            item->setData(row.number, NumberRoleOfVersion);
            item->setData(versionState(row), StateRole);
            item->setData(note, NoteRole);
            item->setData(time, TimeRole);
            item->setToolTip(note);
            QStringList said{title, versionState(row), note, time};
            said.removeAll(QString());
            item->setData(said.join(u", "_s), Qt::AccessibleTextRole);
            m_model->appendRow(item);
        }
        setCurrent(before);
    }
    emit chosen(current());
}

int VersionList::current() const
{
    return currentIndex().isValid() ? currentIndex().data(NumberRoleOfVersion).toInt() : -1;
}

void VersionList::setCurrent(int number)
{
    int found = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(NumberRoleOfVersion).toInt() == number)
            found = row;
    }
    setCurrentIndex(m_model->index(found, 0));
}

void VersionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_filling && current.isValid())
        emit chosen(current.data(NumberRoleOfVersion).toInt());
}

} // namespace sb::ui
