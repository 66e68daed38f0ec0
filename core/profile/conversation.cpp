#include "core/profile/conversation.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

constexpr int TitleLength = 48;

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::profile::Conversation", text);
}

QString fenced(const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return u"%1\n%2\n%1\n\n"_s.arg(fence, text);
}

QString quoted(const QString &text)
{
    return u"> "_s + QString(text).replace(u'\n', u"\n> "_s);
}

void writePrompt(QString &out, const Turn &turn)
{
    for (const chat::Message &result : turn.results) {
        //: In an export; %1 is the name of a tool.
        out += u"**%1**\n\n"_s.arg(
                   translated(QT_TRANSLATE_NOOP("sb::profile::Conversation", "Result of %1")).arg(result.name))
            + fenced(result.text());
    }
    if (!turn.results.isEmpty())
        return;
    out +=
        u"**%1**\n\n%2\n\n"_s.arg(translated(QT_TRANSLATE_NOOP("sb::profile::Conversation", "You")), turn.user.text());
    const auto isImage = [](const chat::Part &part) { return std::holds_alternative<chat::ImagePart>(part); };
    const auto images = std::count_if(turn.user.parts.cbegin(), turn.user.parts.cend(), isImage);
    if (images > 0)
        out += u"*%1*\n\n"_s.arg(
            QCoreApplication::translate("sb::profile::Conversation", "%n image(s)", nullptr, int(images)));
}

void writeTurn(QString &out, const Turn &turn)
{
    writePrompt(out, turn);
    if (hasAnswer(turn)) {
        out += u"**%1** · %2\n\n"_s.arg(turn.servedModel, turn.servedProvider);
        if (!turn.answer.reasoning.isEmpty())
            out += translated(QT_TRANSLATE_NOOP("sb::profile::Conversation", "Reasoning:")) + u"\n\n"_s
                + quoted(turn.answer.reasoning) + u"\n\n"_s;
        for (const QString &text : {turn.answer.text(), turn.answer.refusal}) {
            if (!text.isEmpty())
                out += text + u"\n\n"_s;
        }
        for (const chat::ToolCall &call : turn.answer.toolCalls)
            out += u"`%1(%2)`\n\n"_s.arg(call.name, call.arguments);
    }
    for (const QString &notice : turn.notices)
        out += u"> %1\n\n"_s.arg(notice);
    if (!turn.error.isEmpty())
        out += u"> %1\n\n"_s.arg(turn.error);
    if (const QString amount = turn.cost["amount"].toText(); !amount.isEmpty()) {
        //: Under an exported answer: tokens in, tokens out, seconds, dollars.
        out += u"*%1*\n\n"_s.arg(translated(QT_TRANSLATE_NOOP("sb::profile::Conversation", "%1 / %2 tokens, %3 s, $%4"))
                                     .arg(turn.inputTokens)
                                     .arg(turn.outputTokens)
                                     .arg(double(turn.latencyMs) / 1000, 0, 'f', 2)
                                     .arg(amount));
    }
}

} // namespace

QString toMarkdown(const Conversation &conversation)
{
    QString out = u"# %1\n\n"_s.arg(conversation.title);
    if (!conversation.systemPrompt.isEmpty())
        out += quoted(conversation.systemPrompt) + u"\n\n"_s;
    for (const PaneState &pane : conversation.panes) {
        out += u"## %1\n\n"_s.arg(pane.target);
        for (const Turn &turn : pane.turns)
            writeTurn(out, turn);
    }
    return out;
}

bool hasAnswer(const Turn &turn)
{
    return !turn.answer.parts.isEmpty() || !turn.answer.toolCalls.isEmpty() || !turn.answer.refusal.isEmpty();
}

QList<int> promptsOf(const QList<PaneState> &panes)
{
    QList<int> prompts;
    for (const PaneState &pane : panes) {
        for (const Turn &turn : pane.turns) {
            if (turn.prompt > 0 && !prompts.contains(turn.prompt))
                prompts.append(turn.prompt);
        }
    }
    std::sort(prompts.begin(), prompts.end());
    return prompts;
}

qsizetype turnOfPrompt(const PaneState &pane, int prompt)
{
    for (qsizetype i = 0; i < pane.turns.size(); ++i) {
        if (pane.turns[i].prompt == prompt)
            return i;
    }
    return -1;
}

int promptOfTurn(const PaneState &pane, qsizetype turn)
{
    for (qsizetype i = qMin(turn, pane.turns.size() - 1); i >= 0; --i) {
        if (pane.turns[i].prompt > 0)
            return pane.turns[i].prompt;
    }
    return 0;
}

QList<chat::ToolCall> openToolCalls(const PaneState &pane)
{
    return pane.turns.isEmpty() ? QList<chat::ToolCall>() : pane.turns.constLast().answer.toolCalls;
}

