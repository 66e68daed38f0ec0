#include "tests/screenshots/scenes.h"

#include "tests/screenshots/picture_profile.h"
#include "ui/chains/chains_page.h"
#include "ui/common/segmented_control.h"
#include "ui/common/table.h"
#include "ui/playground/playground_page.h"
#include "ui/requests/requests_page.h"
#include "ui/shell/command_palette.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sb::pictures {

namespace {

template <typename Page>
Page &pageOf(ui::MainWindow &window, const QString &section)
{
    auto *page = qobject_cast<Page *>(window.page(section));
    Q_ASSERT(page);
    return *page;
}

std::function<void(ui::MainWindow &)> show(const QString &section)
{
    return [section](ui::MainWindow &window) { window.showSection(section); };
}

/// A table of this section has rows.
std::function<bool(ui::MainWindow &)> hasRows(const QString &section)
{
    return [section](ui::MainWindow &window) {
        for (const ui::TableView *table : window.page(section)->findChildren<ui::TableView *>()) {
            if (table->isVisible() && table->model() && table->model()->rowCount() > 0)
                return true;
        }
        return false;
    };
}

/// Chooses the view of a page by its place in the control that has so many.
void chooseView(QWidget *page, qsizetype count, int index)
{
    for (auto *control : page->findChildren<ui::SegmentedControl *>()) {
        if (control->items().size() == count && control->isVisible()) {
            control->setCurrent(index);
            emit control->chosen(index);
        }
    }
}

QList<Scene> playgroundScenes()
{
    const QString section = u"playground"_s;
    return {
        {.name = u"firstrun"_s, .fresh = true, .prepare = show(section)},
        {.name = u"playground"_s,
         .prepare =
             [section](ui::MainWindow &window) {
                 window.showSection(section);
                 pageOf<ui::PlaygroundPage>(window, section).openConversation(QLatin1String(ConversationId));
             },
         .isThere =
             [section](ui::MainWindow &window) {
                 return !pageOf<ui::PlaygroundPage>(window, section).session().snapshot().panes.isEmpty();
             }},
    };
}

QList<Scene> chainScenes()
{
    const QString section = u"chains"_s;
    const auto open = [section](const QString &chain, int view) {
        return [section, chain, view](ui::MainWindow &window) {
            window.showSection(section);
            auto &page = pageOf<ui::ChainsPage>(window, section);
            page.openChain(chain);
            page.document().setCurrent(1);
            chooseView(&page, 3, view);
        };
    };
    const auto planned = [section](ui::MainWindow &window) {
        return pageOf<ui::ChainsPage>(window, section).dryRun().plan().has_value();
    };
    return {
        {.name = u"chains"_s, .prepare = open(u"everyday-chat"_s, 0), .isThere = planned},
        {.name = u"chains-table"_s, .prepare = open(u"everyday-chat"_s, 1), .isThere = planned},
        {.name = u"chains-json"_s, .prepare = open(u"everyday-chat"_s, 2), .isThere = planned},
        {.name = u"chains-long"_s, .prepare = open(u"long-way-round"_s, 0), .isThere = planned},
        {.name = u"chains-sample"_s, .fresh = true, .prepare = open(u"sample"_s, 0), .isThere = planned},
    };
}

QList<Scene> recordScenes()
{
    const QString dashboard = u"dashboard"_s;
    const QString requests = u"requests"_s;
    const auto tab = [requests](int index) {
        return [requests, index](ui::MainWindow &window) {
            window.showSection(requests);
            chooseView(window.page(requests), 4, index);
        };
    };
    return {
        {.name = u"dashboard"_s, .prepare = show(dashboard), .isThere = hasRows(dashboard)},
        {.name = u"dashboard-empty"_s, .fresh = true, .prepare = show(dashboard)},
        {.name = u"requests"_s, .prepare = tab(0), .isThere = hasRows(requests)},
        {.name = u"requests-answer"_s, .prepare = tab(2), .isThere = hasRows(requests), .leave = tab(0)},
        {.name = u"requests-lost"_s,
         .prepare =
             [requests](ui::MainWindow &window) {
                 for (auto *table : window.page(requests)->findChildren<ui::TableView *>()) {
                     if (table->isVisible() && table->model() && table->model()->rowCount() > 20)
                         table->selectRow(1);
                 }
             },
         .isThere = hasRows(requests)},
        {.name = u"requests-empty"_s, .fresh = true, .prepare = show(requests)},
    };
}

QList<Scene> otherScenes()
{
    return {
        {.name = u"providers"_s, .prepare = show(u"providers"_s)},
        {.name = u"settings"_s, .prepare = show(u"settings"_s)},
        {.name = u"palette"_s,
         .prepare =
             [](ui::MainWindow &window) {
                 window.showSection(u"dashboard"_s);
                 window.commandPalette().open();
                 if (auto *field = window.commandPalette().findChild<QLineEdit *>())
                     field->setText(u"ch"_s);
             },
         .leave = [](ui::MainWindow &window) { window.commandPalette().hide(); }},
    };
}

/// The last one: the request that stands still is on record from then on, at the time of the machine.
QList<Scene> runningScenes()
{
    const QString section = u"playground"_s;
    return {
        {.name = u"playground-streaming"_s,
         .prepare =
             [section](ui::MainWindow &window) {
                 auto &page = pageOf<ui::PlaygroundPage>(window, section);
                 page.openWith(QLatin1String(StandingModel), u"What does a station master write into the register?"_s);
                 for (auto *button : page.findChildren<QPushButton *>()) {
                     if (button->property("main").toBool() && button->isVisible())
                         button->click();
                 }
             }},
    };
}

} // namespace

QList<Scene> scenes()
{
    return playgroundScenes() + chainScenes() + recordScenes() + otherScenes() + runningScenes();
}

} // namespace sb::pictures
