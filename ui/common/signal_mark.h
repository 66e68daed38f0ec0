#pragma once

#include "ui/common/painting.h"

#include <QWidget>

namespace sb::ui {

/// A signal with its word beside it, never alone.
class SignalMark final : public QWidget
{
    Q_OBJECT
public:
    SignalMark(Signal signal, const QString &text, QWidget *parent = nullptr);
    void set(Signal signal, const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Signal m_signal;
    QString m_text;
};

} // namespace sb::ui
