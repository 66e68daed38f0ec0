#include "ui/chains/chains_page.h"

#include "ui/chains/plan_table.h"
#include "ui/chains/step_inspector.h"
#include "ui/chains/step_list.h"
#include "ui/common/banner.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qint64 LargestImport = 4 * 1024 * 1024;

/// What a dry run asks when nobody typed a prompt: short, so that the numbers are those of everyday use.
chat::Request sampleRequest(const QString &chain)
{
    chat::Request request{.model = u"chain/"_s + chain};
    request.messages = {
        chat::Message::make(chat::Role::User, ChainsPage::tr("What does a signal box do when a line is blocked?"))};
    return request;
}

} // namespace

ChainsPage::ChainsPage(engine::Engine &engine, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_workspace(workspace)
    , m_header(new PageHeader(tr("Chains"), this))
    , m_banner(new Banner(this))
    , m_chooser(new QComboBox(this))
    , m_view(new SegmentedControl({tr("Line"), tr("JSON")}, 0, this))
    , m_undo(makeIconButton(u"undo"_s, tr("Undo"), this, QKeySequence::Undo))
    , m_redo(makeIconButton(u"redo"_s, tr("Redo"), this, QKeySequence::Redo))
    , m_save(makeMainButton({}, this))
    , m_stack(new QStackedWidget(this))
    , m_inspector(new StepInspector(m_document, workspace, this))
{
    setupHeader();
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSteps());
    row->addWidget(makeHairline(Qt::Vertical, line));
    row->addWidget(makeMiddle(), 1);
    row->addWidget(makeHairline(Qt::Vertical, line));
    row->addWidget(m_inspector);
    m_stack->addWidget(line);
    m_stack->addWidget(makeJson());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);

    connect(&m_document, &ChainDocument::changed, this, &ChainsPage::present);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &ChainsPage::presentChooser);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &ChainsPage::present);
    connect(&m_workspace, &profile::Workspace::failed, this, &ChainsPage::tell);
    connect(&m_engine, &engine::Engine::planned, this, &ChainsPage::takePlan);
    setFocusProxy(m_steps);
    presentChooser();
}

void ChainsPage::setupHeader()
{
    m_chooser->setMinimumWidth(180);
    m_chooser->setAccessibleName(tr("Chain"));
    QToolButton *more = makeIconButton(u"more"_s, tr("More"), this);
    auto *menu = new QMenu(more);
    connect(menu->addAction(tr("New chain")), &QAction::triggered, this, &ChainsPage::newChain);
    connect(menu->addAction(tr("Duplicate")), &QAction::triggered, this, &ChainsPage::duplicate);
    connect(menu->addAction(tr("Import…")), &QAction::triggered, this, &ChainsPage::importFile);
    connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &ChainsPage::exportFile);
    menu->addSeparator();
    connect(menu->addAction(tr("Delete chain")), &QAction::triggered, this, &ChainsPage::removeChain);
    connect(more, &QToolButton::clicked, this,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    QPushButton *dry = makeButton(tr("Dry run"), this, u"rehearse"_s);
    for (QWidget *control : std::initializer_list<QWidget *>{m_chooser, m_view, m_undo, m_redo, more, dry, m_save})
        m_header->addControl(control);
    m_save->setObjectName(u"save"_s);
    connect(m_chooser, &QComboBox::textActivated, this, &ChainsPage::openChain);
    connect(m_view, &SegmentedControl::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_undo, &QToolButton::clicked, &m_document.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_document.undoStack(), &QUndoStack::redo);
    connect(&m_document.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(&m_document.undoStack(), &QUndoStack::canRedoChanged, m_redo, &QToolButton::setEnabled);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(dry, &QPushButton::clicked, this, &ChainsPage::dryRun);
    connect(m_save, &QPushButton::clicked, this, &ChainsPage::save);
}

QWidget *ChainsPage::makeSteps()
{
    auto *box = makeSurface(QPalette::Base, this);
    box->setFixedWidth(size::ChainList);
    m_steps = new StepList(m_document, box);
    QToolButton *add = makeIconButton(u"plus"_s, tr("Add a step"), box, Qt::Key_Insert);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PaneMargin, 7, 8, 7);
    head->addWidget(new Label(tr("Steps"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, box));
    head->addStretch(1);
    head->addWidget(add);
    auto *foot =
        new Label(tr("Alt+Up and Alt+Down move a step"), TextRole::Caption, Label::Tone::Text3, QFont::Normal, box);
    foot->setContentsMargins(size::PaneMargin, 6, 8, 10);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeHairline(Qt::Horizontal, box));
    layout->addWidget(m_steps, 1);
    layout->addWidget(foot);
    connect(add, &QToolButton::clicked, this, [this] {
        m_steps->addStep({.model = m_workspace.usableModels().value(0)});
        m_inspector->focusFirst();
    });
    connect(m_steps, &StepList::inspectorWanted, m_inspector, &StepInspector::focusFirst);
    connect(m_steps, &StepList::removed, this, [this] { emit notice(tr("Step removed"), tr("Undo")); });
    return box;
}

