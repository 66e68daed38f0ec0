#include "ui/chains/scorecard_strip.h"

#include "ui/chains/live_state.h"
#include "ui/chains/score_cells.h"
#include "ui/common/controls.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/signal_mark.h"
#include "ui/common/surfaces.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr int StripHeight = 84;
constexpr int FootHeight = 28;
constexpr int CountWidth = 172;
} // namespace

ScorecardStrip::ScorecardStrip(ChainRehearsal &rehearsal, ShownPath &shown, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_rehearsal(rehearsal)
    , m_shown(shown)
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_cells(new ScoreCells(this))
    , m_nothing(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_running(makeProgress())
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFixedHeight(StripHeight + FootHeight);
    m_nothing->setWordWrap(true);
    m_nothing->setObjectName(u"notRehearsed"_s);
    for (QWidget *each : std::initializer_list<QWidget *>{m_nothing, m_running, m_cells})
        m_stack->addWidget(each);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::PageMargin, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(makeCount());
    row->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row, 1);
    layout->addWidget(makeFoot());
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &ScorecardStrip::presentAge);
    connect(m_cells, &ScoreCells::chosen, &m_shown, &ShownPath::showFault);
    connect(&m_rehearsal, &ChainRehearsal::changed, this, &ScorecardStrip::present);
    connect(&m_shown, &ShownPath::changed, this, &ScorecardStrip::presentFoot);
    present();
}

QWidget *ScorecardStrip::makeCount()
{
    auto *count = new QWidget(this);
    count->setFixedWidth(CountWidth);
    m_passed = new Label({}, TextRole::Title, Label::Tone::Text, QFont::DemiBold, count);
    m_passed->setObjectName(u"passed"_s);
    m_of = new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, count);
    m_of->setObjectName(u"passedOf"_s);
    m_age = new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, count);
    m_age->setObjectName(u"rehearsedWhen"_s);
    m_age->setElided(true);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(5);
    figures->addWidget(m_passed);
    figures->addWidget(m_of, 0, Qt::AlignBottom);
    figures->addStretch(1);
    auto *layout = new QVBoxLayout(count);
    layout->setContentsMargins(0, 11, 0, 6);
    layout->setSpacing(1);
    layout->addWidget(new Label(tr("Fault scorecard"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, count));
    layout->addLayout(figures);
    layout->addWidget(m_age);
    layout->addStretch(1);
    return count;
}

QWidget *ScorecardStrip::makeProgress()
{
    auto *running = new QWidget(this);
    m_progress = new QProgressBar(running);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Faults rehearsed"));
    m_progressText = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, running);
    QPushButton *cancel = makeButton(tr("Cancel"), running);
    cancel->setObjectName(u"cancelRehearsal"_s);
    connect(cancel, &QPushButton::clicked, &m_rehearsal, &ChainRehearsal::cancel);
    auto *layout = new QHBoxLayout(running);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(12);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_progressText);
    layout->addWidget(cancel);
    return running;
}

QWidget *ScorecardStrip::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(FootHeight);
    m_mark = new SignalMark(Signal::Off, {}, foot);
    m_sentence = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, foot);
    m_sentence->setObjectName(u"scoreSentence"_s);
    m_sentence->setElided(true);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(size::PageMargin, 0, size::PageMargin, 6);
    layout->setSpacing(8);
    layout->addWidget(m_mark);
    layout->addWidget(m_sentence, 1);
    return foot;
}

void ScorecardStrip::present()
{
    const bool running = m_rehearsal.isRunning();
    const QList<lab::FaultResult> &results = m_rehearsal.results();
    m_progress->setRange(0, qMax(1, m_rehearsal.all()));
    m_progress->setValue(int(results.size()));
    m_progressText->setText(tr("%1 of %2 faults").arg(results.size()).arg(m_rehearsal.all()));
    if (!running)
        m_cells->setCells(scoreCells(results));
    m_nothing->setText(m_rehearsal.failure().isEmpty()
                           ? tr("Not rehearsed yet. A rehearsal plays %1 faults against this chain on a clock of its "
                                "own: nothing is sent, and nothing is spent.")
                                 .arg(m_rehearsal.all())
                           : m_rehearsal.failure());
    m_nothing->setTone(m_rehearsal.failure().isEmpty() ? Label::Tone::Text3 : Label::Tone::Danger);
    m_stack->setCurrentWidget(running ? m_running : results.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_cells);
    presentCount();
    presentAge();
    presentFoot();
}

