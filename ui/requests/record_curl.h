#pragma once

#include "core/catalog/catalog.h"
#include "core/usage/records.h"

namespace sb::ui {

/// The request of a record as a curl command for a shell: to the endpoint that served it, with the key as an
/// environment variable, never its value. Errors: NotFound without the body or the endpoint; InvalidInput for a wire
/// format that differs from the one in which requests are kept (OpenAI's).
[[nodiscard]] Result<QString> curlCommand(const usage::RequestRecord &record, const catalog::Catalog &catalog);

} // namespace sb::ui