QWidget *ChainsPage::makeMiddle()
{
    auto *box = makeSurface(QPalette::AlternateBase, this);
    m_planText = new Label(tr("Dry run: not made yet"), TextRole::Body, Label::Tone::Text, QFont::Medium, box);
    m_planText->setElided(true);
    m_problems = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, box);
    m_problems->setWordWrap(true);
    m_planModel = new PlanTable(this);
    m_planView = new TableView(box);
    m_planView->setModel(m_planModel);
    m_planView->setAccessibleName(tr("Decision of the dry run"));
    m_planView->setColumnWidths({210, 60, 60, 90, 90, 0});
    auto *head = new QWidget(box);
    head->setFixedHeight(size::SubHeader);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, size::PaneMargin, 0);
    row->addWidget(m_planText, 1);
    m_problems->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeHairline(Qt::Horizontal, box));
    layout->addWidget(m_problems);
    layout->addWidget(m_planView, 1);
    return box;
}

QWidget *ChainsPage::makeJson()
{
    auto *box = makeSurface(QPalette::Base, this);
    m_json = new QPlainTextEdit(box);
    m_json->setProperty("bare", true);
    m_json->setFrameShape(QFrame::NoFrame);
    m_json->setFont(fontFor(TextRole::Code));
    m_json->setAccessibleName(tr("Chain as JSON"));
    m_json->document()->setDocumentMargin(size::PageMargin);
    m_jsonProblem = new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, box);
    m_jsonProblem->setElided(true);
    QPushButton *apply = makeButton(tr("Apply"), box);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::PageMargin, 8, size::PaneMargin, 8);
    foot->addWidget(m_jsonProblem, 1);
    foot->addWidget(apply);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_json, 1);
    layout->addWidget(makeHairline(Qt::Horizontal, box));
    layout->addLayout(foot);
    connect(apply, &QPushButton::clicked, this, &ChainsPage::applyJson);
    return box;
}

void ChainsPage::openChain(const QString &name)
{
    if (const routing::Chain *chain = m_workspace.chain(name)) {
        m_replaces = name;
        m_document.open(*chain);
        presentChooser();
        dryRun();
    }
}

void ChainsPage::presentChooser()
{
    const QString current = m_document.chain().name;
    m_chooser->clear();
    for (const routing::Chain &chain : m_workspace.chains())
        m_chooser->addItem(chain.name);
    if (current.isEmpty() && m_chooser->count() > 0) {
        openChain(m_chooser->itemText(0));
        return;
    }
    if (m_chooser->findText(current) < 0 && !current.isEmpty())
        m_chooser->addItem(current);
    m_chooser->setCurrentText(current);
    if (!m_workspace.badFiles().isEmpty())
        m_banner->set(
            Signal::Caution,
            tr("%1 is not used: %2")
                .arg(m_workspace.badFiles().constFirst().path, m_workspace.badFiles().constFirst().error.message));
    present();
}

