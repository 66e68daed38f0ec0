#pragma once

namespace sb::dialects {

class ClientDialect;

} // namespace sb::dialects

/// Cohere's chat API, version 1, which older deployments speak. See README.md for its rules and where they are
/// documented. Source: https://docs.cohere.com/v1/reference/chat
namespace sb::dialects::cohere_v1 {

[[nodiscard]] const ClientDialect *chatClient();

} // namespace sb::dialects::cohere_v1
