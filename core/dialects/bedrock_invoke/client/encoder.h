#pragma once

#include "core/dialects/dialect.h"

namespace sb::dialects::bedrock {

/// A request of InvokeModel, or of its stream: the body of the model's own family, and in headers what Bedrock adds:
/// guardrail, latency, tier. Errors: InvalidInput for a part of a message that the model cannot take.
[[nodiscard]] Result<WireRequest> encodeInvoke(const chat::Request &request, const catalog::Provider &provider,
                                               const catalog::Endpoint &endpoint, const EncodeOptions &options);

} // namespace sb::dialects::bedrock
