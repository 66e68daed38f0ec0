#pragma once

#include "core/chat/request.h"
#include "core/dialects/turns.h"

namespace sb::dialects::anthropic {

/// A conversation as the API has it: instructions apart, turns of user and assistant that follow each other.
struct Turns
{
    Json system = {}; ///< a string or a list of text blocks; null when there are no instructions
    Json messages = Json::array();
    bool namesFiles = false; ///< some part is a file at the provider
    bool endsInAnswer = false; ///< the model is to go on from the assistant's last words
    bool callsWithoutThinking = false; ///< it ends in tool results whose calls came without their thinking
};

/// Writes messages as turns. What the system says anywhere goes to the start; neighbors of one role become one turn;
/// tool results are the user's. Errors: InvalidInput for a part that the API cannot take, with its path.
class TurnWriter
{
public:
    explicit TurnWriter(Notices &notices);

    [[nodiscard]] Result<Turns> write(const QList<chat::Message> &messages);

private:
    [[nodiscard]] Result<void> add(const chat::Message &message);
    [[nodiscard]] Result<void> addInstructions(const chat::Message &message);
    [[nodiscard]] Result<Json::Array> blocksOf(const chat::Message &message);
    [[nodiscard]] Result<Json> resultOf(const chat::Message &message);
    void addThinking(Json::Array &blocks, const chat::Message &message);
    void addCalls(Json::Array &blocks, const chat::Message &message);
    [[nodiscard]] Json callBlock(const chat::ToolCall &call, const QString &path);
    void finish();

    Notices &m_notices;
    Turns m_turns;
    Json::Array m_system;
    QString m_path; ///< of the message that is being written
    QList<BlockTurn> m_said;
};

} // namespace sb::dialects::anthropic
