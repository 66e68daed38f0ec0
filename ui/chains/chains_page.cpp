#include "ui/chains/chains_page.h"

#include "ui/chains/chain_json_view.h"
#include "ui/chains/chain_transfer.h"
#include "ui/chains/line_panel.h"
#include "ui/chains/line_view.h"
#include "ui/chains/step_inspector.h"
#include "ui/chains/step_list.h"
#include "ui/chains/steps_panel.h"
#include "ui/common/banner.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"

#include <QComboBox>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

enum View
{
    ShowLine,
    ShowTable,
    ShowJson
};

/// "Step 2: Choose a model."; what concerns no step stands alone.
QString problemSentence(const routing::ChainProblem &problem)
{
    if (!problem.path.startsWith("steps["_L1))
        return problem.message;
    const int step = problem.path.mid(6, problem.path.indexOf(u']') - 6).toInt() + 1;
    return ChainsPage::tr("Step %1: %2").arg(step).arg(problem.message);
}

} // namespace

ChainsPage::ChainsPage(engine::Engine &engine, usage::Queries &queries, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dryRun(engine, queries, m_document)
    , m_header(new PageHeader(tr("Chains"), this))
    , m_banner(new Banner(this))
    , m_chooser(new QComboBox(this))
    , m_view(new SegmentedControl({tr("Line"), tr("Table"), tr("JSON")}, 0, this))
    , m_undo(makeIconButton(u"undo"_s, tr("Undo"), this, QKeySequence::Undo))
    , m_redo(makeIconButton(u"redo"_s, tr("Redo"), this, QKeySequence::Redo))
    , m_save(makeMainButton({}, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_steps(new StepsPanel(m_document, this))
    , m_line(new LinePanel(m_document, m_dryRun, this))
    , m_inspector(new StepInspector(m_document, workspace, this))
    , m_json(new ChainJsonView(m_document, this))
    , m_editor(makeEditor())
{
    setupHeader();
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_json);
    m_stack->addWidget(m_empty);
    m_empty->set(Signal::Off, tr("No chain yet"),
                 tr("A chain is a list of models: when one fails, the next is asked. Every request can name one."),
                 tr("New chain"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connectEditor();
    connectWorkspace();
    setFocusProxy(&m_steps->list());
    takeChains();
}

QWidget *ChainsPage::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_steps);
    row->addWidget(makeHairline(Qt::Vertical, editor));
    row->addWidget(m_line, 1);
    row->addWidget(makeHairline(Qt::Vertical, editor));
    row->addWidget(m_inspector);
    return editor;
}

void ChainsPage::setupHeader()
{
    m_chooser->setMinimumWidth(180);
    m_chooser->setAccessibleName(tr("Chain"));
    m_chooser->setObjectName(u"chooser"_s);
    m_view->setAccessibleName(tr("View"));
    m_save->setObjectName(u"save"_s);
    for (QWidget *control : std::initializer_list<QWidget *>{m_chooser, makeMenu(), m_view, m_undo, m_redo, m_save})
        m_header->addControl(control);
    connect(m_chooser, &QComboBox::textActivated, this, &ChainsPage::openChain);
    connect(m_view, &SegmentedControl::chosen, this, [this](int view) {
        m_view->setCurrent(view);
        present();
    });
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(m_undo, &QToolButton::clicked, &m_document.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_document.undoStack(), &QUndoStack::redo);
    connect(&m_document.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(&m_document.undoStack(), &QUndoStack::canRedoChanged, m_redo, &QToolButton::setEnabled);
    m_save->setShortcut(QKeySequence::Save);
    connect(m_save, &QPushButton::clicked, this, &ChainsPage::save);
}

QToolButton *ChainsPage::makeMenu()
{
    QToolButton *more = makeIconButton(u"more"_s, tr("Chain menu"), this);
    auto *menu = new QMenu(more);
    connect(menu->addAction(tr("New chain")), &QAction::triggered, this, &ChainsPage::newChain);
    connect(menu->addAction(tr("Duplicate")), &QAction::triggered, this, &ChainsPage::duplicate);
    connect(menu->addAction(tr("Import…")), &QAction::triggered, this,
            [this] { importChain(this, [this](const Result<routing::Chain> &chain) { takeImport(chain); }); });
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, [this] {
        exportChain(this, m_document.chain().name, [this](const QString &path) {
            m_workspace.exportFile(path, routing::toJson(m_document.chain()).dumpIndented());
        });
    });
    menu->addSeparator();
    connect(menu->addAction(tr("Delete chain")), &QAction::triggered, this, &ChainsPage::removeChain);
    connect(more, &QToolButton::clicked, this,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    return more;
}

void ChainsPage::connectEditor()
{
    StepList &list = m_steps->list();
    LineView &line = m_line->line();
    const auto tellStep = [this] { tellRemoved(tr("Step removed"), [this] { m_document.undoStack().undo(); }); };
    connect(m_steps, &StepsPanel::addWanted, this, &ChainsPage::addStep);
    connect(m_line, &LinePanel::stepWanted, this, &ChainsPage::addStep);
    connect(&list, &StepList::inspectorWanted, m_inspector, &StepInspector::focusFirst);
    connect(&line, &LineView::inspectorWanted, m_inspector, &StepInspector::focusFirst);
    connect(&list, &StepList::removed, this, tellStep);
    connect(&line, &LineView::removeWanted, &list, &StepList::removeCurrent);
    connect(&line, &LineView::moveWanted, &list, &StepList::moveCurrent);
    connect(m_inspector, &StepInspector::removeWanted, &list, &StepList::removeCurrent);
    connect(m_inspector, &StepInspector::moveWanted, &list, &StepList::moveCurrent);
    connect(m_inspector, &StepInspector::duplicateWanted, &list, &StepList::duplicateCurrent);
    connect(&m_dryRun, &DryRun::finished, this, [this, &list] {
        const QList<StepOutcome> outcomes = stepOutcomes(m_document.chain(), m_dryRun.plan());
        list.setOutcomes(outcomes);
        m_inspector->setOutcomes(outcomes);
    });
    auto *again = new QShortcut(Qt::Key_F5, this);
    connect(again, &QShortcut::activated, &m_dryRun, &DryRun::runNow);
}

void ChainsPage::connectWorkspace()
{
    connect(&m_document, &ChainDocument::changed, this, &ChainsPage::present);
    connect(m_empty, &EmptyState::actionTriggered, this, &ChainsPage::newChain);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &ChainsPage::takeChains);
    connect(&m_workspace, &profile::Workspace::chainSaved, this, &ChainsPage::takeSaved);
    connect(&m_workspace, &profile::Workspace::chainNotSaved, this, &ChainsPage::takeNotSaved);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, [this] {
        present();
        m_dryRun.runSoon();
    });
}

ChainsPage::Work ChainsPage::work() const
{
    return {.chain = m_document.chain(), .saved = m_document.saved(), .keptAs = m_keptAs};
}

void ChainsPage::resume(const Work &work)
{
    m_keptAs = work.keptAs;
    m_document.open(work.saved);
    if (work.chain != work.saved)
        m_document.replace(work.chain, tr("Edits before"));
    presentChooser();
    m_dryRun.runSoon();
}

void ChainsPage::openChain(const QString &name)
{
    if (const routing::Chain *chain = m_workspace.chain(name)) {
        m_keptAs = name;
        m_document.open(*chain);
        m_dryRun.runNow();
        presentChooser();
    }
}

/// The chains on disk are others, or known for the first time.
void ChainsPage::takeChains()
{
    const bool isGone = !m_keptAs.isEmpty() && !m_workspace.chain(m_keptAs);
    if (!m_document.isChanged() && (m_document.chain().name.isEmpty() || isGone)) {
        m_keptAs.clear();
        m_document.open({});
        if (!m_workspace.chains().isEmpty()) {
            openChain(m_workspace.chains().constFirst().name);
            return;
        }
    } else if (wasChangedElsewhere()) {
        if (!m_document.isChanged()) {
            openChain(m_keptAs);
            return;
        }
        m_banner->set(Signal::Caution,
                      tr("“%1” was changed elsewhere. Saving keeps yours beside it, as a new chain.").arg(m_keptAs));
    }
    presentChooser();
}

bool ChainsPage::wasChangedElsewhere() const
{
    const routing::Chain *kept = m_workspace.chain(m_keptAs);
    return kept && *kept != m_document.saved();
}

void ChainsPage::presentChooser()
{
    const QString current = m_document.chain().name;
    m_chooser->clear();
    for (const routing::Chain &chain : m_workspace.chains())
        m_chooser->addItem(chain.name);
    if (m_chooser->findText(current) < 0 && !current.isEmpty())
        m_chooser->addItem(current);
    m_chooser->setCurrentText(current);
    present();
}

void ChainsPage::present()
{
    const routing::Chain &chain = m_document.chain();
    const bool any = !chain.name.isEmpty();
    for (QWidget *control : std::initializer_list<QWidget *>{m_chooser, m_view, m_save})
        control->setEnabled(any);
    m_stack->setCurrentWidget(!any                                ? static_cast<QWidget *>(m_empty)
                                  : m_view->current() == ShowJson ? static_cast<QWidget *>(m_json)
                                                                  : m_editor);
    m_line->showTable(m_view->current() == ShowTable);
    QStringList endpoints;
    for (const catalog::Endpoint &endpoint : m_workspace.catalog().endpoints())
        endpoints.append(endpoint.id);
    const auto problems =
        any ? routing::validate(chain, m_workspace.catalog().modelIds(), endpoints) : QList<routing::ChainProblem>();
    QStringList sentences;
    for (const routing::ChainProblem &problem : problems)
        sentences.append(problemSentence(problem));
    m_line->setProblems(chain.steps.isEmpty() ? QStringList() : sentences);
    m_inspector->setProblems(problems);
    presentSave(problems);
}

void ChainsPage::presentSave(const QList<routing::ChainProblem> &problems)
{
    const bool unsaved = m_document.isChanged() || m_keptAs.isEmpty();
    const int next = m_keptAs.isEmpty() ? 1 : m_document.saved().version + 1;
    m_save->setText(tr("Save as version %1").arg(next));
    m_save->setEnabled(unsaved && m_saving.isEmpty() && problems.isEmpty() && !m_document.chain().name.isEmpty());
    m_save->setToolTip(!problems.isEmpty() ? problemSentence(problems.constFirst())
                           : unsaved       ? tr("Save (%1)").arg(QKeySequence(QKeySequence::Save).toString())
                                           : tr("Nothing has changed"));
    m_header->setFact(m_document.chain().name.isEmpty() ? QString()
                          : unsaved                     ? tr("Draft of version %1").arg(next)
                                                        : tr("Version %1").arg(m_document.chain().version));
}

void ChainsPage::openNew(routing::Chain chain)
{
    chain.name = freeName(chain.name);
    chain.version = 1;
    m_keptAs.clear();
    m_document.open(chain);
    m_dryRun.runNow();
    presentChooser();
}

void ChainsPage::newChain()
{
    routing::Chain chain{.name = tr("chain", "name of a new chain: letters, digits and -")};
    if (const QString model = m_workspace.usableModels().value(0); !model.isEmpty())
        chain.steps = {{.model = model}};
    openNew(chain);
}

void ChainsPage::duplicate()
{
    if (!m_document.chain().name.isEmpty())
        openNew(m_document.chain());
}

QString ChainsPage::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; m_workspace.chain(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    return name;
}

void ChainsPage::removeChain()
{
    const routing::Chain removed = m_document.chain();
    if (removed.name.isEmpty())
        return;
    const QString kept = m_keptAs;
    m_keptAs.clear();
    m_document.open({});
    if (kept.isEmpty()) {
        takeChains();
    } else {
        m_workspace.removeChain(kept);
        tellRemoved(tr("%1 removed").arg(kept), [this, removed] {
            m_document.open(removed);
            m_keptAs = removed.name;
            m_workspace.saveChain(removed);
            presentChooser();
        });
    }
}

void ChainsPage::save()
{
    if (!m_saving.isEmpty())
        return;
    routing::Chain chain = m_document.chain();
    chain.version = m_keptAs.isEmpty() ? 1 : m_document.saved().version + 1;
    if (wasChangedElsewhere() || (m_keptAs != chain.name && m_workspace.chain(chain.name))) {
        chain.name = freeName(chain.name); // never over what somebody else wrote
        chain.version = 1;
        m_keptAs.clear();
    }
    m_saving = chain.name;
    m_document.apply(chain);
    m_workspace.saveChain(chain, m_keptAs);
}

void ChainsPage::takeSaved(const routing::Chain &chain)
{
    if (chain.name != m_saving)
        return;
    m_saving.clear();
    m_banner->clear(); // why it was not saved before
    if (m_document.chain().name == chain.name) { // no other one was opened meanwhile
        m_keptAs = chain.name;
        m_document.markSaved(chain);
    }
    emit notice(tr("%1 is saved as version %2").arg(chain.name).arg(chain.version), {});
}

void ChainsPage::takeNotSaved(const routing::Chain &chain, const Error &error)
{
    if (chain.name == m_saving) {
        m_saving.clear();
        const bool isKept = error.kind == Error::Kind::Conflict; // beside the other one, which is shown next
        if (isKept && m_document.chain().name == chain.name) {
            m_keptAs = chain.name;
            m_document.markSaved(chain);
        }
    } else if (chain.name == m_keptAs && !m_workspace.chain(m_keptAs)) {
        m_keptAs.clear(); // a removal that could not be undone: a draft
    }
    present();
}

void ChainsPage::takeImport(const Result<routing::Chain> &chain)
{
    if (chain)
        openNew(*chain);
    else
        m_banner->set(Signal::Stop, tr("Not imported: %1").arg(chain.error().message));
}

void ChainsPage::addStep()
{
    m_steps->list().addStep({.model = m_workspace.usableModels().value(0)});
    m_inspector->focusFirst();
}

void ChainsPage::tellRemoved(const QString &text, const std::function<void()> &undo)
{
    m_undoLast = undo;
    emit notice(text, tr("Undo"));
}

void ChainsPage::undo()
{
    if (const auto last = std::exchange(m_undoLast, nullptr))
        last();
}

void ChainsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_dryRun.lookUpLastPrompt();
    m_dryRun.runSoon();
}

} // namespace sb::ui
