#pragma once

namespace sb::dialects {

class ClientDialect;
class ServerDialect;

} // namespace sb::dialects

/// Anthropic's Messages API. See README.md for its rules and where they are documented.
/// Source: https://platform.claude.com/docs/en/api/messages
namespace sb::dialects::anthropic {

[[nodiscard]] const ClientDialect *messagesClient();
[[nodiscard]] const ServerDialect *messagesServer();

} // namespace sb::dialects::anthropic
