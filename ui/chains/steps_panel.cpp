#include "ui/chains/steps_panel.h"

#include "ui/chains/step_list.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

StepsPanel::StepsPanel(ChainDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_list(new StepList(document, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFixedWidth(size::ChainList);
    QToolButton *add = makeIconButton(u"plus"_s, tr("Add a step"), this, Qt::Key_Insert);
    add->setObjectName(u"addStep"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PaneMargin, 7, 8, 7);
    head->addWidget(new Label(tr("Steps"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, this));
    head->addStretch(1);
    head->addWidget(add);
    auto *foot =
        new Label(tr("Alt+Up and Alt+Down move a step"), TextRole::Caption, Label::Tone::Text3, QFont::Normal, this);
    foot->setWordWrap(true);
    foot->setContentsMargins(size::PaneMargin, 6, 8, 10);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    layout->addWidget(foot);
    connect(add, &QToolButton::clicked, this, &StepsPanel::addWanted);
}

} // namespace sb::ui
