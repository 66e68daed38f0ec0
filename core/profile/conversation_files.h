#pragma once

#include "core/profile/conversation.h"
#include "core/profile/profile.h"

namespace sb::profile {

// One file a conversation, conversations/ID.json; removed ones are in conversations/trash/ until the next start.
[[nodiscard]] QList<ConversationSummary> listConversations(const Paths &paths, const QString &search);
[[nodiscard]] Result<Conversation> loadConversation(const Paths &paths, const QString &id);
[[nodiscard]] Result<void> saveConversation(const Paths &paths, const Conversation &conversation);
[[nodiscard]] Result<void> trashConversation(const Paths &paths, const QString &id);
[[nodiscard]] Result<void> restoreConversation(const Paths &paths, const QString &id);
void emptyTrash(const Paths &paths);

} // namespace sb::profile