QString titleFor(const QString &prompt)
{
    const QString line = prompt.simplified();
    if (line.size() <= TitleLength)
        return line;
    // At the end of a word, where there is one.
    const qsizetype end = line.lastIndexOf(u' ', TitleLength);
    return line.first(end > TitleLength / 2 ? end : TitleLength).trimmed() + u"…"_s;
}

ConversationSummary summaryOf(const Conversation &conversation)
{
    qsizetype turns = 0;
    for (const PaneState &pane : conversation.panes)
        turns = qMax(turns, pane.turns.size());
    // A conversation that was never sent is known by what was typed.
    return {.id = conversation.id,
            .title = conversation.title.isEmpty() ? titleFor(conversation.draft) : conversation.title,
            .changedAt = conversation.changedAt,
            .turns = int(turns),
            .snippet = {}};
}

bool isBlank(const Conversation &conversation)
{
    const bool untouched = std::all_of(conversation.panes.cbegin(), conversation.panes.cend(), [](const auto &pane) {
        return pane.turns.isEmpty() && pane.parameters.isNull() && pane.unsentResults.isNull();
    });
    return untouched && conversation.title.isEmpty() && conversation.systemPrompt.isEmpty()
        && conversation.parameters.isNull() && conversation.draft.isEmpty() && conversation.draftImages.isEmpty()
        && conversation.tools.isNull() && conversation.responseFormat.isNull() && conversation.unfinished.isNull()
        && conversation.extra.isNull();
}

namespace {

/// Many providers refuse two messages of a person in a row.
void appendPrompt(QList<chat::Message> &messages, const chat::Message &prompt)
{
    if (messages.isEmpty() || messages.constLast().role != chat::Role::User) {
        messages.append(prompt);
        return;
    }
    chat::Message &before = messages.last();
    if (before.contentIsString && prompt.contentIsString) {
        before = chat::Message::make(chat::Role::User, before.text() + u"\n\n"_s + prompt.text());
        return;
    }
    before.parts += prompt.parts;
    before.contentIsString = false;
    before.layout = {};
}

/// Of an answer that broke off inside them.
bool isWhole(const chat::ToolCall &call)
{
    return !call.name.isEmpty() && (call.custom || parseJson(call.arguments.toUtf8()).has_value());
}

/// A call without its result is refused by all of them.
void appendAnswer(QList<chat::Message> &messages, const Turn &turn, const Turn &next)
{
    chat::Message answer = turn.answer;
    if (next.results.isEmpty())
        answer.toolCalls.removeIf(std::not_fn(isWhole));
    if (answer.toolCalls.isEmpty() && answer.parts.isEmpty() && answer.refusal.isEmpty())
        return;
    messages.append(answer);
    if (!next.results.isEmpty())
        return;
    for (const chat::ToolCall &call : std::as_const(answer.toolCalls)) {
        chat::Message result = chat::Message::make(chat::Role::Tool, u"No result was given."_s);
        result.toolCallId = call.id.isEmpty() ? call.name : call.id;
        result.name = call.name;
        messages.append(result);
    }
}

} // namespace

QStringList callsWithoutResult(const PaneState &pane, qsizetype turn)
{
    QStringList names;
    for (qsizetype i = 0; i < turn && i + 1 < pane.turns.size(); ++i) {
        if (!pane.turns[i + 1].results.isEmpty())
            continue;
        for (const chat::ToolCall &call : pane.turns[i].answer.toolCalls)
            names.append(call.name);
    }
    return names;
}

Result<chat::Request> requestFor(const Conversation &conversation, const PaneState &pane, qsizetype turn)
{
    QList<chat::Message> messages;
    if (!conversation.systemPrompt.isEmpty())
        messages.append(chat::Message::make(chat::Role::System, conversation.systemPrompt));
    for (qsizetype i = 0; i <= turn && i < pane.turns.size(); ++i) {
        const Turn &each = pane.turns[i];
        if (each.results.isEmpty())
            appendPrompt(messages, each.user);
        messages += each.results;
        if (i < turn && hasAnswer(each))
            appendAnswer(messages, each, pane.turns[i + 1]);
    }
    Json::Array written;
    for (const chat::Message &message : std::as_const(messages))
        written.append(chat::toJson(message));
    Json json = Json::object();
    json.set("model", pane.target);
    json.set("messages", Json(std::move(written)));
    for (const Json &parameters : {conversation.parameters, pane.parameters}) {
        for (const auto &[name, value] : parameters.members())
            json.set(name, value);
    }
    if (conversation.tools.size() > 0)
        json.set("tools", conversation.tools);
    if (conversation.responseFormat.isObject())
        json.set("response_format", conversation.responseFormat);
    json.set("stream", true);
    json.set("session_id", conversation.id);
    return chat::parseRequest(json);
}

} // namespace sb::profile
