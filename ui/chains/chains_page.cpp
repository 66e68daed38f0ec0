#include "ui/chains/chains_page.h"

#include "ui/chains/chain_header.h"
#include "ui/chains/chain_json_view.h"
#include "ui/chains/line_panel.h"
#include "ui/chains/policies/policy_page.h"
#include "ui/chains/replay/replay_subject.h"
#include "ui/chains/replay/replay_view.h"
#include "ui/chains/scorecard_strip.h"
#include "ui/chains/step_inspector.h"
#include "ui/chains/step_list.h"
#include "ui/chains/step_menus.h"
#include "ui/chains/steps_panel.h"
#include "ui/chains/versions/versions_view.h"
#include "ui/common/banner.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/surfaces.h"

#include <QFocusEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// "Step 2: Choose a model."; what concerns no step stands alone.
QString problemSentence(const routing::ChainProblem &problem)
{
    if (!problem.path.startsWith("steps["_L1))
        return problem.message;
    const int step = QStringView(problem.path).sliced(6, problem.path.indexOf(u']') - 6).toInt() + 1;
    return ChainsPage::tr("Step %1: %2").arg(step).arg(problem.message);
}

} // namespace

ChainsPage::ChainsPage(engine::Engine &engine, usage::Queries &queries, profile::Workspace &workspace,
                       const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_queries(queries)
    , m_clock(clock)
    , m_dryRun(engine, queries, m_document)
    , m_play(m_document, m_dryRun, workspace)
    , m_rehearsal(m_document, workspace, clock)
    , m_shown(m_document, m_dryRun, m_play, m_rehearsal)
    , m_live(engine, queries, m_document, m_dryRun, clock)
    , m_header(new ChainHeader(m_document.undoStack(), DocumentKind::Chain, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_steps(new StepsPanel(m_document, this))
    , m_line(new LinePanel(m_document, m_dryRun, m_play, m_shown, m_live, this))
    , m_score(new ScorecardStrip(m_rehearsal, m_shown, clock, this))
    , m_menus(new StepMenus(m_document, m_play, *this))
    , m_inspector(new StepInspector(m_document, workspace, this))
    , m_json(new ChainJsonView(m_document, this))
    , m_versions(new VersionsView(this))
    , m_replay(new ReplayView([this] { return replayOf(m_document.chain(), m_queries, m_workspace); }, clock, this))
    , m_editor(makeEditor())
    , m_chainPart(new QWidget(this))
    , m_policies(new PolicyPage(queries, workspace, clock, this))
{
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_json);
    m_stack->addWidget(m_versions);
    m_stack->addWidget(m_replay);
    m_stack->addWidget(m_empty);
    m_empty->set(Signal::Off, tr("No chain yet"),
                 tr("A chain is a list of models: when one fails, the next is asked. Every request can name one."),
                 tr("New chain"));
    auto *part = new QVBoxLayout(m_chainPart);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(0);
    part->addWidget(m_header);
    part->addWidget(m_banner);
    part->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chainPart);
    layout->addWidget(m_policies);
    showPolicies(false);
    connectPolicies();
    connectVersions();
    connectHeader();
    connectEditor();
    connectLine();
    connectRehearsal();
    connectWorkspace();
    takeChains();
}

/// No focus proxy: Tab would go to it from outside, past the header.
void ChainsPage::focusInEvent(QFocusEvent *event)
{
    QWidget *const shown = m_stack->currentWidget();
    QWidget *const first = !m_policies->isHidden() ? m_policies : shown == m_editor ? &m_steps->list() : shown;
    first->setFocus(event->reason());
}

QWidget *ChainsPage::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_steps);
    row->addWidget(makeHairline(Qt::Vertical, editor));
    row->addWidget(m_line, 1);
    row->addWidget(makeHairline(Qt::Vertical, editor));
    row->addWidget(m_inspector);
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row, 1);
    layout->addWidget(makeHairline(Qt::Horizontal, editor));
    layout->addWidget(m_score);
    return editor;
}

ChainsPage::~ChainsPage()
{
    takeFocusFrom(*this);
}

void ChainsPage::commit()
{
    m_policies->keepDraft();
    m_inspector->commit();
}

ChainWork ChainsPage::work() const
{
    return {.chain = m_document.chain(),
            .saved = m_document.saved(),
            .keptAs = m_keptAs,
            .typed = m_json->typedText(),
            .policy = m_policies->isHidden() ? QString() : m_policies->shown()};
}

bool ChainsPage::hasWork() const
{
    return m_document.isChanged() || !m_json->typedText().isEmpty()
        || (m_keptAs.isEmpty() && !m_document.chain().name.isEmpty());
}

void ChainsPage::resume(const ChainWork &work)
{
    m_keptAs = work.keptAs;
    m_document.open(work.saved);
    if (work.chain != work.saved)
        m_document.replace(work.chain, tr("Edits before"));
    m_json->resumeText(work.typed);
    if (!work.typed.isEmpty())
        m_header->setView(ChainHeader::View::Json); // where it is seen that something is not applied
    presentChooser();
    m_dryRun.runSoon();
    if (work.policy.isEmpty())
        showPolicies(false);
    else
        openPolicy(work.policy);
}

void ChainsPage::choose(const QString &name)
{
    showPolicies(false);
    if (name != m_document.chain().name && m_workspace.chain(name))
        leaveFor([this, &name] { takeUp(name); });
}

