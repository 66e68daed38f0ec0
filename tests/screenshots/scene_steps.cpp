#include "tests/screenshots/scene_steps.h"

#include "ui/common/segmented_control.h"
#include "ui/common/table.h"

#include <QAbstractButton>

namespace sb::pictures {

Step show(const QString &section)
{
    return [section](ui::MainWindow &window) { window.showSection(section); };
}

Step inOrder(const QList<Step> &steps)
{
    return [steps](ui::MainWindow &window) {
        for (const Step &step : steps)
            step(window);
    };
}

Sight hasRows(const QString &section)
{
    return [section](ui::MainWindow &window) {
        for (const ui::TableView *table : window.page(section)->findChildren<ui::TableView *>()) {
            if (table->isVisible() && table->model() && table->model()->rowCount() > 0)
                return true;
        }
        return false;
    };
}

void chooseView(QWidget *page, qsizetype count, int index)
{
    for (auto *control : page->findChildren<ui::SegmentedControl *>()) {
        if (control->items().size() == count && control->isVisible()) {
            control->setCurrent(index);
            emit control->chosen(index);
        }
    }
}

void press(QWidget *page, const QString &objectName)
{
    for (auto *button : page->findChildren<QAbstractButton *>(objectName)) {
        if (button->isVisible())
            button->click();
    }
}

} // namespace sb::pictures
