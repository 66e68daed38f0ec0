#include "ui/chains/policies/condition_form.h"

#include "core/routing/classifier/task_class.h"
#include "ui/chains/inspector_form.h"
#include "ui/common/fold.h"
#include "ui/common/label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QList<TargetChoice> taskChoices()
{
    QList<TargetChoice> choices;
    for (const routing::TaskClass task : routing::TaskClasses) {
        const QString name = QString::fromLatin1(toWireName(task));
        choices.append(
            {.target = name, .group = ConditionForm::tr("Tasks"), .text = displayName(task), .detail = name});
    }
    return choices;
}

QList<TargetChoice> clientChoices()
{
    const auto make = [](const QString &name, const QString &detail) {
        return TargetChoice{.target = name, .group = ConditionForm::tr("Clients"), .text = name, .detail = detail};
    };
    return {make(u"playground"_s, ConditionForm::tr("the panes of this window")),
            make(u"ask"_s, ConditionForm::tr("the command line"))};
}

QList<TargetChoice> askedChoices(const profile::Workspace &workspace)
{
    return QList{TargetChoice{.target = u"auto"_s,
                              .group = ConditionForm::tr("No model"),
                              .text = u"auto"_s,
                              .detail = ConditionForm::tr("the request names none")}}
    + modelChoices(workspace);
}

} // namespace

ConditionForm::ConditionForm(profile::Workspace &workspace, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_unknown(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new Label(title, TextRole::Small, Label::Tone::Text, QFont::DemiBold, this);
    head->setContentsMargins(size::PaneMargin, 12, size::PaneMargin, 6);
    column->addWidget(head);
    m_unknown->setWordWrap(true);
    m_unknown->setContentsMargins(size::PaneMargin, 0, size::PaneMargin, 6);
    m_unknown->hide();
    column->addWidget(m_unknown);
    for (const ConditionPart part : ConditionParts)
        addPart(part);
}

void ConditionForm::addPart(ConditionPart part)
{
    auto *fold = new Fold(partTitle(part), this);
    fold->setObjectName(u"part-%1"_s.arg(int(part)));
    layout()->addWidget(fold);
    auto *form = new InspectorForm(fold->body());
    form->setContentsMargins(size::PaneMargin, 2, size::PaneMargin, 12);
    auto *rows = new AnyFieldRows(routing::Condition{}, *form, fold->body());
    Part added{.part = part, .fold = fold, .rows = rows};
    for (const ConditionGroup &group : conditionGroups(part)) {
        const QList<AnyField> fields = erasedFields(group.fields);
        switch (group.layout) {
        case ConditionGroup::Layout::Rows:
            for (const AnyField &field : fields)
                rows->addField(field);
            break;
        case ConditionGroup::Layout::Strip:
            rows->addFieldStrip(group.title, fields);
            break;
        case ConditionGroup::Layout::Checks:
            form->addRow(new Label(group.title, TextRole::Body, Label::Tone::Text2, QFont::Normal, fold->body()));
            rows->addChecks(fields);
            break;
        }
        for (const AnyField &field : fields)
            added.paths.append(field.path);
    }
    offerNames(*rows);
    connect(rows, &AnyFieldRows::valueEdited, this,
            [this](const std::any &value, const QString &path, const QString &title) {
                emit edited(std::any_cast<const routing::Condition &>(value), path, title);
            });
    m_parts.append(added);
}

void ConditionForm::offerNames(AnyFieldRows &rows)
{
    rows.setChoices(u"tasks"_s, [] { return taskChoices(); });
    rows.setChoices(u"clients"_s, [] { return clientChoices(); });
    rows.setChoices(u"models"_s, [this] { return askedChoices(m_workspace); });
}

void ConditionForm::present(const routing::Condition &condition, const StepProblems &problems)
{
    QString unknown;
    for (const auto &[key, value] : condition.extra.members()) {
        if (unknown.isEmpty())
            unknown = u"%1: %2"_s.arg(QString::fromUtf8(key), problems.exactlyAt(QString::fromUtf8(key)));
    }
    m_unknown->setText(unknown);
    m_unknown->setVisible(!unknown.isEmpty());
    for (const Part &part : std::as_const(m_parts)) {
        part.rows->presentValue(condition, problems);
        QString problem;
        for (const QString &path : part.paths) {
            if (problem.isEmpty())
                problem = problems.at(path);
        }
        part.fold->present(phrases(onlyPart(condition, part.part)).join(u"; "_s), problem);
    }
}

void ConditionForm::forget()
{
    for (const Part &part : std::as_const(m_parts))
        part.rows->forget();
}

} // namespace sb::ui