void ChainsPage::leaveFor(const std::function<void()> &openOther)
{
    const bool hadWork = hasWork();
    const ChainWork left = work();
    keepDraft();
    openOther();
    if (!hadWork)
        return;
    tellUndoable(left.keptAs.isEmpty() ? tr("%1 was not saved").arg(left.chain.name)
                                       : tr("The edits of %1 are kept as its draft").arg(left.chain.name),
                 [this, left] { leaveFor([this, &left] { resume(left); }); });
}

void ChainsPage::openChain(const QString &name)
{
    showPolicies(false);
    takeUp(name);
}

void ChainsPage::takeUp(const QString &name)
{
    if (const routing::Chain *chain = m_workspace.chain(name)) {
        m_keptAs = name;
        m_document.open(*chain);
        if (const auto kept = m_workspace.chainHistory(name, m_clock.wall()).draft)
            m_document.replace(*kept, tr("Draft from before"));
        m_dryRun.runNow();
        presentChooser();
    }
}

/// The chains on disk are others, or known for the first time.
void ChainsPage::takeChains()
{
    const bool isGone = !m_keptAs.isEmpty() && !m_workspace.chain(m_keptAs);
    const bool isEdited = m_document.isChanged() || !m_json->typedText().isEmpty();
    if (!isEdited && (m_document.chain().name.isEmpty() || isGone)) {
        m_keptAs.clear();
        m_document.open({});
        if (!m_workspace.chains().isEmpty()) {
            takeUp(m_workspace.chains().constFirst().name);
            return;
        }
    } else if (wasChangedElsewhere()) {
        if (!isEdited) {
            takeUp(m_keptAs);
            return;
        }
        m_banner->set(Signal::Caution,
                      tr("“%1” was changed elsewhere. Saving keeps yours beside it, as a new chain.").arg(m_keptAs));
    }
    presentChooser();
}

void ChainsPage::presentChooser()
{
    const QString current = m_document.chain().name;
    QStringList names;
    for (const routing::Chain &chain : m_workspace.chains())
        names.append(chain.name == m_keptAs ? current : chain.name); // a draft may have another name
    if (!names.contains(current) && !current.isEmpty())
        names.append(current);
    m_header->setDocuments(names, m_workspace.policyNames(), m_workspace.settings().policy, current);
    present();
}

QList<routing::ChainProblem> ChainsPage::problems() const
{
    if (m_document.chain().name.isEmpty())
        return {};
    QStringList endpoints;
    for (const catalog::Endpoint &endpoint : m_workspace.catalog().endpoints())
        endpoints.append(endpoint.id);
    return routing::validate(m_document.chain(), m_workspace.catalog().modelIds(), endpoints);
}

void ChainsPage::present()
{
    const routing::Chain &chain = m_document.chain();
    const bool any = !chain.name.isEmpty();
    using View = ChainHeader::View;
    m_stack->setCurrentWidget(!any                                    ? static_cast<QWidget *>(m_empty)
                                  : m_header->view() == View::Json    ? static_cast<QWidget *>(m_json)
                                  : m_header->view() == View::History ? static_cast<QWidget *>(m_versions)
                                  : m_header->view() == View::Replay  ? static_cast<QWidget *>(m_replay)
                                                                      : m_editor);
    presentVersions();
    const QList<routing::ChainProblem> found = problems();
    QStringList sentences;
    for (const routing::ChainProblem &problem : found)
        sentences.append(problemSentence(problem));
    m_line->setProblems(chain.steps.isEmpty() ? QStringList() : sentences);
    m_inspector->setProblems(found);
    m_json->setProblems(found);
    presentSave(found);
}

void ChainsPage::presentSave(const QList<routing::ChainProblem> &problems)
{
    const bool unsaved = hasWork() || m_inspector->hasTyped();
    const bool any = !m_document.chain().name.isEmpty();
    const auto versions = history();
    const QString state = m_keptAs.isEmpty() ? tr("Draft")
        : unsaved                            ? tr("Draft of version %1").arg(versions.current)
                                             : tr("Version %1").arg(versions.current);
    const QString fact = !versions.canary
        ? QString()
        : tr("version %1 takes %2 %").arg(versions.canary->version).arg(versions.canary->percent);
    const QString key = QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText);
    m_header->present({.any = any,
                       .state = any ? state : QString(),
                       .fact = fact,
                       .save = tr("Publish as version %1").arg(nextVersion(versions)),
                       .savable = any && unsaved && m_saving.isEmpty() && problems.isEmpty(),
                       .whyNot = !problems.isEmpty() ? problemSentence(problems.constFirst())
                           : unsaved                 ? tr("Publish (%1)").arg(key)
                                                     : tr("Nothing has changed")});
}

void ChainsPage::addStep()
{
    m_steps->list().addStep({.model = m_workspace.nextModel()});
    m_inspector->focusFirst();
}

void ChainsPage::tellUndoable(const QString &text, const std::function<void()> &undo)
{
    m_undoLast = undo;
    m_undoIsEdit = false;
    m_lastNotice = text;
    emit notice(text, tr("Undo"), ++m_lastUndo);
}

void ChainsPage::tellStepRemoved()
{
    tellUndoable(tr("Step removed"), [this] { m_document.undoStack().undo(); });
    m_undoIsEdit = true;
}

void ChainsPage::withdrawUndo()
{
    m_undoIsEdit = false;
    if (std::exchange(m_undoLast, nullptr))
        emit noticeOutdated(m_lastNotice);
}

void ChainsPage::undo(int notice)
{
    if (notice != m_lastUndo)
        return;
    if (const auto last = std::exchange(m_undoLast, nullptr))
        last();
}

void ChainsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_dryRun.lookUpLastPrompt();
    m_dryRun.runSoon();
    m_live.setWatching(true);
}

void ChainsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_live.setWatching(false);
}

} // namespace sb::ui
