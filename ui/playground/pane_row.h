#pragma once

#include "ui/playground/ballot.h"
#include "ui/playground/comparison_model.h"
#include "ui/playground/diff_view.h"
#include "ui/playground/session.h"

#include <QScrollArea>

class QSplitter;

namespace sb::ui {

class Pane;

/// The panes of the session beside each other; scrolls sideways where they do not fit. One of them is active: keys,
/// settings and the prompt over the panes are about it.
class PaneRow final : public QScrollArea
{
    Q_OBJECT
public:
    PaneRow(PlaygroundSession &session, profile::Workspace &workspace, Ballot &ballot, QWidget *parent = nullptr);

    [[nodiscard]] const QList<Pane *> &panes() const { return m_panes; }
    [[nodiscard]] Pane *active() const { return m_active; } ///< nullptr only without panes
    [[nodiscard]] int activeNumber() const; ///< from 1
    void focusPane(int index);
    void showPrompt(int prompt); ///< in every pane that was asked
    void setScrollTogether(bool together);
    void vote(usage::Vote::Kind kind); ///< on the active pane's answer
    void refresh(); ///< one tick of the page's timer
    [[nodiscard]] QList<ComparedAnswer> compared() const;
    [[nodiscard]] QList<DiffView::Side> sides() const;
    [[nodiscard]] int leastWidth() const; ///< of all panes, before it scrolls

signals:
    void activeChanged();
    void shownChanged(); ///< another turn, or other numbers
    void panesChanged(); ///< one more, or one less
    void traceRequested(sb::usage::RecordKey key);
    void explanationRequested(sb::usage::RecordKey key); ///< of what the active pane shows

private:
    void add(PaneRun *run);
    void remove(PaneRun *run);
    void setActive(Pane *pane);
    void renumber();
    void markBest();
    void readVotes();
    void showVotes();
    [[nodiscard]] static qsizetype turnIn(const Pane &pane, const Pane &shown);
    [[nodiscard]] QList<Metrics> shownMetrics() const; ///< of the prompt that the active pane shows
    void castVote(Pane *pane, usage::Vote::Kind kind);
    void scrollOthers(Pane *moved);

    PlaygroundSession &m_session;
    profile::Workspace &m_workspace;
    Ballot &m_ballot;
    QSplitter *m_splitter;
    QList<Pane *> m_panes;
    Pane *m_active = nullptr;
    bool m_together = false;
    bool m_scrolling = false; ///< by us
};

} // namespace sb::ui
