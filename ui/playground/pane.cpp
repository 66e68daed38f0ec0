#include "ui/playground/pane.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/surfaces.h"
#include "ui/playground/target_button.h"
#include "ui/playground/tool_results.h"
#include "ui/playground/vote_buttons.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto MetricsInterval = 250ms; ///< numbers that change faster cannot be read
constexpr int LeastWidth = 320;

QString shownText(const chat::Answer &answer)
{
    return answer.text.isEmpty() ? answer.refusal : answer.text;
}

} // namespace

Pane::Pane(int number, PaneRun &run, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_workspace(workspace)
    , m_number(number)
    , m_header(new QWidget(this))
    , m_numberLabel(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::DemiBold, m_header))
    , m_target(new TargetButton(workspace, m_header))
    , m_vote(new VoteButtons(m_header))
    , m_stop(makeIconButton(u"stop"_s, tr("Stop"), m_header))
    , m_more(makeIconButton(u"more"_s, tr("More"), m_header))
    , m_route(new RouteStrip(this))
    , m_view(new MarkdownView(this))
    , m_results(new ToolResults(this))
    , m_strip(new MetricsStrip(this))
{
    setMinimumWidth(LeastWidth);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupHeader();
    layout->addWidget(m_header);
    layout->addWidget(m_route);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_results);
    layout->addWidget(m_strip);
    setNumber(number);

    m_stop->setObjectName(u"stop"_s);
    connect(m_target, &TargetButton::chosen, &m_run, &PaneRun::setTarget);
    connect(m_vote, &VoteButtons::voted, this, &Pane::voted);
    connect(m_stop, &QToolButton::clicked, &m_run, &PaneRun::stop);
    connect(m_more, &QToolButton::clicked, this, &Pane::openMore);
    connect(m_route, &QAbstractButton::clicked, this, &Pane::openTrace);
    connect(m_route, &RouteStrip::explanationRequested, this, [this] {
        if (const auto key = recordKey())
            emit explanationRequested(*key);
    });
    connect(m_strip, &QAbstractButton::clicked, this, &Pane::openTrace);
    connect(m_results, &ToolResults::sendRequested, this, &Pane::resultsTyped);
    connect(m_results, &ToolResults::textsEdited, &m_run, &PaneRun::setUnsentResults);
    connect(m_view, &MarkdownView::linkOpened, this, [](const QUrl &url) {
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
            QDesktopServices::openUrl(url); // a person clicked it; other schemes could start programs
    });
    connect(m_view, &MarkdownView::topTurnChanged, this, [this](int turn) {
        m_shown = turn;
        showProgress();
        emit shownTurnChanged();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now))
            emit activated();
    });
    connectRun();
    showHistory();
}

void Pane::connectRun()
{
    connect(&m_run, &PaneRun::historyReplaced, this, &Pane::showHistory);
    connect(&m_run, &PaneRun::turnBegan, this, &Pane::beginTurn);
    connect(&m_run, &PaneRun::contentCame, this, &Pane::take);
    connect(&m_run, &PaneRun::restarted, this, [this] { m_view->replaceText({}); });
    connect(&m_run, &PaneRun::turnEnded, this, &Pane::endTurn);
    connect(&m_run, &PaneRun::progressChanged, this, &Pane::showProgress);
    connect(&m_run, &PaneRun::runningChanged, this, &Pane::showProgress);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &Pane::showProgress); // names of providers
    connect(&m_run, &PaneRun::stateChanged, this, [this] { m_target->setTarget(m_run.state().target); });
}

void Pane::setupHeader()
{
    m_header->setFixedHeight(size::PaneHeader);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(size::PaneMargin, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_numberLabel);
    row->addWidget(m_target);
    row->addStretch(1);
    row->addWidget(m_vote);
    row->addWidget(m_stop);
    row->addWidget(m_more);
}

void Pane::setNumber(int number)
{
    m_number = number;
    m_numberLabel->setText(QString::number(number));
    m_numberLabel->setToolTip(tr("Pane %1 (Alt+%1)").arg(number));
    setObjectName(u"pane-%1"_s.arg(number));
    showProgress();
}

