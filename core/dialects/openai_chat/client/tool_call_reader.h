#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"

#include <QList>

#include <optional>

namespace sb::dialects::openai {

/// Brings the pieces of tool calls in order, as providers send them: with and without `index`, with the same index for
/// parallel calls (Gemini), with ids repeated or changing from piece to piece, with arguments as text, as an object or
/// not at all, as OpenAI's old `function_call`, and as custom tools.
class ToolCallReader
{
public:
    /// The `tool_calls` of one delta or message.
    [[nodiscard]] QList<chat::ToolCallDelta> read(const Json &entries);
    /// The `function_call` of one delta or message.
    [[nodiscard]] QList<chat::ToolCallDelta> readLegacy(const Json &call);
    /// The answer is complete: calls that brought no arguments get "{}", so that every call's arguments are JSON.
    [[nodiscard]] QList<chat::ToolCallDelta> close();
    [[nodiscard]] bool isEmpty() const { return m_calls.isEmpty(); }

private:
    struct Call
    {
        std::optional<qint64> index = {}; ///< the provider's
        QString id = {};
        bool named = false;
        bool custom = false;
        bool hasArguments = false;
        int seenInDelta = 0; ///< the number of the last delta that had a piece of it
    };
    struct Piece
    {
        std::optional<qint64> index = {};
        QString id = {};
        QString name = {};
        QString arguments = {};
        bool custom = false;
        Json extra = {};
    };

    [[nodiscard]] static Piece readPiece(const Json &entry);
    [[nodiscard]] int find(const Piece &piece) const; ///< position of the call that it belongs to, or -1 for a new one
    [[nodiscard]] int findByIndex(const Piece &piece) const;
    std::optional<chat::ToolCallDelta> add(const Piece &piece);

    QList<Call> m_calls;
    int m_delta = 0;
};

} // namespace sb::dialects::openai
