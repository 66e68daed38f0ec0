#include "core/profile/conversation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

Result<Turn> parseTurn(const Json &json, const QString &path)
{
    Turn turn;
    auto user = chat::parseMessage(json["user"], path + u".user"_s);
    if (!user)
        return tl::unexpected(user.error());
    turn.user = *user;
    for (qsizetype i = 0; i < json["results"].size(); ++i) {
        auto result = chat::parseMessage(json["results"].at(i), u"%1.results[%2]"_s.arg(path).arg(i));
        if (!result)
            return tl::unexpected(result.error());
        turn.results.append(*result);
    }
    turn.prompt = int(json["prompt"].toInteger().value_or(0));
    if (const Json *answer = json.find("answer"); answer && !answer->isNull()) {
        auto message = chat::parseMessage(*answer, path + u".answer"_s);
        if (!message)
            return tl::unexpected(message.error());
        turn.answer = *message;
    }
    turn.end = json["end"].toBytes();
    turn.servedModel = json["served_model"].toText();
    turn.servedProvider = json["served_provider"].toText();
    turn.error = json["error"].toText();
    turn.recordSeq = json["record_seq"].toInteger().value_or(0);
    turn.practice = json["practice"].toBool().value_or(false);
    turn.candidates = int(json["candidates"].toInteger().value_or(0));
    turn.firstContentMs = json["first_content_ms"].toInteger().value_or(-1);
    turn.latencyMs = json["latency_ms"].toInteger().value_or(0);
    turn.inputTokens = json["input_tokens"].toInteger().value_or(0);
    turn.outputTokens = json["output_tokens"].toInteger().value_or(0);
    turn.cost = json["cost"];
    for (const Json &notice : json["notices"].items())
        turn.notices.append(notice.toText());
    turn.route = json["route"];
    return turn;
}

Json toJson(const Turn &turn)
{
    Json json = Json::object();
    json.set("user", chat::toJson(turn.user));
    if (!turn.results.isEmpty()) {
        Json::Array results;
        for (const chat::Message &result : turn.results)
            results.append(chat::toJson(result));
        json.set("results", Json(std::move(results)));
    }
    json.set("prompt", turn.prompt);
    json.set("answer", hasAnswer(turn) ? chat::toJson(turn.answer) : Json());
    json.set("end", Json(turn.end));
    json.set("served_model", turn.servedModel);
    json.set("served_provider", turn.servedProvider);
    json.set("error", turn.error);
    json.set("record_seq", turn.recordSeq);
    json.set("practice", turn.practice);
    json.set("candidates", turn.candidates);
    json.set("first_content_ms", turn.firstContentMs);
    json.set("latency_ms", turn.latencyMs);
    json.set("input_tokens", turn.inputTokens);
    json.set("output_tokens", turn.outputTokens);
    json.set("cost", turn.cost);
    if (!turn.notices.isEmpty()) {
        Json::Array notices;
        for (const QString &notice : turn.notices)
            notices.append(notice);
        json.set("notices", Json(std::move(notices)));
    }
    json.set("route", turn.route);
    return json;
}

Result<PaneState> parsePane(const Json &json, const QString &path)
{
    PaneState pane{.target = json["target"].toText(),
                   .turns = {},
                   .parameters = json["parameters"],
                   .unsentResults = json["unsent_results"]};
    for (qsizetype i = 0; i < json["turns"].size(); ++i) {
        auto turn = parseTurn(json["turns"].at(i), u"%1.turns[%2]"_s.arg(path).arg(i));
        if (!turn)
            return tl::unexpected(turn.error());
        // The first version of this file counted in no other way.
        if (turn->prompt == 0 && turn->results.isEmpty())
            turn->prompt = int(pane.turns.size()) + 1;
        pane.turns.append(*turn);
    }
    return pane;
}

Json toJson(const PaneState &pane)
{
    Json json = Json::object();
    json.set("target", pane.target);
    json.set("parameters", pane.parameters);
    Json::Array turns;
    for (const Turn &turn : pane.turns)
        turns.append(toJson(turn));
    json.set("turns", Json(std::move(turns)));
    if (!pane.unsentResults.isNull())
        json.set("unsent_results", pane.unsentResults);
    return json;
}

