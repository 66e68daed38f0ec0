#pragma once

namespace sb::dialects {

class ClientDialect;

} // namespace sb::dialects

/// OpenAI's legacy completions: one prompt, one text. See README.md for its rules and where they are documented.
/// Source: https://platform.openai.com/docs/api-reference/completions
namespace sb::dialects::completions {

[[nodiscard]] const ClientDialect *client();

} // namespace sb::dialects::completions
