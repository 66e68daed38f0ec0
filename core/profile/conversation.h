#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/chat/request.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sb::profile {

/// One question in one pane, with its answer and where it is recorded.
struct Turn
{
    chat::Message user = {}; ///< the prompt; without parts where results were sent instead
    QList<chat::Message> results = {}; ///< for the tool calls of the turn before, as a person typed them in
    int prompt = 0; ///< number of the prompt, from 1: the same in every pane that was asked; 0 for results
    chat::Message answer = {}; ///< no parts and no tool calls while it has not come
    QByteArray end = {}; ///< routing::toWireName(EndState); empty: not sent yet
    QString servedModel = {};
    QString servedProvider = {};
    QString error = {}; ///< why there is no whole answer, as it was shown
    qint64 recordSeq = 0; ///< in the register; 0: none
    bool practice = false; ///< which ledger
    int candidates = 0; ///< how many endpoints could be asked
    qint64 firstContentMs = -1;
    qint64 latencyMs = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    Json cost = {}; ///< {"kind": "computed", "amount": "0.00056"}; null: unknown
    QStringList notices = {}; ///< what the dialect could not carry over, one sentence each
    Json route = {}; ///< who was tried: [{"endpoint", "error", "status", "tries", "ms"}, …], the last one served
    friend bool operator==(const Turn &, const Turn &) = default;
};

/// One pane: its model or chain, its parameters, its own history.
struct PaneState
{
    QString target = {}; ///< "author/slug" or "chain/NAME"
    QList<Turn> turns = {};
    Json parameters = {}; ///< temperature, max_tokens, … as members of a request
    Json unsentResults = {}; ///< typed for tool calls, not sent: call → text
    friend bool operator==(const PaneState &, const PaneState &) = default;
};

/// A prompt that was sent and is being written anew.
struct PromptEdit
{
    int prompt = 0; ///< its number; 0: none is
    QString text = {};
    friend bool operator==(const PromptEdit &, const PromptEdit &) = default;
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
    Json parameters = {}; ///< of all panes, as members of a request; a pane's own win
    QString draft = {}; ///< typed, not sent
    QList<QByteArray> draftImages = {}; ///< attached, not sent: data: URLs
    PromptEdit edit = {}; ///< typed, not sent again
    Json tools = {}; ///< as typed: a list of tools
    Json responseFormat = {};
    Json unfinished = {}; ///< what is typed in a field of the settings and not right yet: field → text
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
    QString problem = {}; ///< why the file cannot be used, and what to do; its title is the file's name then
    friend bool operator==(const ConversationSummary &, const ConversationSummary &) = default;
};

inline constexpr int MaxPanes = 4;
inline constexpr int ConversationFormat = 1;

/// Reads a conversation file. Errors: InvalidInput with path and expectation.
[[nodiscard]] Result<Conversation> parseConversation(const Json &json);
[[nodiscard]] Json toJson(const Conversation &conversation);
/// For sharing: Markdown of all panes, with model, time and cost of each answer.
[[nodiscard]] QString toMarkdown(const Conversation &conversation);

/// Whether anything came: text, a tool call, a refusal.
[[nodiscard]] bool hasAnswer(const Turn &turn);
/// The numbers of all prompts, ascending.
[[nodiscard]] QList<int> promptsOf(const QList<PaneState> &panes);
/// The index of the turn that asks this prompt; -1: this pane was not asked.
[[nodiscard]] qsizetype turnOfPrompt(const PaneState &pane, int prompt);
/// The prompt that a turn belongs to: its own, or the one before the results that it sent. 0: none.
[[nodiscard]] int promptOfTurn(const PaneState &pane, qsizetype turn);
/// The calls of the last answer, which wait for results; empty when there are none.
[[nodiscard]] QList<chat::ToolCall> openToolCalls(const PaneState &pane);
/// The names of tools that answers before this turn called, and that got no result.
[[nodiscard]] QStringList callsWithoutResult(const PaneState &pane, qsizetype turn);
[[nodiscard]] ConversationSummary summaryOf(const Conversation &conversation); ///< without a snippet
/// Whether nothing was typed or sent: no file for it.
[[nodiscard]] bool isBlank(const Conversation &conversation);
/// What a conversation is called until somebody renames it: the begin of its first prompt, one line.
[[nodiscard]] QString titleFor(const QString &prompt);

/// The request that asks for the answer of the turn `turn` of this pane: system prompt, the turns before it, its prompt
/// or results, the parameters, tools and response format. All that the pane shows is in it: prompts without an answer
/// between them are one message, and calls that got no result have one that says so, since providers refuse else.
[[nodiscard]] Result<chat::Request> requestFor(const Conversation &conversation, const PaneState &pane, qsizetype turn);

} // namespace sb::profile
