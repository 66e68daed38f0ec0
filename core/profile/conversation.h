#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/chat/request.h"

#include <QList>
#include <QString>

namespace sb::profile {

/// One question in one pane, with its answer and where it is recorded.
struct Turn
{
    chat::Message user = {}; ///< a prompt, or the results of tool calls that the user typed in
    chat::Message answer = {}; ///< no parts and no tool calls while it has not come
    QByteArray end = {}; ///< routing::toWireName(EndState); empty: not sent yet
    QString servedModel = {};
    QString servedProvider = {};
    QString error = {}; ///< why there is no whole answer, as it was shown
    qint64 recordSeq = 0; ///< in the register; 0: none
    bool practice = false; ///< which ledger
    qint64 firstContentMs = -1;
    qint64 latencyMs = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    Json cost = {}; ///< {"kind": "computed", "amount": "0.00056"}; null: unknown
    Json route = {}; ///< who was tried: [{"endpoint", "error", "status", "tries", "ms"}, …], the last one served
    friend bool operator==(const Turn &, const Turn &) = default;
};

/// One pane: its model or chain, its parameters, its own history.
struct PaneState
{
    QString target = {}; ///< "author/slug" or "chain/NAME"
    QList<Turn> turns = {};
    Json parameters = {}; ///< temperature, max_tokens, … as members of a request
    friend bool operator==(const PaneState &, const PaneState &) = default;
};

/// What a person sees as one conversation: 1 to 4 panes beside each other. One JSON file in the profile.
struct Conversation
{
    QString id = {}; ///< letters, digits and '-'; the file's name
    QString title = {};
    WallTime createdAt = {};
    WallTime changedAt = {};
    QString systemPrompt = {};
    QList<PaneState> panes = {};
    QString draft = {}; ///< typed, not sent
    Json tools = {}; ///< as typed: a list of tools
    Json responseFormat = {};
    Json extra = {}; ///< members of a newer version, kept
    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// What the list beside the panes shows.
struct ConversationSummary
{
    QString id = {};
    QString title = {};
    WallTime changedAt = {};
    int turns = 0;
    QString snippet = {}; ///< around the match, when searched for
    friend bool operator==(const ConversationSummary &, const ConversationSummary &) = default;
};

inline constexpr int MaxPanes = 4;
inline constexpr int ConversationFormat = 1;

/// Reads a conversation file. Errors: InvalidInput with path and expectation.
[[nodiscard]] Result<Conversation> parseConversation(const Json &json);
[[nodiscard]] Json toJson(const Conversation &conversation);
/// For sharing: Markdown of all panes, with model, time and cost of each answer.
[[nodiscard]] QString toMarkdown(const Conversation &conversation);

/// The request that asks for the answer of the turn `turn` of this pane: system prompt, the turns before it, its
/// prompt, the parameters, tools and response format. Turns that ended without an answer are left out.
[[nodiscard]] Result<chat::Request> requestFor(const Conversation &conversation, const PaneState &pane, qsizetype turn);

} // namespace sb::profile
