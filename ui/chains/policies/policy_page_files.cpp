// The half of the page that is about files: which policy is opened, kept, published, removed.
#include "ui/chains/chain_header.h"
#include "ui/chains/policies/policy_json_view.h"
#include "ui/chains/policies/policy_page.h"
#include "ui/chains/versions/publish_dialog.h"
#include "ui/chains/versions/version_rows.h"
#include "ui/common/banner.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

routing::VersionHistory<routing::Policy> PolicyPage::history() const
{
    return m_workspace.policyHistory(m_key, m_clock.wall());
}

bool PolicyPage::isPublished() const
{
    return m_workspace.policy(m_key) != nullptr;
}

bool PolicyPage::hasDraft() const
{
    return !m_key.isEmpty() && (!isPublished() || m_document.isChanged());
}

std::optional<routing::Policy> PolicyPage::draft() const
{
    return hasDraft() ? std::optional(m_document.policy()) : std::nullopt;
}

bool PolicyPage::wasChangedElsewhere() const
{
    const routing::Policy *kept = m_workspace.policy(m_key);
    return kept && *kept != m_document.saved();
}

QString PolicyPage::freeName(const QString &wanted) const
{
    const QStringList names = m_workspace.policyNames();
    QString name = wanted;
    for (int number = 2; names.contains(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    return name;
}

bool PolicyPage::openPolicy(const QString &name)
{
    if (!m_workspace.policyNames().contains(name))
        return false;
    m_key = name;
    const std::optional<routing::Policy> kept = history().draft;
    const routing::Policy *published = m_workspace.policy(name);
    m_document.open(published ? *published : kept.value_or(routing::Policy{.name = name}));
    if (published && kept)
        m_document.replace(*kept, tr("Draft from before"));
    m_keepSoon.stop(); // nothing was edited yet
    m_banner->clear();
    presentChooser();
    return true;
}

bool PolicyPage::keepDraft()
{
    m_keepSoon.stop();
    if (m_key.isEmpty() || !m_saving.isEmpty())
        return true;
    const auto before = history();
    const QString name = m_document.policy().name;
    if (!isPublished() && name != m_key && routing::isChainName(name) && !m_workspace.policyNames().contains(name)) {
        const QString old = std::exchange(m_key, name); // no request goes by it yet: it is called so at once
        m_workspace.savePolicyHistory(m_key, withDraft(before, m_document.policy()));
        m_workspace.removePolicy(old);
    } else if (const auto now = withDraft(before, m_document.policy()); now.draft != before.draft) {
        m_workspace.savePolicyHistory(m_key, now);
    }
    return m_json->typedText().isEmpty();
}

void PolicyPage::choose(const QString &name)
{
    if (name != m_key && m_workspace.policyNames().contains(name))
        leaveFor([this, &name] { openPolicy(name); });
}

/// Drafts are kept; only text that is no policy would go without a word.
void PolicyPage::leaveFor(const std::function<void()> &openOther)
{
    const QString left = m_key;
    const bool isLost = !keepDraft() && !m_json->applyText();
    const QString typed = m_json->typedText();
    if (!isLost)
        keepDraft(); // with the text that has just been applied
    openOther();
    if (isLost)
        emit undoable(
            tr("What was typed in %1 is no policy and was not kept").arg(left),
            [this, left, typed] {
                openPolicy(left);
                m_json->resumeText(typed);
                m_header->setView(ChainHeader::View::Json);
            },
            false);
}

void PolicyPage::openNew(routing::Policy policy)
{
    policy.name = freeName(policy.name);
    policy.version = 1;
    leaveFor([this, &policy] {
        m_workspace.savePolicyHistory(policy.name, withDraft(routing::VersionHistory<routing::Policy>(), policy));
        openPolicy(policy.name);
    });
}

void PolicyPage::newPolicy()
{
    openNew({.name = tr("policy", "name of a new policy: letters, digits and -")});
}

void PolicyPage::duplicate()
{
    if (!m_key.isEmpty())
        openNew(m_document.policy());
}

void PolicyPage::takeImport(const Result<routing::Policy> &policy)
{
    if (policy)
        openNew(*policy);
    else
        m_banner->set(Signal::Stop, tr("Not imported: %1").arg(policy.error().message));
}

void PolicyPage::removePolicy()
{
    if (m_key.isEmpty())
        return;
    keepDraft();
    const QString name = m_key;
    const auto kept = history();
    const routing::Policy *onDisk = m_workspace.policy(name);
    const std::optional<routing::Policy> published = onDisk ? std::optional(*onDisk) : std::nullopt;
    const profile::Settings settings = m_workspace.settings();
    const bool wasInUse = settings.policy == name;
    m_key.clear();
    m_document.open({});
    m_keepSoon.stop();
    if (wasInUse) {
        profile::Settings without = settings;
        without.policy.clear();
        m_workspace.setSettings(without);
    }
    m_workspace.removePolicy(name); // → takePolicies(), which shows another
    emit undoable(
        wasInUse ? tr("%1 removed, requests go as they ask").arg(name) : tr("%1 removed").arg(name),
        [this, name, kept, published, wasInUse] {
            if (published)
                m_workspace.publishPolicy(*published, kept);
            else
                m_workspace.savePolicyHistory(name, kept);
            if (wasInUse) {
                profile::Settings again = m_workspace.settings();
                again.policy = name;
                m_workspace.setSettings(again);
            }
            m_saving.clear();
            leaveFor([this, &name] {
                m_key = name; // is in the list once it is on disk
                openPolicy(name);
            });
        },
        false);
}

/// The policies on disk are others, or known for the first time.
void PolicyPage::takePolicies()
{
    const QStringList names = m_workspace.policyNames();
    if (!m_key.isEmpty() && !names.contains(m_key) && m_saving.isEmpty()) {
        m_key.clear();
        m_document.open({});
        m_keepSoon.stop();
    }
    if (m_key.isEmpty()) {
        if (!isHidden() && !names.isEmpty())
            openPolicy(names.constFirst());
        else if (!isHidden())
            emit closed();
        return;
    }
    const bool isEdited = m_document.isChanged() || !m_json->typedText().isEmpty();
    if (m_saving.isEmpty() && wasChangedElsewhere()) {
        if (!isEdited) {
            openPolicy(m_key);
            return;
        }
        m_banner->set(Signal::Caution,
                      tr("“%1” was changed elsewhere. Publishing keeps yours beside it, as a new policy.").arg(m_key));
    }
    presentChooser();
}

void PolicyPage::askToPublish()
{
    if (!m_saving.isEmpty() || m_key.isEmpty())
        return;
    if (!m_json->applyText()) {
        m_header->setView(ChainHeader::View::Json); // which says what is wrong with the text
        return;
    }
    keepDraft();
    if (!hasDraft() || !problems().isEmpty())
        return; // what was typed has been shown and checked only now
    const auto versions = history();
    const bool isSame = m_document.policy().name == m_key && !wasChangedElsewhere();
    const routing::Policy *inUse = m_workspace.policy(m_key);
    auto *dialog =
        new PublishDialog({.name = m_document.policy().name,
                           .number = nextVersion(versions),
                           .inUse = inUse ? versions.current : 0,
                           .mayShare = inUse && isSame,
                           .whyNoShare = inUse ? tr("Under another name it takes all requests.") : QString(),
                           .changes = inUse ? semanticDiff(*inUse, m_document.policy()) : QList<routing::Change>()},
                          this);
    connect(dialog, &PublishDialog::published, this, &PolicyPage::publish);
    dialog->open();
}

void PolicyPage::publish(const QString &note, std::optional<int> percent)
{
    if (percent) {
        publishShare(note, *percent);
        return;
    }
    routing::Policy policy = m_document.policy();
    QString old = m_key;
    auto before = history();
    if (wasChangedElsewhere() || (policy.name != m_key && m_workspace.policyNames().contains(policy.name))) {
        policy.name = freeName(policy.name); // never over what somebody else wrote
        before = {};
        old.clear();
    }
    const auto after = published(withDraft(before, policy), m_clock.wall(), note);
    if (!after)
        return; // it says what is in use already
    policy = findVersion(*after, after->current)->value;
    if (!isPublished())
        old.clear(); // there is no file to rename
    m_saving = policy.name;
    m_publishing = m_key;
    m_document.apply(policy);
    m_workspace.publishPolicy(policy, *after, old);
    present();
}

void PolicyPage::publishShare(const QString &note, int percent)
{
    const auto after = publishedAsCanary(withDraft(history(), m_document.policy()), percent, m_clock.wall(), note);
    if (!after)
        return;
    m_workspace.savePolicyHistory(m_key, *after);
    openPolicy(m_key); // what is in use; the draft has become a version
    emit told(tr("Version %1 takes %2 % of the requests").arg(after->canary->version).arg(percent));
}

void PolicyPage::changeHistory(const Result<routing::VersionHistory<routing::Policy>> &changed, const QString &text)
{
    if (!changed)
        return;
    const auto before = history();
    m_workspace.savePolicyHistory(m_key, *changed);
    emit undoable(
        text,
        [this, key = m_key, share = before.canary] { // and not a draft of before
            auto now = m_workspace.policyHistory(key, m_clock.wall());
            now.canary = share;
            m_workspace.savePolicyHistory(key, now);
        },
        false);
}

void PolicyPage::promote()
{
    const auto after = promoted(withDraft(history(), m_document.policy()));
    if (!after || !m_saving.isEmpty())
        return;
    const bool wasEdited = m_document.isChanged();
    const routing::Policy policy = findVersion(*after, after->current)->value;
    m_saving = policy.name;
    m_publishing = m_key;
    if (!wasEdited)
        m_document.apply(policy);
    m_workspace.publishPolicy(policy, wasEdited ? *after : withDraft(*after, policy), m_key);
}

void PolicyPage::restore(int number)
{
    const auto versions = history();
    const auto *version = findVersion(versions, number);
    if (!version)
        return;
    routing::Policy policy = version->value;
    policy.name = m_document.policy().name;
    policy.version = m_document.saved().version;
    m_document.replace(policy, tr("Restore version %1").arg(number));
    emit undoable(
        tr("Version %1 is the draft").arg(number), [this] { m_document.undoStack().undo(); }, true);
}

void PolicyPage::takeSaved(const routing::Policy &policy)
{
    if (policy.name != m_saving)
        return;
    m_saving.clear();
    if (m_key == m_publishing) { // no other one was opened meanwhile
        m_banner->clear();
        m_key = policy.name;
        m_document.markSaved(policy);
    }
    emit told(tr("%1 is published as version %2").arg(policy.name).arg(policy.version));
}

void PolicyPage::takeNotSaved(const routing::Policy &policy, const Error &error)
{
    if (policy.name != m_saving)
        return;
    m_saving.clear();
    if (error.kind == Error::Kind::Conflict
        && m_key == m_publishing) { // ours is beside the other one, which is shown next
        m_document.markSaved(m_document.policy());
    }
    present();
}

} // namespace sb::ui
