#pragma once

#include "ui/chains/chain_document.h"

#include <QWidget>

class QToolButton;

namespace sb::ui {

class StepList;

/// The step list with its head and the keys that act on it.
class StepsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit StepsPanel(ChainDocument &document, QWidget *parent = nullptr);
    [[nodiscard]] StepList &list() { return *m_list; }

signals:
    void addWanted();

private:
    StepList *m_list;
};

} // namespace sb::ui
