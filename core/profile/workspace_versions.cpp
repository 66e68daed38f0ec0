// The half of the workspace that is about policies, and about the versions of chains and policies.
#include "core/profile/workspace.h"

#include <algorithm>

namespace sb::profile {

namespace {

/// With what the file says, which is the truth about what is in use.
template <typename T>
routing::VersionHistory<T> historyOf(const QHash<QString, routing::VersionHistory<T>> &histories, const QString &name,
                                     const T *inFile, WallTime now)
{
    const routing::VersionHistory<T> known = histories.value(name);
    return inFile ? reconciled(known, *inFile, now) : known;
}

/// Whether two histories differ in more than their drafts.
template <typename T>
bool differBesideDrafts(routing::VersionHistory<T> a, const routing::VersionHistory<T> &b)
{
    a.draft = b.draft;
    return a != b;
}

} // namespace

const routing::Policy *Workspace::policy(const QString &name) const
{
    const auto it = std::ranges::find(m_policies, name, &routing::Policy::name);
    return it == m_policies.cend() ? nullptr : &*it;
}

QStringList Workspace::policyNames() const
{
    QStringList names;
    for (const routing::Policy &each : m_policies)
        names.append(each.name);
    for (auto it = m_policyHistories.cbegin(); it != m_policyHistories.cend(); ++it) {
        if (it->draft && !names.contains(it.key()))
            names.append(it.key());
    }
    names.sort();
    return names;
}

routing::VersionHistory<routing::Chain> Workspace::chainHistory(const QString &name, WallTime now) const
{
    return historyOf(m_chainHistories, name, chain(name), now);
}

routing::VersionHistory<routing::Policy> Workspace::policyHistory(const QString &name, WallTime now) const
{
    return historyOf(m_policyHistories, name, policy(name), now);
}

routing::Canaries Workspace::canaries() const
{
    return {.chains = canariesOf(m_chainHistories, m_chains), .policies = canariesOf(m_policyHistories, m_policies)};
}

template <typename T>
void Workspace::keepHistory(QHash<QString, routing::VersionHistory<T>> &histories, const QString &name,
                            const routing::VersionHistory<T> &history, const QString &path, Ticket ticket)
{
    const QStringList policiesBefore = policyNames();
    const bool differs = differBesideDrafts(histories.value(name), history);
    histories.insert(name, history);
    const Revision after = revisionOfBytes(toJson(history).dumpIndented());
    m_changes.insert(ticket.value,
                     {.path = path,
                      .after = after,
                      .again = [&histories, name, history] { histories.insert(name, history); },
                      .written = [](const Revision &) {},
                      .refused =
                          [this, path, after](const Error &error) {
                              emit failed(error);
                              if (error.kind == Error::Kind::Conflict)
                                  m_revisions.insert(path, after); // ours was written all the same
                          }});
    if (policyNames() != policiesBefore)
        emit policiesChanged();
    if (differs)
        emit versionsChanged();
}

void Workspace::saveChainHistory(const QString &name, const routing::VersionHistory<routing::Chain> &history)
{
    const QString path = m_paths.chainHistory(name);
    keepHistory(m_chainHistories, name, history, path, m_store.saveChainHistory(name, history, expectedHistory(path)));
}

void Workspace::savePolicyHistory(const QString &name, const routing::VersionHistory<routing::Policy> &history)
{
    const QString path = m_paths.policyHistory(name);
    keepHistory(m_policyHistories, name, history, path,
                m_store.savePolicyHistory(name, history, expectedHistory(path)));
}

Expected Workspace::expectedHistory(const QString &path) const
{
    return m_uncertain.contains(path) ? Expected() : revision(path);
}

void Workspace::savePolicy(const routing::Policy &policy, const QString &replaces)
{
    putPolicy(policy, replaces, {});
}

void Workspace::publishPolicy(const routing::Policy &policy, const routing::VersionHistory<routing::Policy> &history,
                              const QString &replaces)
{
    putPolicy(policy, replaces, history);
}

void Workspace::putPolicy(const routing::Policy &policy, const QString &replaces,
                          const std::optional<routing::VersionHistory<routing::Policy>> &history)
{
    const QString oldName = replaces == policy.name ? QString() : replaces;
    const QString nameBefore = oldName.isEmpty() ? policy.name : oldName;
    const QString path = m_paths.policy(policy.name);
    const QString historyPath = m_paths.policyHistory(nameBefore);
    const Revision expected = revision(m_paths.policy(nameBefore));
    const Ticket ticket = history
        ? m_store.publishPolicy(oldName, expected, policy, *history, expectedHistory(historyPath))
        : oldName.isEmpty() ? m_store.savePolicy(policy, expected)
                            : m_store.renamePolicy(oldName, expected, policy);
    const auto written = [this, policy, oldName, nameBefore, history, historyPath](const Revision &) {
        if (history) {
            m_policyHistories.insert(nameBefore, *history);
            m_revisions.insert(historyPath, revisionOfBytes(toJson(*history).dumpIndented()));
            m_uncertain.remove(historyPath);
        }
        takePolicy(policy, oldName);
        if (history)
            emit versionsChanged();
    };
    const auto refused = [this, policy, isPublication = history.has_value(), historyPath](const Error &error) {
        if (isPublication)
            m_uncertain.insert(historyPath);
        giveBackPolicy(policy, error, false);
    };
    m_changes.insert(ticket.value,
                     {.path = path,
                      .after = revisionOfBytes(toJson(policy).dumpIndented()),
                      .written = written,
                      .refused = refused});
}

void Workspace::takePolicy(const routing::Policy &policy, const QString &replaces)
{
    if (!replaces.isEmpty()) {
        m_policies.removeIf([&replaces](const routing::Policy &each) { return each.name == replaces; });
        m_revisions.remove(m_paths.policy(replaces));
        if (m_policyHistories.contains(replaces)) { // its file went along
            m_policyHistories.insert(policy.name, m_policyHistories.take(replaces));
            m_revisions.insert(m_paths.policyHistory(policy.name), m_revisions.take(m_paths.policyHistory(replaces)));
        }
    }
    m_policies.removeIf([&policy](const routing::Policy &each) { return each.name == policy.name; });
    m_policies.append(policy);
    std::ranges::sort(m_policies, {}, &routing::Policy::name);
    emit policySaved(policy);
    emit policiesChanged();
    if (!replaces.isEmpty() && m_settings.policy == replaces) {
        Settings settings = m_settings;
        settings.policy = policy.name;
        setSettings(settings);
    }
}

void Workspace::giveBackPolicy(const routing::Policy &policy, const Error &error, bool isRemoval)
{
    if (!isRemoval)
        emit policyNotSaved(policy, error);
    emit failed(error);
    if (error.kind == Error::Kind::Conflict || isRemoval)
        m_store.load(); // what we hold is not what is on disk
}

void Workspace::removePolicy(const QString &name)
{
    const routing::Policy *found = policy(name);
    if (!found && !m_policyHistories.contains(name))
        return;
    const routing::Policy gone = found ? *found : routing::Policy{.name = name};
    const QString path = m_paths.policy(name);
    const Ticket ticket = m_store.removePolicy(name, revision(path));
    const auto forget = [this, name] {
        m_policies.removeIf([&name](const routing::Policy &each) { return each.name == name; });
        m_policyHistories.remove(name);
        m_revisions.remove(m_paths.policyHistory(name)); // goes with it
    };
    m_changes.insert(ticket.value,
                     {.path = path,
                      .again = forget,
                      .written = [](const Revision &) {},
                      .refused = [this, gone](const Error &error) { giveBackPolicy(gone, error, true); }});
    forget();
    emit policiesChanged();
}

} // namespace sb::profile
