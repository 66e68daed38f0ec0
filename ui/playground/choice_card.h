#pragma once

#include <QAbstractButton>

namespace sb::ui {

/// One way to begin: icon, title, a reason with facts, what happens on a click.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceCard(const QString &iconName, const QString &title, const QString &reason, const QString &action,
               QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QString m_reason;
    QString m_action;
};

} // namespace sb::ui
