#include "ui/playground/playground_page.h"

#include "ui/playground/comparison_view.h"
#include "ui/playground/conversation_list.h"
#include "ui/playground/pane.h"
#include "ui/playground/pane_row.h"
#include "ui/playground/playground_header.h"
#include "ui/playground/prompt_box.h"
#include "ui/playground/prompt_desk.h"
#include "ui/playground/setup_panel.h"
#include "ui/playground/turn_band.h"

#include <QShortcut>

// What of a PlaygroundPage acts on what; the rest of it is in playground_page.cpp.
namespace sb::ui {

void PlaygroundPage::setupHeader()
{
    connect(m_header, &PlaygroundHeader::viewChosen, this, &PlaygroundPage::updateStage);
    connect(m_header, &PlaygroundHeader::togetherToggled, m_row, &PaneRow::setScrollTogether);
    connect(m_header, &PlaygroundHeader::addPaneRequested, this, [this] { m_session.addPane(); });
    connect(m_header, &PlaygroundHeader::exportRequested, this, &PlaygroundPage::exportTo);
    connect(m_header, &PlaygroundHeader::listToggled, this, [this] {
        m_listWanted = m_list->isHidden();
        updateList();
    });
    connect(m_header, &PlaygroundHeader::setupToggled, this, [this] {
        toggleSetup(m_setup->isHidden());
        if (!m_setup->isHidden())
            m_setup->focusFirst();
    });
}

void PlaygroundPage::setupKeys()
{
    const auto onKey = [this](const QKeySequence &key, auto slot) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, slot);
    };
    onKey(Qt::Key_Escape, [this] { m_session.stopAll(); });
    for (int i = 0; i < profile::MaxPanes; ++i)
        onKey(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] { m_row->focusPane(i); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        if (m_row->active())
            m_row->active()->chooseTarget();
    });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        if (m_row->active())
            m_session.retry(&m_row->active()->run());
    });
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { m_session.retryAll(); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_B), [this] { m_row->vote(usage::Vote::Kind::Better); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_W), [this] { m_row->vote(usage::Vote::Kind::Worse); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_T), [this] { m_row->vote(usage::Vote::Kind::Tie); });
    onKey(QKeySequence::Undo, [this] {
        if (m_session.undo())
            emit notice(tr("Undone"), {}); // the toast that offered it is out of date
    });
    for (const QKeySequence &key : QKeySequence::keyBindings(QKeySequence::Redo)) {
        onKey(key, [this] {
            if (m_session.redo())
                emit notice(tr("Done again"), {});
        });
    }
    onKey(QKeySequence::Find, [this] {
        m_listWanted = true;
        updateList();
        m_list->focusSearch();
    });
}

