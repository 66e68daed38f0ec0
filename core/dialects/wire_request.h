#pragma once

#include "core/base/json.h"
#include "core/dialects/dialect.h"

namespace sb::dialects {

/// What every encoder ends with: a POST of JSON. @param streamType what is accepted where a stream is asked for
[[nodiscard]] WireRequest jsonRequest(const QUrl &url, const Json &body, const EncodeOptions &options,
                                      const QList<Notice> &notices, const QByteArray &streamType = "text/event-stream");

/// @param path begins with a slash
[[nodiscard]] QUrl urlBelow(QUrl baseUrl, const QString &path);

} // namespace sb::dialects
