#pragma once

#include "ui/common/painting.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace sb::ui {

class Label;

/// A state that lasts, under the page header: signal, one sentence with cause and effect, one action, a cross.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr); ///< hidden until set
    void set(Signal signal, const QString &sentence, const QString &action = {});
    void setClosable(bool closable); ///< without a cross it stays until clear()
    void clear();

signals:
    void actionTriggered();
    void dismissed(); ///< by its cross

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Signal m_signal = Signal::Off;
    Label *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace sb::ui
