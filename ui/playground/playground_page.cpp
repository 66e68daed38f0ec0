#include "ui/playground/playground_page.h"

#include "ui/common/controls.h"
#include "ui/common/format.h"
#include "ui/common/page_header.h"
#include "ui/common/type.h"
#include "ui/playground/conversation_list.h"
#include "ui/playground/first_run.h"
#include "ui/playground/pane.h"
#include "ui/playground/prompt_box.h"

#include <QFileDialog>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto FrameInterval = 33ms; ///< 30 frames a second are what four panes get for a quarter of a core
constexpr auto SaveDelay = 600ms;
constexpr auto EstimateDelay = 250ms;
constexpr int TitleLength = 48;
constexpr int ListWidth = 232;

QString titleFrom(const QString &prompt)
{
    const QString line = prompt.simplified();
    return line.size() <= TitleLength ? line : line.first(TitleLength).trimmed() + u"…"_s;
}

} // namespace

PlaygroundPage::PlaygroundPage(engine::Engine &engine, profile::Workspace &workspace,
                               profile::ConversationStore &conversations, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_workspace(workspace)
    , m_store(conversations)
    , m_clock(clock)
    , m_header(new PageHeader(tr("Playground"), this))
    , m_list(new ConversationList(conversations, this))
    , m_stage(new QStackedWidget(this))
    , m_firstRun(new FirstRun(m_stage))
    , m_panes(new QSplitter(Qt::Horizontal, m_stage))
    , m_addPane(makeIconButton(u"plus"_s, tr("Add a pane"), this, QKeySequence(Qt::CTRL | Qt::Key_Backslash)))
    , m_prompt(new PromptBox(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_panes->setChildrenCollapsible(false);
    m_list->setFixedWidth(ListWidth);
    m_stage->addWidget(m_firstRun);
    m_stage->addWidget(m_panes);
    setupHeader();
    setupPrompt();
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stage, 1);
    right->addWidget(m_prompt);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_list);
    body->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(body, 1);

    m_frame.setInterval(FrameInterval);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(SaveDelay);
    m_estimateSoon.setSingleShot(true);
    m_estimateSoon.setInterval(EstimateDelay);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        for (Pane *pane : std::as_const(m_all))
            pane->refresh();
    });
    connect(&m_saveSoon, &QTimer::timeout, this, &PlaygroundPage::save);
    connect(&m_estimateSoon, &QTimer::timeout, this, &PlaygroundPage::askEstimate);
    connect(&m_engine, &engine::Engine::planned, this, [this](RequestId id, const Result<routing::Plan> &plan) {
        if (id == m_estimate)
            showEstimate(plan);
    });
    connect(&m_store, &profile::ConversationStore::loaded, this,
            [this](const QString &, const Result<profile::Conversation> &loaded) {
                if (loaded)
                    show(*loaded);
                else
                    emit notice(loaded.error().message, {});
            });
    connect(&m_store, &profile::ConversationStore::failed, this,
            [this](const Error &error) { emit notice(error.message, {}); });
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &PlaygroundPage::fillTargets);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &PlaygroundPage::fillTargets);
    connect(m_firstRun, &FirstRun::practiceChosen, this, &PlaygroundPage::send);
    connect(m_list, &ConversationList::chosen, this, &PlaygroundPage::openConversation);
    connect(m_list, &ConversationList::newRequested, this, &PlaygroundPage::newConversation);
    connect(m_list, &ConversationList::renameRequested, this, &PlaygroundPage::rename);
    connect(m_list, &ConversationList::removeRequested, this, &PlaygroundPage::remove);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &PlaygroundPage::stopAll);
    newConversation();
    m_list->reload();
}

PlaygroundPage::~PlaygroundPage()
{
    keep();
}