const QList<QByteArray> &knownMembers()
{
    static const QList<QByteArray> names{"format",     "id",           "title",      "created_ms", "changed_ms",
                                         "system",     "panes",        "draft",      "tools",      "response_format",
                                         "parameters", "draft_images", "unfinished", "edit"};
    return names;
}

} // namespace

Result<Conversation> parseConversation(const Json &json)
{
    const auto refuse = [](const QString &message) { return failure(Error::Kind::InvalidInput, message); };
    if (!json.isObject())
        return refuse(QCoreApplication::translate("sb::profile::Conversation", "expected a conversation, got %1")
                          .arg(QLatin1String(json.typeName())));
    const qint64 format = json["format"].toInteger().value_or(0);
    if (format != ConversationFormat)
        return refuse(QCoreApplication::translate("sb::profile::Conversation",
                                                  "format: expected %1, got %2; a newer Signalbox wrote this file")
                          .arg(ConversationFormat)
                          .arg(format));
    Conversation conversation{
        .id = json["id"].toText(),
        .title = json["title"].toText(),
        .createdAt = fromMilliseconds(json["created_ms"].toInteger().value_or(0)),
        .changedAt = fromMilliseconds(json["changed_ms"].toInteger().value_or(0)),
        .systemPrompt = json["system"].toText(),
        .panes = {},
        .parameters = json["parameters"],
        .draft = json["draft"].toText(),
        .draftImages = {},
        .edit = {.prompt = int(json["edit"]["prompt"].toInteger().value_or(0)), .text = json["edit"]["text"].toText()},
        .tools = json["tools"],
        .responseFormat = json["response_format"],
        .unfinished = json["unfinished"],
        .extra = {}};
    if (conversation.id.isEmpty())
        return refuse(QCoreApplication::translate("sb::profile::Conversation", "id: expected a name"));
    const Json &panes = json["panes"];
    if (!panes.isArray() || panes.size() > MaxPanes)
        return refuse(QCoreApplication::translate("sb::profile::Conversation", "panes: expected a list of 1 to %1")
                          .arg(MaxPanes));
    for (qsizetype i = 0; i < panes.size(); ++i) {
        auto pane = parsePane(panes.at(i), u"panes[%1]"_s.arg(i));
        if (!pane)
            return tl::unexpected(pane.error());
        conversation.panes.append(*pane);
    }
    for (const Json &image : json["draft_images"].items())
        conversation.draftImages.append(image.toBytes());
    for (const auto &[key, value] : json.members()) {
        if (!knownMembers().contains(key))
            conversation.extra.set(key, value);
    }
    return conversation;
}

Json toJson(const Conversation &conversation)
{
    Json json = Json::object();
    json.set("format", ConversationFormat);
    json.set("id", conversation.id);
    json.set("title", conversation.title);
    json.set("created_ms", toMilliseconds(conversation.createdAt));
    json.set("changed_ms", toMilliseconds(conversation.changedAt));
    json.set("system", conversation.systemPrompt);
    Json::Array panes;
    for (const PaneState &pane : conversation.panes)
        panes.append(toJson(pane));
    json.set("panes", Json(std::move(panes)));
    if (!conversation.parameters.isNull())
        json.set("parameters", conversation.parameters);
    json.set("draft", conversation.draft);
    if (!conversation.draftImages.isEmpty()) {
        Json::Array images;
        for (const QByteArray &image : conversation.draftImages)
            images.append(Json(image));
        json.set("draft_images", Json(std::move(images)));
    }
    if (conversation.edit.prompt > 0) {
        Json edit = Json::object();
        edit.set("prompt", conversation.edit.prompt);
        edit.set("text", conversation.edit.text);
        json.set("edit", edit);
    }
    json.set("tools", conversation.tools);
    json.set("response_format", conversation.responseFormat);
    if (!conversation.unfinished.isNull())
        json.set("unfinished", conversation.unfinished);
    for (const auto &[key, value] : conversation.extra.members())
        json.set(key, value);
    return json;
}

} // namespace sb::profile
