#pragma once

#include "core/chat/event.h"
#include "core/dialects/gemini_generate_content/client/arguments_writer.h"

#include <optional>

namespace sb::dialects::gemini {

/// Brings the function calls of an answer in order: whole ones, as the Gemini API sends them, and ones in pieces, as
/// Vertex AI sends them where arguments are streamed: a part with the name, parts with `partialArgs`, and an empty
/// `functionCall` at the end.
class CallReader
{
public:
    /// One `functionCall`. @param signature of its part, may be empty
    /// @return nullopt when the pieces do not make JSON
    [[nodiscard]] std::optional<QList<chat::ToolCallDelta>> read(const Json &call, const QByteArray &signature);
    /// The answer is over: a call that is still open is closed.
    [[nodiscard]] QList<chat::ToolCallDelta> close();
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

private:
    [[nodiscard]] bool addArguments(const Json &call, QByteArray &arguments);

    int m_count = 0;
    bool m_isOpen = false;
    bool m_isWhole = false; ///< the open call had its `args`
    ArgumentsWriter m_arguments;
};

} // namespace sb::dialects::gemini
