#include "ui/shell/main_window.h"

#include "ui/common/toast.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/navigation_rail.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int CompactBelow = 1180;
} // namespace

MainWindow::MainWindow(const QList<Section> &sections, QWidget *parent)
    : QMainWindow(parent)
    , m_sections(sections)
{
    setWindowTitle(u"Signalbox"_s);
    setMinimumSize(860, 560);
    auto *content = new QWidget(this);
    m_rail = new NavigationRail(content);
    m_stack = new QStackedWidget(content);
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_stack, 1);
    setCentralWidget(content);
    m_palette = new CommandPalette(content);
    m_toast = new Toast(m_stack);

    for (const Section &section : std::as_const(m_sections)) {
        if (section.atFoot)
            m_rail->setFootSection(section.id, section.iconName, section.title);
        else
            m_rail->addSection(section.id, section.iconName, section.title);
    }
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::showSection);
    addActions();
}

void MainWindow::showSection(const QString &id)
{
    QWidget *wanted = page(id);
    if (!wanted)
        return;
    m_current = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(wanted);
    updateRail();
    wanted->setFocus(Qt::OtherFocusReason);
    emit sectionShown(id);
}

QWidget *MainWindow::page(const QString &id)
{
    if (QWidget *made = m_pages.value(id))
        return made;
    const auto section =
        std::find_if(m_sections.cbegin(), m_sections.cend(), [&](const Section &s) { return s.id == id; });
    if (section == m_sections.cend())
        return nullptr;
    QWidget *made = section->make(m_stack);
    m_stack->addWidget(made);
    m_pages.insert(id, made);
    return made;
}

void MainWindow::addActions()
{
    auto *toggle = new QAction(tr("Fold the navigation"), this);
    toggle->setShortcut(Qt::Key_F9);
    connect(toggle, &QAction::triggered, this, [this] {
        m_compactByUser = !m_rail->isCompact();
        updateRail();
    });
    addAction(toggle);

    auto *open = new QAction(tr("Open the command palette"), this);
    open->setShortcut(Qt::CTRL | Qt::Key_K);
    connect(open, &QAction::triggered, m_palette, &CommandPalette::open);
    addAction(open);
}

void MainWindow::updateRail()
{
    const auto section =
        std::find_if(m_sections.cbegin(), m_sections.cend(), [this](const Section &s) { return s.id == m_current; });
    const bool needsWidth = section != m_sections.cend() && section->compactRail;
    m_rail->setCompact(m_compactByUser.value_or(needsWidth || width() < CompactBelow));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateRail();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

} // namespace sb::ui
