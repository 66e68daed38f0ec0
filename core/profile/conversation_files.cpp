#include "core/profile/conversation_files.h"

#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

constexpr int SnippetBefore = 24;
constexpr int SnippetLength = 80;

QString pathOf(const Paths &paths, const QString &id)
{
    return u"%1/%2.json"_s.arg(paths.conversations(), id);
}

QString trashOf(const Paths &paths)
{
    return paths.conversations() + u"/trash"_s;
}

bool isSafeId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 64
        && std::all_of(id.cbegin(), id.cend(), [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
}

/// All text of a conversation, for searching.
QString textOf(const Conversation &conversation)
{
    QStringList texts{conversation.title, conversation.systemPrompt, conversation.draft, conversation.edit.text};
    for (const PaneState &pane : conversation.panes) {
        for (const Turn &turn : pane.turns) {
            texts += {turn.user.text(), turn.answer.text(), turn.answer.refusal, turn.answer.reasoning};
            for (const chat::Message &result : turn.results)
                texts += {result.name, result.text()};
            for (const chat::ToolCall &call : turn.answer.toolCalls)
                texts += {call.name, call.arguments};
        }
    }
    return texts.join(u'\n');
}

/// nullopt: a word is missing. An empty search matches with an empty snippet.
std::optional<QString> snippetFor(const QString &text, const QStringList &words)
{
    if (words.isEmpty())
        return QString();
    qsizetype first = -1;
    for (const QString &word : words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        first = first < 0 ? at : qMin(first, at);
    }
    return text.mid(qMax<qsizetype>(0, first - SnippetBefore), SnippetLength).simplified();
}

ConversationSummary summaryOf(const QFileInfo &damagedFile, const Error &error)
{
    return {.id = damagedFile.completeBaseName(),
            .title = damagedFile.fileName(),
            .changedAt = fromMilliseconds(damagedFile.lastModified().toMSecsSinceEpoch()),
            .problem = error.message};
}

tl::unexpected<Error> notAnId(const QString &id)
{
    return failure(Error::Kind::InvalidInput,
                   QCoreApplication::translate("sb::profile::Conversation", "“%1” is no conversation.").arg(id));
}

Result<void> move(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (QFile::rename(from, to))
        return {};
    return failure(Error::Kind::NotPermitted,
                   QCoreApplication::translate("sb::profile::Conversation",
                                               "%1 could not be moved. Is the profile folder writable?")
                       .arg(from));
}

} // namespace

std::optional<QList<ConversationSummary>> listConversations(const Paths &paths, const QString &search,
                                                            SummaryCache &cache, const std::function<bool()> &goesOn)
{
    QList<ConversationSummary> all;
    SummaryCache known;
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    const QFileInfoList files = QDir(paths.conversations()).entryInfoList({u"*.json"_s}, QDir::Files);
    for (const QFileInfo &file : files) {
        if (!goesOn()) {
            cache.entries.insert(known.entries);
            return {};
        }
        const QString id = file.completeBaseName();
        const qint64 modified = file.lastModified().toMSecsSinceEpoch();
        const auto before = cache.entries.constFind(id);
        const bool same = before != cache.entries.cend() && before->modified == modified && before->size == file.size();
        if (same)
            known.entries.insert(id, *before);
        if (same && words.isEmpty()) {
            all.append(before->summary);
            continue;
        }
        const auto conversation = loadConversation(paths, id);
        if (!conversation && conversation.error().kind == Error::Kind::NotFound)
            continue; // was removed meanwhile
        ConversationSummary summary =
            conversation ? summaryOf(conversation->conversation) : summaryOf(file, conversation.error());
        known.entries.insert(id, {.modified = modified, .size = file.size(), .summary = summary});
        if (const auto snippet = snippetFor(conversation ? textOf(conversation->conversation) : summary.title, words)) {
            summary.snippet = *snippet;
            all.append(summary);
        }
    }
    cache = std::move(known); // files that are gone are forgotten
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.changedAt > b.changedAt; });
    return all;
}

Result<ReadConversation> loadConversation(const Paths &paths, const QString &id)
{
    if (!isSafeId(id))
        return notAnId(id);
    const QString path = pathOf(paths, id);
    const Result<QByteArray> bytes = readFile(path);
    return bytes.and_then([](const QByteArray &text) { return parseJson(text); })
        .and_then(parseConversation)
        .map([&](Conversation conversation) {
            return ReadConversation{.conversation = std::move(conversation), .revision = revisionOfBytes(*bytes)};
        })
        .map_error([&](const Error &error) { return bytes ? damaged(path, error.message) : error; });
}

Result<Revision> saveConversation(const Paths &paths, const Conversation &conversation, const Expected &expected)
{
    if (!isSafeId(conversation.id))
        return notAnId(conversation.id);
    // Of the bytes, unlike that of settings: it is written every other second while answers come, and can be large.
    const auto readRevision = [&expected](const QString &path) -> Result<Revision> {
        if (QFileInfo(path).isDir())
            return expected.value_or(Revision()); // no other version: writing tells that it is in the way
        return revisionOf(path);
    };
    return writeGuarded(pathOf(paths, conversation.id), toJson(conversation).dumpIndented(), expected, readRevision);
}

Result<ReadConversation> renameConversation(const Paths &paths, const QString &id, const QString &title)
{
    return loadConversation(paths, id).and_then([&](ReadConversation read) {
        read.conversation.title = title;
        return saveConversation(paths, read.conversation, read.revision).map([&](const Revision &written) {
            return ReadConversation{.conversation = read.conversation, .revision = written};
        });
    });
}

Result<void> trashConversation(const Paths &paths, const QString &id)
{
    QDir().mkpath(trashOf(paths));
    return move(pathOf(paths, id), u"%1/%2.json"_s.arg(trashOf(paths), id));
}

Result<void> restoreConversation(const Paths &paths, const QString &id)
{
    return move(u"%1/%2.json"_s.arg(trashOf(paths), id), pathOf(paths, id));
}

void discardConversation(const Paths &paths, const QString &id, const Revision &expected)
{
    if (isSafeId(id) && revisionOf(pathOf(paths, id)) == expected)
        QFile::remove(pathOf(paths, id));
}

void emptyTrash(const Paths &paths)
{
    QDir(trashOf(paths)).removeRecursively();
}

} // namespace sb::profile
