#include "ui/chains/policies/chain_box.h"

#include "ui/chains/inspector_form.h"

#include <QSignalBlocker>

namespace sb::ui {

ChainBox::ChainBox(profile::Workspace &workspace, QWidget *parent)
    : QComboBox(parent)
    , m_workspace(workspace)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    keepFromWheel(*this);
    connect(this, &QComboBox::activated, this, [this] { emit chainChosen(currentData().toString()); });
}

void ChainBox::present(const QString &chain)
{
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("as the request asks"), QString());
    for (const routing::Chain &each : m_workspace.chains())
        addItem(each.name, each.name);
    if (findData(chain) < 0)
        addItem(tr("%1 (not there)").arg(chain), chain);
    setCurrentIndex(findData(chain));
    setToolTip(currentText());
}

} // namespace sb::ui
