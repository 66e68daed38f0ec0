#pragma once

namespace sb::dialects {

class ClientDialect;
class ServerDialect;

} // namespace sb::dialects

/// OpenAI's chat completions, with what the providers that speak it add or leave out.
/// Source: https://platform.openai.com/docs/api-reference/chat, https://openrouter.ai/docs/api-reference/overview
namespace sb::dialects::openai {

[[nodiscard]] const ClientDialect *chatClient();
[[nodiscard]] const ServerDialect *chatServer();

} // namespace sb::dialects::openai
