#pragma once

#include "core/budget/budget.h"

#include <QAbstractButton>

#include <optional>

namespace sb::ui {

/// The foot of the rail: what was spent today, the limit, a bar with a tick at the warning share; of the month instead,
/// where its limit is nearer. Opens the dashboard.
class SpentToday final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SpentToday(QWidget *parent = nullptr);
    void setCompact(bool compact);
    void set(const budget::Spent &today, const budget::Spent &month, const budget::Limits &limits);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRectF &trough) const;

    budget::Spent m_spent;
    std::optional<budget::Limit> m_limit;
    bool m_compact = false;
};

} // namespace sb::ui
