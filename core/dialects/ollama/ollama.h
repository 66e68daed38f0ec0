#pragma once

namespace sb::dialects {

class ClientDialect;

} // namespace sb::dialects

/// Ollama's own API: /api/chat for conversations, /api/generate for one prompt. See README.md for its rules and where
/// they are documented. Source: https://docs.ollama.com/api
namespace sb::dialects::ollama {

[[nodiscard]] const ClientDialect *chatClient();
[[nodiscard]] const ClientDialect *generateClient();

} // namespace sb::dialects::ollama
