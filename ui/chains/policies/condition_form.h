#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/field_rows.h"
#include "ui/chains/policies/condition_fields.h"

#include <QWidget>

namespace sb::ui {

class Fold;

/// A condition, built member by member: parts that can be folded, each with a line about what is asked in it.
class ConditionForm final : public QWidget
{
    Q_OBJECT
public:
    /// @param title what stands above: "Only for"
    ConditionForm(profile::Workspace &workspace, const QString &title, QWidget *parent = nullptr);
    void present(const routing::Condition &condition, const StepProblems &problems);
    void forget(); ///< what was typed and refused belonged to another condition

signals:
    void edited(const sb::routing::Condition &condition, const QString &path, const QString &title);

private:
    struct Part
    {
        ConditionPart part = ConditionPart::Task;
        Fold *fold = nullptr;
        AnyFieldRows *rows = nullptr;
        QStringList paths = {};
    };
    void addPart(ConditionPart part);
    void offerNames(AnyFieldRows &rows);

    profile::Workspace &m_workspace;
    Label *m_unknown;
    QList<Part> m_parts;
};

} // namespace sb::ui
