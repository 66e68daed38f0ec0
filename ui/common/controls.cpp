#include "ui/common/controls.h"

#include "ui/common/icon.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace sb::ui {

QPushButton *makeButton(const QString &text, QWidget *parent, const QString &iconName)
{
    auto *button = new QPushButton(text, parent);
    button->setFont(fontFor(TextRole::Body, QFont::Medium));
    button->setAutoDefault(false);
    if (!iconName.isEmpty()) {
        button->setIcon(icon(iconName));
        button->setProperty("iconName", iconName);
    }
    return button;
}

QPushButton *makeMainButton(const QString &text, QWidget *parent, const QString &iconName)
{
    QPushButton *button = makeButton(text, parent, iconName);
    button->setProperty("main", true);
    button->setFont(fontFor(TextRole::Body, QFont::DemiBold));
    return button;
}

QPushButton *makeQuietButton(const QString &text, QWidget *parent)
{
    QPushButton *button = makeButton(text, parent);
    button->setFlat(true);
    return button;
}

QPushButton *makeDestructiveButton(const QString &text, QWidget *parent)
{
    QPushButton *button = makeQuietButton(text, parent);
    button->setProperty("danger", true);
    return button;
}

QToolButton *makeIconButton(const QString &iconName, const QString &text, QWidget *parent, const QKeySequence &key)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(18, 18));
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    if (!key.isEmpty())
        button->setShortcut(key);
    return button;
}

void takeFocusFrom(const QWidget &widget)
{
    if (QWidget *field = QApplication::focusWidget(); field && widget.isAncestorOf(field))
        field->clearFocus();
}

void setButtonText(QAbstractButton &button, const QString &text)
{
    const QKeySequence key = button.shortcut();
    button.setText(text);
    button.setShortcut(key);
}

} // namespace sb::ui
