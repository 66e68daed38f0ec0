#include "ui/playground/playground_page.h"

#include "ui/common/save_file.h"
#include "ui/common/surfaces.h"
#include "ui/common/type.h"
#include "ui/playground/class_popup.h"
#include "ui/playground/comparison_view.h"
#include "ui/playground/conversation_list.h"
#include "ui/playground/diff_view.h"
#include "ui/playground/pane.h"
#include "ui/playground/pane_row.h"
#include "ui/playground/playground_header.h"
#include "ui/playground/prompt_box.h"
#include "ui/playground/prompt_desk.h"
#include "ui/playground/route_popup.h"
#include "ui/playground/setup_panel.h"
#include "ui/playground/turn_band.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto FrameInterval = 33ms; ///< 30 frames a second are what four panes get for a quarter of a core
constexpr auto NumbersInterval = 250ms; ///< numbers that change faster cannot be read
constexpr int ListWidth = 232;

} // namespace

PlaygroundPage::PlaygroundPage(engine::Engine &engine, profile::Workspace &workspace,
                               profile::ConversationStore &conversations, Ballot &ballot, const Clock &clock,
                               QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_session(engine, workspace, conversations, clock)
    , m_header(new PlaygroundHeader(this))
    , m_list(new ConversationList(conversations, workspace, clock, this))
    , m_band(new TurnBand(this))
    , m_stage(new QStackedWidget(this))
    , m_firstRun(new FirstRun(m_stage))
    , m_row(new PaneRow(m_session, workspace, ballot, m_stage))
    , m_comparison(new ComparisonView(m_stage))
    , m_diff(new DiffView(m_stage))
    , m_prompt(new PromptBox(this))
    , m_setup(new SetupPanel(this))
    , m_setupLine(makeHairline(Qt::Vertical, this))
    , m_desk(new PromptDesk(*m_prompt, *m_row, m_session, workspace, engine, this))
{
    setFocusProxy(m_prompt); // and no policy: a Tab stop of its own would lead past all that is before the prompt
    setupLayout();
    setupHeader();
    setupKeys();
    m_frame.setInterval(FrameInterval);
    connect(&m_frame, &QTimer::timeout, this, &PlaygroundPage::showFrame);
    connect(&ballot, &Ballot::failed, this, &PlaygroundPage::failed);
    connectSession();
    connectSetup();
    connectLists();
    toggleSetup(false);
    m_session.startNew();
    m_list->reload();
}

void PlaygroundPage::setupLayout()
{
    for (QWidget *view : std::initializer_list<QWidget *>{m_firstRun, m_row, m_comparison, m_diff})
        m_stage->addWidget(view);
    m_list->setFixedWidth(ListWidth);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_band);
    middle->addWidget(m_stage, 1);
    middle->addWidget(m_prompt);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_list);
    body->addLayout(middle, 1);
    body->addWidget(m_setupLine);
    body->addWidget(m_setup);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(body, 1);
}

void PlaygroundPage::openWith(const QString &target, const QString &prompt)
{
    m_session.startWith(target, prompt);
    m_prompt->focusText();
}

void PlaygroundPage::setPrompt(const QString &text)
{
    m_prompt->setText(text);
    m_prompt->focusText();
}

void PlaygroundPage::setLocalServers(const QList<LocalServer> &servers)
{
    m_firstRun->setLocalServers(servers);
    updateTabOrder();
}

void PlaygroundPage::showConversation()
{
    const profile::Conversation &shared = m_session.shared();
    m_header->setTitle(shared.title);
    m_prompt->setText(shared.draft);
    m_prompt->startImages(shared.draftImages);
    m_prompt->setToolCount(int(shared.tools.size()));
    m_list->setCurrent(shared.id);
    m_band->leave();
    m_header->setView(PlaygroundHeader::View::Columns);
    updateStage();
    updateList();
    resumeEdit(shared.edit);
    showTurn();
    if (m_row->active())
        m_setup->reset(shared, m_row->active()->run().state(), m_row->activeNumber());
    m_desk->refresh();
    if (isVisible())
        m_prompt->focusText();
    if (!m_session.isEmpty())
        emit conversationOpened(shared.id);
}

void PlaygroundPage::resumeEdit(const profile::PromptEdit &edit)
{
    if (edit.prompt == 0 || !m_session.turn(edit.prompt))
        return;
    m_row->showPrompt(edit.prompt);
    showTurn();
    m_band->resume(edit);
}

int PlaygroundPage::shownPrompt() const
{
    const Pane *active = m_row->active();
    return active ? active->shownPrompt() : 0;
}

void PlaygroundPage::showFrame()
{
    m_row->refresh();
    const SteadyTime now = m_clock.steady();
    if (m_stage->currentWidget() != m_comparison || now - m_lastNumbers < NumbersInterval)
        return;
    m_lastNumbers = now;
    m_comparison->present(m_row->compared());
}

void PlaygroundPage::showTurn()
{
    const QList<int> prompts = m_session.prompts();
    const int prompt = shownPrompt();
    const profile::Turn *turn = m_session.turn(prompt);
    m_band->setVisible(turn || m_band->isEditing());
    if (turn) {
        Pane *active = m_row->active();
        const qsizetype at = profile::turnOfPrompt(active->run().state(), prompt);
        const qint64 tokens = at >= 0 ? active->run().state().turns[at].inputTokens : 0;
        m_band->present(*turn, int(prompts.indexOf(prompt)) + 1, int(prompts.size()), tokens);
        showClass();
    }
    if (m_stage->currentWidget() == m_comparison)
        m_comparison->present(m_row->compared());
    else if (m_stage->currentWidget() == m_diff)
        m_diff->present(m_row->sides());
}

