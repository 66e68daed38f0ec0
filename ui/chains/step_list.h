#pragma once

#include "ui/chains/chain_document.h"

#include <QAbstractListModel>
#include <QListView>

namespace sb::ui {

/// The steps as a list: complete on its own, and the accessible twin of the diagram. Dragged, or moved with Alt+Up and
/// Alt+Down; Delete removes, Enter goes to the inspector.
class StepList final : public QListView
{
    Q_OBJECT
public:
    explicit StepList(ChainDocument &document, QWidget *parent = nullptr);
    void addStep(const routing::Step &step);
    void removeCurrent();
    void moveCurrent(int by);

signals:
    void inspectorWanted();
    void removed(); ///< a step is gone and can be undone

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ChainDocument &m_document;
};

} // namespace sb::ui
