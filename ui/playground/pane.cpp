#include "ui/playground/pane.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/surfaces.h"
#include "ui/playground/target_button.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto MetricsInterval = 250ms; ///< numbers that change faster cannot be read
} // namespace

Pane::Pane(int number, engine::Engine &engine, profile::Workspace &workspace, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_number(number)
    , m_numberLabel(new Label(QString::number(number), TextRole::Small, Label::Tone::Text3, QFont::DemiBold, this))
    , m_target(new TargetButton(workspace, this))
    , m_stop(makeIconButton(u"stop"_s, tr("Stop"), this))
    , m_retry(makeIconButton(u"redo"_s, tr("Ask again"), this))
    , m_close(makeIconButton(u"close"_s, tr("Close this pane"), this))
    , m_route(new RouteStrip(this))
    , m_view(new MarkdownView(this))
    , m_strip(new MetricsStrip(this))
{
    setMinimumWidth(320);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupHeader(layout);
    layout->addWidget(m_route);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_strip);

    connect(m_target, &TargetButton::chosen, this, [this](const QString &target) {
        m_state.target = target;
        emit stateChanged();
    });
    connect(m_stop, &QToolButton::clicked, this, &Pane::stop);
    connect(m_retry, &QToolButton::clicked, this, &Pane::retryRequested);
    connect(m_close, &QToolButton::clicked, this, &Pane::closeRequested);
    connect(m_route, &RouteStrip::opened, this, &Pane::openTrace);
    connect(m_strip, &MetricsStrip::opened, this, &Pane::openTrace);
    connect(m_view, &MarkdownView::linkOpened, this, [](const QUrl &url) {
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
            QDesktopServices::openUrl(url); // a person clicked it; other schemes could start programs
    });
    showProgress();
}

Pane::~Pane() = default;

void Pane::setupHeader(QLayout *into)
{
    auto *header = new QWidget(this);
    header->setFixedHeight(size::PaneHeader);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(size::PaneMargin, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_numberLabel);
    row->addWidget(m_target);
    row->addStretch(1);
    row->addWidget(m_stop);
    row->addWidget(m_retry);
    row->addWidget(m_close);
    into->addWidget(header);
    into->addWidget(makeHairline(Qt::Horizontal, this));
}

void Pane::setNumber(int number)
{
    m_number = number;
    m_numberLabel->setText(QString::number(number));
}

void Pane::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Pane::setState(const profile::PaneState &state)
{
    m_run.reset();
    m_state = state;
    m_target->setTarget(state.target);
    m_progress = {};
    if (!state.turns.isEmpty())
        m_progress.showStored(state.turns.constLast());
    showHistory();
    showProgress();
}

Metrics Pane::metrics() const
{
    return m_progress.metrics(m_clock.steady(), m_workspace.catalog());
}

void Pane::setBest(const BestMarks &best)
{
    m_best = best;
    m_strip->set(metrics(), m_best);
}

void Pane::ask(const profile::Conversation &conversation, const chat::Message &message)
{
    askAgain(conversation, m_state.turns.size(), message);
}

void Pane::askAgain(const profile::Conversation &conversation, qsizetype turn, const chat::Message &message)
{
    m_run.reset();
    const bool forgets = turn < m_state.turns.size();
    m_state.turns.resize(turn);
    if (forgets)
        showHistory();
    m_state.turns.append({.user = message});
    m_view->addUserTurn(message.text());
    start(conversation);
}

void Pane::start(const profile::Conversation &conversation)
{
    m_progress.start(m_clock.steady());
    m_view->beginAnswer();
    const auto request = profile::requestFor(conversation, m_state, m_state.turns.size() - 1);
    if (!request) {
        engine::Ended refused;
        refused.refusal = request.error();
        finish(refused);
        return;
    }
    m_run = std::make_unique<engine::RunHandle>(
        m_engine,
        engine::RunSpec{
            .request = *request, .client = u"playground"_s, .session = conversation.id, .trustsLinks = true});
    connect(m_run.get(), &engine::RunHandle::attemptStarted, this, [this](const engine::AttemptStarted &attempt) {
        m_progress.apply(attempt);
        showProgress();
    });
    connect(m_run.get(), &engine::RunHandle::attemptFailed, this, [this](const engine::AttemptFailed &attempt) {
        m_progress.apply(attempt);
        showProgress();
    });
    connect(m_run.get(), &engine::RunHandle::restarted, this, [this] { m_view->replaceText({}); });
    connect(m_run.get(), &engine::RunHandle::content, this, &Pane::take);
    connect(m_run.get(), &engine::RunHandle::ended, this, &Pane::finish);
    showProgress();
    emit stateChanged();
    emit runningChanged();
}