void ScorecardStrip::presentCount()
{
    const QList<lab::FaultResult> &results = m_rehearsal.results();
    const auto passed = std::ranges::count_if(results, &lab::FaultResult::passed);
    m_passed->setText(results.isEmpty() ? noValue() : QString::number(passed));
    //: Behind a number: "14 of 16 pass".
    m_of->setText(tr("of %1 pass").arg(results.isEmpty() ? m_rehearsal.all() : int(results.size())));
    const bool outdated = m_rehearsal.isOutdated() && !results.isEmpty();
    m_passed->setTone(outdated ? Label::Tone::Text3 : Label::Tone::Text);
}

void ScorecardStrip::presentAge()
{
    const auto &scorecard = m_rehearsal.scorecard();
    if (m_rehearsal.isRunning())
        m_age->setText(tr("running …"));
    else if (m_rehearsal.isOutdated() && !m_rehearsal.results().isEmpty())
        m_age->setText(tr("of an earlier version"));
    else if (scorecard && scorecard->cancelled)
        m_age->setText(tr("cancelled"));
    else if (scorecard)
        //: When a rehearsal ended, and how long it took: "run 2 min ago, 0.4 s".
        m_age->setText(
            tr("run %1, %2").arg(agoText(m_rehearsal.endedAt(), m_clock.wall()), formatSeconds(m_rehearsal.took())));
    else
        m_age->setText({});
    m_age->setTone(m_rehearsal.isOutdated() ? Label::Tone::Warn : Label::Tone::Text3);
}

/// The fault that is shown, else what is weakest.
void ScorecardStrip::presentFoot()
{
    m_cells->setShown(m_shown.shownFault());
    const auto show = [this](Signal signal, const QString &sentence) {
        m_mark->setVisible(!sentence.isEmpty());
        m_mark->set(signal, {});
        m_mark->setAccessibleName(sentence);
        m_sentence->setText(sentence);
    };
    const QList<ScoreCell> &cells = m_cells->cells();
    const auto cell = std::ranges::find(cells, m_shown.shownFault(), &ScoreCell::fault);
    const auto &scorecard = m_rehearsal.scorecard();
    if (m_rehearsal.isOutdated() && !m_rehearsal.results().isEmpty())
        show(Signal::Caution, tr("This is of an earlier version of the chain: rehearse again."));
    else if (!m_shown.shownFault().isEmpty() && cell != cells.end())
        show(cell->signal, cell->sentence);
    else if (scorecard && !scorecard->weakLinks.isEmpty())
        //: The weakest link of a chain, as a sentence.
        show(Signal::Caution, tr("Weakest link: %1").arg(scorecard->weakLinks.constFirst().sentence));
    else if (scorecard && !scorecard->leftOut.isEmpty())
        show(Signal::Off, scorecard->leftOut.join(u' '));
    else if (scorecard && !scorecard->cancelled)
        show(Signal::Clear, tr("No weak link was found."));
    else
        show(Signal::Off, {});
    QStringList all;
    if (scorecard) {
        for (const lab::WeakLink &link : scorecard->weakLinks)
            all.append(link.sentence);
        all += scorecard->leftOut;
    }
    // The label has a tool tip of its own, where it is cut short.
    m_sentence->parentWidget()->setToolTip(all.join(u'\n'));
    m_sentence->setAccessibleDescription(all.join(u' '));
}

void ScorecardStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    presentAge();
    m_minute.start();
}

void ScorecardStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace sb::ui
