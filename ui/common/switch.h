#pragma once

#include <QAbstractButton>

namespace sb::ui {

class Slide;

/// For what acts at once; forms use checks.
class Switch final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Switch(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    Slide *m_knob; ///< 0 off, 1 on
};

} // namespace sb::ui
