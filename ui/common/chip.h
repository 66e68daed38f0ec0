#pragma once

#include "ui/common/painting.h"

#include <QAbstractButton>

#include <optional>

namespace sb::ui {

/// A filter: key, value, and a chevron or (when set) a cross. Space or Enter opens, Delete clears. A checkable one is a
/// toggle: its value alone, on or off.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(const QString &key, const QString &value, QWidget *parent = nullptr);
    void setValue(const QString &value);
    void setSet(bool isSet); ///< accent, with a cross
    void setSignal(std::optional<Signal> signal);
    [[nodiscard]] bool isSet() const { return m_set; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void opened(); ///< a menu is wanted
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString m_key;
    QString m_value;
    std::optional<Signal> m_signal;
    bool m_set = false;
};

} // namespace sb::ui
