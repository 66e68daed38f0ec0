#pragma once

#include <QStyledItemDelegate>

namespace sb::ui {

enum ChoiceRole
{
    ChoiceIndexRole = Qt::UserRole + 1, ///< int into what the list was made from
    ChoiceGroupRole, ///< QString, set where a group begins
    ChoiceKeyRole, ///< QString, at the right: a key, a price
    ChoiceMatchRole, ///< QVariantList of positions, underlined
    ChoiceDetailRole, ///< QString, a second line
};

/// Draws one line of a list that is narrowed by typing: group caption, text with the matched letters underlined, key or
/// price at the right, a second line where there is one.
class ChoiceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace sb::ui
