#pragma once

#include "ui/requests/waterfall_layout.h"

#include <QWidget>

namespace sb::ui {

/// The attempts of a request as bars on one time scale; Left and Right move between them.
class WaterfallView final : public QWidget
{
    Q_OBJECT
public:
    explicit WaterfallView(QWidget *parent = nullptr);
    void present(const WaterfallLayout &layout);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintRow(QPainter &painter, qsizetype index) const;
    [[nodiscard]] double x(double milliseconds) const;
    void setCurrent(qsizetype index);

    WaterfallLayout m_layout;
    qsizetype m_current = 0;
    double m_labelRoom = 0; ///< right of the longest bar
};

} // namespace sb::ui
