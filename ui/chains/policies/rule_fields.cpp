#include "ui/chains/policies/rule_fields.h"

#include "ui/chains/inspector_form.h"
#include "ui/chains/policies/chain_box.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using RuleField = FieldOf<routing::Rule>;

RuleField ruleTextField(RuleField field, QString routing::Rule::*member)
{
    field.kind = FieldKind::Text;
    field.read = [member](const routing::Rule &rule) { return rule.*member; };
    field.write = [member](routing::Rule &rule, const QString &text) {
        rule.*member = text;
        return true;
    };
    return field;
}

QList<RuleField> topFields()
{
    RuleField enabled{.path = u"enabled"_s,
                      .title = RuleFields::tr("Rule is on"),
                      .explanation = RuleFields::tr("One that is off is passed over, as if it were not there."),
                      .kind = FieldKind::Flag,
                      .read = [](const routing::Rule &rule) { return rule.enabled ? u"1"_s : QString(); },
                      .write =
                          [](routing::Rule &rule, const QString &text) {
                              rule.enabled = !text.isEmpty();
                              return true;
                          }};
    return {ruleTextField({.path = u"name"_s,
                           .title = RuleFields::tr("Name"),
                           .explanation = RuleFields::tr("For people; lists and records show it."),
                           .usual = RuleFields::tr("its number")},
                          &routing::Rule::name),
            ruleTextField({.path = u"id"_s,
                           .title = RuleFields::tr("Id"),
                           .explanation = RuleFields::tr(
                               "By which records and comparisons know the rule when it is moved or changed."),
                           .usual = RuleFields::tr("none")},
                          &routing::Rule::id),
            enabled};
}

StepProblems problemsOf(const QList<routing::PolicyProblem> &problems, qsizetype rule, const QString &member)
{
    QList<routing::PolicyProblem> found = problems;
    for (routing::PolicyProblem &problem : found) {
        // What is wrong with two bounds together stands at the first.
        for (const auto &[whole, part] : {std::pair(u".prompt_tokens"_s, u".from"_s),
                                          std::pair(u".hours"_s, u".from"_s), std::pair(u".remaining"_s, u".from"_s)}) {
            if (problem.path.endsWith(whole))
                problem.path += part;
        }
        if (const qsizetype day = problem.path.indexOf(".weekdays["_L1); day >= 0)
            problem.path = problem.path.left(day) + u".weekdays.0"_s;
    }
    return {found, u"rules[%1].%2"_s.arg(rule).arg(member)};
}

} // namespace

RuleFields::RuleFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addTop(workspace); // first: Tab goes through fields as they were made
    m_when = new ConditionForm(workspace, tr("Only for"), this);
    m_unless = new ConditionForm(workspace, tr("But not for"), this);
    m_unlessProblem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this);
    m_when->setObjectName(u"when"_s);
    m_unless->setObjectName(u"unless"_s);
    m_unlessProblem->setWordWrap(true);
    m_unlessProblem->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    column->addWidget(m_when);
    column->addWidget(m_unless);
    column->addWidget(m_unlessProblem);
    connect(m_when, &ConditionForm::edited, this,
            [this](const routing::Condition &condition, const QString &path, const QString &title) {
                change(u"when."_s + path, title, [&](routing::Rule &rule) { rule.when = condition; });
            });
    connect(m_unless, &ConditionForm::edited, this,
            [this](const routing::Condition &condition, const QString &path, const QString &title) {
                change(u"unless."_s + path, title, [&](routing::Rule &rule) {
                    rule.unless = asksAnything(condition) ? std::optional(condition) : std::nullopt;
                });
            });
    connect(&m_document, &PolicyDocument::opened, this, &RuleFields::forget);
    connect(&m_document, &PolicyDocument::currentChanged, this, &RuleFields::forget);
}

void RuleFields::addTop(profile::Workspace &workspace)
{
    auto *body = new QWidget(this);
    layout()->addWidget(body);
    auto *form = new InspectorForm(body);
    form->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 4);
    m_top = new AnyFieldRows(routing::Rule{}, *form, body);
    const QList<AnyField> fields = erasedFields(topFields());
    m_top->addField(fields.at(0));
    m_chain = new ChainBox(workspace, body);
    m_chain->setObjectName(u"chain"_s);
    m_chain->setWhatsThis(tr("The chain by which requests of this rule go. Usual: as the request asks, so that nothing "
                             "is changed for it."));
    form->addWide(tr("Goes to"), m_chain);
    m_chainProblem = form->addProblem();
    m_top->addField(fields.at(1));
    m_top->addField(fields.at(2));
    m_reach = form->addProblem();
    m_reach->setTone(Label::Tone::Warn);
    connect(m_top, &AnyFieldRows::valueEdited, this,
            [this](const std::any &value, const QString &path, const QString &title) {
                change(path, title,
                       [&value](routing::Rule &rule) { rule = std::any_cast<const routing::Rule &>(value); });
            });
    connect(m_chain, &ChainBox::chainChosen, this, [this](const QString &chain) {
        change({}, tr("Goes to"), [&chain](routing::Rule &rule) { rule.chain = chain; });
    });
}

void RuleFields::change(const QString &path, const QString &title, const std::function<void(routing::Rule &)> &edit)
{
    if (!m_document.currentRule())
        return;
    routing::Rule rule = *m_document.currentRule();
    edit(rule);
    const QString key = path.isEmpty() ? QString() : u"%1/%2"_s.arg(m_document.current()).arg(path);
    const QScopedValueRollback changing(m_changing, true);
    //: In the list of what can be undone. %1 is the title of a field.
    m_document.edit(routing::ReplaceRule{.at = m_document.current(), .rule = rule}, tr("Change “%1”").arg(title), key);
}

/// What was typed and not taken belonged to another rule.
void RuleFields::forget()
{
    m_top->forget();
    m_when->forget();
    m_unless->forget();
}

void RuleFields::present(const QList<routing::PolicyProblem> &problems)
{
    const routing::Rule *rule = m_document.currentRule();
    if (!rule)
        return;
    if (*rule != std::exchange(m_presented, *rule) && !m_changing)
        forget(); // another rule in the place of the one, as after its removal
    const qsizetype at = m_document.current();
    const StepProblems own = problemsOf(problems, at, {});
    m_top->presentValue(*rule, own);
    m_chain->present(rule->chain);
    showProblem(m_chain, m_chainProblem, own.exactlyAt(u"chain"_s));
    m_when->present(rule->when, problemsOf(problems, at, u"when."_s));
    m_unless->present(rule->unless.value_or(routing::Condition{}), problemsOf(problems, at, u"unless."_s));
    m_unlessProblem->setText(own.exactlyAt(u"unless"_s));
    m_unlessProblem->setVisible(!m_unlessProblem->text().isEmpty());
    QString reach;
    for (const routing::PolicyProblem &problem : problems) {
        if (problem.path == u"rules[%1]"_s.arg(at))
            reach = problem.message;
    }
    m_reach->setText(reach);
    m_reach->setVisible(!reach.isEmpty());
}

void RuleFields::focusFirst()
{
    if (QWidget *first = m_top->first())
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
