#include "ui/chains/line_panel.h"

#include "ui/chains/line_view.h"
#include "ui/chains/plan_table.h"
#include "ui/common/chip.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr qint64 SampleSizes[] = {100, 1'000, 10'000, 100'000};
} // namespace

LinePanel::LinePanel(ChainDocument &document, DryRun &dryRun, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_dryRun(dryRun)
    , m_line(new LineView(document, this))
    , m_problems(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_model(new PlanTable(this))
    , m_table(new TableView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_problems->setWordWrap(true);
    m_problems->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    m_problems->hide();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Decision of the dry run"));
    m_table->setTwoLines(true);
    m_table->setColumnWidths({0, 54, 70, 100, 176});
    m_empty->set(Signal::Off, tr("No step yet"), tr("A chain is a list of steps: the first that can answer does."),
                 tr("Add a step"));
    connect(m_empty, &EmptyState::actionTriggered, this, &LinePanel::stepWanted);
    m_stack->addWidget(m_line);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_problems);
    layout->addWidget(m_stack, 1);
    connect(&m_dryRun, &DryRun::finished, this, &LinePanel::present);
    connect(&m_dryRun, &DryRun::lastPromptChanged, this, &LinePanel::presentPrompt);
    connect(&m_document, &ChainDocument::changed, this, [this] { showTable(m_showsTable); });
    presentPrompt();
    present();
}

QWidget *LinePanel::makeHead()
{
    auto *head = makeSurface(QPalette::Base, this);
    head->setFixedHeight(size::SubHeader);
    m_prompt = new Chip(tr("With"), {}, head);
    m_signal = new SignalMark(Signal::Off, {}, head);
    m_sentence = new Label({}, TextRole::Small, Label::Tone::Text, QFont::Medium, head);
    m_sentence->setElided(true);
    m_sentence->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_sentence->setObjectName(u"drySentence"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(new Label(tr("Dry run"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, head));
    row->addWidget(m_prompt);
    row->addStretch(1);
    row->addWidget(m_signal);
    row->addWidget(m_sentence);
    QToolButton *table = makeIconButton(u"requests"_s, tr("As a table"), head, Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    table->setObjectName(u"asTable"_s);
    table->setCheckable(true);
    connect(table, &QToolButton::toggled, this, &LinePanel::showTable);
    row->addWidget(table);
    row->addWidget(makeZoom());
    connect(m_prompt, &Chip::opened, this, &LinePanel::openPrompts);
    return head;
}

QWidget *LinePanel::makeZoom()
{
    m_zoom = new QToolButton(this);
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    m_zoom->setFont(fontFor(TextRole::Small));
    m_zoom->setToolTip(tr("Zoom (Ctrl+Plus, Ctrl+Minus, Ctrl+0)"));
    auto *menu = new QMenu(m_zoom);
    for (const int percent : {50, 75, 100, 125, 150})
        connect(menu->addAction(u"%1 %"_s.arg(percent)), &QAction::triggered, m_line,
                [this, percent] { m_line->setZoom(percent); });
    m_zoom->setMenu(menu);
    const auto show = [this](int percent) {
        m_zoom->setText(u"%1 %"_s.arg(percent));
        m_zoom->setAccessibleName(tr("Zoom, %1 percent").arg(percent));
    };
    connect(m_line, &LineView::zoomChanged, m_zoom, show);
    show(m_line->zoom());
    return m_zoom;
}

void LinePanel::openPrompts()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, qint64 tokens) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_dryRun.prompt().tokens == tokens);
        connect(action, &QAction::triggered, this, [this, tokens] {
            m_dryRun.setPrompt({.tokens = tokens});
            presentPrompt();
        });
        return action;
    };
    add(m_dryRun.hasLastPrompt() ? tr("Last prompt") : tr("Last prompt (none on record)"), 0)
        ->setEnabled(m_dryRun.hasLastPrompt());
    menu->addSeparator();
    for (const qint64 tokens : SampleSizes)
        add(tr("Sample, %1 tokens").arg(formatCount(tokens)), tokens);
    menu->popup(m_prompt->mapToGlobal(QPoint(0, m_prompt->height())));
}

void LinePanel::presentPrompt()
{
    const qint64 tokens = m_dryRun.prompt().tokens;
    m_prompt->setValue(tokens == 0 ? tr("last prompt") : tr("sample, %1 tokens").arg(formatCount(tokens)));
}

void LinePanel::present()
{
    const std::optional<routing::Plan> &plan = m_dryRun.plan();
    const bool served = plan && !plan->candidates.isEmpty();
    m_signal->set(!plan && m_dryRun.failure().isEmpty() ? Signal::Off : served ? Signal::Clear : Signal::Stop, {});
    m_sentence->setText(plan                               ? planSentence(*plan)
                            : m_dryRun.failure().isEmpty() ? tr("not made yet")
                                                           : m_dryRun.failure());
    m_signal->setAccessibleName(m_sentence->text());
    m_line->setPlan(plan);
    m_model->present(plan.value_or(routing::Plan{}));
    showTable(m_showsTable);
}

void LinePanel::setProblems(const QStringList &sentences)
{
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
}

void LinePanel::showTable(bool table)
{
    m_showsTable = table;
    if (m_document.chain().steps.isEmpty())
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_line);
}

} // namespace sb::ui
