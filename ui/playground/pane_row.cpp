#include "ui/playground/pane_row.h"

#include "ui/common/markdown/markdown_view.h"
#include "ui/playground/pane.h"

#include <QScrollBar>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace sb::ui {

PaneRow::PaneRow(PlaygroundSession &session, profile::Workspace &workspace, Ballot &ballot, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_workspace(workspace)
    , m_ballot(ballot)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->setChildrenCollapsible(false);
    setWidget(m_splitter);
    connect(&m_session, &PlaygroundSession::paneAdded, this, &PaneRow::add);
    connect(&m_session, &PlaygroundSession::paneRemoved, this, &PaneRow::remove);
    connect(&m_session, &PlaygroundSession::opened, this, &PaneRow::readVotes);
    connect(&m_ballot, &Ballot::changed, this, &PaneRow::showVotes);
    for (PaneRun *run : m_session.panes())
        add(run);
}

void PaneRow::add(PaneRun *run)
{
    const auto index = int(qMax<qsizetype>(0, m_session.panes().indexOf(run)));
    auto *pane = new Pane(index + 1, *run, m_workspace, m_splitter);
    m_splitter->insertWidget(index, pane);
    m_panes.insert(index, pane);
    connect(pane, &Pane::activated, this, [this, pane] { setActive(pane); });
    connect(pane, &Pane::metricsChanged, this, &PaneRow::markBest);
    connect(pane, &Pane::shownTurnChanged, this, [this] {
        markBest();
        showVotes();
    });
    connect(pane, &Pane::traceRequested, this, &PaneRow::traceRequested);
    connect(pane, &Pane::explanationRequested, this, [this, pane](const usage::RecordKey &key) {
        setActive(pane);
        emit explanationRequested(key);
    });
    connect(pane, &Pane::voted, this, [this, pane](usage::Vote::Kind kind) { castVote(pane, kind); });
    connect(pane, &Pane::retryRequested, this, [this, run] { m_session.retry(run); });
    connect(pane, &Pane::askHereRequested, this, [this, run](int prompt) { m_session.askHere(run, prompt); });
    connect(pane, &Pane::retryAllRequested, &m_session, &PlaygroundSession::retryAll);
    connect(pane, &Pane::resultsTyped, this,
            [this, run](const QList<chat::Message> &results) { m_session.sendResults(run, results); });
    connect(pane, &Pane::closeRequested, this, [this, run] { m_session.removePane(run); });
    connect(pane->view().verticalScrollBar(), &QScrollBar::valueChanged, this, [this, pane] { scrollOthers(pane); });
    if (!m_active)
        setActive(pane);
    renumber();
}

void PaneRow::remove(PaneRun *run)
{
    for (Pane *pane : std::as_const(m_panes)) {
        if (&pane->run() != run)
            continue;
        m_panes.removeOne(pane);
        pane->disconnect(this);
        run->disconnect(pane); // the run goes first
        pane->hide();
        pane->setParent(nullptr);
        pane->deleteLater(); // this may be a slot of one of its buttons
        if (m_active == pane) {
            m_active = nullptr;
            setActive(m_panes.isEmpty() ? nullptr : m_panes.constFirst());
        }
        break;
    }
    renumber();
}

void PaneRow::renumber()
{
    for (int i = 0; i < int(m_panes.size()); ++i) {
        m_panes[i]->setNumber(i + 1);
        m_panes[i]->setCompany(m_panes.size() > 1);
    }
    m_splitter->setSizes(QList<int>(m_panes.size(), 1000)); // all alike, whatever the width
    markBest();
    emit panesChanged();
}

int PaneRow::activeNumber() const
{
    return int(m_panes.indexOf(m_active)) + 1;
}

void PaneRow::setActive(Pane *pane)
{
    if (pane == m_active)
        return;
    if (m_active)
        m_active->setActive(false);
    m_active = pane;
    if (m_active)
        m_active->setActive(true);
    markBest();
    emit activeChanged();
}

void PaneRow::focusPane(int index)
{
    if (index < 0 || index >= m_panes.size())
        return;
    m_panes[index]->view().setFocus(Qt::ShortcutFocusReason);
    ensureWidgetVisible(m_panes[index], 0, 0);
}

void PaneRow::showPrompt(int prompt)
{
    m_scrolling = true; // each pane goes to its own place
    for (Pane *pane : std::as_const(m_panes))
        pane->showPrompt(prompt);
    m_scrolling = false;
}

void PaneRow::setScrollTogether(bool together)
{
    m_together = together;
}

