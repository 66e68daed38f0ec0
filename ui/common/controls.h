#pragma once

#include <QPushButton>
#include <QToolButton>

namespace sb::ui {

/// A push button of one of the four kinds. Main has white text on the accent; at most one a page header.
[[nodiscard]] QPushButton *makeButton(const QString &text, QWidget *parent, const QString &iconName = {});
[[nodiscard]] QPushButton *makeMainButton(const QString &text, QWidget *parent, const QString &iconName = {});
[[nodiscard]] QPushButton *makeQuietButton(const QString &text, QWidget *parent);
[[nodiscard]] QPushButton *makeDestructiveButton(const QString &text, QWidget *parent);
/// 30 × 30; the tool tip is the text with the key in brackets, and the accessible name.
[[nodiscard]] QToolButton *makeIconButton(const QString &iconName, const QString &text, QWidget *parent,
                                          const QKeySequence &key = {});
/// For the destructor of a widget that acts when a field in it loses the focus: once it is half gone, it must not.
void takeFocusFrom(const QWidget &widget);
/// A new text, and the key stays: setText() alone takes the key away.
void setButtonText(QAbstractButton &button, const QString &text);

} // namespace sb::ui
