#include "core/dialects/openai_responses/client/item_reader.h"

#include "core/dialects/openai_responses/items.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

qint64 partOf(ItemReader::Kind kind, const Json &event)
{
    return event[kind == ItemReader::Kind::Summary ? "summary_index" : "content_index"].toInteger().value_or(0);
}

QList<QString> textsOf(const Json &parts, const char *key)
{
    QList<QString> texts;
    for (const Json &part : parts.items())
        texts.append(part[key].toText());
    return texts;
}

bool isCall(QByteArrayView type)
{
    return type == "function_call" || type == "custom_tool_call";
}

/// What must go back with a call: where its function lives, and what called it.
Json callExtra(const Json &item)
{
    Json extra;
    for (const char *key : {"namespace", "caller"}) {
        if (!item[key].isNull())
            extra.set(key, item[key]);
    }
    return extra;
}

/// In OpenRouter's form, which chat completions have for pictures in answers.
Json picture(const Json &call)
{
    const QByteArray format = call["output_format"].isString() ? call["output_format"].toBytes() : QByteArray("png");
    const QByteArray url = "data:image/" + format + ";base64," + call["result"].toBytes();
    return typed("image_url", {{"image_url", Json(Json::Object{{"url", url}})}});
}

} // namespace

QList<chat::Event> ItemReader::begin(const Json &event)
{
    const Json &json = event["item"];
    Item &item = itemOf(event);
    remember(event);
    if (isCall(json["type"].toBytes()))
        beginCall(item, json);
    return std::exchange(m_events, {});
}

QList<chat::Event> ItemReader::addPiece(Kind kind, const Json &event)
{
    Item &item = itemOf(event);
    speak(item, kind, partOf(kind, event), event["delta"].toText());
    if (event["logprobs"].size() > 0)
        say(chat::OtherContent{.kind = "logprobs", .raw = event["logprobs"]});
    return std::exchange(m_events, {});
}

QList<chat::Event> ItemReader::addWhole(Kind kind, const Json &event, const char *key)
{
    Item &item = itemOf(event);
    const qint64 part = partOf(kind, event);
    if (!item.spoken.value(kind).contains(part))
        speak(item, kind, part, event[key].toText());
    return std::exchange(m_events, {});
}

QList<chat::Event> ItemReader::addAnnotation(const Json &event)
{
    if (event["annotation"].isObject()) {
        ++itemOf(event).annotations;
        say(chat::OtherContent{.kind = "annotation", .raw = chatAnnotation(event["annotation"])});
    }
    return std::exchange(m_events, {});
}

QList<chat::Event> ItemReader::end(const Json &event)
{
    remember(event);
    endItem(itemOf(event), event["item"]);
    return std::exchange(m_events, {});
}

QList<chat::Event> ItemReader::endAll(const Json &output)
{
    for (qint64 place = 0; place < output.size(); ++place)
        endItem(m_items[m_places.value(output.at(place)["id"].toBytes(), place)], output.at(place));
    for (const Item &item : std::as_const(m_items)) {
        if (item.call >= 0 && !item.over && !item.custom && item.spoken.isEmpty())
            say(chat::ToolCallDelta{.index = item.call, .arguments = u"{}"_s});
    }
    return std::exchange(m_events, {});
}

/// The answer's end repeats all items, and some servers leave some out there: then their places differ, not their ids.
void ItemReader::remember(const Json &event)
{
    const QByteArray id = event["item"]["id"].toBytes();
    const auto place = event["output_index"].toInteger();
    if (place && !id.isEmpty())
        m_places.insert(id, *place);
}

ItemReader::Item &ItemReader::itemOf(const Json &event)
{
    const auto place = event["output_index"].toInteger();
    return m_items[place ? *place : m_places.value(event["item_id"].toBytes(), 0)];
}

void ItemReader::speak(Item &item, Kind kind, qint64 part, const QString &text)
{
    if (text.isEmpty() || item.over)
        return;
    QSet<qint64> &spoken = item.spoken[kind];
    const bool first = !spoken.contains(part);
    spoken.insert(part);
    switch (kind) {
    case Kind::Text:
        return say(chat::TextDelta{.text = text});
    case Kind::Refusal:
        return say(chat::RefusalDelta{.text = text});
    case Kind::Summary:
    case Kind::Thought:
        // Each part is a paragraph, or several.
        say(chat::ReasoningDelta{.text = first && m_reasoned ? u"\n\n"_s + text : text});
        m_reasoned = true;
        return;
    case Kind::Arguments:
        if (item.call >= 0)
            say(chat::ToolCallDelta{.index = item.call, .arguments = text, .custom = item.custom});
        else
            spoken.clear(); // of a call that did not begin: its end tells everything
        return;
    }
}

