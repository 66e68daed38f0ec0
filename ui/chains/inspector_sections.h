#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/chain_document.h"
#include "ui/chains/field_rows.h"

#include <QWidget>

class QVBoxLayout;

namespace sb::ui {

class ChainRules;
class CheckList;
class Fold;
class JsonField;
class NextFields;

/// What is seldom changed of a step, in parts that can be folded, each with a line about what is set in it.
class InspectorSections final : public QWidget
{
    Q_OBJECT
public:
    InspectorSections(ChainDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    void present(const StepProblems &problems); ///< the selected step of the document
    void forget(); ///< what was typed and refused belonged to another step

signals:
    /// @param path of what was edited; empty: never one edit with the one before. @param title for the undo list
    void edited(const sb::routing::Step &step, const QString &path, const QString &title);

private:
    struct Section
    {
        Fold *fold = nullptr;
        FieldRows *rows = nullptr; ///< null: it has none
        std::function<QString()> summary = {};
        QStringList paths = {}; ///< beginnings of the paths of what it holds, for what is wrong in it
    };
    InspectorForm *addSection(const QString &name, const QString &title, const std::function<QString()> &summary,
                              const QStringList &paths);
    void connectRows(FieldRows *rows);
    void addEndpoints();
    void addOrder();
    void addWaiting();
    void addNext();
    void addHedge();
    void addChecks();
    void addRequest();
    void addChain();
    [[nodiscard]] const routing::Step &step() const; ///< the selected one, or an empty one

    ChainDocument &m_document;
    profile::Workspace &m_workspace;
    QVBoxLayout *m_column;
    QList<Section> m_sections;
    Label *m_reach = nullptr;
    NextFields *m_next = nullptr;
    CheckList *m_checks = nullptr;
    JsonField *m_overrides = nullptr;
    ChainRules *m_chain = nullptr;
};

} // namespace sb::ui
