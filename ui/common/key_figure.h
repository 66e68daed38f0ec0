#pragma once

#include <QAbstractButton>
#include <QList>

#include <optional>

namespace sb::ui {

/// 92 high: caption with the unit, display number, change against a comparison, sparkline. The whole cell is a button.
class KeyFigure final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Better
    {
        Neither,
        Down
    };
    explicit KeyFigure(const QString &caption, QWidget *parent = nullptr);
    void setValue(const QString &value, const QString &unit = {});
    /// @param text such as "12%"; direction > 0 is an upward arrow
    void setChange(const QString &text, int direction, Better better);
    void setSparkline(const QList<double> &values);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont valueFont(double room) const;

    QString m_value, m_unit, m_change;
    int m_direction = 0;
    Better m_better = Better::Neither;
    QList<double> m_values;
};

} // namespace sb::ui