void Pane::setCompany(bool company)
{
    m_company = company;
    m_numberLabel->setTone(m_active && m_company ? Label::Tone::Accent : Label::Tone::Text3);
    update();
    showProgress();
}

void Pane::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
    m_numberLabel->setTone(m_active && m_company ? Label::Tone::Accent : Label::Tone::Text3);
}

void Pane::setMissing(int prompt)
{
    m_missing = prompt;
}

void Pane::showPrompt(int prompt)
{
    if (const qsizetype turn = profile::turnOfPrompt(m_run.state(), prompt); turn >= 0)
        m_view->scrollToTurn(int(turn));
}

int Pane::shownPrompt() const
{
    return profile::promptOfTurn(m_run.state(), m_shown);
}

Metrics Pane::metrics(qsizetype turn) const
{
    return m_run.progressOf(turn).metrics(m_run.now(), m_workspace.catalog());
}

QString Pane::answerText(qsizetype turn) const
{
    const QList<profile::Turn> &turns = m_run.state().turns;
    if (turn < 0 || turn >= turns.size())
        return {};
    const chat::Message &answer = turns[turn].answer;
    const QString text = answer.text();
    return text.isEmpty() ? answer.refusal : text;
}

std::optional<usage::RecordKey> Pane::recordKey(qsizetype turn) const
{
    const QList<profile::Turn> &turns = m_run.state().turns;
    if (turn < 0 || turn >= turns.size() || turns[turn].recordSeq == 0)
        return {};
    return usage::RecordKey{.ledger = turns[turn].practice ? usage::Ledger::Practice : usage::Ledger::Real,
                            .seq = turns[turn].recordSeq};
}

void Pane::setBest(const BestMarks &best)
{
    m_best = best;
    m_strip->set(metrics(), m_best);
}

void Pane::setVote(std::optional<usage::Vote::Kind> vote)
{
    m_vote->setVote(vote);
}

void Pane::chooseTarget()
{
    m_target->click();
}

