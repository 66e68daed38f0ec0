#pragma once

namespace sb::dialects {

class ClientDialect;

} // namespace sb::dialects

/// Amazon Bedrock's Converse and ConverseStream. See README.md for its rules and where they are documented.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
namespace sb::dialects::bedrock {

[[nodiscard]] const ClientDialect *converseClient();

} // namespace sb::dialects::bedrock
