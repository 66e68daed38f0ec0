#pragma once

#include "core/profile/conversation.h"
#include "core/profile/profile.h"

#include <QHash>

#include <functional>
#include <optional>

namespace sb::profile {

/// What is known about files that did not change since they were read: a list of a thousand conversations is asked for
/// after every save, and reads one file.
struct SummaryCache
{
    struct Entry
    {
        qint64 modified = 0; ///< of the file, milliseconds
        qint64 size = 0;
        ConversationSummary summary = {};
    };
    QHash<QString, Entry> entries = {}; ///< by id
};

// One file a conversation, conversations/ID.json; removed ones are in conversations/trash/ until the next start.
/// Newest first. A file that cannot be used is listed with its problem, and found by its name.
/// @param search words that must all occur; a search reads every file
/// @param goesOn asked before each file; false: nullopt, and what was read so far stays in the cache
[[nodiscard]] std::optional<QList<ConversationSummary>> listConversations(const Paths &paths, const QString &search,
                                                                          SummaryCache &cache,
                                                                          const std::function<bool()> &goesOn);
/// A conversation, and what its file was known by when it was read.
struct ReadConversation
{
    Conversation conversation = {};
    Revision revision = {};
};
[[nodiscard]] Result<ReadConversation> loadConversation(const Paths &paths, const QString &id);
/// Errors: Conflict when the file is no longer at `expected`: the conversation was written, and the other version was
/// kept as ID.json.conflict-N.
[[nodiscard]] Result<Revision> saveConversation(const Paths &paths, const Conversation &conversation,
                                                const Expected &expected = {});
/// @return what was written
[[nodiscard]] Result<ReadConversation> renameConversation(const Paths &paths, const QString &id, const QString &title);
[[nodiscard]] Result<void> trashConversation(const Paths &paths, const QString &id);
[[nodiscard]] Result<void> restoreConversation(const Paths &paths, const QString &id);
/// For good; one that is not there, or no longer at `expected`, is left and no error.
void discardConversation(const Paths &paths, const QString &id, const Revision &expected);
void emptyTrash(const Paths &paths);

} // namespace sb::profile
