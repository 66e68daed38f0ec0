#include "ui/chains/model_box.h"

#include "ui/common/target_chooser.h"

#include <QLineEdit>

namespace sb::ui {

ModelBox::ModelBox(profile::Workspace &workspace, QWidget *parent)
    : QComboBox(parent)
    , m_workspace(workspace)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    lineEdit()->setTextMargins(4, 0, 0, 0); // where the text of other fields begins
}

void ModelBox::showPopup()
{
    auto *chooser = new TargetChooser(modelChoices(m_workspace), currentText(), this);
    connect(chooser, &TargetChooser::chosen, this, [this](const QString &model) {
        setCurrentText(model);
        emit textActivated(model);
    });
    chooser->openBelow(*this);
}

} // namespace sb::ui