void Pane::take(const chat::Event &event)
{
    m_progress.apply(event, m_clock.steady());
    if (const auto *text = std::get_if<chat::TextDelta>(&event))
        m_view->appendText(text->text);
    else if (const auto *reasoning = std::get_if<chat::ReasoningDelta>(&event))
        m_view->appendReasoning(reasoning->text);
    else if (const auto *refusal = std::get_if<chat::RefusalDelta>(&event))
        m_view->appendText(refusal->text);
}

void Pane::finish(const engine::Ended &ended)
{
    if (m_run)
        m_run.release()->deleteLater(); // this is a slot of it
    m_progress.apply(ended);
    profile::Turn &turn = m_state.turns.last();
    m_progress.store(turn);
    if (!ended.answer.text.isEmpty() || !ended.answer.toolCalls.isEmpty() || !ended.answer.refusal.isEmpty())
        turn.answer = ended.answer.toMessage();
    turn.recordSeq = ended.key ? ended.key->seq : 0;
    turn.error = failureSentence(ended);
    m_view->endAnswer();
    for (const chat::ToolCall &call : turn.answer.toolCalls)
        m_view->addNote(tr("Tool call: %1(%2)").arg(call.name, call.arguments), false);
    if (!turn.error.isEmpty())
        m_view->addNote(turn.error, ended.end != routing::EndState::Cancelled);
    showProgress();
    emit stateChanged();
    emit metricsChanged();
    emit runningChanged();
}

QString Pane::failureSentence(const engine::Ended &ended) const
{
    if (ended.refusal)
        return ended.refusal->message;
    switch (ended.end) {
    case routing::EndState::Complete:
        return {};
    case routing::EndState::Length:
        return tr("The answer reached its limit of tokens.");
    case routing::EndState::Filtered:
        return tr("The provider's content filter ended the answer.");
    case routing::EndState::Cut:
        return tr("The connection broke before the end of the answer.");
    case routing::EndState::Stalled:
        return tr("The provider fell silent before the end of the answer.");
    case routing::EndState::Cancelled:
        return tr("Stopped.");
    case routing::EndState::Lost:
    case routing::EndState::Failed:
        break;
    }
    if (ended.answer.error && !ended.answer.error->message.isEmpty())
        return tr("No answer. %1").arg(ended.answer.error->message);
    return tr("No answer.");
}

void Pane::stop()
{
    if (m_run)
        m_run->cancel();
}

bool Pane::refresh()
{
    if (!m_run)
        return false;
    const bool changed = m_view->refresh();
    const SteadyTime now = m_clock.steady();
    if (now - m_lastMetrics < MetricsInterval)
        return changed;
    m_lastMetrics = now;
    m_strip->set(metrics(), {});
    return true;
}

void Pane::showHistory()
{
    m_view->clearTurns();
    for (const profile::Turn &turn : std::as_const(m_state.turns)) {
        m_view->addUserTurn(turn.user.text());
        if (!turn.answer.parts.isEmpty() || !turn.answer.toolCalls.isEmpty())
            m_view->addAnswer(turn.answer.text(), turn.answer.reasoning);
        for (const chat::ToolCall &call : turn.answer.toolCalls)
            m_view->addNote(tr("Tool call: %1(%2)").arg(call.name, call.arguments), false);
        if (!turn.error.isEmpty())
            m_view->addNote(turn.error, turn.end != routing::toWireName(routing::EndState::Cancelled));
    }
}

void Pane::showProgress()
{
    m_route->setStops(m_progress.stops(m_workspace.catalog()));
    m_strip->set(metrics(), m_run ? BestMarks{} : m_best);
    m_stop->setVisible(m_run != nullptr);
    m_retry->setVisible(m_run == nullptr && !m_state.turns.isEmpty());
    setAccessibleName(tr("Pane %1, %2. %3").arg(m_number).arg(m_state.target, m_route->sentence()));
}

void Pane::openTrace()
{
    if (m_state.turns.isEmpty() || m_state.turns.constLast().recordSeq == 0)
        return;
    const profile::Turn &turn = m_state.turns.constLast();
    emit traceRequested(
        {.ledger = turn.practice ? usage::Ledger::Practice : usage::Ledger::Real, .seq = turn.recordSeq});
}

} // namespace sb::ui
