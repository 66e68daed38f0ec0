#include "ui/chains/step_menus.h"

#include "ui/chains/fault_words.h"
#include "ui/chains/step_words.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr const char *CommonFaults[] = {"status-529", "retry-after-long", "silence", "cut"}; // without a submenu
} // namespace

StepMenus::StepMenus(ChainDocument &document, FaultPlay &play, QWidget &parent)
    : QObject(&parent)
    , m_document(document)
    , m_play(play)
    , m_parent(parent)
{
}

QMenu *StepMenus::makeMenu(const QString &name)
{
    auto *menu = new QMenu(&m_parent);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void StepMenus::fillFaults(QMenu &menu, qsizetype step)
{
    auto *group = new QActionGroup(&menu);
    const auto add = [&](QMenu &to, const QString &text, const QByteArray &fault) {
        QAction *action = group->addAction(to.addAction(text));
        action->setCheckable(true);
        action->setChecked(m_play.fault(step) == fault);
        connect(action, &QAction::triggered, this, [this, step, fault] { m_play.setFault(step, fault); });
    };
    add(menu, tr("No fault"), {});
    menu.addSeparator();
    for (const char *fault : CommonFaults)
        add(menu, faultWord(fault), fault);
    menu.addSeparator();
    QHash<int, QMenu *> groups;
    for (const FaultGroup each : {FaultGroup::Connection, FaultGroup::Refusal, FaultGroup::Answer})
        groups.insert(int(each), menu.addMenu(faultGroupTitle(each)));
    const QList<lab::FaultName> faults = lab::stepFaultNames();
    for (const lab::FaultName &fault : faults) {
        if (QMenu *to = groups.value(int(faultGroup(fault.id))))
            add(*to, faultWord(fault.id), fault.id);
    }
}

void StepMenus::connectSteps(qsizetype from, QString routing::NextSteps::*kind, qsizetype to)
{
    m_document.edit(routing::SetNextStep{.at = from, .kind = kind, .to = to}, tr("Change the next step"));
}

void StepMenus::fillNext(QMenu &menu, qsizetype step)
{
    const routing::Chain &chain = m_document.chain();
    for (const NextKind &kind : nextKinds()) {
        //: A kind of failure; below it, the steps to which a request can go then.
        QMenu *to = menu.addMenu(tr("On %1 go to").arg(kind.word));
        const qsizetype now = routing::laterStep(chain, step, chain.steps.at(step).next.*kind.member);
        auto *group = new QActionGroup(to);
        const auto add = [&](const QString &text, qsizetype target) {
            QAction *action = group->addAction(to->addAction(text));
            action->setCheckable(true);
            action->setChecked(now == target);
            connect(action, &QAction::triggered, this,
                    [this, step, member = kind.member, target] { connectSteps(step, member, target); });
        };
        add(tr("the next endpoint"), -1);
        for (qsizetype later = step + 1; later < chain.steps.size(); ++later)
            add(tr("step %1, %2").arg(later + 1).arg(stepTitle(chain.steps[later])), later);
        to->setEnabled(step + 1 < chain.steps.size());
    }
}

void StepMenus::openFaults(qsizetype step, const QPoint &at)
{
    QMenu *menu = makeMenu(u"faultMenu"_s);
    fillFaults(*menu, step);
    menu->popup(at);
}

void StepMenus::openNext(qsizetype step, const QPoint &at)
{
    QMenu *menu = makeMenu(u"nextMenu"_s);
    fillNext(*menu, step);
    menu->popup(at);
}

void StepMenus::openConnection(qsizetype from, qsizetype to, const QPoint &at)
{
    QMenu *menu = makeMenu(u"connectMenu"_s);
    const routing::Chain &chain = m_document.chain();
    for (const NextKind &kind : nextKinds()) {
        const bool leads = routing::laterStep(chain, from, chain.steps.at(from).next.*kind.member) == to;
        QAction *action = menu->addAction(tr("On %1 go to step %2").arg(kind.word).arg(to + 1));
        action->setCheckable(true);
        action->setChecked(leads);
        connect(action, &QAction::triggered, this, [this, from, to, member = kind.member](bool checked) {
            connectSteps(from, member, checked ? to : -1);
        });
    }
    menu->popup(at);
}

void StepMenus::openAll(qsizetype step, const QPoint &at)
{
    QMenu *menu = makeMenu(u"stepMenu"_s);
    fillFaults(*menu->addMenu(tr("Fault")), step);
    fillNext(*menu->addMenu(tr("After a failure")), step);
    menu->addSeparator();
    const auto add = [&](const QString &text, const QKeySequence &key, auto &&call) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key); // shown only: list and diagram have the keys themselves
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, call);
        return action;
    };
    add(tr("Add a step before"), {}, [this, step] { emit addWanted(step); });
    add(tr("Add a step behind"), Qt::Key_Insert, [this, step] { emit addWanted(step + 1); });
    add(tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { emit duplicateWanted(); });
    add(tr("Move up"), Qt::ALT | Qt::Key_Up, [this] { emit moveWanted(-1); })->setEnabled(step > 0);
    add(tr("Move down"), Qt::ALT | Qt::Key_Down, [this] {
        emit moveWanted(1);
    })->setEnabled(step + 1 < m_document.chain().steps.size());
    add(tr("Remove"), Qt::Key_Delete, [this] { emit removeWanted(); });
    menu->popup(at);
}

} // namespace sb::ui
