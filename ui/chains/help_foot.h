#pragma once

#include <QWidget>

namespace sb::ui {

class Label;

/// What the field with the focus is for, at the foot of an inspector: a tool tip is not to be had by the keyboard.
class HelpFoot final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpFoot(QWidget *inspector); ///< of whose fields it speaks

private:
    void present(const QWidget *focused);
    QWidget *m_inspector;
    Label *m_help;
};

} // namespace sb::ui
