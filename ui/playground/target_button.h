#pragma once

#include "core/profile/workspace.h"

#include <QToolButton>

namespace sb::ui {

/// Chooses what a pane asks: a model, or a chain. Its menu lists chains first, then the models that can be reached,
/// each with what speaks for or against it.
class TargetButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit TargetButton(profile::Workspace &workspace, QWidget *parent = nullptr);
    void setTarget(const QString &target);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openMenu();

    profile::Workspace &m_workspace;
    QString m_target;
};

} // namespace sb::ui