void PlaygroundPage::setupHeader()
{
    QToolButton *more = makeIconButton(u"export"_s, tr("Export"), this);
    auto *menu = new QMenu(more);
    connect(menu->addAction(tr("As Markdown…")), &QAction::triggered, this, [this] { exportTo(true); });
    connect(menu->addAction(tr("As JSON…")), &QAction::triggered, this, [this] { exportTo(false); });
    connect(more, &QToolButton::clicked, this,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    m_header->addControl(m_addPane);
    m_header->addControl(more);
    connect(m_addPane, &QToolButton::clicked, this, &PlaygroundPage::addPaneLikeLast);
}

void PlaygroundPage::setupPrompt()
{
    connect(m_prompt, &PromptBox::sendRequested, this, &PlaygroundPage::send);
    connect(m_prompt, &PromptBox::textEdited, this, [this](const QString &text) {
        m_conversation.draft = text;
        scheduleSave();
        m_estimateSoon.start();
        updatePanes();
    });
}

void PlaygroundPage::addPane(const profile::PaneState &state)
{
    auto *pane = new Pane(int(m_all.size()) + 1, m_engine, m_workspace, m_clock, m_panes);
    pane->setObjectName(u"pane-%1"_s.arg(m_all.size() + 1));
    pane->setState(state);
    m_panes->addWidget(pane);
    m_all.append(pane);
    connect(pane, &Pane::stateChanged, this, &PlaygroundPage::scheduleSave);
    connect(pane, &Pane::metricsChanged, this, &PlaygroundPage::markBest);
    connect(pane, &Pane::runningChanged, this, &PlaygroundPage::updatePanes);
    connect(pane, &Pane::traceRequested, this, &PlaygroundPage::traceRequested);
    connect(pane, &Pane::retryRequested, this, [this, pane] { retry(pane); });
    connect(pane, &Pane::closeRequested, this, [this, pane] { removePane(pane); });
    updatePanes();
}

void PlaygroundPage::addPaneLikeLast()
{
    if (m_all.size() >= profile::MaxPanes)
        return;
    const QStringList models = m_workspace.usableModels();
    addPane({.target = models.value(m_all.size() - 1, m_workspace.defaultTarget())});
    scheduleSave();
}

void PlaygroundPage::removePane(Pane *pane)
{
    m_all.removeOne(pane);
    pane->hide();
    pane->deleteLater();
    for (int i = 0; i < int(m_all.size()); ++i)
        m_all[i]->setNumber(i + 1);
    updatePanes();
    scheduleSave();
}

void PlaygroundPage::openConversation(const QString &id)
{
    keep();
    m_store.load(id);
}

void PlaygroundPage::newConversation()
{
    keep();
    profile::Conversation fresh{
        .id = QUuid::createUuid().toString(QUuid::Id128), .createdAt = m_clock.wall(), .changedAt = m_clock.wall()};
    fresh.panes = {{.target = m_workspace.defaultTarget()}};
    if (m_workspace.isFresh())
        fresh.draft = tr("Our provider answers 529 at peak hours. What should we do for each kind of failure? A short "
                         "table, then a retry helper in Python.");
    show(fresh);
}

void PlaygroundPage::openWith(const QString &target, const QString &prompt)
{
    newConversation();
    if (!target.isEmpty() && !m_all.isEmpty())
        m_all.constFirst()->setState({.target = target});
    setPrompt(prompt);
}

void PlaygroundPage::setPrompt(const QString &text)
{
    m_prompt->setText(text);
    m_prompt->focusText();
}

void PlaygroundPage::show(const profile::Conversation &conversation)
{
    m_conversation = conversation;
    while (!m_all.isEmpty())
        delete m_all.takeLast();
    for (const profile::PaneState &pane : conversation.panes)
        addPane(pane);
    if (m_all.isEmpty())
        addPane({.target = m_workspace.defaultTarget()});
    const QString draft = conversation.draft; // setText() reports an edit, which writes the draft
    m_prompt->setText(draft);
    m_header->setTitle(conversation.title.isEmpty() ? tr("Playground") : conversation.title);
    m_list->setCurrent(conversation.id);
    m_saveSoon.stop();
    markBest();
    emit conversationOpened(conversation.id);
}

void PlaygroundPage::send()
{
    const QString text = m_prompt->text().trimmed();
    if (text.isEmpty() || isAnyRunning())
        return;
    m_workspace.setFresh(false);
    if (m_conversation.title.isEmpty()) {
        m_conversation.title = titleFrom(text);
        m_header->setTitle(m_conversation.title);
    }
    const chat::Message message = chat::Message::make(chat::Role::User, text);
    for (Pane *pane : std::as_const(m_all)) {
        if (!pane->state().target.isEmpty() && !pane->isRunning())
            pane->ask(m_conversation, message);
    }
    m_prompt->clear();
    m_prompt->focusText();
    save();
}

void PlaygroundPage::retry(Pane *pane)
{
    const qsizetype last = pane->state().turns.size() - 1;
    if (last >= 0)
        pane->askAgain(m_conversation, last, pane->state().turns[last].user);
}

void PlaygroundPage::stopAll()
{
    for (Pane *pane : std::as_const(m_all))
        pane->stop();
}

void PlaygroundPage::exportTo(bool markdown)
{
    keep();
    auto *dialog = new QFileDialog(this, tr("Export the conversation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(markdown ? u"md"_s : u"json"_s);
    dialog->selectFile(m_conversation.title.isEmpty() ? tr("conversation") : m_conversation.title);
    connect(dialog, &QFileDialog::fileSelected, this, [this, markdown](const QString &path) {
        const QByteArray bytes =
            markdown ? profile::toMarkdown(m_conversation).toUtf8() : profile::toJson(m_conversation).dumpIndented();
        m_workspace.exportFile(path, bytes);
    });
    dialog->open();
}

void PlaygroundPage::rename(const QString &id, const QString &title)
{
    if (id != m_conversation.id || title.trimmed().isEmpty())
        return;
    m_conversation.title = title.trimmed();
    m_header->setTitle(m_conversation.title);
    save();
}

void PlaygroundPage::remove(const QString &id)
{
    m_removed = id;
    m_store.remove(id);
    if (id == m_conversation.id) {
        m_saveSoon.stop();
        m_conversation = {};
        newConversation();
    }
    emit notice(tr("Conversation deleted"), tr("Undo"));
}

void PlaygroundPage::undo()
{
    if (!m_removed.isEmpty())
        m_store.restore(std::exchange(m_removed, {}));
}

void PlaygroundPage::keep()
{
    if (m_saveSoon.isActive())
        save();
}

void PlaygroundPage::scheduleSave()
{
    m_saveSoon.start();
}

void PlaygroundPage::save()
{
    m_saveSoon.stop();
    m_conversation.panes.clear();
    bool empty = m_conversation.title.isEmpty();
    for (const Pane *pane : std::as_const(m_all)) {
        m_conversation.panes.append(pane->state());
        empty = empty && pane->state().turns.isEmpty();
    }
    if (empty && m_conversation.draft.isEmpty())
        return; // nobody typed anything: no file for it
    m_conversation.changedAt = m_clock.wall();
    m_store.save(m_conversation);
    m_list->reload();
}

void PlaygroundPage::askEstimate()
{
    if (m_all.isEmpty() || m_prompt->text().trimmed().isEmpty()) {
        m_prompt->setEstimate({});
        return;
    }
    profile::PaneState pane = m_all.constFirst()->state();
    pane.turns.append({.user = chat::Message::make(chat::Role::User, m_prompt->text())});
    const auto request = profile::requestFor(m_conversation, pane, pane.turns.size() - 1);
    if (request)
        m_estimate = m_engine.dryRun({.request = *request, .client = u"playground"_s, .session = m_conversation.id});
}

void PlaygroundPage::showEstimate(const Result<routing::Plan> &plan)
{
    if (!plan || plan->candidates.isEmpty()) {
        m_prompt->setEstimate(plan ? tr("no endpoint can serve this") : plan.error().message);
        return;
    }
    // The bound counts bytes as tokens; what is likely is a quarter of it.
    const QString tokens = tr("≈ %1 tokens").arg(formatCount(qMax<qint64>(1, plan->inputTokensBound / 4)));
    const routing::Candidate &first = plan->candidates.constFirst();
    if (!first.expectedLow || !first.expectedHigh)
        m_prompt->setEstimate(tokens);
    else
        //: Tokens of the prompt, then the least and the most that the answer is expected to cost.
        m_prompt->setEstimate(
            tr("%1 · %2 to %3").arg(tokens, formatMoney(*first.expectedLow), formatMoney(*first.expectedHigh)));
}

void PlaygroundPage::updatePanes()
{
    const bool running = isAnyRunning();
    const bool anyTarget =
        std::any_of(m_all.cbegin(), m_all.cend(), [](const Pane *pane) { return !pane->state().target.isEmpty(); });
    updateFrameTimer();
    const bool nothingYet =
        std::all_of(m_all.cbegin(), m_all.cend(), [](const Pane *pane) { return pane->state().turns.isEmpty(); });
    const bool first = m_workspace.isFresh() && nothingYet;
    m_stage->setCurrentWidget(first ? static_cast<QWidget *>(m_firstRun) : m_panes);
    m_list->setVisible(!first);
    for (Pane *pane : std::as_const(m_all))
        pane->setClosable(m_all.size() > 1);
    m_addPane->setEnabled(m_all.size() < profile::MaxPanes);
    const bool hasText = !m_prompt->text().trimmed().isEmpty();
    m_prompt->setSendable(hasText && anyTarget && !running,
                          running          ? tr("An answer is still coming")
                              : !anyTarget ? tr("Choose a model first")
                                           : tr("Type a prompt first"));
}

void PlaygroundPage::markBest()
{
    QList<Metrics> metrics;
    for (const Pane *pane : std::as_const(m_all))
        metrics.append(pane->metrics());
    const QList<BestMarks> best = bestOf(metrics);
    for (int i = 0; i < int(m_all.size()); ++i)
        m_all[i]->setBest(best[i]);
}

void PlaygroundPage::fillTargets()
{
    // The window is on screen before the profile is read: panes wait for what there is to ask.
    for (Pane *pane : std::as_const(m_all)) {
        if (pane->state().target.isEmpty() && pane->state().turns.isEmpty())
            pane->setState({.target = m_workspace.defaultTarget()});
    }
    updatePanes();
    m_estimateSoon.start();
}

bool PlaygroundPage::isAnyRunning() const
{
    return std::any_of(m_all.cbegin(), m_all.cend(), [](const Pane *pane) { return pane->isRunning(); });
}

void PlaygroundPage::updateFrameTimer()
{
    // A hidden page does nothing: what came meanwhile is shown at the first frame after it is seen again.
    if (!isVisible() || !isAnyRunning())
        m_frame.stop();
    else if (!m_frame.isActive())
        m_frame.start();
}

void PlaygroundPage::focusInEvent(QFocusEvent *)
{
    m_prompt->focusText();
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

} // namespace sb::ui
