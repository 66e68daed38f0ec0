#pragma once

#include "tests/ui/playground/rig.h"
#include "ui/playground/session.h"

#include <QSignalSpy>
#include <QTest>

namespace sb::testing {

/// A session with panes that ask these models.
class Opened
{
public:
    explicit Opened(Rig &rig, const QStringList &targets = {FirstModel})
        : session(rig.engine(), rig.workspace(), rig.store(), rig.clock())
    {
        session.startNew();
        while (session.panes().size() < targets.size())
            session.addPane();
        for (qsizetype i = 0; i < targets.size(); ++i)
            session.panes()[i]->setTarget(targets[i]);
    }

    /// Sends and waits for all answers.
    bool ask(const QString &prompt)
    {
        session.setDraft(prompt);
        session.send();
        return settled();
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return !session.isAnyRunning(); }, 20'000);
    }
    const QList<profile::Turn> &turns(int pane = 0) { return session.panes()[pane]->state().turns; }

    /// Sends and waits until some of the answer has come; for a slow rig.
    bool begin(const QString &prompt)
    {
        QSignalSpy content(session.panes().constLast(), &ui::PaneRun::contentCame);
        session.setDraft(prompt);
        session.send();
        return QTest::qWaitFor([&] { return content.count() >= 3; }, 20'000);
    }

    ui::PlaygroundSession session;
};

} // namespace sb::testing
