#pragma once

#include "core/profile/workspace.h"

#include <QToolButton>

namespace sb::ui {

/// Shows what a pane asks, a model or a chain, and opens the list to choose another.
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
    void openChooser();

    profile::Workspace &m_workspace;
    QString m_target;
};

} // namespace sb::ui
