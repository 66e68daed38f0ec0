#include "ui/chains/policies/policy_inspector.h"

#include "ui/chains/help_foot.h"
#include "ui/chains/policies/policy_fields.h"
#include "ui/chains/policies/rule_fields.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

PolicyInspector::PolicyInspector(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_subject(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
{
    setFixedWidth(size::Inspector);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QWidget *head = makeHead(); // before the fields, in the order of Tab, too
    QWidget *body = makeSurface(QPalette::Base, this);
    body->setMinimumWidth(1); // it is as wide as the inspector, however long a word in it may be
    m_rule = new RuleFields(document, workspace, body);
    m_otherwise = new OtherwiseFields(document, workspace, body);
    m_forAll = new ForAllFields(document, workspace, body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rule);
    column->addWidget(m_otherwise);
    column->addWidget(m_forAll);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(new HelpFoot(this));
    connect(&m_document, &PolicyDocument::changed, this, &PolicyInspector::present);
    connect(&m_document, &PolicyDocument::currentChanged, this, &PolicyInspector::present);
    connect(&workspace, &profile::Workspace::chainsChanged, this, &PolicyInspector::present);
    present();
}

PolicyInspector::~PolicyInspector()
{
    takeFocusFrom(*this);
}

QWidget *PolicyInspector::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(size::SubHeader);
    m_menu = makeIconButton(u"more"_s, tr("Rule menu"), head);
    auto *menu = new QMenu(m_menu);
    const auto add = [&](const QString &text, const QKeySequence &key, auto act) {
        QAction *action = menu->addAction(text);
        // The keys are the list's: here they are only shown.
        action->setText(text + u'\t' + key.toString(QKeySequence::NativeText));
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { emit duplicateWanted(); });
    add(tr("Move up"), Qt::ALT | Qt::Key_Up, [this] { emit moveWanted(-1); });
    add(tr("Move down"), Qt::ALT | Qt::Key_Down, [this] { emit moveWanted(1); });
    add(tr("Remove"), Qt::Key_Delete, [this] { emit removeWanted(); });
    connect(m_menu, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    m_subject->setElided(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, 8, 0);
    row->addWidget(m_subject, 1);
    row->addWidget(m_menu);
    return head;
}

void PolicyInspector::setProblems(const QList<routing::PolicyProblem> &problems)
{
    m_problems = problems;
    present();
}

void PolicyInspector::present()
{
    const bool isRule = m_document.currentRule() != nullptr;
    const bool isOtherwise = m_document.current() == m_document.otherwise();
    m_subject->setText(isRule            ? tr("Rule %1").arg(m_document.current() + 1)
                           : isOtherwise ? tr("Otherwise")
                                         : tr("All requests"));
    m_menu->setVisible(isRule);
    m_rule->setVisible(isRule);
    m_otherwise->setVisible(isOtherwise);
    m_forAll->setVisible(!isRule && !isOtherwise);
    if (isRule)
        m_rule->present(m_problems);
    else if (isOtherwise)
        m_otherwise->present(m_problems);
    else
        m_forAll->present(m_problems);
}

void PolicyInspector::focusFirst()
{
    if (m_document.currentRule())
        m_rule->focusFirst();
    else if (m_document.current() == m_document.otherwise())
        m_otherwise->focusFirst();
    else
        m_forAll->focusFirst();
}

} // namespace sb::ui
