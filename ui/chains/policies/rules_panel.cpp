#include "ui/chains/policies/rules_panel.h"

#include "ui/chains/policies/rule_list.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int RulesWidth = 264;
} // namespace

RulesPanel::RulesPanel(PolicyDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_list(new RuleList(document, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFixedWidth(RulesWidth);
    QToolButton *add = makeIconButton(u"plus"_s, tr("Add a rule"), this, Qt::Key_Insert);
    add->setObjectName(u"addRule"_s);
    setTabOrder(add, m_list);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PaneMargin, 7, 8, 7);
    head->addWidget(new Label(tr("Rules"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, this));
    head->addStretch(1);
    head->addWidget(add);
    auto *foot = new Label(tr("Alt+Up and Alt+Down move a rule, Space switches it on and off"), TextRole::Caption,
                           Label::Tone::Text3, QFont::Normal, this);
    foot->setWordWrap(true);
    foot->setContentsMargins(size::PaneMargin, 6, 8, 10);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_list, 1);
    layout->addWidget(foot);
    connect(add, &QToolButton::clicked, m_list, &RuleList::addRule);
}

} // namespace sb::ui