std::optional<chat::Request> PlaygroundPage::shownRequest() const
{
    const Pane *active = m_row->active();
    if (!active)
        return {};
    const profile::PaneState &state = active->state();
    const qsizetype at = profile::turnOfPrompt(state, active->shownPrompt());
    const auto request = at < 0 ? Result<chat::Request>(failure(Error::Kind::NotFound, {}))
                                : profile::requestFor(m_session.shared(), state, at);
    return request ? std::optional(*request) : std::nullopt;
}

/// As the engine would class it now: with the user's own classes as they are.
void PlaygroundPage::showClass()
{
    const auto request = shownRequest();
    m_band->setClass(request ? std::optional(m_workspace.classifier().classify(*request, {.client = PlaygroundClient}))
                             : std::nullopt);
}

void PlaygroundPage::explainClass()
{
    const auto request = shownRequest();
    if (!request)
        return;
    auto *popup = new ClassPopup(*request, m_workspace.classifier().classify(*request, {.client = PlaygroundClient}),
                                 m_workspace.classRules(), this);
    connect(popup, &ClassPopup::classesRequested, this, &PlaygroundPage::classesRequested);
    connect(popup, &ClassPopup::corrected, this,
            [this, request](const QString &className) { m_session.correctClass(*request, className); });
    popup->openBelow(m_band->classAnchor());
}

void PlaygroundPage::explain(const usage::RequestRecord &record, const usage::RecordKey &key)
{
    const Pane *active = m_row->active();
    if (!active || active->recordKey() != key || !active->isVisible())
        return;
    auto *popup = new RoutePopup(record, key, this);
    connect(popup, &RoutePopup::traceRequested, this, &PlaygroundPage::traceRequested);
    popup->openBelow(active->explanationAnchor());
}

void PlaygroundPage::step(int by)
{
    const QList<int> prompts = m_session.prompts();
    const qsizetype next = prompts.indexOf(shownPrompt()) + by;
    if (next >= 0 && next < prompts.size())
        m_row->showPrompt(prompts[next]);
}

void PlaygroundPage::showSetup()
{
    if (m_row->active())
        m_setup->present(m_session.shared(), m_row->active()->run().state(), m_row->activeNumber());
}

void PlaygroundPage::toggleSetup(bool shown)
{
    m_setup->setVisible(shown);
    m_setupLine->setVisible(shown);
    if (shown)
        showSetup();
    else
        m_prompt->focusText();
    updateList();
}

void PlaygroundPage::updateStage()
{
    const bool first = m_workspace.isFresh() && m_session.isEmpty();
    const int panes = int(m_row->panes().size());
    m_header->present(
        {.firstRun = first, .sent = !m_session.isEmpty(), .panes = panes, .mayAdd = panes < profile::MaxPanes});
    const std::array<QWidget *, 3> views{m_row, m_comparison, m_diff};
    QWidget *shown = first ? static_cast<QWidget *>(m_firstRun) : views[size_t(m_header->view())];
    if (m_stage->currentWidget() != shown) {
        m_stage->setCurrentWidget(shown);
        showTurn();
    }
    updateList();
}

void PlaygroundPage::updateList()
{
    const bool first = m_stage->currentWidget() == m_firstRun;
    const int setup = m_setup->isHidden() ? 0 : m_setup->width();
    const bool fits = width() - setup - ListWidth >= m_row->leastWidth();
    m_list->setVisible(!first && m_listWanted.value_or(fits));
}

void PlaygroundPage::exportTo(bool markdown)
{
    const QString suffix = markdown ? u"md"_s : u"json"_s;
    askWhereToSave(this,
                   {.title = tr("Export the conversation"),
                    .fileName = fileNameFor(m_session.shared().title, suffix, tr("conversation")),
                    .filter = markdown ? tr("Markdown (*.md)") : tr("JSON (*.json)")},
                   [this, markdown](const QString &path) { m_session.exportTo(path, markdown); });
}

void PlaygroundPage::updateFrameTimer()
{
    // A hidden page does nothing: what came meanwhile is shown at the first frame after it is seen again.
    if (!isVisible() || !m_session.isAnyRunning())
        m_frame.stop();
    else if (!m_frame.isActive())
        m_frame.start();
}

void PlaygroundPage::updateTabOrder()
{
    // Panes come and go; Tab goes on in reading order.
    QWidget *last = nullptr;
    QList<QWidget *> regions{m_header, m_list, m_band, m_firstRun};
    for (Pane *pane : m_row->panes())
        regions.append(pane);
    for (QWidget *region : regions + QList<QWidget *>{m_comparison, m_diff, m_prompt, m_setup}) {
        for (QWidget *widget : region->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || widget->window() != window())
                continue; // menus and lists that pop up are windows of their own
            if (last)
                setTabOrder(last, widget);
            last = widget;
        }
    }
}

void PlaygroundPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateFrameTimer();
}

void PlaygroundPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_frame.stop();
}

void PlaygroundPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateList();
}

} // namespace sb::ui
