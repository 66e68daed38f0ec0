#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/step_outcome.h"

#include <QListView>

namespace sb::ui {

class StepModel;

/// The steps as a list: complete on its own, and the accessible twin of the diagram. Dragged, or moved with Alt+Up and
/// Alt+Down; Delete removes, Ctrl+D duplicates, Enter goes to the inspector. A drag is our own, within the list: QDrag
/// would run an event loop inside the one that runs.
class StepList final : public QListView
{
    Q_OBJECT
public:
    explicit StepList(ChainDocument &document, QWidget *parent = nullptr);
    void setOutcomes(const QList<StepOutcome> &outcomes); ///< of the last dry run
    void addStep(const routing::Step &step); ///< behind the selected one
    void insertStep(qsizetype before, const routing::Step &step);
    void duplicateCurrent();
    void removeCurrent();
    void moveCurrent(int by);

signals:
    void inspectorWanted();
    void removed(); ///< a step is gone and can be undone
    void faultsWanted(qsizetype step, const QPoint &at); ///< menus, at a place on the screen
    void nextWanted(qsizetype step, const QPoint &at);
    void menuWanted(qsizetype step, const QPoint &at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] int gapAt(int y) const; ///< before which row a step would be dropped
    [[nodiscard]] int gapTop(int gap) const;
    void endDrag();
    [[nodiscard]] QPoint menuPlace() const; ///< of the selected row, on the screen

    ChainDocument &m_document;
    StepModel *m_model;
    QPoint m_pressed;
    int m_dragged = -1; ///< row that may be dragged, from the press on
    int m_gap = -1; ///< -1: not dragging
};

} // namespace sb::ui
