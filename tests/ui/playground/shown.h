#pragma once

#include "tests/ui/playground/rig.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/playground/pane.h"
#include "ui/playground/playground_page.h"

#include <QPlainTextEdit>
#include <QTest>

namespace sb::testing {

/// The page on screen, with panes that ask these models.
class Shown
{
public:
    explicit Shown(Rig &rig, const QStringList &targets = {FirstModel})
        : page(rig.engine(), rig.workspace(), rig.store(), rig.ballot(), rig.clock())
    {
        rig.workspace().setFresh(false);
        while (page.session().panes().size() < targets.size())
            page.session().addPane();
        for (qsizetype i = 0; i < targets.size(); ++i)
            page.session().panes()[i]->setTarget(targets[i]);
        page.resize(1280, 760);
        page.show();
        page.activateWindow();
        page.setFocus();
    }

    template <typename Widget>
    Widget *find(const QString &name)
    {
        return page.findChild<Widget *>(name);
    }
    QPlainTextEdit *prompt() { return find<QPlainTextEdit>(QStringLiteral("prompt")); }
    ui::Pane *pane(int number) { return find<ui::Pane>(QStringLiteral("pane-%1").arg(number)); }
    QString answer(int number) { return pane(number)->view().toPlainText(); }
    bool ask(const QString &text)
    {
        prompt()->setPlainText(text);
        QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
        return page.session().isAnyRunning() && settled();
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return !page.session().isAnyRunning(); }, 20'000);
    }

    ui::PlaygroundPage page;
};

} // namespace sb::testing
