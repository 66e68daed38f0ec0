#include "core/dialects/answer_decoder.h"

#include "core/dialects/error_reading.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sb::dialects {

namespace {

constexpr qsizetype LargestDocument = 128 * 1024 * 1024;
constexpr qsizetype LargestErrorBody = 1024 * 1024;
constexpr qsizetype EnoughToDecide = 6; // "event:"
constexpr auto BinaryStream = "application/vnd.amazon.eventstream";

QString sentence(const char *text)
{
    return QCoreApplication::translate("sb::dialects", text);
}

/// Without the blank lines that keep a slow answer's connection alive, and without a byte order mark, wherever among
/// them.
QByteArrayView withoutLead(QByteArrayView text)
{
    while (!text.isEmpty()) {
        if (text.startsWith("\xEF\xBB\xBF"))
            text = text.sliced(3);
        else if (QByteArrayView(" \t\r\n").contains(text.front()))
            text = text.sliced(1);
        else
            break;
    }
    return text;
}

/// Whether a JSON text ends inside a string, list or object: cut, rather than wrong.
bool endsInside(QByteArrayView text)
{
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return inString || depth > 0;
}

} // namespace

AnswerDecoder::AnswerDecoder(AnswerHead head)
    : m_head(std::move(head))
    , m_form(m_head.status >= 300 ? Form::Error : Form::Unknown)
{
}

QList<chat::Event> AnswerDecoder::feed(QByteArrayView bytes)
{
    if (!m_over)
        take(bytes);
    return std::exchange(m_events, {});
}

QList<chat::Event> AnswerDecoder::finish()
{
    if (m_over)
        return {};
    if (m_form == Form::Unknown)
        decide(true);
    if (m_form == Form::Stream)
        takeEvents(m_sse.finish(), true);
    else if (m_form == Form::Document)
        takeDocument();
    else if (m_form == Form::Error)
        fail(readErrorBody(m_head, m_buffer));
    else if (m_form == Form::Foreign || m_form == Form::Unknown)
        failForeign();
    if (!m_over)
        takeEnd();
    m_over = true;
    return std::exchange(m_events, {});
}

QList<chat::Event> AnswerDecoder::feedChunk(const Json &chunk)
{
    m_form = Form::Messages;
    if (!m_over)
        takeChunk(chunk, {});
    return std::exchange(m_events, {});
}

QList<chat::Event> AnswerDecoder::feedWhole(const Json &answer)
{
    m_form = Form::Messages;
    if (!m_over)
        takeWhole(answer);
    return std::exchange(m_events, {});
}

bool AnswerDecoder::takeMarker(QByteArrayView)
{
    return false;
}

void AnswerDecoder::say(chat::Event event)
{
    if (!m_over)
        m_events.append(std::move(event));
}

void AnswerDecoder::fail(chat::ProviderError error)
{
    say(chat::Failed{.error = std::move(error)});
    m_over = true;
}

void AnswerDecoder::take(QByteArrayView bytes)
{
    switch (m_form) {
    case Form::Stream:
        takeEvents(m_sse.feed(bytes), false);
        break;
    case Form::List:
        takeItems(m_list.feed(bytes));
        break;
    case Form::Messages:
        takeMessages(m_messages.feed(bytes));
        break;
    case Form::Error:
    case Form::Foreign:
        m_buffer.append(bytes.first(std::min(bytes.size(), LargestErrorBody - m_buffer.size())));
        break;
    case Form::Unknown:
        m_buffer.append(bytes);
        decide(false);
        break;
    case Form::Document:
        if (bytes.size() > LargestDocument - m_buffer.size())
            fail(invalidResponse(m_head, sentence(QT_TRANSLATE_NOOP("sb::dialects", "The answer is too large.")),
                                 m_buffer));
        else
            m_buffer.append(bytes);
        break;
    }
}

void AnswerDecoder::decide(bool atEnd)
{
    const QByteArrayView start = withoutLead(m_buffer);
    if (start.size() < EnoughToDecide && !atEnd) {
        // Minutes of blank lines must not pile up; in a binary stream they are no lines.
        if (start.isEmpty() && m_buffer.size() > EnoughToDecide && !declares(BinaryStream))
            m_buffer.clear();
        else if (declares(BinaryStream) && m_buffer.size() > LargestErrorBody)
            m_form = Form::Foreign;
        return;
    }
    if (start.startsWith('[') && listIsStream()) {
        m_form = Form::List;
        const QByteArray first = start.toByteArray();
        m_buffer.clear();
        takeItems(m_list.feed(first));
    } else if (start.startsWith('{') && objectsAreStream()) {
        m_form = Form::List;
        const QByteArray first = '[' + start.toByteArray(); // the list that is not there
        m_buffer.clear();
        takeItems(m_list.feed(first));
    } else if (start.startsWith('{') || start.startsWith('[')) {
        m_form = Form::Document;
        m_buffer = start.toByteArray();
    } else if (start.startsWith('\0') || (declares(BinaryStream) && !start.startsWith('<'))) {
        m_form = Form::Messages; // no message is so long that its length begins with another byte
        const QByteArray first = declares(BinaryStream) ? m_buffer : start.toByteArray();
        m_buffer.clear();
        takeMessages(m_messages.feed(first));
    } else if (looksLikeStream(start)) {
        m_form = Form::Stream;
        const QByteArray first = start.toByteArray(); // of what leads, some may be gone already
        m_buffer.clear();
        takeEvents(m_sse.feed(first), false);
    } else {
        m_form = Form::Foreign;
    }
}

