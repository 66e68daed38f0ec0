// The parts of the page that are about versions, and the way to policies.
#include "ui/chains/chain_header.h"
#include "ui/chains/chain_json_view.h"
#include "ui/chains/chains_page.h"
#include "ui/chains/policies/policy_page.h"
#include "ui/chains/versions/versions_view.h"

#include <QStackedWidget>

namespace sb::ui {

void ChainsPage::connectPolicies()
{
    connect(m_header, &ChainHeader::policyChosen, this, &ChainsPage::openPolicy);
    connect(m_header, &ChainHeader::newPolicyRequested, this, [this] { openPolicy({}); });
    connect(m_policies, &PolicyPage::requestWanted, this, &ChainsPage::requestWanted);
    connect(m_policies, &PolicyPage::chainChosen, this, &ChainsPage::choose);
    connect(m_policies, &PolicyPage::closed, this, [this] { showPolicies(false); });
    connect(m_policies, &PolicyPage::told, this, [this](const QString &text) { emit notice(text, {}, 0); });
    connect(m_policies, &PolicyPage::undoable, this,
            [this](const QString &text, const std::function<void()> &undo, bool isEdit) {
                tellUndoable(text, [this, undo] {
                    showPolicies(true); // where it is seen
                    undo();
                });
                m_undoIsEdit = isEdit;
            });
    connect(&m_policies->document().undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_undoIsEdit)
            withdrawUndo();
    });
    connect(&m_workspace, &profile::Workspace::policiesChanged, this, &ChainsPage::presentChooser);
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &ChainsPage::presentChooser);
}

void ChainsPage::showPolicies(bool shown)
{
    if (shown)
        keepDraft();
    else
        m_policies->keepDraft();
    m_chainPart->setVisible(!shown);
    m_policies->setVisible(shown);
}

void ChainsPage::openPolicy(const QString &name)
{
    showPolicies(true);
    if (name.isEmpty())
        m_policies->newPolicy();
    else if (!m_policies->openPolicy(name))
        showPolicies(false); // it was removed meanwhile
    m_policies->setFocus(Qt::OtherFocusReason);
}

routing::VersionHistory<routing::Chain> ChainsPage::history() const
{
    return m_keptAs.isEmpty() ? routing::VersionHistory<routing::Chain>()
                              : m_workspace.chainHistory(m_keptAs, m_clock.wall());
}

std::optional<routing::Chain> ChainsPage::draft() const
{
    return m_keptAs.isEmpty() || m_document.isChanged() ? std::optional(m_document.chain()) : std::nullopt;
}

/// Of a chain that has no file yet the draft is kept by whoever asks for work().
void ChainsPage::keepDraft()
{
    if (m_keptAs.isEmpty() || !m_saving.isEmpty())
        return;
    const auto before = history();
    if (const auto now = withDraft(before, m_document.chain()); now.draft != before.draft)
        m_workspace.saveChainHistory(m_keptAs, now);
}

void ChainsPage::connectVersions()
{
    connect(m_versions, &VersionsView::restoreWanted, this, &ChainsPage::restore);
    connect(m_versions, &VersionsView::promoteWanted, this, &ChainsPage::promote);
    connect(m_versions, &VersionsView::shareWanted, this, [this](int percent) {
        changeHistory(withCanaryShare(history(), percent), tr("The new version takes %1 %").arg(percent));
    });
    connect(m_versions, &VersionsView::withdrawWanted, this,
            [this] { changeHistory(withdrawn(history()), tr("The new version takes no requests any more")); });
    connect(&m_workspace, &profile::Workspace::versionsChanged, this, &ChainsPage::present);
}

void ChainsPage::presentVersions()
{
    if (m_stack->currentWidget() != m_versions)
        return;
    const auto versions = history();
    m_versions->present(
        {.rows = versionRows(versions, draft()),
         .inUse = versions.current,
         .canary = versions.canary,
         .zone = profile::zoneOf(m_workspace.settings()),
         .now = m_clock.wall()},
        [versions, edited = draft()](int from, int to) { return differences(versions, edited, from, to); });
}

void ChainsPage::publish(const QString &note, std::optional<int> percent)
{
    routing::Chain chain = m_document.chain();
    auto before = history();
    if (percent) {
        if (const auto after = publishedAsCanary(withDraft(before, chain), *percent, m_clock.wall(), note))
            publishShare(*after);
        return;
    }
    if (wasChangedElsewhere() || (m_keptAs != chain.name && m_workspace.chain(chain.name))) {
        chain.name = freeName(chain.name); // never over what somebody else wrote
        before = {};
        m_keptAs.clear();
    }
    const auto after = published(withDraft(before, chain), m_clock.wall(), note);
    if (!after)
        return; // it says what is in use already
    chain = findVersion(*after, after->current)->value;
    m_saving = chain.name;
    m_document.apply(chain);
    m_workspace.publishChain(chain, *after, m_keptAs);
}

void ChainsPage::publishShare(const routing::VersionHistory<routing::Chain> &after)
{
    m_workspace.saveChainHistory(m_keptAs, after);
    takeUp(m_keptAs); // what is in use; the draft has become a version
    emit notice(tr("Version %1 takes %2 % of the requests").arg(after.canary->version).arg(after.canary->percent), {},
                0);
}

void ChainsPage::changeHistory(const Result<routing::VersionHistory<routing::Chain>> &changed, const QString &text)
{
    if (!changed)
        return;
    const auto before = history();
    m_workspace.saveChainHistory(m_keptAs, *changed);
    tellUndoable(text, [this, key = m_keptAs, share = before.canary] { // and not a draft of before
        auto now = m_workspace.chainHistory(key, m_clock.wall());
        now.canary = share;
        m_workspace.saveChainHistory(key, now);
    });
}

void ChainsPage::promote()
{
    const auto after = promoted(withDraft(history(), m_document.chain()));
    if (!after || !m_saving.isEmpty())
        return;
    const bool wasEdited = m_document.isChanged(); // then it stays the draft
    const routing::Chain chain = findVersion(*after, after->current)->value;
    m_saving = chain.name;
    if (!wasEdited)
        m_document.apply(chain);
    m_workspace.publishChain(chain, wasEdited ? *after : withDraft(*after, chain), m_keptAs);
}

void ChainsPage::restore(int number)
{
    const auto versions = history();
    const auto *version = findVersion(versions, number);
    if (!version)
        return;
    routing::Chain chain = version->value;
    chain.name = m_document.chain().name;
    chain.version = m_document.saved().version;
    m_document.replace(chain, tr("Restore version %1").arg(number));
    tellUndoable(tr("Version %1 is the draft").arg(number), [this] { m_document.undoStack().undo(); });
    m_undoIsEdit = true;
}

} // namespace sb::ui