/// The parts that did not come in pieces. They are counted, since some servers number the pieces otherwise.
void ItemReader::speakRest(Item &item, Kind kind, const QList<QString> &texts)
{
    qint64 place = 0;
    for (const QString &text : texts) {
        if (!text.isEmpty() && item.spoken.value(kind).size() <= place++)
            speak(item, kind, place - 1, text);
    }
}

void ItemReader::beginCall(Item &item, const Json &json)
{
    const bool first = item.call < 0;
    if (first) {
        item.call = m_calls++;
        item.custom = json["type"].toBytes() == "custom_tool_call";
    }
    const QString name = json["name"].toText();
    if (!first && (item.named || name.isEmpty()))
        return;
    item.named = !name.isEmpty();
    const Json &id = json["call_id"].isString() ? json["call_id"] : json["id"];
    say(chat::ToolCallDelta{
        .index = item.call, .id = id.toText(), .name = name, .custom = item.custom, .extra = callExtra(json)});
}

void ItemReader::endItem(Item &item, const Json &json)
{
    if (item.over)
        return;
    const QByteArray type = json["type"].toBytes();
    if (type == "message")
        endMessage(item, json["content"]);
    else if (type == "reasoning")
        endReasoning(item, json);
    else if (isCall(type))
        endCall(item, json);
    else if (json.isObject())
        sayService(json);
    // Opening a page and finding in it belong to the search. Source: https://platform.openai.com/docs/pricing
    const QByteArray action = json["action"]["type"].toBytes();
    if (type == "web_search_call" && (action.isEmpty() || action == "search"))
        ++m_searches;
    item.over = true;
}

void ItemReader::endMessage(Item &item, const Json &content)
{
    const bool told = item.spoken.contains(Kind::Text);
    qsizetype annotations = 0;
    for (const Json &part : content.items()) {
        const QByteArray type = part["type"].toBytes();
        if (type != "output_text" && type != "text" && type != "refusal")
            say(chat::OtherContent{.kind = type, .raw = part});
    }
    speakRest(item, Kind::Text, textsOf(content, "text"));
    speakRest(item, Kind::Refusal, textsOf(content, "refusal"));
    for (const Json &part : content.items()) {
        if (!told && part["logprobs"].size() > 0)
            say(chat::OtherContent{.kind = "logprobs", .raw = part["logprobs"]});
        for (const Json &annotation : part["annotations"].items()) {
            if (annotations++ >= item.annotations)
                say(chat::OtherContent{.kind = "annotation", .raw = chatAnnotation(annotation)});
        }
    }
}

void ItemReader::endReasoning(Item &item, const Json &json)
{
    // Some servers tell in pieces as a summary what they call reasoning at the end.
    const bool summarized = item.spoken.contains(Kind::Summary);
    if (!item.spoken.contains(Kind::Thought))
        speakRest(item, Kind::Summary, textsOf(json["summary"], "text"));
    if (!summarized)
        speakRest(item, Kind::Thought, textsOf(json["content"], "text"));
    if (!standsAlone(json))
        return; // a summary alone cannot go back
    for (const Json &detail : detailsOf(json, m_details)) {
        say(chat::ReasoningOpaque{.block = detail});
        ++m_details;
    }
}

void ItemReader::endCall(Item &item, const Json &json)
{
    beginCall(item, json);
    speakRest(item, Kind::Arguments, {json[item.custom ? "input" : "arguments"].toText()});
    if (!item.custom)
        speakRest(item, Kind::Arguments, {u"{}"_s});
}

/// The service's own tools and records, as they are.
void ItemReader::sayService(const Json &json)
{
    const QByteArray type = json["type"].toBytes();
    if (type == "image_generation_call" && !json["result"].toBytes().isEmpty())
        say(chat::OtherContent{.kind = "image", .raw = picture(json)});
    else
        say(chat::OtherContent{.kind = type, .raw = json});
}

} // namespace sb::dialects::responses
