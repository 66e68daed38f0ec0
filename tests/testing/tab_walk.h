#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QStringList>
#include <QTest>

namespace sb::testing {

/// What Tab reaches, by the names that assistive programs read, from this widget on until it comes round. Its window is
/// active.
[[nodiscard]] inline QStringList tabWalk(QWidget &first)
{
    constexpr int Most = 80;
    QStringList names;
    first.setFocus(Qt::TabFocusReason);
    QWidget *const start = QApplication::focusWidget();
    for (QWidget *now = start; now && names.size() < Most;) {
        const auto *button = qobject_cast<QAbstractButton *>(now);
        names.append(button && now->accessibleName().isEmpty() ? button->text() : now->accessibleName());
        QTest::keyClick(now, Qt::Key_Tab);
        now = QApplication::focusWidget();
        if (now == start)
            break;
    }
    return names;
}

} // namespace sb::testing
