#pragma once

namespace sb::dialects {

class ClientDialect;

} // namespace sb::dialects

/// Amazon Bedrock's InvokeModel and InvokeModelWithResponseStream. See README.md for its rules and where they are
/// documented. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
namespace sb::dialects::bedrock {

[[nodiscard]] const ClientDialect *invokeClient();

} // namespace sb::dialects::bedrock
