#include "ui/playground/playground_header.h"

#include "ui/common/chip.h"
#include "ui/common/controls.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

PlaygroundHeader::PlaygroundHeader(QWidget *parent)
    : QWidget(parent)
    , m_bar(new PageHeader(tr("Playground"), this))
    , m_switch(new SegmentedControl({tr("Columns"), tr("Table"), tr("Diff")}, 0, this))
    , m_together(new Chip({}, tr("Scroll together"), this))
    , m_add(makeIconButton(u"plus"_s, tr("Add a pane"), this, QKeySequence(Qt::CTRL | Qt::Key_Backslash)))
    , m_export(makeIconButton(u"export"_s, tr("Export"), this, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)))
    , m_list(makeIconButton(u"menu"_s, tr("Conversations"), this, QKeySequence(Qt::CTRL | Qt::Key_L)))
    , m_setup(
          makeIconButton(u"settings"_s, tr("Settings of the conversation"), this, QKeySequence(Qt::CTRL | Qt::Key_I)))
{
    m_switch->setObjectName(u"viewSwitch"_s);
    m_switch->setAccessibleName(tr("View of the answers"));
    m_together->setCheckable(true);
    m_together->setToolTip(tr("Panes scroll with each other"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    for (QWidget *control : std::initializer_list<QWidget *>{m_switch, m_together, m_add, m_export, m_list, m_setup})
        m_bar->addControl(control);

    auto *menu = new QMenu(m_export);
    connect(menu->addAction(tr("As Markdown…")), &QAction::triggered, this, [this] { emit exportRequested(true); });
    connect(menu->addAction(tr("As JSON…")), &QAction::triggered, this, [this] { emit exportRequested(false); });
    connect(m_export, &QToolButton::clicked, this,
            [this, menu] { menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height()))); });
    connect(m_switch, &SegmentedControl::chosen, this, &PlaygroundHeader::viewChosen);
    connect(m_together, &QAbstractButton::toggled, this, &PlaygroundHeader::togetherToggled);
    connect(m_add, &QToolButton::clicked, this, &PlaygroundHeader::addPaneRequested);
    connect(m_list, &QToolButton::clicked, this, &PlaygroundHeader::listToggled);
    connect(m_setup, &QToolButton::clicked, this, &PlaygroundHeader::setupToggled);
}

void PlaygroundHeader::setTitle(const QString &title)
{
    m_bar->setTitle(title.isEmpty() ? tr("Playground") : title);
}

void PlaygroundHeader::present(const Facts &facts)
{
    const bool comparable = facts.panes > 1 && facts.sent;
    if (!comparable)
        m_switch->setCurrent(int(View::Columns));
    m_switch->setVisible(comparable);
    m_together->setVisible(comparable);
    m_together->setEnabled(view() == View::Columns); // hidden it would move the switch under the mouse
    for (QWidget *control : std::initializer_list<QWidget *>{m_add, m_export, m_list})
        control->setVisible(!facts.firstRun);
    m_add->setEnabled(facts.mayAdd);
    m_export->setEnabled(facts.sent);
    //: Behind the title: how many panes answer side by side.
    m_bar->setFact(comparable ? tr("Set of %1").arg(facts.panes) : QString());
}

PlaygroundHeader::View PlaygroundHeader::view() const
{
    return View(m_switch->current());
}

void PlaygroundHeader::setView(View view)
{
    m_switch->setCurrent(int(view));
}

} // namespace sb::ui
