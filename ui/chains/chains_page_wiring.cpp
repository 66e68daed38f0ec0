// The part of ChainsPage that says what leads to what.
#include "ui/chains/chains_page.h"

#include "ui/chains/chain_header.h"
#include "ui/chains/chain_json_view.h"
#include "ui/chains/chain_transfer.h"
#include "ui/chains/line_panel.h"
#include "ui/chains/step_inspector.h"
#include "ui/chains/step_list.h"
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
