#pragma once

#include "core/routing/chain_edits.h"

#include <QObject>
#include <QUndoStack>

namespace sb::ui {

/// The chain that is being edited: a value with an undo stack. Every edit goes through edit(), so that undo always
/// works.
class ChainDocument final : public QObject
{
    Q_OBJECT
public:
    explicit ChainDocument(QObject *parent = nullptr);

    void open(const routing::Chain &chain); ///< forgets the undo stack
    [[nodiscard]] const routing::Chain &chain() const { return m_chain; }
    [[nodiscard]] const routing::Chain &saved() const { return m_saved; }
    [[nodiscard]] bool isChanged() const { return m_chain != m_saved; }
    void markSaved(const routing::Chain &chain); ///< what the file holds

    /// @param text for "Undo …"
    /// @param mergeKey edits in a row with the same key become one undo step; empty: never
    void edit(const routing::ChainEdit &edit, const QString &text, const QString &mergeKey = {});
    /// Another chain in its place, e.g. from the JSON view or an import.
    void replace(const routing::Chain &chain, const QString &text);

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    /// Selection is part of the document: list, diagram and inspector show one.
    [[nodiscard]] qsizetype current() const { return m_current; }
    void setCurrent(qsizetype step);
    [[nodiscard]] const routing::Step *currentStep() const;

    void apply(const routing::Chain &chain); ///< for the undo commands only

signals:
    void opened(); ///< another chain comes in its place: before changed()
    void changed();
    void currentChanged(qsizetype step);

private:
    routing::Chain m_chain;
    routing::Chain m_saved;
    QUndoStack m_undo;
    qsizetype m_current = -1;
};

} // namespace sb::ui