void ChainsPage::present()
{
    const routing::Chain &chain = m_document.chain();
    QStringList endpoints;
    for (const catalog::Endpoint &endpoint : m_workspace.catalog().endpoints())
        endpoints.append(endpoint.id);
    const auto problems = routing::validate(chain, m_workspace.catalog().modelIds(), endpoints);
    QStringList lines;
    for (const routing::ChainProblem &problem : problems)
        lines.append(u"%1: %2"_s.arg(problem.path, problem.message));
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());

    const bool isNew = m_replaces.isEmpty();
    const int next = isNew ? 1 : m_document.saved().version + 1;
    m_save->setText(tr("Save as version %1").arg(next));
    m_save->setEnabled((m_document.isChanged() || isNew) && problems.isEmpty());
    m_save->setToolTip(!problems.isEmpty()                   ? lines.constFirst()
                           : m_document.isChanged() || isNew ? QString()
                                                             : tr("Nothing has changed"));
    m_header->setFact(m_document.isChanged() ? tr("Draft of version %1").arg(next)
                                             : tr("Version %1").arg(chain.version));
    if (!m_json->hasFocus())
        m_json->setPlainText(QString::fromUtf8(routing::toJson(chain).dumpIndented()));
}

void ChainsPage::newChain()
{
    routing::Chain chain{.name = freeName(tr("chain"))};
    chain.steps = {{.model = m_workspace.usableModels().value(0)}};
    m_replaces.clear();
    m_document.open(chain);
    presentChooser();
}

void ChainsPage::duplicate()
{
    routing::Chain chain = m_document.chain();
    chain.name = freeName(chain.name);
    chain.version = 1;
    m_replaces.clear();
    m_document.open(chain);
    presentChooser();
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
    m_replaces.clear();
    m_document.open({});
    m_workspace.removeChain(removed.name);
}

void ChainsPage::save()
{
    routing::Chain chain = m_document.chain();
    chain.version = m_replaces.isEmpty() ? 1 : m_document.saved().version + 1;
    m_document.apply(chain);
    m_document.markSaved();
    m_workspace.saveChain(chain, m_replaces);
    m_replaces = chain.name;
    emit notice(tr("%1 is saved as version %2").arg(chain.name).arg(chain.version), {});
}

void ChainsPage::dryRun()
{
    const routing::Chain &chain = m_document.chain();
    if (!chain.steps.isEmpty())
        m_plan = m_engine.dryRun({.request = sampleRequest(chain.name), .chainValue = chain, .client = u"chains"_s});
}

void ChainsPage::takePlan(RequestId id, const Result<routing::Plan> &plan)
{
    if (id != m_plan)
        return;
    m_planText->setText(plan ? tr("Dry run: %1").arg(planSentence(*plan)) : plan.error().message);
    m_planModel->present(plan.value_or(routing::Plan{}));
}

void ChainsPage::applyJson()
{
    const auto chain =
        parseJson(m_json->toPlainText().toUtf8()).and_then([](const Json &json) { return routing::parseChain(json); });
    m_jsonProblem->setText(chain ? QString() : chain.error().message);
    if (chain)
        m_document.replace(*chain, tr("Edit as JSON"));
}

void ChainsPage::importFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a chain"), {}, tr("Chains (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto chain = profile::readFile(path, LargestImport)
                               .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
                               .and_then([](const Json &json) { return routing::parseChain(json); });
        if (!chain) {
            tell(chain.error());
            return;
        }
        routing::Chain imported = *chain;
        imported.name = freeName(imported.name);
        m_replaces.clear();
        m_document.open(imported);
        presentChooser();
    });
    dialog->open();
}

void ChainsPage::exportFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Export the chain"), m_document.chain().name + u".json"_s, tr("Chains (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_workspace.exportFile(path, routing::toJson(m_document.chain()).dumpIndented());
    });
    dialog->open();
}

void ChainsPage::tell(const Error &error)
{
    m_banner->set(Signal::Stop, error.message);
}

void ChainsPage::undo()
{
    m_document.undoStack().undo();
}

} // namespace sb::ui
