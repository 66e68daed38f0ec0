#pragma once

#include "ui/common/painting.h"

#include <QAbstractButton>

#include <optional>

namespace sb::ui {

/// One section in the navigation rail: icon, name, and a signal when there is something to say. A list item for
/// assistive programs.
class RailItem final : public QAbstractButton
{
    Q_OBJECT
public:
    RailItem(const QString &iconName, const QString &title, QWidget *parent = nullptr);
    void setCompact(bool compact);
    /// @param reason is part of the accessible name: "Providers, caution: OpenAI refused its key"; and in the tool tip
    void setSignal(std::optional<Signal> signal, const QString &reason = {});
    void setCurrent(bool current); ///< the section that is shown
    void setKey(const QKeySequence &key);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateToolTip();
    QString m_iconName;
    QString m_reason;
    std::optional<Signal> m_signal;
    bool m_compact = false;
};

} // namespace sb::ui
