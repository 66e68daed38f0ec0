#pragma once

#include "ui/chains/fault_play.h"

class QMenu;

namespace sb::ui {

/// The menus of a step, which list and diagram share: its fault, where failures go, and what can be done with it.
class StepMenus final : public QObject
{
    Q_OBJECT
public:
    StepMenus(ChainDocument &document, FaultPlay &play, QWidget &parent);

    void openFaults(qsizetype step, const QPoint &at);
    void openNext(qsizetype step, const QPoint &at); ///< "On … go to …"
    void openConnection(qsizetype from, qsizetype to, const QPoint &at); ///< after which failures
    void openAll(qsizetype step, const QPoint &at);

signals:
    void addWanted(qsizetype before);
    void duplicateWanted(); ///< the selected one
    void moveWanted(int by);
    void removeWanted();

private:
    [[nodiscard]] QMenu *makeMenu(const QString &name);
    void fillFaults(QMenu &menu, qsizetype step);
    void fillNext(QMenu &menu, qsizetype step);
    void connectSteps(qsizetype from, QString routing::NextSteps::*kind, qsizetype to);

    ChainDocument &m_document;
    FaultPlay &m_play;
    QWidget &m_parent;
};

} // namespace sb::ui
