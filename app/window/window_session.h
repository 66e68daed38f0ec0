#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QString>

namespace sb::app {

/// What the window looked like when it was closed: window.json of the profile, under 64 kB, read before the first
/// paint.
struct WindowSession
{
    QByteArray geometry = {}; ///< QWidget::saveGeometry()
    QString section = {};
    QString conversation = {}; ///< id
    friend bool operator==(const WindowSession &, const WindowSession &) = default;
};

/// A session that cannot be read is no session: the window opens as at the first time.
[[nodiscard]] WindowSession loadWindowSession(const QString &path);
[[nodiscard]] Json toJson(const WindowSession &session);

} // namespace sb::app
