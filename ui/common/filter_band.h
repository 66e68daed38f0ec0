#pragma once

#include <QWidget>

class QHBoxLayout;

namespace sb::ui {

/// 44 high band for filters below the header.
class FilterBand final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBand(QWidget *parent = nullptr);
    void addControl(QWidget *control); ///< from the left
    void addAtEnd(QWidget *control);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
    int m_count = 0;
};

} // namespace sb::ui
