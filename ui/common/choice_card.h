#pragma once

#include <QAbstractButton>

namespace sb::ui {

/// One way to go on: icon, title, a reason with facts, what happens on a click. As high as the reason needs.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceCard(const QString &iconName, const QString &title, const QString &reason, const QString &action,
               QWidget *parent = nullptr);
    void setCompact(bool compact); ///< one of many: lower, and no line more than needed
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double textWidth(int width) const;
    [[nodiscard]] double reasonHeight(int width) const;

    QString m_iconName;
    QString m_reason;
    QString m_action;
    bool m_compact = false;
};

} // namespace sb::ui
