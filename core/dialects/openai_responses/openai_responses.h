#pragma once

namespace sb::dialects {

class ClientDialect;
class ServerDialect;

} // namespace sb::dialects

/// OpenAI's Responses API, as OpenAI and others serve it. See README.md for its rules and where they are documented.
/// Source: https://platform.openai.com/docs/api-reference/responses
namespace sb::dialects::responses {

[[nodiscard]] const ClientDialect *responsesClient();
[[nodiscard]] const ServerDialect *responsesServer();

} // namespace sb::dialects::responses