void PlaygroundPage::connectSession()
{
    connect(&m_session, &PlaygroundSession::opened, this, &PlaygroundPage::showConversation);
    connect(&m_session, &PlaygroundSession::titleChanged, this,
            [this] { m_header->setTitle(m_session.shared().title); });
    connect(&m_session, &PlaygroundSession::promptsChanged, this, &PlaygroundPage::showTurn);
    connect(&m_session, &PlaygroundSession::runningChanged, this, [this] {
        updateStage();
        updateFrameTimer();
        m_band->setEditable(!m_session.isAnyRunning());
    });
    connect(&m_session, &PlaygroundSession::kept, this, [this](const profile::Conversation &conversation) {
        m_list->keep(profile::summaryOf(conversation));
        if (conversation.id == m_session.shared().id) // another one may have got the rest of its answers
            emit conversationOpened(conversation.id);
    });
    connect(&m_session, &PlaygroundSession::notice, this, &PlaygroundPage::notice);
    connect(&m_session, &PlaygroundSession::failed, this, &PlaygroundPage::failed);
    connect(m_row, &PaneRow::traceRequested, this, &PlaygroundPage::traceRequested);
    connect(m_row, &PaneRow::explanationRequested, this, &PlaygroundPage::explanationRequested);
    connect(m_band, &TurnBand::classRequested, this, &PlaygroundPage::explainClass);
    connect(&m_workspace, &profile::Workspace::classesChanged, this, &PlaygroundPage::showClass);
    connect(m_row, &PaneRow::panesChanged, this, [this] {
        updateStage();
        updateList();
        updateTabOrder();
    });
    connect(m_row, &PaneRow::activeChanged, this, [this] {
        showTurn();
        showSetup();
    });
    connect(m_row, &PaneRow::shownChanged, this, &PlaygroundPage::showTurn);
    connect(m_band, &TurnBand::stepRequested, this, &PlaygroundPage::step);
    connect(m_band, &TurnBand::sendAgainRequested, this, [this](int prompt, const QString &text) {
        if (m_session.sendAgain(prompt, text))
            m_band->endEditing();
    });
    connect(m_band, &TurnBand::edited, &m_session, &PlaygroundSession::setEdit);
    connect(m_band, &TurnBand::editingEnded, m_prompt, &PromptBox::focusText);
    connect(m_prompt, &PromptBox::refused, this, [this](const QString &sentence) { emit notice(sentence, {}); });
    connect(m_prompt, &PromptBox::toolsRequested, this, [this] {
        toggleSetup(true);
        m_setup->focusTools();
    });
}

void PlaygroundPage::connectSetup()
{
    connect(m_setup, &SetupPanel::systemPromptEdited, this, [this](const QString &text) {
        m_session.setSystemPrompt(text);
        m_desk->refresh(); // it costs, too
    });
    connect(m_setup, &SetupPanel::parametersEdited, this, [this](const Json &parameters, bool ofPane) {
        if (ofPane && m_row->active())
            m_row->active()->run().setParameters(parameters);
        else
            m_session.setParameters(parameters);
        m_desk->refresh();
    });
    connect(m_setup, &SetupPanel::responseFormatEdited, this, [this](const Json &format) {
        m_session.setResponseFormat(format);
        m_desk->refresh();
    });
    connect(m_setup, &SetupPanel::unfinishedEdited, &m_session, &PlaygroundSession::setUnfinished);
    connect(m_setup, &SetupPanel::toolsEdited, this, [this](const Json &tools) {
        m_session.setTools(tools);
        m_prompt->setToolCount(int(tools.size()));
        m_desk->refresh();
    });
    connect(m_setup, &SetupPanel::problemChanged, this, [this] { m_desk->setObstacle(m_setup->problem()); });
    connect(m_setup, &SetupPanel::closeRequested, this, [this] { toggleSetup(false); });
}

void PlaygroundPage::connectLists()
{
    connect(m_firstRun, &FirstRun::practiceChosen, m_desk, &PromptDesk::send);
    connect(m_desk, &PromptDesk::refused, this, [this](const QString &sentence) { emit notice(sentence, {}); });
    connect(m_firstRun, &FirstRun::keyChosen, this, &PlaygroundPage::keyRequested);
    connect(m_firstRun, &FirstRun::localServerChosen, this, &PlaygroundPage::localServerChosen);
    connect(m_list, &ConversationList::chosen, &m_session, &PlaygroundSession::open);
    connect(m_list, &ConversationList::newRequested, &m_session, &PlaygroundSession::startNew);
    connect(m_list, &ConversationList::renameRequested, &m_session, &PlaygroundSession::rename);
    connect(m_list, &ConversationList::removeRequested, &m_session, &PlaygroundSession::remove);
    connect(m_list, &ConversationList::filled, this, [this] {
        m_workspace.setFresh(false); // somebody has been here
        updateStage();
    });
    connect(m_comparison, &ComparisonView::traceRequested, this, &PlaygroundPage::traceRequested);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, [this] {
        m_firstRun->setPracticeOffered(m_workspace.settings().practice);
        m_desk->refresh();
    });
}

} // namespace sb::ui