void Pane::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool idle = !m_run.isRunning();
    const auto add = [&](const QString &text, bool enabled, auto &&slot) {
        QAction *action = menu->addAction(text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    const bool asked = !m_run.state().turns.isEmpty();
    if (m_missing > 0 && profile::turnOfPrompt(m_run.state(), m_missing) < 0)
        add(tr("Ask the prompt here, too"), idle && !m_run.state().target.isEmpty(),
            [this] { emit askHereRequested(m_missing); });
    add(tr("Ask again"), idle && asked, [this] { emit retryRequested(); });
    if (m_company)
        add(tr("Ask again in all panes"), idle && asked, [this] { emit retryAllRequested(); });
    add(tr("Copy the answer"), !answerText().isEmpty(), [this] { QApplication::clipboard()->setText(answerText()); });
    add(tr("Show the trace"), recordKey().has_value(), [this] { openTrace(); });
    add(tr("Why this route"), recordKey().has_value(), [this] { emit m_route->explanationRequested(); });
    if (m_company) {
        menu->addSeparator();
        add(tr("Close this pane"), true, [this] { emit closeRequested(); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void Pane::take(const chat::Event &event)
{
    if (const auto *text = std::get_if<chat::TextDelta>(&event))
        m_view->appendText(text->text);
    else if (const auto *reasoning = std::get_if<chat::ReasoningDelta>(&event))
        m_view->appendReasoning(reasoning->text);
    else if (const auto *refusal = std::get_if<chat::RefusalDelta>(&event))
        m_view->appendText(refusal->text);
}

void Pane::beginTurn()
{
    m_results->setCalls({}, {});
    const qsizetype last = m_run.state().turns.size() - 1;
    addQuestion(m_run.state().turns[last], last);
    m_view->beginAnswer();
    m_shown = m_view->topTurn();
    showProgress();
    emit shownTurnChanged();
}

void Pane::endTurn()
{
    m_view->endAnswer();
    addEnd(m_run.state().turns.constLast());
    showResults();
    showProgress();
    emit metricsChanged();
}

/// The prompt of the first turn stands over all panes and nothing is above it; later ones also divide the history.
void Pane::addQuestion(const profile::Turn &turn, qsizetype index)
{
    m_view->addUserTurn(index > 0 && turn.results.isEmpty() ? turn.user.text() : QString());
    for (const chat::Message &result : turn.results)
        m_view->addToolResult(result.name, result.text());
}

/// What stands behind the text of an answer.
void Pane::addEnd(const profile::Turn &turn)
{
    for (const chat::ToolCall &call : turn.answer.toolCalls)
        m_view->addToolCall(call.name, call.arguments);
    for (const QString &notice : turn.notices)
        m_view->addNote(notice, false);
    if (!turn.error.isEmpty())
        m_view->addNote(turn.error, turn.end != routing::toWireName(routing::EndState::Cancelled));
}

void Pane::showResults()
{
    m_results->setCalls(profile::openToolCalls(m_run.state()), m_run.state().unsentResults);
    m_results->putBehind(m_view);
}

void Pane::showHistory(int from)
{
    if (from == 0)
        m_view->clearTurns();
    else
        m_view->dropTurnsFrom(from);
    const QList<profile::Turn> &turns = m_run.state().turns;
    for (qsizetype i = from; i < turns.size(); ++i) {
        addQuestion(turns[i], i);
        if (m_run.isRunning() && i == turns.size() - 1) {
            m_view->beginAnswer();
            m_view->appendReasoning(m_run.partial().reasoning);
            m_view->appendText(shownText(m_run.partial()));
            continue; // its end comes
        }
        if (profile::hasAnswer(turns[i]))
            m_view->addAnswer(answerText(i), turns[i].answer.reasoning);
        addEnd(turns[i]);
    }
    m_target->setTarget(m_run.state().target);
    showResults();
    m_view->showLastTurn();
    m_shown = m_view->topTurn();
    showProgress();
    emit shownTurnChanged();
    emit metricsChanged();
}

bool Pane::refresh()
{
    if (!m_run.isRunning() || !isVisible())
        return false; // what came meanwhile is shown when it is seen again
    const bool changed = m_view->refresh();
    const SteadyTime now = m_run.now();
    if (now - m_lastMetrics < MetricsInterval)
        return changed;
    m_lastMetrics = now;
    m_strip->set(metrics(), {});
    return true;
}

void Pane::showProgress()
{
    const bool running = m_run.isRunning();
    m_route->setStops(m_run.progressOf(m_shown).stops(m_workspace.catalog()));
    m_route->setExplained(recordKey().has_value());
    m_strip->set(metrics(), running ? BestMarks{} : m_best);
    m_stop->setVisible(running);
    m_more->setVisible(!running);
    m_vote->setVisible(m_company && !running && recordKey() && !answerText().isEmpty());
    //: Accessible name of a pane: its number, what it asks, and what happened, as a sentence.
    setAccessibleName(tr("Pane %1, %2. %3").arg(m_number).arg(m_run.state().target, m_route->sentence()));
}

const QWidget &Pane::explanationAnchor() const
{
    return m_route->explanationAnchor();
}

void Pane::openTrace()
{
    if (const auto key = recordKey())
        emit traceRequested(*key);
}

void Pane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_active || !m_company)
        return;
    // Which pane the keys and the settings are about; the number says it, too.
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, width(), 2), tokensOf(this).accent);
}

void Pane::keyPressEvent(QKeyEvent *event)
{
    using Kind = usage::Vote::Kind;
    const std::optional<Kind> vote = event->key() == Qt::Key_B ? std::optional(Kind::Better)
        : event->key() == Qt::Key_W                            ? std::optional(Kind::Worse)
        : event->key() == Qt::Key_T                            ? std::optional(Kind::Tie)
                                                               : std::nullopt;
    if (vote && event->modifiers() == Qt::NoModifier && m_company)
        emit voted(*vote);
    else
        QWidget::keyPressEvent(event);
}

} // namespace sb::ui
