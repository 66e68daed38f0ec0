#include "core/dialects/cohere_v1_chat/client/decoder.h"

#include "core/dialects/cohere_chat/client/ending.h"
#include "core/dialects/cohere_chat/client/usage.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"

#include <QCoreApplication>

#include <array>

namespace sb::dialects::cohere_v1 {

namespace {

struct List
{
    const char *name = "";
    const char *kind = ""; ///< of one entry
};
constexpr std::array Lists{List{"citations", "citation"}, List{"documents", "document"},
                           List{"search_queries", "search_query"}, List{"search_results", "search_result"}};

} // namespace

ChatDecoder::ChatDecoder(AnswerHead head)
    : AnswerDecoder(std::move(head))
{
}

void ChatDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    if (m_finished)
        return;
    const QByteArray type = chunk["event_type"].isString() ? chunk["event_type"].toBytes() : name;
    if (type == "stream-start") {
        takeStart(chunk);
    } else if (type == "text-generation") {
        takeText(chunk["text"].toText());
    } else if (type == "tool-calls-chunk") {
        takeText(chunk["text"].toText() + chunk["tool_call_delta"]["text"].toText());
        takeCallPiece(chunk["tool_call_delta"]);
    } else if (type == "tool-calls-generation") {
        if (!m_hasText)
            takeText(chunk["text"].toText());
        takeCalls(chunk["tool_calls"]);
    } else if (type == "citation-generation" || type == "search-queries-generation" || type == "search-results") {
        takeLists(chunk);
    } else if (type == "stream-end") {
        takeEnding(chunk["response"], chunk["finish_reason"].toText());
    } else if (type.isEmpty()) {
        takeWhole(chunk);
    } else if (type == "error" || findError(head(), chunk)) {
        fail(readErrorObject(head(), chunk));
    }
}

void ChatDecoder::takeWhole(const Json &answer)
{
    if (!answer["text"].isString() && !answer["tool_calls"].isArray()) {
        const bool explains = answer["message"].isString() || findError(head(), answer);
        return fail(explains ? readErrorObject(head(), answer)
                             : invalidResponse(
                                 head(), QCoreApplication::translate("sb::dialects", "The answer has no message."),
                                 answer.dump()));
    }
    takeStart(answer);
    takeEnding(answer, answer["finish_reason"].toText());
}

bool ChatDecoder::takeMarker(QByteArrayView data)
{
    return data == "[DONE]"; // alone it ends nothing
}

void ChatDecoder::takeStart(const Json &answer)
{
    if (!std::exchange(m_started, true))
        say(chat::Started{.id = answer["generation_id"].toText(), .model = {}});
}

void ChatDecoder::takeText(const QString &text)
{
    if (text.isEmpty())
        return;
    m_hasText = true;
    say(chat::TextDelta{.text = text});
}

/// Calls have no ids here: positions tell them apart.
void ChatDecoder::takeCallPiece(const Json &delta)
{
    if (!delta.isObject())
        return;
    Json function(Json::Object{{"arguments", delta["parameters"]}});
    if (delta["name"].isString())
        function.set("name", delta["name"]);
    Json call(Json::Object{{"function", function}});
    if (delta["index"].isNumber())
        call.set("index", delta["index"]);
    sayCalls(m_calls.read(Json(Json::Array{call})));
}

/// Whole, once their pieces came, or without.
void ChatDecoder::takeCalls(const Json &calls)
{
    if (!m_calls.isEmpty())
        return;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Json &call = calls.at(i);
        const Json function(Json::Object{{"name", call["name"]}, {"arguments", call["parameters"]}});
        sayCalls(m_calls.read(Json(Json::Array{Json(Json::Object{{"index", qint64(i)}, {"function", function}})})));
    }
}

void ChatDecoder::takeLists(const Json &holder)
{
    for (const List &list : Lists) {
        for (const Json &entry : holder[list.name].items())
            say(chat::OtherContent{.kind = list.kind, .raw = entry});
        if (holder[list.name].size() > 0)
            m_listed.append(list.name);
    }
}

void ChatDecoder::takeEnding(const Json &answer, const QString &word)
{
    if (!m_hasText)
        takeText(answer["text"].toText());
    takeCalls(answer["tool_calls"]);
    Json rest = answer;
    for (const QByteArray &name : std::as_const(m_listed))
        rest.remove(name);
    takeLists(rest);
    if (const Json &meta = answer["meta"]; meta["tokens"].isObject() || meta["billed_units"].isObject())
        say(chat::UsageReport{.usage = cohere::readUsage(meta)});
    if (auto failed = cohere::failureAtEnd(head(), answer["error"], word))
        return fail(std::move(*failed));
    sayCalls(m_calls.close());
    m_finished = true;
    const auto reason = finishReasonFromWord(word.toUtf8());
    const bool called = reason == chat::FinishReason::Stop && !m_calls.isEmpty(); // COMPLETE, too
    say(chat::Finished{.reason = called ? chat::FinishReason::ToolCalls : reason, .raw = word});
}

void ChatDecoder::sayCalls(const QList<chat::ToolCallDelta> &calls)
{
    for (const chat::ToolCallDelta &call : calls)
        say(call);
}

} // namespace sb::dialects::cohere_v1
