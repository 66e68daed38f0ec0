#pragma once

#include "core/usage/explanation.h"
#include "ui/common/popup.h"

namespace sb::ui {

/// Why a request took its route: who could serve it and who could not, and all of it in sentences that can be copied.
class RoutePopup final : public Popup
{
    Q_OBJECT
public:
    RoutePopup(const usage::RequestRecord &record, const usage::RecordKey &key, QWidget *parent);

signals:
    void traceRequested(sb::usage::RecordKey key); ///< it is closed by then
};

} // namespace sb::ui
