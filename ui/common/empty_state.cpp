#include "ui/common/empty_state.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/type.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sb::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_signal(new SignalMark(Signal::Off, {}, this))
    , m_title(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_reason(new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, this))
    , m_action(makeQuietButton({}, this))
    , m_texts(new QVBoxLayout)
{
    m_reason->setWordWrap(true);
    m_reason->setMaximumWidth(420);
    m_reason->setMinimumWidth(260);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_signal);
    head->addWidget(m_title);
    head->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    m_texts->setSpacing(6);
    m_texts->addLayout(head);
    m_texts->addWidget(m_reason);
    column->addLayout(m_texts);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::set(Signal signal, const QString &title, const QString &reason, const QString &action)
{
    m_signal->set(signal, {});
    m_signal->setAccessibleName(title);
    m_title->setText(title);
    m_reason->setText(reason);
    setAccessibleName(title);
    setAccessibleDescription(reason);
    m_action->setText(action);
    // Without an action it holds the focus itself, else that would go somewhere else on the page.
    const bool hadFocus = m_action->hasFocus() || hasFocus();
    setFocusProxy(action.isEmpty() ? nullptr : m_action);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    m_action->setVisible(!action.isEmpty());
    // A quiet button has no box: the other texts begin where its text does.
    const int inset =
        action.isEmpty() ? 0 : (m_action->sizeHint().width() - m_action->fontMetrics().horizontalAdvance(action)) / 2;
    m_texts->setContentsMargins(inset, 0, 0, 0);
}

} // namespace sb::ui
