#pragma once

namespace sb::dialects {

class ClientDialect;

} // namespace sb::dialects

/// Cohere's chat API, version 2. See README.md for its rules and where they are documented.
/// Source: https://docs.cohere.com/reference/chat
namespace sb::dialects::cohere {

[[nodiscard]] const ClientDialect *chatClient();

} // namespace sb::dialects::cohere
