#pragma once

#include "core/dialects/bedrock_converse/client/parts.h"
#include "core/dialects/turns.h"

namespace sb::dialects::bedrock {

/// A conversation as the API has it: instructions apart, turns of user and assistant that follow each other.
struct Conversation
{
    Json system = {}; ///< a list; null when there are no instructions
    Json messages = Json::array();
    QStringList calledTools = {}; ///< names of those that were called; tools must then be sent
    bool endsInAnswer = false; ///< the model is to go on from the assistant's last words
    bool callsWithoutReasoning = false; ///< it ends in results whose calls came without signed reasoning
};

/// What a model takes back of its reasoning.
enum class ReasoningBack
{
    Signed, ///< what Bedrock or Anthropic signed: Claude's
    SignedHere, ///< what Bedrock signed
    None,
};

/// Writes messages as turns. What the system says anywhere goes to the start; neighbors of one role become one turn;
/// results of tools are the user's. Errors: InvalidInput for a part that the API cannot take, with its path.
class ConversationWriter
{
public:
    ConversationWriter(ReasoningBack reasoning, Notices &notices);

    /// @param instruction that goes behind those of the messages; may be empty
    [[nodiscard]] Result<Conversation> write(const QList<chat::Message> &messages, const QString &instruction);

private:
    [[nodiscard]] Result<void> add(const chat::Message &message);
    [[nodiscard]] Result<Json::Array> blocksOf(const chat::Message &message);
    [[nodiscard]] Result<Json> resultOf(const chat::Message &message);
    void addReasoning(Json::Array &blocks, const chat::Message &message);
    void addCalls(Json::Array &blocks, const chat::Message &message);
    void introduceFiles();
    void finish();

    ReasoningBack m_reasoning;
    Notices &m_notices;
    PartWriter m_parts;
    Conversation m_conversation;
    Json::Array m_system;
    QString m_path; ///< of the message that is being written
    QList<BlockTurn> m_said;
};

} // namespace sb::dialects::bedrock
