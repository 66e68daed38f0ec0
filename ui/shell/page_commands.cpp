#include "ui/shell/page_commands.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>

namespace sb::ui {

namespace {

void addButton(QList<Command> &commands, const QAbstractButton &button, const QString &group)
{
    // Without a key it is a control of something near to it, and its name says nothing away from there.
    if (button.shortcut().isEmpty() || !button.isEnabled())
        return;
    commands.append({.group = group,
                     .text = button.text().isEmpty() ? button.accessibleName() : button.text(),
                     .key = button.shortcut().toString(QKeySequence::NativeText),
                     .run = [target = QPointer(const_cast<QAbstractButton *>(&button))] {
                         if (target)
                             target->click();
                     }});
}

void addAction(QList<Command> &commands, QAction &action, const QString &group)
{
    if (action.isSeparator() || action.text().isEmpty() || !action.isEnabled())
        return;
    commands.append({.group = group,
                     .text = action.text(),
                     .key = action.shortcut().toString(QKeySequence::NativeText),
                     .run = [target = QPointer(&action)] {
                         if (target)
                             target->trigger();
                     }});
}

} // namespace

QList<Command> commandsOf(const QWidget &page, const QString &group)
{
    QList<Command> commands;
    for (QAction *action : page.actions())
        addAction(commands, *action, group);
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisible() || qobject_cast<QMenu *>(widget))
            continue;
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            addButton(commands, *button, group);
        for (QAction *action : widget->actions())
            addAction(commands, *action, group);
    }
    return commands;
}

} // namespace sb::ui
