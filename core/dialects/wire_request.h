#pragma once

#include "core/base/json.h"
#include "core/dialects/dialect.h"

namespace sb::dialects {

/// What every encoder ends with: a POST of JSON. @param streamType what is accepted where a stream is asked for
[[nodiscard]] WireRequest jsonRequest(const QUrl &url, const Json &body, const EncodeOptions &options,
                                      const QList<Notice> &notices, const QByteArray &streamType = "text/event-stream");

/// @param path begins with a slash
[[nodiscard]] QUrl urlBelow(QUrl baseUrl, const QString &path);

/// The address of an operation of OpenAI's API, such as "/chat/completions": below the deployment where the model is
/// one, and with the version where one is asked for, as Azure has it. Source:
/// https://learn.microsoft.com/en-us/azure/ai-foundry/openai/reference
[[nodiscard]] QUrl openAiUrl(const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                             const QString &operation);

/// Adds the version that each request of this provider has to name, if any.
[[nodiscard]] QUrl withApiVersion(QUrl url, const catalog::Provider &provider);

} // namespace sb::dialects
