#include "core/profile/workspace.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

// Workspace: the user's own classes of requests.
namespace sb::profile {

void Workspace::setClassRules(const routing::ClassRules &rules)
{
    if (rules == m_classRules)
        return;
    const QString path = m_paths.classes();
    const Ticket ticket = m_store.saveClasses(rules, revision(path));
    m_changes.insert(ticket.value, {.path = path, .after = revisionOfBytes(toJson(rules).dumpIndented())});
    m_lookingAtClasses = {}; // what is being read is older
    useClasses(rules);
}

/// As they were read; a bad file keeps those that are in use.
void Workspace::takeClasses(const LoadedClasses &classes)
{
    const QString path = m_paths.classes();
    const bool isBeingWritten =
        std::ranges::any_of(m_changes, [&path](const Change &change) { return change.path == path; });
    watchClasses();
    if (isBeingWritten)
        return; // and looked at again when that is done
    m_revisions.insert(path, classes.revision);
    const QString problem = classes.bad.isEmpty() ? QString() : classes.bad.constFirst().error.message;
    const bool isTold = std::exchange(m_classesProblem, problem) == problem
        || std::ranges::any_of(m_bad, [&path](const BadFile &file) { return file.path == path; });
    if (problem.isEmpty())
        useClasses(classes.rules);
    else if (!isTold)
        emit failed(classes.bad.constFirst().error);
}

void Workspace::useClasses(const routing::ClassRules &rules)
{
    if (rules == m_classRules)
        return;
    m_classRules = rules;
    m_classifier = routing::Classifier(rules);
    emit classesChanged();
}

/// Something is another in the folder: perhaps the file, by hand.
void Workspace::lookAtClasses()
{
    watchClasses();
    m_lookingAtClasses = m_store.loadClasses();
}

/// A file that is replaced is no longer watched, and one that is not there cannot be.
void Workspace::watchClasses()
{
    if (!m_watcher.directories().contains(m_paths.root))
        m_watcher.addPath(m_paths.root);
    const QString path = m_paths.classes();
    if (!m_watcher.files().contains(path) && QFileInfo::exists(path))
        m_watcher.addPath(path);
}

} // namespace sb::profile
