#pragma once

#include <QAbstractButton>

namespace sb::ui {

/// For what acts at once; forms use checks.
class Switch final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Switch(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sb::ui
