#pragma once

#include "core/routing/chain.h"

#include <QWidget>

class QCheckBox;

namespace sb::ui {

/// After which failures a step is left.
class MoveOnChecks final : public QWidget
{
    Q_OBJECT
public:
    explicit MoveOnChecks(QWidget *parent = nullptr);
    void present(const routing::MoveOn &moveOn);

signals:
    void edited(const sb::routing::MoveOn &moveOn);

private:
    routing::MoveOn m_moveOn;
    QList<std::pair<QCheckBox *, bool routing::MoveOn::*>> m_checks;
};

} // namespace sb::ui
