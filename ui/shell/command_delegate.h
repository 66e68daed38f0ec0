#pragma once

#include <QStyledItemDelegate>

namespace sb::ui {

enum CommandRole
{
    CommandIndexRole = Qt::UserRole + 1, ///< int into the palette's entries
    CommandGroupRole, ///< QString, set where a group begins
    CommandKeyRole, ///< QString
    CommandMatchRole, ///< QVariantList of positions, underlined
};

/// Draws one line of the palette: group caption, text with the matched letters underlined, key at the right.
class CommandDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace sb::ui
