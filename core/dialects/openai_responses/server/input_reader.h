#pragma once

#include "core/chat/message.h"
#include "core/chat/object_reader.h"

namespace sb::dialects::responses {

/// Reads input items as messages. Reasoning, then what was said, then calls are one message of the assistant; what
/// comes in another order begins a new one, so that the order is kept.
class InputReader
{
public:
    explicit InputReader(chat::Complaint &complaint);

    /// @param input a string or a list of items; path "input"
    [[nodiscard]] QList<chat::Message> read(const Json &input);

private:
    /// What the assistant's message that is being read has so far.
    enum class Stage
    {
        None,
        Reasoning,
        Content,
        Calls
    };

    void add(const Json &item, const QString &path);
    void addMessage(const Json &item, const QString &path);
    void addReasoning(const Json &item);
    void addCall(const Json &item, const QString &path);
    void addResult(const Json &item, const QString &path);
    /// The assistant's message, a new one where what comes belongs in front of what it has.
    [[nodiscard]] chat::Message &assistant(Stage stage);
    void flush();

    chat::Complaint &m_complaint;
    QList<chat::Message> m_messages;
    chat::Message m_assistant;
    Stage m_stage = Stage::None;
};

} // namespace sb::dialects::responses
