// The half of the page that is about files: which chain is opened, kept, removed.
#include "ui/chains/chain_header.h"
#include "ui/chains/chain_json_view.h"
#include "ui/chains/chain_transfer.h"
#include "ui/chains/chains_page.h"
#include "ui/chains/versions/publish_dialog.h"
#include "ui/chains/versions/version_rows.h"
#include "ui/common/banner.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

bool ChainsPage::wasChangedElsewhere() const
{
    const routing::Chain *kept = m_workspace.chain(m_keptAs);
    return kept && *kept != m_document.saved();
}

void ChainsPage::openNew(routing::Chain chain)
{
    chain.name = freeName(chain.name);
    chain.version = 1;
    leaveFor([this, &chain] {
        m_keptAs.clear();
        m_document.open(chain);
        m_dryRun.runNow();
        presentChooser();
    });
}

void ChainsPage::newChain()
{
    routing::Chain chain{.name = tr("chain", "name of a new chain: letters, digits and -")};
    if (const QString model = m_workspace.nextModel(); !model.isEmpty())
        chain.steps = {{.model = model}};
    openNew(chain);
}

void ChainsPage::addModel(const QString &chain, const QString &model)
{
    showPolicies(false);
    const ChainWork left = work();
    const bool leavesWork = chain != m_keptAs && hasWork();
    if (chain.isEmpty()) {
        openNew({.name = tr("chain", "name of a new chain: letters, digits and -"), .steps = {{.model = model}}});
        return;
    }
    if (chain != m_keptAs)
        openChain(chain);
    if (chain != m_keptAs)
        return; // it was removed meanwhile
    const qsizetype at = m_document.chain().steps.size();
    m_document.edit(routing::InsertStep{.at = at, .step = {.model = model}}, tr("Add step"));
    m_document.setCurrent(at);
    const QString name = m_document.chain().name;
    if (leavesWork) {
        //: %1 a model, %2 and %3 names of chains
        tellUndoable(tr("%1 added to %2; the edits of %3 were not saved").arg(model, name, left.chain.name),
                     [this, left] { resume(left); });
        return;
    }
    tellUndoable(tr("%1 added to %2").arg(model, name), [this] { m_document.undoStack().undo(); });
    m_undoIsEdit = true;
}

void ChainsPage::duplicate()
{
    if (!m_document.chain().name.isEmpty())
        openNew(m_document.chain());
}

QString ChainsPage::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; m_workspace.chain(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    return name;
}

void ChainsPage::removeChain()
{
    const ChainWork left = work();
    if (left.chain.name.isEmpty())
        return;
    const auto versions = history();
    std::optional<routing::Chain> onDisk; // may be another than the one that was opened
    if (const routing::Chain *kept = m_workspace.chain(left.keptAs))
        onDisk = *kept;
    m_keptAs.clear();
    m_document.open({});
    if (onDisk)
        m_workspace.removeChain(onDisk->name);
    else
        takeChains();
    tellUndoable(tr("%1 removed").arg(left.chain.name), [this, left, onDisk, versions] {
        if (onDisk)
            m_workspace.publishChain(*onDisk, versions);
        leaveFor([this, &left] { resume(left); });
    });
}

void ChainsPage::save()
{
    if (!m_saving.isEmpty())
        return;
    commit();
    if (!m_json->applyText()) {
        m_header->setView(ChainHeader::View::Json); // which says what is wrong with the text
        return;
    }
    if (!hasWork() || !problems().isEmpty())
        return; // what was typed has been shown and checked only now
    const auto versions = history();
    const routing::Chain *inUse = m_workspace.chain(m_keptAs);
    const bool isSame = m_document.chain().name == m_keptAs && !wasChangedElsewhere();
    auto *dialog =
        new PublishDialog({.name = m_document.chain().name,
                           .number = nextVersion(versions),
                           .inUse = inUse ? versions.current : 0,
                           .mayShare = inUse && isSame,
                           .whyNoShare = inUse ? tr("Under another name it takes all requests.") : QString(),
                           .changes = inUse ? semanticDiff(*inUse, m_document.chain()) : QList<routing::Change>()},
                          this);
    connect(dialog, &PublishDialog::published, this, &ChainsPage::publish);
    dialog->open();
}

void ChainsPage::takeSaved(const routing::Chain &chain)
{
    if (chain.name != m_saving)
        return;
    m_saving.clear();
    m_banner->clear(); // why it was not saved before
    if (m_document.chain().name == chain.name) { // no other one was opened meanwhile
        m_keptAs = chain.name;
        m_document.markSaved(chain);
    }
    emit notice(tr("%1 is published as version %2").arg(chain.name).arg(chain.version), {}, 0);
}

void ChainsPage::takeNotSaved(const routing::Chain &chain, const Error &error)
{
    if (chain.name == m_saving) {
        m_saving.clear();
        const bool isKept = error.kind == Error::Kind::Conflict; // beside the other one, which is shown next
        if (isKept && m_document.chain().name == chain.name) {
            m_keptAs = chain.name;
            m_document.markSaved(chain);
        }
    } else if (chain.name == m_keptAs && !m_workspace.chain(m_keptAs)) {
        m_keptAs.clear(); // a removal that could not be undone: a draft
    }
    present();
}

void ChainsPage::takeImport(const Result<routing::Chain> &chain)
{
    if (chain)
        openNew(*chain);
    else
        m_banner->set(Signal::Stop, tr("Not imported: %1").arg(chain.error().message));
}

} // namespace sb::ui