void AnswerDecoder::failForeign()
{
    const QByteArrayView start = withoutLead(m_buffer);
    const QByteArray coding = m_head.header("content-encoding").trimmed().toLower();
    const bool isCompressed = !coding.isEmpty() && coding != "identity";
    const QString why = isCompressed && !start.isEmpty()
        ? sentence(QT_TRANSLATE_NOOP("sb::dialects",
                                     "The answer was compressed (%1), which was not asked for. A proxy "
                                     "in between may do that: switch it off there, or ask directly."))
              .arg(QString::fromLatin1(coding.left(20)))
        : start.isEmpty() ? sentence(QT_TRANSLATE_NOOP("sb::dialects", "The answer was empty."))
        : start.startsWith('<')
        ? sentence(QT_TRANSLATE_NOOP("sb::dialects", "The answer was a web page, not JSON. The base URL may be wrong."))
        : sentence(QT_TRANSLATE_NOOP("sb::dialects", "The answer was neither JSON nor an event stream."));
    fail(invalidResponse(m_head, why, start));
}

bool AnswerDecoder::declares(QByteArrayView contentType) const
{
    return m_head.header("content-type").trimmed().toLower().startsWith(contentType);
}

bool AnswerDecoder::looksLikeStream(QByteArrayView start) const
{
    static constexpr std::array Fields{"data:", "event:", "id:", "retry:", ":"};
    const bool field =
        std::any_of(Fields.begin(), Fields.end(), [&](const char *name) { return start.startsWith(name); });
    return field || (declares("text/event-stream") && !start.startsWith('<'));
}

void AnswerDecoder::takeEvents(const QList<SseEvent> &events, bool atEnd)
{
    for (const SseEvent &event : events) {
        if (m_over)
            return;
        takeEvent(event, atEnd);
    }
    if (m_sse.overflowed() && !m_over)
        fail(invalidResponse(m_head,
                             sentence(QT_TRANSLATE_NOOP("sb::dialects", "An event of the answer is too large.")), {}));
}

void AnswerDecoder::takeEvent(const SseEvent &event, bool atEnd)
{
    const QByteArrayView data = QByteArrayView(event.data).trimmed();
    if (data.isEmpty())
        return;
    if (!data.startsWith('{') && takeMarker(data)) {
        m_over = true;
        return;
    }
    const auto json = parseJson(data);
    if (json)
        takeChunk(*json, event.name);
    else if (!hasEnded() && (!atEnd || !endsInside(data))) // one cut by the end of the connection is no fault either
        fail(invalidResponse(m_head, sentence(QT_TRANSLATE_NOOP("sb::dialects", "An event of the answer is not JSON.")),
                             data));
}

void AnswerDecoder::takeItems(const QList<QByteArray> &items)
{
    for (const QByteArray &item : items) {
        if (m_over)
            return;
        const auto json = parseJson(item);
        if (json)
            takeChunk(*json, {});
        else if (!hasEnded())
            fail(invalidResponse(
                m_head, sentence(QT_TRANSLATE_NOOP("sb::dialects", "An event of the answer is not JSON.")), item));
    }
    if (m_list.overflowed() && !m_over)
        fail(invalidResponse(m_head,
                             sentence(QT_TRANSLATE_NOOP("sb::dialects", "An event of the answer is too large.")), {}));
}

void AnswerDecoder::takeMessages(const QList<StreamMessage> &messages)
{
    for (const StreamMessage &message : messages) {
        if (m_over)
            return;
        takeMessage(message);
    }
    if (m_messages.broken() && !m_over)
        fail(invalidResponse(
            m_head, sentence(QT_TRANSLATE_NOOP("sb::dialects", "An event of the answer was damaged on the way.")), {}));
}

/// Source: https://smithy.io/2.0/spec/event-streams.html, https://smithy.io/2.0/aws/amazon-eventstream.html
void AnswerDecoder::takeMessage(const StreamMessage &message)
{
    const QByteArray type = message.header(":message-type");
    if (type == "exception")
        return fail(readException(m_head, message.header(":exception-type"), message.payload));
    if (type == "error")
        return fail(readException(m_head, message.header(":error-code"),
                                  Json(Json::Object{{"message", message.header(":error-message")}}).dump()));
    const auto json = parseJson(message.payload);
    if (json)
        takeChunk(*json, message.header(":event-type"));
    else if (!message.payload.isEmpty())
        fail(invalidResponse(m_head, sentence(QT_TRANSLATE_NOOP("sb::dialects", "An event of the answer is not JSON.")),
                             message.payload));
}

void AnswerDecoder::takeDocument()
{
    const auto json = parseJson(m_buffer);
    if (json)
        takeWhole(*json);
    else if (!endsInside(m_buffer))
        fail(invalidResponse(m_head, sentence(QT_TRANSLATE_NOOP("sb::dialects", "The answer is not JSON.")), m_buffer));
}

} // namespace sb::dialects
