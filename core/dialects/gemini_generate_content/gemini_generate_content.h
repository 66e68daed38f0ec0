#pragma once

namespace sb::dialects {

class ClientDialect;
class ServerDialect;

} // namespace sb::dialects

/// Gemini's generateContent and streamGenerateContent, as the Gemini API and Vertex AI speak it.
/// Source: https://ai.google.dev/api/generate-content, and the pages that README.md lists.
namespace sb::dialects::gemini {

[[nodiscard]] const ClientDialect *generateContentClient();
[[nodiscard]] const ServerDialect *generateContentServer();

} // namespace sb::dialects::gemini
