#pragma once

#include "core/routing/policy/policy_edits.h"

#include <QObject>
#include <QUndoStack>

namespace sb::ui {

/// The policy that is being edited: a value with an undo stack, and which part of it is selected. The parts are its
/// rules, then what holds where none fits ("otherwise"), then what holds for all requests.
class PolicyDocument final : public QObject
{
    Q_OBJECT
public:
    explicit PolicyDocument(QObject *parent = nullptr);

    /// Forgets the undo stack. @param saved what is in use; of a policy that was never published: how it began
    void open(const routing::Policy &saved);
    [[nodiscard]] const routing::Policy &policy() const { return m_policy; }
    [[nodiscard]] const routing::Policy &saved() const { return m_saved; }
    [[nodiscard]] bool isChanged() const { return m_policy != m_saved; }
    void markSaved(const routing::Policy &policy); ///< what is in use now

    /// @param text for "Undo …"
    /// @param mergeKey edits in a row with the same key become one undo step; empty: never
    void edit(const routing::PolicyEdit &edit, const QString &text, const QString &mergeKey = {});
    /// Another policy in its place, e.g. from the JSON view or an old version.
    void replace(const routing::Policy &policy, const QString &text);

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    [[nodiscard]] qsizetype current() const { return m_current; } ///< 0 to forAll()
    void setCurrent(qsizetype part);
    [[nodiscard]] qsizetype otherwise() const { return m_policy.rules.size(); }
    [[nodiscard]] qsizetype forAll() const { return m_policy.rules.size() + 1; }
    [[nodiscard]] const routing::Rule *currentRule() const; ///< null: another part is selected

    void apply(const routing::Policy &policy); ///< for the undo commands only

signals:
    void opened(); ///< another policy comes in its place: before changed()
    void changed();
    void currentChanged(qsizetype part);

private:
    routing::Policy m_policy;
    routing::Policy m_saved;
    QUndoStack m_undo;
    qsizetype m_current = 0;
};

} // namespace sb::ui
