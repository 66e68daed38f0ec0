#include "ui/shell/main_window.h"

#include "ui/common/banner.h"
#include "ui/common/toast.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/navigation_rail.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int CompactBelow = 1180;
} // namespace

MainWindow::MainWindow(const QList<Section> &sections, QWidget *parent)
    : QMainWindow(parent)
{
    setWindowTitle(u"Signalbox"_s);
    setMinimumSize(860, 560);
    addActions();
    build(sections);
}

void MainWindow::rebuild(const QList<Section> &sections)
{
    const QString current = std::exchange(m_current, {});
    m_pages.clear();
    delete takeCentralWidget();
    build(sections);
    showSection(current);
}

void MainWindow::build(const QList<Section> &sections)
{
    m_sections = sections;
    auto *content = new QWidget(this);
    m_rail = new NavigationRail(content);
    m_banner = new Banner(content);
    m_banner->setObjectName(u"notice"_s);
    m_stack = new QStackedWidget(content);
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    layout->addLayout(right, 1);
    setCentralWidget(content);
    m_palette = new CommandPalette(content);
    m_toast = new Toast(m_stack);
    for (const Section &section : std::as_const(m_sections)) {
        if (section.atFoot)
            m_rail->setFootSection(section.id, section.iconName, section.title);
        else
            m_rail->addSection(section.id, section.iconName, section.title);
    }
    m_toggleRail->setText(tr("Fold the navigation"));
    m_openPalette->setText(tr("Open the command palette"));
    //: A command.
    m_quit->setText(tr("Quit"));
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::showSection);
    connect(m_banner, &Banner::dismissed, this, [this] {
        if (const auto shown = worstNotice(); shown != m_notices.cend())
            clearNotice(QString(shown->id));
    });
    presentNotices();
}

void MainWindow::setNotice(const Notice &notice)
{
    const auto same =
        std::find_if(m_notices.begin(), m_notices.end(), [&](const Notice &each) { return each.id == notice.id; });
    if (same == m_notices.end())
        m_notices.append(notice);
    else
        *same = notice;
    presentNotices();
}

void MainWindow::clearNotice(const QString &id)
{
    m_notices.removeIf([&id](const Notice &each) { return each.id == id; });
    presentNotices();
}

QList<Notice>::const_iterator MainWindow::worstNotice() const
{
    return std::max_element(m_notices.cbegin(), m_notices.cend(),
                            [](const Notice &a, const Notice &b) { return a.signal < b.signal; });
}

void MainWindow::presentNotices()
{
    const auto shown = worstNotice();
    if (shown == m_notices.cend()) {
        m_banner->clear();
        return;
    }
    const int others = int(m_notices.size()) - 1;
    m_banner->set(shown->signal,
                  //: A sentence, then how many others wait behind it.
                  others > 0 ? tr("%1 (and %n more)", nullptr, others).arg(shown->sentence) : shown->sentence);
    m_banner->setClosable(shown->closable);
}

void MainWindow::showSection(const QString &id)
{
    QWidget *wanted = page(id);
    if (!wanted)
        return;
    m_current = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(wanted);
    m_toast->keepInSight();
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
    m_toggleRail = new QAction(this);
    m_toggleRail->setShortcut(Qt::Key_F9);
    connect(m_toggleRail, &QAction::triggered, this, [this] {
        m_compactByUser = !m_rail->isCompact();
        updateRail();
    });
    addAction(m_toggleRail);

    m_openPalette = new QAction(this);
    m_openPalette->setShortcut(CommandPalette::key());
    connect(m_openPalette, &QAction::triggered, this, [this] { m_palette->toggle(); });
    addAction(m_openPalette);

    m_quit = new QAction(this);
    m_quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    addAction(m_quit);
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
