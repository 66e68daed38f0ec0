#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace sb::ui {

/// A base URL as a person types it: without a scheme it is https, or http for this machine; slashes at the end go.
/// Errors: InvalidInput, with what was expected.
[[nodiscard]] Result<QUrl> parseBaseUrl(const QString &text);

} // namespace sb::ui
