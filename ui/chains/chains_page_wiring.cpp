// The part of ChainsPage that says what leads to what.
#include "ui/chains/chains_page.h"

#include "ui/chains/chain_header.h"
#include "ui/chains/chain_json_view.h"
#include "ui/chains/chain_transfer.h"
#include "ui/chains/line_panel.h"
#include "ui/chains/line_view.h"
#include "ui/chains/paste_dialog.h"
#include "ui/chains/recorded_dialog.h"
#include "ui/chains/replay/replay_view.h"
#include "ui/chains/step_inspector.h"
#include "ui/chains/step_list.h"
#include "ui/chains/step_menus.h"
#include "ui/chains/steps_panel.h"
#include "ui/common/empty_state.h"

#include <QShortcut>

namespace sb::ui {

void ChainsPage::connectHeader()
{
    connect(m_header, &ChainHeader::chosen, this, &ChainsPage::choose);
    connect(m_header, &ChainHeader::renamed, this, [this](const QString &name) {
        routing::Chain chain = m_document.chain();
        chain.name = name;
        m_document.replace(chain, tr("Rename"));
    });
    connect(m_header, &ChainHeader::viewChosen, this, &ChainsPage::present);
    connect(m_header, &ChainHeader::saveRequested, this, &ChainsPage::save);
    connect(m_header, &ChainHeader::newRequested, this, &ChainsPage::newChain);
    connect(m_header, &ChainHeader::duplicateRequested, this, &ChainsPage::duplicate);
    connect(m_header, &ChainHeader::removeRequested, this, &ChainsPage::removeChain);
    connect(m_header, &ChainHeader::importRequested, this,
            [this] { importChain(this, [this](const Result<routing::Chain> &chain) { takeImport(chain); }); });
    connect(m_header, &ChainHeader::exportRequested, this, [this] {
        exportChain(this, m_document.chain().name, [this](const QString &path) {
            m_workspace.exportFile(path, routing::toJson(m_document.chain()).dumpIndented());
        });
    });
}

void ChainsPage::connectEditor()
{
    StepList &list = m_steps->list();
    connect(m_steps, &StepsPanel::addWanted, this, &ChainsPage::addStep);
    connect(m_line, &LinePanel::stepWanted, this, &ChainsPage::addStep);
    connect(&list, &StepList::inspectorWanted, m_inspector, &StepInspector::focusFirst);
    connect(&list, &StepList::removed, this, &ChainsPage::tellStepRemoved);
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_undoIsEdit)
            withdrawUndo();
    });
    connect(m_inspector, &StepInspector::typed, this, &ChainsPage::present);
    connect(m_json, &ChainJsonView::typedChanged, this, &ChainsPage::present);
    connect(m_inspector, &StepInspector::removeWanted, &list, &StepList::removeCurrent);
    connect(m_inspector, &StepInspector::moveWanted, &list, &StepList::moveCurrent);
    connect(m_inspector, &StepInspector::duplicateWanted, &list, &StepList::duplicateCurrent);
    connect(&m_shown, &ShownPath::changed, this, [this] {
        const QList<StepOutcome> outcomes = m_shown.outcomes();
        m_steps->list().setOutcomes(outcomes);
        m_inspector->setOutcomes(outcomes);
    });
    auto *again = new QShortcut(Qt::Key_F5, this);
    connect(again, &QShortcut::activated, &m_dryRun, &DryRun::runNow);
}

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

void ChainsPage::connectWorkspace()
{
    connect(&m_document, &ChainDocument::changed, this,
            [this] { m_document.chain().name == m_header->current() ? present() : presentChooser(); });
    connect(m_empty, &EmptyState::actionTriggered, this, &ChainsPage::newChain);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &ChainsPage::takeChains);
    connect(&m_workspace, &profile::Workspace::chainSaved, this, &ChainsPage::takeSaved);
    connect(&m_workspace, &profile::Workspace::chainNotSaved, this, &ChainsPage::takeNotSaved);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, [this] {
        present();
        m_dryRun.runSoon();
    });
}

} // namespace sb::ui
