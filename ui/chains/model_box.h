#pragma once

#include "core/profile/workspace.h"

#include <QComboBox>

namespace sb::ui {

/// The field for the model of a step: typed, completed while typing, or chosen from the list that its arrow opens.
class ModelBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ModelBox(profile::Workspace &workspace, QWidget *parent = nullptr);
    void showPopup() override; ///< the list that can be searched, not all models under each other → textActivated()

private:
    profile::Workspace &m_workspace;
};

} // namespace sb::ui
