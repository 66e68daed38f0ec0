#include "ui/chains/policies/policy_page.h"

#include "ui/chains/chain_header.h"
#include "ui/chains/chain_transfer.h"
#include "ui/chains/policies/decision_panel.h"
#include "ui/chains/policies/policy_inspector.h"
#include "ui/chains/policies/policy_json_view.h"
#include "ui/chains/policies/rule_list.h"
#include "ui/chains/policies/rule_words.h"
#include "ui/chains/policies/rules_panel.h"
#include "ui/chains/replay/replay_subject.h"
#include "ui/chains/replay/replay_view.h"
#include "ui/chains/versions/versions_view.h"
#include "ui/common/banner.h"
#include "ui/common/controls.h"
#include "ui/common/surfaces.h"
#include "ui/common/switch.h"

#include <QFocusEvent>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto KeepDelay = 800ms; // one file for a burst of typing
} // namespace

PolicyPage::PolicyPage(usage::Queries &queries, profile::Workspace &workspace, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_source(queries, workspace, clock)
    , m_header(new ChainHeader(m_document.undoStack(), DocumentKind::Policy, this))
    , m_use(new Switch(tr("In use"), this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_rules(new RulesPanel(m_document, this))
    , m_decision(new DecisionPanel(m_document, m_source, clock, this))
    , m_inspector(new PolicyInspector(m_document, workspace, this))
    , m_json(new PolicyJsonView(m_document, this))
    , m_versions(new VersionsView(this))
    , m_replay(
          new ReplayView([this, &queries] { return replayOf(m_document.policy(), queries, m_workspace); }, clock, this))
    , m_editor(makeEditor())
{
    m_use->setObjectName(u"usePolicy"_s);
    m_header->insertControl(m_use);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(KeepDelay);
    connect(&m_keepSoon, &QTimer::timeout, this, &PolicyPage::keepDraft);
    for (QWidget *each : std::initializer_list<QWidget *>{m_editor, m_json, m_versions, m_replay})
        m_stack->addWidget(each);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connectHeader();
    connectEditor();
    connectVersions();
    connectWorkspace();
    present();
}

PolicyPage::~PolicyPage()
{
    takeFocusFrom(*this);
}

QWidget *PolicyPage::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rules);
    row->addWidget(makeHairline(Qt::Vertical, editor));
    row->addWidget(m_decision, 1);
    row->addWidget(makeHairline(Qt::Vertical, editor));
    row->addWidget(m_inspector);
    return editor;
}

/// No focus proxy: Tab would go to it from outside, past the header.
void PolicyPage::focusInEvent(QFocusEvent *event)
{
    QWidget *const shown = m_stack->currentWidget();
    QWidget *const first = shown == m_editor ? &m_rules->list() : shown;
    first->setFocus(event->reason());
}

void PolicyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_source.lookUp();
}

void PolicyPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    keepDraft();
}

void PolicyPage::connectHeader()
{
    connect(m_header, &ChainHeader::chosen, this, &PolicyPage::chainChosen);
    connect(m_header, &ChainHeader::policyChosen, this, &PolicyPage::choose);
    connect(m_header, &ChainHeader::newPolicyRequested, this, &PolicyPage::newPolicy);
    connect(m_header, &ChainHeader::newRequested, this, &PolicyPage::newPolicy);
    connect(m_header, &ChainHeader::renamed, this, [this](const QString &name) {
        routing::Policy policy = m_document.policy();
        policy.name = name;
        m_document.replace(policy, tr("Rename"));
    });
    connect(m_header, &ChainHeader::viewChosen, this, &PolicyPage::present);
    connect(m_header, &ChainHeader::saveRequested, this, &PolicyPage::askToPublish);
    connect(m_header, &ChainHeader::duplicateRequested, this, &PolicyPage::duplicate);
    connect(m_header, &ChainHeader::removeRequested, this, &PolicyPage::removePolicy);
    connect(m_header, &ChainHeader::importRequested, this,
            [this] { importPolicy(this, [this](const Result<routing::Policy> &policy) { takeImport(policy); }); });
    connect(m_header, &ChainHeader::exportRequested, this, [this] {
        exportPolicy(this, m_document.policy().name, [this](const QString &path) {
            m_workspace.exportFile(path, routing::toJson(m_document.policy()).dumpIndented());
        });
    });
    connect(m_use, &QAbstractButton::clicked, this, &PolicyPage::use);
}

void PolicyPage::connectEditor()
{
    RuleList &list = m_rules->list();
    connect(&list, &RuleList::inspectorWanted, m_inspector, &PolicyInspector::focusFirst);
    connect(&list, &RuleList::removed, this, [this] {
        emit undoable(
            tr("Rule removed"), [this] { m_document.undoStack().undo(); }, true);
    });
    connect(m_inspector, &PolicyInspector::removeWanted, &list, &RuleList::removeCurrent);
    connect(m_inspector, &PolicyInspector::duplicateWanted, &list, &RuleList::duplicateCurrent);
    connect(m_inspector, &PolicyInspector::moveWanted, &list, &RuleList::moveCurrent);
    connect(m_replay, &ReplayView::requestWanted, this, &PolicyPage::requestWanted);
    connect(&m_document, &PolicyDocument::changed, m_replay, &ReplayView::setOutdated);
    connect(m_json, &PolicyJsonView::typedChanged, this, &PolicyPage::present);
    connect(&m_document, &PolicyDocument::changed, this, [this] {
        m_keepSoon.start();
        m_document.policy().name == m_header->current() ? present() : presentChooser();
    });
}

