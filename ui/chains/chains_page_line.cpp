// The part of the page that is about line and rehearsal: what is done on the line, and which request travels along it.
#include "ui/chains/chain_header.h"
#include "ui/chains/chains_page.h"
#include "ui/chains/line_panel.h"
#include "ui/chains/line_view.h"
#include "ui/chains/paste_dialog.h"
#include "ui/chains/recorded_dialog.h"
#include "ui/chains/replay/replay_view.h"
#include "ui/chains/step_inspector.h"
#include "ui/chains/step_list.h"
#include "ui/chains/step_menus.h"
#include "ui/chains/steps_panel.h"

#include <QStackedWidget>

namespace sb::ui {

void ChainsPage::connectLine()
{
    StepList &list = m_steps->list();
    LineView &line = m_line->line();
    connect(&line, &LineView::inspectorWanted, m_inspector, &StepInspector::focusFirst);
    connect(&line, &LineView::removeWanted, &list, &StepList::removeCurrent);
    connect(&line, &LineView::moveWanted, &list, &StepList::moveCurrent);
    connect(&line, &LineView::addWanted, this, &ChainsPage::insertStep);
    connect(&line, &LineView::faultsWanted, m_menus, &StepMenus::openFaults);
    connect(&line, &LineView::nextWanted, m_menus, &StepMenus::openNext);
    connect(&line, &LineView::menuWanted, m_menus, &StepMenus::openAll);
    connect(&line, &LineView::connectWanted, m_menus, &StepMenus::openConnection);
    connect(&list, &StepList::faultsWanted, m_menus, &StepMenus::openFaults);
    connect(&list, &StepList::nextWanted, m_menus, &StepMenus::openNext);
    connect(&list, &StepList::menuWanted, m_menus, &StepMenus::openAll);
    connect(m_menus, &StepMenus::addWanted, this, &ChainsPage::insertStep);
    connect(m_menus, &StepMenus::duplicateWanted, &list, &StepList::duplicateCurrent);
    connect(m_menus, &StepMenus::moveWanted, &list, &StepList::moveCurrent);
    connect(m_menus, &StepMenus::removeWanted, &list, &StepList::removeCurrent);
    connect(m_line, &LinePanel::pasteWanted, this, &ChainsPage::pasteRequest);
    connect(m_line, &LinePanel::recordWanted, this, &ChainsPage::chooseRecord);
}

void ChainsPage::connectRehearsal()
{
    connect(m_replay, &ReplayView::requestWanted, this, &ChainsPage::requestWanted);
    connect(&m_document, &ChainDocument::changed, m_replay, &ReplayView::setOutdated);
    connect(m_header, &ChainHeader::rehearseRequested, this, [this] {
        commit();
        if (m_stack->currentWidget() != m_editor)
            m_header->setView(ChainHeader::View::Line); // where it is seen how far it is
        m_rehearsal.isRunning() ? m_rehearsal.cancel() : m_rehearsal.start();
    });
    connect(&m_rehearsal, &ChainRehearsal::changed, this, [this] { m_header->setRehearsing(m_rehearsal.isRunning()); });
}

void ChainsPage::pasteRequest()
{
    auto *dialog = new PasteDialog(tr("It is planned by this chain, whichever model it names, and not sent."), this);
    connect(dialog, &PasteDialog::taken, this, [this](const chat::Request &request) {
        m_dryRun.setPrompt({.given = request, .title = tr("pasted")});
        m_line->showCandidates(true);
    });
    dialog->open();
}

void ChainsPage::chooseRecord()
{
    auto *dialog = new RecordedDialog(m_queries, m_clock, this);
    connect(dialog, &RecordedDialog::taken, this, [this](const chat::Request &request, const QString &title) {
        m_dryRun.setPrompt({.given = request, .title = title});
        m_line->showCandidates(true);
    });
    dialog->open();
}

void ChainsPage::insertStep(qsizetype before)
{
    m_steps->list().insertStep(before, {.model = m_workspace.nextModel()});
    m_inspector->focusFirst();
}

} // namespace sb::ui
