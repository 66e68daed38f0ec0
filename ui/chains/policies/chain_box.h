#pragma once

#include "core/profile/workspace.h"

#include <QComboBox>

namespace sb::ui {

/// The chain by which requests go: one of the profile, or none, so that they go as they ask. One that is not there any
/// more is kept and named.
class ChainBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ChainBox(profile::Workspace &workspace, QWidget *parent = nullptr);
    void present(const QString &chain);

signals:
    void chainChosen(const QString &chain);

private:
    profile::Workspace &m_workspace;
};

} // namespace sb::ui
