#include "core/profile/conversation.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

bool hasAnswer(const Turn &turn)
{
    return !turn.answer.parts.isEmpty() || !turn.answer.toolCalls.isEmpty();
}

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::profile::Conversation", text);
}

void writeTurn(QString &out, const Turn &turn)
{
    out +=
        u"**%1**\n\n%2\n\n"_s.arg(translated(QT_TRANSLATE_NOOP("sb::profile::Conversation", "You")), turn.user.text());
    if (hasAnswer(turn)) {
        out += u"**%1** · %2\n\n%3\n\n"_s.arg(turn.servedModel, turn.servedProvider, turn.answer.text());
        for (const chat::ToolCall &call : turn.answer.toolCalls)
            out += u"`%1(%2)`\n\n"_s.arg(call.name, call.arguments);
    }
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
        out += u"> %1\n\n"_s.arg(QString(conversation.systemPrompt).replace(u'\n', u"\n> "_s));
    for (const PaneState &pane : conversation.panes) {
        out += u"## %1\n\n"_s.arg(pane.target);
        for (const Turn &turn : pane.turns)
            writeTurn(out, turn);
    }
    return out;
}

Result<chat::Request> requestFor(const Conversation &conversation, const PaneState &pane, qsizetype turn)
{
    Json::Array messages;
    if (!conversation.systemPrompt.isEmpty())
        messages.append(chat::toJson(chat::Message::make(chat::Role::System, conversation.systemPrompt)));
    for (qsizetype i = 0; i <= turn && i < pane.turns.size(); ++i) {
        const Turn &at = pane.turns[i];
        if (i < turn && !hasAnswer(at))
            continue;
        messages.append(chat::toJson(at.user));
        if (i < turn)
            messages.append(chat::toJson(at.answer));
    }
    Json json = pane.parameters.isObject() ? pane.parameters : Json::object();
    json.set("model", pane.target);
    json.set("messages", Json(std::move(messages)));
    if (conversation.tools.size() > 0)
        json.set("tools", conversation.tools);
    if (conversation.responseFormat.isObject())
        json.set("response_format", conversation.responseFormat);
    json.set("stream", true);
    json.set("session_id", conversation.id);
    return chat::parseRequest(json);
}

} // namespace sb::profile
