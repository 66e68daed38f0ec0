#include "ui/playground/prompt_desk.h"

#include "ui/playground/cost_estimate.h"
#include "ui/playground/pane.h"
#include "ui/playground/pane_row.h"
#include "ui/playground/prompt_box.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto EstimateDelay = 250ms;
} // namespace

PromptDesk::PromptDesk(PromptBox &box, PaneRow &row, PlaygroundSession &session, profile::Workspace &workspace,
                       engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_box(box)
    , m_row(row)
    , m_session(session)
    , m_workspace(workspace)
    , m_estimate(new CostEstimate(engine, this))
{
    m_estimateSoon.setSingleShot(true);
    m_estimateSoon.setInterval(EstimateDelay);
    connect(&m_estimateSoon, &QTimer::timeout, this, &PromptDesk::askEstimate);
    connect(m_estimate, &CostEstimate::changed, &m_box, &PromptBox::setEstimate);
    connect(&m_row, &PaneRow::activeChanged, this, &PromptDesk::refresh);
    connect(&m_row, &PaneRow::panesChanged, this, &PromptDesk::refresh);
    connect(&m_session, &PlaygroundSession::runningChanged, this, &PromptDesk::refresh);
    connect(&m_session, &PlaygroundSession::targetsChanged, this, &PromptDesk::refresh);
    connect(&m_session, &PlaygroundSession::paneRemoved, this, [this](PaneRun *run) { m_leftOut.remove(run); });
    connect(&m_session, &PlaygroundSession::draftChanged, this, [this] {
        m_box.setText(m_session.shared().draft);
        m_box.setImages(m_session.shared().draftImages);
        refresh();
    });
    connectBox();
}

void PromptDesk::connectBox()
{
    connect(&m_box, &PromptBox::sendRequested, this, &PromptDesk::send);
    connect(&m_box, &PromptBox::readingChanged, this, &PromptDesk::refresh);
    connect(&m_box, &PromptBox::textEdited, this, [this](const QString &text) {
        m_session.setDraft(text);
        refresh();
    });
    connect(&m_box, &PromptBox::imagesEdited, this, [this](const QList<QByteArray> &images) {
        m_session.setDraftImages(images);
        refresh();
    });
    connect(&m_box, &PromptBox::chainMenuRequested, this, &PromptDesk::chooseChain);
    connect(&m_box, &PromptBox::receiverMenuRequested, this, &PromptDesk::chooseReceivers);
}

void PromptDesk::send()
{
    if (const QString why = whyNot(); !why.isEmpty()) {
        emit refused(why);
        return;
    }
    m_session.send(receivers());
    m_box.focusText();
}

void PromptDesk::setObstacle(const QString &obstacle)
{
    m_obstacle = obstacle;
    refresh();
}

QList<PaneRun *> PromptDesk::receivers() const
{
    QList<PaneRun *> asked;
    for (PaneRun *run : m_session.panes()) {
        if (!m_leftOut.contains(run) && !run->state().target.isEmpty())
            asked.append(run);
    }
    return asked;
}

QString PromptDesk::whyNot() const
{
    if (m_session.isAnyRunning())
        return tr("An answer is still coming");
    if (!m_obstacle.isEmpty())
        return m_obstacle;
    if (m_box.isReadingImages())
        return tr("An image is still being read");
    if (receivers().isEmpty())
        return m_workspace.catalog().providers().isEmpty() ? tr("The profile is still being read")
                                                           : tr("Choose a model first");
    return m_box.text().trimmed().isEmpty() && m_box.images().isEmpty() ? tr("Type a prompt first") : QString();
}

void PromptDesk::refresh()
{
    const QString obstacle = whyNot();
    m_box.setSendable(obstacle.isEmpty(), obstacle);
    const qsizetype all = m_session.panes().size();
    const qsizetype asked = receivers().size();
    //: Who gets the prompt: all three panes, or two of three.
    m_box.setReceivers(asked == all ? tr("all %1").arg(all) : tr("%1 of %2").arg(asked).arg(all), all > 1);
    const QString target = m_row.active() ? m_row.active()->run().state().target : QString();
    //: The chain that is asked: none, but a model.
    m_box.setChain(routing::chainNameOf(target).value_or(tr("none")));
    m_estimateSoon.start();
}

void PromptDesk::askEstimate()
{
    QList<profile::PaneState> asked;
    if ((!m_box.text().trimmed().isEmpty() || !m_box.images().isEmpty()) && !m_session.isAnyRunning()) {
        profile::Turn question{.user = chat::Message::make(chat::Role::User, m_box.text())};
        for (const QByteArray &url : m_box.images())
            question.user.parts.append(chat::ImagePart{.url = url});
        for (const PaneRun *run : receivers()) {
            asked.append(run->state());
            asked.last().turns.append(question);
        }
    }
    m_estimate->ask(m_session.shared(), asked);
}

void PromptDesk::chooseChain(const QPoint &at)
{
    if (!m_row.active())
        return;
    PaneRun *run = &m_row.active()->run();
    const QString now = run->state().target;
    auto *menu = new QMenu(&m_box);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QString &target) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(target == now);
        connect(action, &QAction::triggered, run, [run, target] { run->setTarget(target); });
    };
    if (const QString model = routing::chainNameOf(now) ? m_workspace.nextModel() : now; !model.isEmpty())
        //: In the menu of chains: none, but this model alone.
        add(tr("None, %1 alone").arg(model), model);
    for (const routing::Chain &chain : m_workspace.chains())
        add(chain.name, routing::chainTarget(chain.name));
    menu->popup(at);
}

void PromptDesk::chooseReceivers(const QPoint &at)
{
    auto *menu = new QMenu(&m_box);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("All panes")), &QAction::triggered, this, [this] {
        m_leftOut.clear();
        refresh();
    });
    menu->addSeparator();
    for (int i = 0; i < int(m_session.panes().size()); ++i) {
        PaneRun *run = m_session.panes()[i];
        QAction *action = menu->addAction(u"%1  %2"_s.arg(i + 1).arg(run->state().target));
        action->setCheckable(true);
        action->setChecked(!m_leftOut.contains(run));
        connect(action, &QAction::triggered, run, [this, run](bool checked) {
            if (checked)
                m_leftOut.remove(run);
            else
                m_leftOut.insert(run);
            refresh();
        });
    }
    menu->popup(at);
}

} // namespace sb::ui
