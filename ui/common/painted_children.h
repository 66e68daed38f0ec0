#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace sb::ui {

/// For a screen reader: one thing that a widget paints and that has no QObject of its own. It can be pressed.
class PaintedChild : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }
};

/// The widget that paints them, which asks for each by its index.
class PaintedGroup : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    ~PaintedGroup() override;
    Q_DISABLE_COPY_MOVE(PaintedGroup)

    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

protected:
    [[nodiscard]] virtual QAccessibleInterface *makeChild(int index) const = 0; ///< belongs to Qt's cache from then on
    [[nodiscard]] virtual int current() const = 0; ///< the one that has the focus when the widget has it

private:
    mutable QHash<int, QAccessible::Id> m_children;
};

} // namespace sb::ui