void PaneRow::scrollOthers(Pane *moved)
{
    if (!m_together || m_scrolling || m_session.isAnyRunning())
        return;
    m_scrolling = true;
    const QScrollBar *from = moved->view().verticalScrollBar();
    const double share = from->maximum() > 0 ? double(from->value()) / from->maximum() : 0;
    for (Pane *pane : std::as_const(m_panes)) {
        QScrollBar *bar = pane->view().verticalScrollBar();
        if (pane != moved)
            bar->setValue(qRound(share * bar->maximum()));
    }
    m_scrolling = false;
}

void PaneRow::refresh()
{
    for (Pane *pane : std::as_const(m_panes))
        pane->refresh();
}

/// The turn of a pane that belongs to what another shows; -1: it was not asked that. The shown one itself, also where
/// several turns belong to one prompt.
qsizetype PaneRow::turnIn(const Pane &pane, const Pane &shown)
{
    const int prompt = shown.shownPrompt();
    if (&pane == &shown || pane.shownPrompt() == prompt)
        return pane.shownTurn();
    qsizetype turn = prompt > 0 ? pane.state().turns.size() - 1 : -1;
    while (turn >= 0 && profile::promptOfTurn(pane.state(), turn) != prompt)
        --turn;
    return turn;
}

QList<Metrics> PaneRow::shownMetrics() const
{
    QList<Metrics> metrics;
    for (const Pane *pane : m_panes)
        metrics.append(pane->metrics(turnIn(*pane, *m_active)));
    return metrics;
}

void PaneRow::markBest()
{
    const QList<BestMarks> best = bestOf(shownMetrics());
    const QList<int> prompts = m_session.prompts();
    for (int i = 0; i < int(m_panes.size()); ++i) {
        // A pill beside the numbers of another prompt would be about nothing.
        const bool shows = turnIn(*m_panes[i], *m_active) == m_panes[i]->shownTurn();
        m_panes[i]->setBest(shows ? best[i] : BestMarks());
        m_panes[i]->setMissing(prompts.isEmpty() ? 0 : prompts.constLast());
    }
    emit shownChanged();
}

void PaneRow::vote(usage::Vote::Kind kind)
{
    if (m_active)
        castVote(m_active, kind);
}

void PaneRow::castVote(Pane *pane, usage::Vote::Kind kind)
{
    const auto key = pane->recordKey();
    if (!key || m_panes.size() < 2)
        return;
    std::optional<usage::RecordKey> against;
    if (m_panes.size() == 2) {
        const Pane *other = m_panes[m_panes.constFirst() == pane ? 1 : 0];
        against = other->recordKey(turnIn(*other, *pane));
    }
    m_ballot.cast(*key, against, kind);
}

void PaneRow::readVotes()
{
    QList<usage::RecordKey> keys;
    for (const PaneRun *run : m_session.panes()) {
        for (const profile::Turn &turn : run->state().turns) {
            if (turn.recordSeq > 0)
                keys.append(
                    {.ledger = turn.practice ? usage::Ledger::Practice : usage::Ledger::Real, .seq = turn.recordSeq});
        }
    }
    if (!keys.isEmpty())
        m_ballot.read(keys);
}

void PaneRow::showVotes()
{
    for (Pane *pane : std::as_const(m_panes)) {
        const auto key = pane->recordKey();
        pane->setVote(key ? m_ballot.voteOn(*key) : std::nullopt);
    }
    emit shownChanged();
}

QList<ComparedAnswer> PaneRow::compared() const
{
    const QList<Metrics> metrics = shownMetrics();
    const QList<BestMarks> best = bestOf(metrics);
    QList<ComparedAnswer> answers;
    for (int i = 0; i < int(m_panes.size()); ++i) {
        Pane *pane = m_panes[i];
        const qsizetype turn = turnIn(*pane, *m_active);
        const auto key = pane->recordKey(turn);
        answers.append({.pane = i + 1,
                        .target = pane->run().state().target,
                        .metrics = metrics[i],
                        .best = best[i],
                        .words = wordCount(pane->answerText(turn)),
                        .vote = key ? m_ballot.voteOn(*key) : std::nullopt,
                        .key = key});
    }
    return answers;
}

QList<DiffView::Side> PaneRow::sides() const
{
    QList<DiffView::Side> sides;
    for (int i = 0; i < int(m_panes.size()); ++i)
        sides.append({.name = u"%1  %2"_s.arg(i + 1).arg(m_panes[i]->run().state().target),
                      .text = m_panes[i]->answerText(turnIn(*m_panes[i], *m_active))});
    return sides;
}

int PaneRow::leastWidth() const
{
    return m_splitter->minimumSizeHint().width();
}

} // namespace sb::ui
