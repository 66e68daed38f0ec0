// The second half of ModelList: what keys, titles and menus do.
#include "ui/models/model_list.h"

#include "ui/common/chip.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/models/catalog_table.h"
#include "ui/models/model_board.h"

#include <QMenu>

namespace sb::ui {

void ModelList::clearFilter()
{
    m_board.setFilter({});
    focusTable();
}

void ModelList::sortBy(ModelOrder order)
{
    ModelSort sort{.order = order, .descending = beginsDescending(order)};
    if (m_board.sort().order == order)
        sort.descending = !m_board.sort().descending;
    m_board.setSort(sort);
    presentSort(); // also where it was so already: the header moves its arrow by itself
}

void ModelList::openOrderMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, ModelOrder order) {
        QAction *action = menu->addAction(text, this, [this, order] { sortBy(order); });
        action->setCheckable(true);
        action->setChecked(m_board.sort().order == order);
    };
    add(tr("Mine: favorites, then the newest"), ModelOrder::Mine);
    for (int column = 0; column < CatalogTable::ColumnCount; ++column) {
        if (const std::optional<ModelOrder> order = orderOf(column))
            add(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), *order);
    }
    menu->popup(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void ModelList::openRowMenu(const QPoint &at)
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    const QRect row = m_table->visualRect(m_table->currentIndex());
    const bool byMouse = at.y() >= row.top() && at.y() <= row.bottom();
    const QPoint global =
        m_table->viewport()->mapToGlobal(byMouse ? at : QPoint(row.left() + size::PageMargin, row.bottom()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Details"), this, [this, id] { emit opened(id); });
    menu->addAction(tr("Use in playground"), this, [this, id] { emit playgroundWanted(id); });
    menu->addAction(tr("Add to chain…"), this, [this, id, global] { emit chainMenuWanted(id, global); });
    menu->addSeparator();
    const bool isFavorite = m_board.favorites().contains(id);
    menu->addAction(isFavorite ? tr("No favorite any more") : tr("Favorite"), this, [this] { toggleFavorite(); });
    if (isFavorite) {
        menu->addAction(tr("Move up"), this, [this] { moveFavorite(-1); });
        menu->addAction(tr("Move down"), this, [this] { moveFavorite(1); });
    }
    menu->addAction(m_board.compared().contains(id) ? tr("Do not compare") : tr("Compare"), this,
                    [this] { toggleCompared(); });
    menu->popup(global);
}

void ModelList::toggleFavorite()
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    const bool wasFavorite = m_board.favorites().contains(id);
    m_board.toggleFavorite(id);
    if (wasFavorite)
        emit notice(tr("%1 is no favorite any more").arg(id), [this, id] { m_board.toggleFavorite(id); });
}

void ModelList::toggleCompared()
{
    const QString id = currentId();
    if (!id.isEmpty() && !m_board.toggleCompared(id))
        emit notice(tr("At most %1 models are compared at once").arg(ModelBoard::MostCompared), {});
}

void ModelList::moveFavorite(int by)
{
    if (const QString id = currentId(); m_board.moveFavorite(id, by))
        select(id);
}

} // namespace sb::ui
