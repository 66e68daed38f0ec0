#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere {

struct Conversation
{
    Json messages = Json::array();
    Json::Array documents = {}; ///< files of the user, as text that can be cited
};

/// Writes messages as the API has them: one system message, which comes first; text, pictures and, beside the
/// messages, documents of the user; what the assistant thought, planned, said and called; results of tools as text.
/// Errors: InvalidInput for a part that the API cannot take, with its path.
class ConversationWriter
{
public:
    /// @param reasons whether the model takes back what was thought
    ConversationWriter(bool reasons, Notices &notices);

    /// @param instruction that goes behind those of the messages; may be empty
    [[nodiscard]] Result<Conversation> write(const QList<chat::Message> &messages, const QString &instruction);

private:
    [[nodiscard]] Result<void> add(const chat::Message &message);
    [[nodiscard]] Result<void> addUser(const chat::Message &message);
    [[nodiscard]] Result<void> addAssistant(const chat::Message &message);
    [[nodiscard]] Result<void> addResult(const chat::Message &message);
    [[nodiscard]] Result<Json::Array> textsOf(const chat::Message &message);
    void addReasoning(Json::Array &content, Json &plan, const chat::Message &message);
    [[nodiscard]] Json callOf(const chat::ToolCall &call, const QString &path);
    void addPictures(); ///< that came with results, which hold text only
    [[nodiscard]] QString partPath(qsizetype index) const;

    bool m_reasons;
    Notices &m_notices;
    Conversation m_conversation;
    Json::Array m_system;
    Json::Array m_pictures;
    QString m_path; ///< of the message that is being written
};

} // namespace sb::dialects::cohere