void PolicyPage::connectVersions()
{
    connect(m_versions, &VersionsView::restoreWanted, this, &PolicyPage::restore);
    connect(m_versions, &VersionsView::promoteWanted, this, &PolicyPage::promote);
    connect(m_versions, &VersionsView::shareWanted, this, [this](int percent) {
        changeHistory(withCanaryShare(history(), percent), tr("The new version takes %1 %").arg(percent));
    });
    connect(m_versions, &VersionsView::withdrawWanted, this,
            [this] { changeHistory(withdrawn(history()), tr("The new version takes no requests any more")); });
}

void PolicyPage::connectWorkspace()
{
    connect(&m_workspace, &profile::Workspace::policiesChanged, this, &PolicyPage::takePolicies);
    connect(&m_workspace, &profile::Workspace::policySaved, this, &PolicyPage::takeSaved);
    connect(&m_workspace, &profile::Workspace::policyNotSaved, this, &PolicyPage::takeNotSaved);
    connect(&m_workspace, &profile::Workspace::versionsChanged, this, &PolicyPage::present);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &PolicyPage::presentChooser);
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &PolicyPage::presentChooser);
}

void PolicyPage::presentChooser()
{
    const QString current = m_document.policy().name;
    QStringList chains;
    for (const routing::Chain &chain : m_workspace.chains())
        chains.append(chain.name);
    QStringList policies = m_workspace.policyNames();
    policies.replaceInStrings(QRegularExpression(u"^%1$"_s.arg(QRegularExpression::escape(m_key))), current);
    if (!current.isEmpty() && !policies.contains(current))
        policies.append(current);
    const QString &used = m_workspace.settings().policy;
    m_header->setDocuments(chains, policies, used == m_key ? current : used, current);
    present();
}

QList<routing::PolicyProblem> PolicyPage::problems() const
{
    QStringList chains;
    for (const routing::Chain &chain : m_workspace.chains())
        chains.append(chain.name);
    return m_key.isEmpty() ? QList<routing::PolicyProblem>() : routing::validate(m_document.policy(), chains);
}

void PolicyPage::present()
{
    using View = ChainHeader::View;
    const View view = m_header->view();
    m_stack->setCurrentWidget(view == View::Json          ? static_cast<QWidget *>(m_json)
                                  : view == View::History ? static_cast<QWidget *>(m_versions)
                                  : view == View::Replay  ? static_cast<QWidget *>(m_replay)
                                                          : m_editor);
    const QList<routing::PolicyProblem> found = problems();
    QStringList sentences;
    for (const routing::PolicyProblem &problem : found)
        sentences.append(problemText(problem));
    m_rules->list().setProblems(found);
    m_inspector->setProblems(found);
    m_decision->setProblems(sentences);
    m_json->setProblems(found);
    presentVersions();
    presentUse();
}

void PolicyPage::presentVersions()
{
    const auto versions = history();
    const int inUse = isPublished() ? versions.current : 0;
    const bool typed = !m_json->typedText().isEmpty();
    const bool unsaved = hasDraft() || typed;
    const QString state = inUse == 0 ? tr("Draft")
        : unsaved                    ? tr("Draft of version %1").arg(inUse)
                                     : tr("Version %1").arg(inUse);
    const QString fact = !versions.canary
        ? QString()
        : tr("version %1 takes %2 %").arg(versions.canary->version).arg(versions.canary->percent);
    const QList<routing::PolicyProblem> found = problems();
    const QString key = QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText);
    m_header->present({.any = !m_key.isEmpty(),
                       .state = m_key.isEmpty() ? QString() : state,
                       .fact = fact,
                       .save = tr("Publish as version %1").arg(nextVersion(versions)),
                       .savable = !m_key.isEmpty() && unsaved && m_saving.isEmpty() && found.isEmpty(),
                       .whyNot = !found.isEmpty() ? problemText(found.constFirst())
                           : unsaved              ? tr("Publish (%1)").arg(key)
                                                  : tr("Nothing has changed")});
    if (m_stack->currentWidget() == m_versions)
        m_versions->present(
            {.rows = versionRows(versions, draft()),
             .inUse = inUse,
             .canary = versions.canary,
             .zone = m_source.zone(),
             .now = m_clock.wall()},
            [versions, draft = draft()](int from, int to) { return differences(versions, draft, from, to); });
}

void PolicyPage::presentUse()
{
    const QString &used = m_workspace.settings().policy;
    const bool isUsed = !m_key.isEmpty() && used == m_key;
    m_use->setChecked(isUsed);
    m_use->setEnabled(isPublished() || isUsed);
    m_use->setToolTip(!isPublished()       ? tr("Publish it first; then requests can go by it")
                          : isUsed         ? tr("Requests that name no chain go by this policy")
                          : used.isEmpty() ? tr("No policy is in use; requests go as they ask")
                                           : tr("“%1” is in use").arg(used));
    m_use->setAccessibleDescription(m_use->toolTip());
}

void PolicyPage::use(bool inUse)
{
    profile::Settings settings = m_workspace.settings();
    const QString before = settings.policy;
    settings.policy = inUse ? m_key : QString();
    m_workspace.setSettings(settings);
    emit undoable(
        inUse ? tr("Requests go by %1").arg(m_key) : tr("Requests go as they ask"),
        [this, before] {
            profile::Settings again = m_workspace.settings();
            again.policy = before;
            m_workspace.setSettings(again);
        },
        false);
}

} // namespace sb::ui
