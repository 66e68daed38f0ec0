#pragma once

#include "ui/common/painting.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace sb::ui {

class Label;
class SignalMark;

/// What a list shows instead of rows: empty, loading or failed; signal, title, reason with facts, one action.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void set(Signal signal, const QString &title, const QString &reason, const QString &action = {});

signals:
    void actionTriggered();

private:
    SignalMark *m_signal;
    Label *m_title;
    Label *m_reason;
    QPushButton *m_action;
    QVBoxLayout *m_texts;
};

} // namespace sb::ui
