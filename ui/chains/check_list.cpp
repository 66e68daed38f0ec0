#include "ui/chains/check_list.h"

#include "core/routing/acceptance/schema.h"
#include "ui/chains/inspector_form.h"
#include "ui/common/controls.h"
#include "ui/common/json_field.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int CardGap = 4;
constexpr int SchemaHeight = 96;

/// "accept[2]", and with a member behind it.
QString checkPath(qsizetype at, const QString &member = {})
{
    const QString path = u"accept[%1]"_s.arg(at);
    return member.isEmpty() ? path : path + u'.' + member;
}

} // namespace

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(CardGap);
    auto *button = makeButton(tr("Add a check"), this, u"plus"_s);
    button->setObjectName(u"addCheck"_s);
    button->setToolTip(tr("An answer that does not pass a check is a failed attempt, and the chain goes on."));
    auto *menu = new QMenu(button);
    for (const routing::AcceptanceCheck &check : checkKinds()) {
        QAction *action = menu->addAction(checkTitle(check));
        connect(action, &QAction::triggered, this, [this, check] { add(check); });
    }
    connect(button, &QPushButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    m_add = button;
    m_column->addWidget(button, 0, Qt::AlignLeft);
}

QWidget *CheckList::makeHead(const QString &title, qsizetype at, QWidget *card)
{
    auto *head = new QWidget(card);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new Label(title, TextRole::Body, Label::Tone::Text, QFont::Medium, head), 1);
    //: Accessible name. %1 is the number of the check, %2 its kind.
    QToolButton *more = makeIconButton(u"more"_s, tr("Menu of check %1, %2").arg(at + 1).arg(title), head);
    more->setObjectName(u"check-%1"_s.arg(at));
    auto *menu = new QMenu(more);
    QAction *up = menu->addAction(tr("Move up"), this, [this, at] { move(at, -1); });
    QAction *down = menu->addAction(tr("Move down"), this, [this, at] { move(at, 1); });
    menu->addAction(tr("Remove"), this, [this, at] { remove(at); });
    up->setEnabled(at > 0);
    down->setEnabled(at + 1 < m_step.accept.size());
    connect(more, &QToolButton::clicked, menu,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    row->addWidget(more);
    return head;
}

JsonField *CheckList::makeSchema(qsizetype at, QWidget *card)
{
    const auto check = [](const Json &schema) -> Result<void> {
        return routing::compileSchema(schema).map([](const routing::CompiledSchema &) {});
    };
    auto *field = new JsonField(tr("Schema"), check, card);
    field->setTextHeight(SchemaHeight);
    field->setExample(tr("the request's"));
    field->edit()->setObjectName(checkPath(at, u"schema"_s));
    field->edit()->setToolTip(tr("A JSON schema. Usual: the one that the request asks its answer for."));
    field->edit()->setWhatsThis(field->edit()->toolTip());
    connect(field, &JsonField::valueEdited, this, [this, at](const Json &schema) {
        if (auto *own = std::get_if<routing::JsonSchemaCheck>(&m_step.accept[at])) {
            own->schema = schema;
            tell(checkPath(at, u"schema"_s), tr("Schema"));
        }
    });
    return field;
}

CheckList::Card CheckList::makeCard(const routing::AcceptanceCheck &check, qsizetype at)
{
    auto *widget = new QWidget(this);
    auto *form = new InspectorForm(widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(makeHead(checkTitle(check), at, widget));
    Card card{.widget = widget, .rows = new FieldRows(*form, widget)};
    if (std::holds_alternative<routing::JsonSchemaCheck>(check)) {
        card.schema = makeSchema(at, widget);
        form->addRow(card.schema);
    }
    card.rows->add(checkFields(check, at));
    card.problem = form->addProblem();
    connect(card.rows, &FieldRows::edited, this,
            [this](const routing::Step &step, const QString &path, const QString &title) {
                m_step = step;
                tell(path, title);
            });
    return card;
}

void CheckList::makeCards()
{
    for (const Card &card : std::as_const(m_cards)) {
        card.widget->hide();
        card.widget->setParent(nullptr);
        card.widget->deleteLater(); // its own menu or field may have asked for it
    }
    m_cards.clear();
    for (qsizetype i = 0; i < m_step.accept.size(); ++i) {
        m_cards.append(makeCard(m_step.accept.at(i), i));
        m_column->insertWidget(int(i), m_cards.constLast().widget);
        m_cards.constLast().widget->show();
    }
    setTabOrderOfCards();
}

void CheckList::setTabOrderOfCards()
{
    // The button was there before them: they go between it and what comes before it.
    QWidget *before = m_add->previousInFocusChain();
    while (before != m_add && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    const auto follow = [&before](QWidget *next) {
        setTabOrder(before, next);
        before = next;
    };
    for (const Card &card : std::as_const(m_cards)) {
        for (QWidget *each : card.widget->findChildren<QWidget *>()) {
            if (each->focusPolicy() & Qt::TabFocus)
                follow(each);
        }
    }
    if (!m_cards.isEmpty())
        follow(m_add);
}

void CheckList::present(const routing::Step &step, const StepProblems &problems)
{
    m_step = step;
    QList<std::size_t> kinds;
    for (const routing::AcceptanceCheck &check : step.accept)
        kinds.append(check.index());
    if (kinds != std::exchange(m_kinds, kinds))
        makeCards();
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const Card &card = m_cards.at(i);
        card.rows->present(step, problems);
        if (card.schema)
            card.schema->setValue(std::get<routing::JsonSchemaCheck>(step.accept.at(i)).schema);
        // What a field says already need not be said of the whole.
        const QString problem = problems.exactlyAt(checkPath(i));
        card.problem->setText(problem);
        card.problem->setVisible(!problem.isEmpty());
    }
}

void CheckList::forget()
{
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const Card &card = m_cards.at(i);
        card.rows->forget();
        const auto *check =
            i < m_step.accept.size() ? std::get_if<routing::JsonSchemaCheck>(&m_step.accept.at(i)) : nullptr;
        if (card.schema && check && !card.schema->problem().isEmpty())
            card.schema->reset(check->schema);
    }
}

void CheckList::tell(const QString &path, const QString &title)
{
    emit edited(m_step, path, title);
}

void CheckList::add(const routing::AcceptanceCheck &check)
{
    m_step.accept.append(check);
    tell({}, tr("Add a check"));
    focus(m_step.accept.size() - 1);
}

void CheckList::remove(qsizetype at)
{
    m_step.accept.removeAt(at);
    tell({}, tr("Remove a check"));
    focus(qMin(at, m_step.accept.size() - 1));
}

void CheckList::move(qsizetype at, int by)
{
    m_step.accept.move(at, at + by);
    tell({}, tr("Move a check"));
    focus(at + by);
}

/// The focus does not get lost with the check that had it.
void CheckList::focus(qsizetype at)
{
    QWidget *const target =
        at < 0 || at >= m_cards.size() ? m_add : m_cards.at(at).widget->findChild<QWidget *>(u"check-%1"_s.arg(at));
    if (target)
        target->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
