#include "core/dialects/openai_responses/client/decoder.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"
#include "core/dialects/openai_responses/client/usage.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using ItemKind = ItemReader::Kind;

/// Events that tell a part of an item: in pieces, and at its end whole.
struct PartEvent
{
    const char *name = ""; ///< without ".delta" or ".done"
    ItemKind kind = ItemKind::Text;
    const char *whole = ""; ///< member of the event at the end
};
constexpr std::array PartEvents{
    PartEvent{"response.output_text", ItemKind::Text, "text"},
    PartEvent{"response.refusal", ItemKind::Refusal, "refusal"},
    PartEvent{"response.reasoning_summary_text", ItemKind::Summary, "text"},
    PartEvent{"response.reasoning_text", ItemKind::Thought, "text"},
    PartEvent{"response.function_call_arguments", ItemKind::Arguments, "arguments"},
    PartEvent{"response.custom_tool_call_input", ItemKind::Arguments, "input"},
};

const PartEvent *partEvent(QByteArrayView name)
{
    const auto it =
        std::find_if(PartEvents.begin(), PartEvents.end(), [&](const PartEvent &each) { return name == each.name; });
    return it != PartEvents.end() ? it : nullptr;
}

/// "completed" of "response.completed", where the event ends the answer; else empty.
QByteArray endingOf(const QByteArray &type)
{
    for (const char *status : {"completed", "incomplete", "failed", "cancelled"}) {
        if (type == QByteArray("response.") + status)
            return status;
    }
    return {};
}

} // namespace

ResponsesDecoder::ResponsesDecoder(AnswerHead head, const catalog::Quirks &quirks)
    : AnswerDecoder(std::move(head))
    , m_quirks(quirks)
{
}

void ResponsesDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    if (m_finished)
        return;
    const QByteArray type = chunk["type"].isString() ? chunk["type"].toBytes() : name;
    const QByteArray ending = endingOf(type);
    if (!ending.isEmpty())
        takeEnding(chunk["response"], ending);
    else if (type == "error")
        takeFailure(chunk);
    else if (chunk["response"].isObject())
        takeStart(chunk["response"]); // created, queued, in_progress
    else if (chunk["object"].toBytes() == "response")
        takeWhole(chunk); // a whole answer in one event
    else if (!takeItemEvent(type, chunk)) {
        if (auto error = findError(head(), chunk))
            fail(std::move(*error));
    }
}

bool ResponsesDecoder::takeItemEvent(const QByteArray &type, const Json &chunk)
{
    const qsizetype dot = type.lastIndexOf('.');
    const PartEvent *part = dot > 0 ? partEvent(QByteArrayView(type).first(dot)) : nullptr;
    if (part && type.endsWith(".delta"))
        sayAll(m_items.addPiece(part->kind, chunk));
    else if (part && type.endsWith(".done"))
        sayAll(m_items.addWhole(part->kind, chunk, part->whole));
    else if (type == "response.output_item.added")
        sayAll(m_items.begin(chunk));
    else if (type == "response.output_item.done")
        sayAll(m_items.end(chunk));
    else if (type == "response.output_text.annotation.added")
        sayAll(m_items.addAnnotation(chunk));
    else
        return type.startsWith("response."); // the progress of the service's own tools, and what is new
    return true;
}

void ResponsesDecoder::takeWhole(const Json &answer)
{
    if (answer["output"].isArray())
        return takeEnding(answer, answer["status"].isString() ? answer["status"].toBytes() : "completed");
    const bool explains = findError(head(), answer) || answer.contains("message") || answer.contains("detail");
    fail(explains
             ? readErrorObject(head(), answer)
             : invalidResponse(head(), QCoreApplication::translate("sb::dialects", "The answer has no list of output."),
                               answer.dump()));
}

bool ResponsesDecoder::takeMarker(QByteArrayView data)
{
    return data == "[DONE]"; // some servers write it behind the end; alone it ends nothing
}

void ResponsesDecoder::takeStart(const Json &response)
{
    if (m_started || !response.isObject())
        return;
    m_started = true;
    say(chat::Started{.id = response["id"].toText(), .model = response["model"].toText()});
}

void ResponsesDecoder::takeEnding(const Json &response, const QByteArray &status)
{
    takeStart(response);
    sayAll(m_items.endAll(response["output"]));
    if (response["usage"].isObject() && response["usage"].size() > 0) {
        chat::Usage usage = readUsage(response["usage"], m_quirks);
        usage.servedTier = response["service_tier"].toText();
        if (m_items.searches() > 0)
            usage.webSearches = m_items.searches();
        say(chat::UsageReport{.usage = usage});
    }
    if (status == "failed")
        takeFailure(response);
    else
        takeFinish(response, status);
}

/// @param status of the response; one that is still being worked on has no end
void ResponsesDecoder::takeFinish(const Json &response, const QByteArray &status)
{
    using enum chat::FinishReason;
    if (status == "queued" || status == "in_progress")
        return;
    m_finished = true;
    if (status == "completed")
        return say(chat::Finished{.reason = m_items.hasCalls() ? ToolCalls : Stop, .raw = QString::fromUtf8(status)});
    if (status == "cancelled")
        return say(chat::Finished{.reason = Error, .raw = QString::fromUtf8(status)});
    const QByteArray word = response["incomplete_details"]["reason"].toBytes();
    const auto reason = finishReasonFromWord(word);
    say(chat::Finished{.reason = reason == Stop ? Length : reason,
                       .raw = QString::fromUtf8(word.isEmpty() ? status : word)});
}

/// The `error` event has its members at the top, or in an object as bodies do; a response that failed has an object.
void ResponsesDecoder::takeFailure(const Json &chunk)
{
    Json members = chunk["error"].isObject() ? chunk["error"] : Json::object();
    for (const char *key : {"code", "message"}) {
        if (!members.contains(key) && chunk.contains(key))
            members.set(key, chunk[key]);
    }
    if (members["message"].toBytes().isEmpty())
        members.set("message",
                    QCoreApplication::translate("sb::dialects", "The provider says that its answer failed."));
    fail(readErrorObject(head(), Json(Json::Object{{"error", members}})));
}

void ResponsesDecoder::sayAll(const QList<chat::Event> &events)
{
    for (const chat::Event &event : events)
        say(event);
}

} // namespace sb::dialects::responses
