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
constexpr int CandidatesHeight = 180;
} // namespace

LinePanel::LinePanel(ChainDocument &document, DryRun &dryRun, FaultPlay &play, ShownPath &shown, LiveSource &live,
                     QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_dryRun(dryRun)
    , m_play(play)
    , m_shown(shown)
    , m_live(live)
    , m_line(new LineView(document, this))
    , m_problems(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_model(new PlanTable(this))
    , m_candidates(new TableView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_problems->setWordWrap(true);
    m_problems->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    m_problems->hide();
    m_candidates->setModel(m_model);
    m_candidates->setAccessibleName(tr("Decision of the dry run"));
    m_candidates->setTwoLines(true);
    m_candidates->setColumnWidths({0, 54, 70, 100, 176});
    m_candidates->setObjectName(u"candidates"_s);
    m_candidates->setFixedHeight(CandidatesHeight);
    m_candidates->hide();
    m_empty->set(Signal::Off, tr("No step yet"), tr("A chain is a list of steps: the first that can answer does."),
                 tr("Add a step"));
    connect(m_empty, &EmptyState::actionTriggered, this, &LinePanel::stepWanted);
    m_stack->addWidget(m_line);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_problems);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_candidates);
    connect(&m_shown, &ShownPath::changed, this, &LinePanel::present);
    connect(&m_live, &LiveSource::changed, this, &LinePanel::present);
    connect(&m_dryRun, &DryRun::lastPromptChanged, this, &LinePanel::presentPrompt);
    connect(&m_dryRun, &DryRun::promptChanged, this, &LinePanel::presentPrompt);
    connect(m_line, &LineView::backWanted, &m_shown, &ShownPath::clear);
    connect(&m_document, &ChainDocument::changed, this, [this] { presentStack(); });
    presentPrompt();
    present();
}

QWidget *LinePanel::makeHead()
{
    auto *head = makeSurface(QPalette::Base, this);
    head->setFixedHeight(size::SubHeader);
    m_title = new Label({}, TextRole::Small, Label::Tone::Text, QFont::DemiBold, head);
    m_prompt = new Chip(tr("With"), {}, head);
    m_prompt->setObjectName(u"with"_s);
    m_signal = new SignalMark(Signal::Off, {}, head);
    m_sentence = new Label({}, TextRole::Small, Label::Tone::Text, QFont::Medium, head);
    m_sentence->setElided(true);
    m_sentence->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_sentence->setObjectName(u"drySentence"_s);
    m_back = makeIconButton(u"close"_s, tr("No faults any more: back to what is live"), head);
    m_back->setObjectName(u"backToLive"_s);
    m_candidatesButton = makeIconButton(u"requests"_s, tr("Candidates"), head, Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_candidatesButton->setObjectName(u"showCandidates"_s);
    m_candidatesButton->setCheckable(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::PaneMargin, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_prompt);
    row->addStretch(1);
    row->addWidget(m_signal);
    row->addWidget(m_sentence);
    row->addWidget(m_back);
    row->addWidget(m_candidatesButton);
    row->addWidget(makeZoom());
    connect(m_prompt, &Chip::opened, this, &LinePanel::openPrompts);
    connect(m_back, &QToolButton::clicked, &m_shown, &ShownPath::clear);
    connect(m_candidatesButton, &QToolButton::toggled, m_candidates, &QWidget::setVisible);
    return head;
}

QWidget *LinePanel::makeZoom()
{
    m_zoom = new QToolButton(this);
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    m_zoom->setFont(fontFor(TextRole::Small));
    m_zoom->setToolTip(tr("Zoom (Ctrl+Plus, Ctrl+Minus, Ctrl+0; Ctrl+9 fits)"));
    auto *menu = new QMenu(m_zoom);
    connect(menu->addAction(tr("Fit")), &QAction::triggered, m_line, &LineView::fit);
    menu->addSeparator();
    for (const int percent : {50, 75, 100, 125, 150})
        connect(menu->addAction(u"%1 %"_s.arg(percent)), &QAction::triggered, m_line,
                [this, percent] { m_line->setZoom(percent); });
    m_zoom->setMenu(menu);
    const auto show = [this](int percent) {
        m_zoom->setText(m_line->isFitted() ? tr("Fit") : u"%1 %"_s.arg(percent));
        m_zoom->setAccessibleName(m_line->isFitted() ? tr("Zoom, all of it fits")
                                                     : tr("Zoom, %1 percent").arg(percent));
    };
    connect(m_line, &LineView::zoomChanged, m_zoom, show);
    show(m_line->zoom());
    return m_zoom;
}

void LinePanel::openPrompts()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"withMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, qint64 tokens) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(!m_dryRun.prompt().given && m_dryRun.prompt().tokens == tokens);
        connect(action, &QAction::triggered, this, [this, tokens] { m_dryRun.setPrompt({.tokens = tokens}); });
        return action;
    };
    add(m_dryRun.hasLastPrompt() ? tr("Last prompt") : tr("Last prompt (none on record)"), 0)
        ->setEnabled(m_dryRun.hasLastPrompt());
    connect(menu->addAction(tr("Recorded request…")), &QAction::triggered, this, &LinePanel::recordWanted);
    connect(menu->addAction(tr("Pasted request…")), &QAction::triggered, this, &LinePanel::pasteWanted);
    menu->addSeparator();
    for (const qint64 tokens : SampleSizes)
        add(tr("Sample, %1 tokens").arg(formatCount(tokens)), tokens);
    menu->popup(m_prompt->mapToGlobal(QPoint(0, m_prompt->height())));
}

void LinePanel::presentPrompt()
{
    const DryRunPrompt &prompt = m_dryRun.prompt();
    const QString tokens = formatCount(routing::likelyInputTokens(m_dryRun.request()));
    if (prompt.given)
        //: Which request is planned; %1 is what it is called.
        m_prompt->setValue(tr("%1, %2 tokens").arg(prompt.title, tokens));
    else if (prompt.tokens == 0)
        m_prompt->setValue(m_dryRun.hasLastPrompt() ? tr("%1, %2 tokens").arg(tr("last prompt"), tokens)
                                                    : tr("last prompt"));
    else
        m_prompt->setValue(tr("sample, %1 tokens").arg(formatCount(prompt.tokens)));
}

void LinePanel::present()
{
    const bool rehearsed = m_shown.isRehearsed();
    m_title->setText(rehearsed ? tr("Rehearsal") : tr("Dry run"));
    m_signal->set(m_shown.signal(), {});
    m_sentence->setText(m_shown.sentence());
    m_signal->setAccessibleName(m_sentence->text());
    m_back->setVisible(rehearsed);
    m_line->setShown({.plan = m_dryRun.plan(),
                      .rehearsed = rehearsed,
                      .path = m_shown.path(),
                      .faults = m_shown.shownFault().isEmpty() ? m_play.faults() : QList<QByteArray>(),
                      .lives = m_live.states(),
                      .now = m_live.now()});
    m_model->present(m_dryRun.plan().value_or(routing::Plan{}));
    presentStack();
}

void LinePanel::showCandidates(bool shown)
{
    m_candidatesButton->setChecked(shown);
}

void LinePanel::setProblems(const QStringList &sentences)
{
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
}

void LinePanel::presentStack()
{
    m_stack->setCurrentWidget(m_document.chain().steps.isEmpty() ? static_cast<QWidget *>(m_empty) : m_line);
}

} // namespace sb::ui
