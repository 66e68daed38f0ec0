#pragma once

#include "core/base/json.h"
#include "core/base/sse_parser.h"
#include "core/dialects/dialect.h"
#include "core/dialects/event_stream.h"
#include "core/dialects/list_splitter.h"

namespace sb::dialects {

/// What decoders of all dialects do alike: find out by status, content type and first bytes whether an event stream,
/// one JSON document, an error or something else is coming (providers answer with a stream where JSON was asked, and
/// the other way round), cut it up, and report at most one failure, as the last event. Memory: a stream keeps one
/// event, a document is kept until its end; both have a limit. Streams are server-sent events, JSON in a row, or AWS's
/// binary messages.
class AnswerDecoder : public Decoder
{
public:
    explicit AnswerDecoder(AnswerHead head);

    QList<chat::Event> feed(QByteArrayView bytes) final;
    QList<chat::Event> finish() final;

    // For an answer that came inside another one, whose decoder has taken it out: instead of feed().
    QList<chat::Event> feedChunk(const Json &chunk);
    QList<chat::Event> feedWhole(const Json &answer);

protected:
    /// One object of a stream. @param name of the event, often empty
    virtual void takeChunk(const Json &chunk, const QByteArray &name) = 0;
    /// A whole answer: an object, or a list in dialects that do not stream so.
    virtual void takeWhole(const Json &answer) = 0;
    /// Whether a list is a stream whose items are chunks.
    [[nodiscard]] virtual bool listIsStream() const { return false; }
    /// Whether objects one behind the other, mostly one a line, are a stream of chunks. A whole answer is one, too.
    [[nodiscard]] virtual bool objectsAreStream() const { return false; }
    /// Data of a stream that is no JSON. @return whether it ends the stream, such as "[DONE]"
    virtual bool takeMarker(QByteArrayView data);
    /// Whether the terminator came, though it is told only at the end of the body: what is no event is then no fault.
    [[nodiscard]] virtual bool hasEnded() const { return false; }
    /// The body is over without a failure: say what was held back. The answer may be cut.
    virtual void takeEnd() { }

    void say(chat::Event event);
    void fail(chat::ProviderError error); ///< the last thing that is said
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] const AnswerHead &head() const { return m_head; }

private:
    enum class Form
    {
        Unknown,
        Stream,
        List, ///< a stream as one JSON list, or as objects without a list around them
        Messages, ///< AWS's binary event stream
        Document,
        Error, ///< by its status
        Foreign, ///< a web page of a proxy or a captive portal, or nothing
    };

    void decide(bool atEnd);
    void take(QByteArrayView bytes);
    void takeEvents(const QList<SseEvent> &events, bool atEnd);
    void takeEvent(const SseEvent &event, bool atEnd);
    void takeItems(const QList<QByteArray> &items);
    void takeMessages(const QList<StreamMessage> &messages);
    void takeMessage(const StreamMessage &message);
    void takeDocument();
    void failForeign();
    [[nodiscard]] bool looksLikeStream(QByteArrayView start) const;
    [[nodiscard]] bool declares(QByteArrayView contentType) const;

    AnswerHead m_head;
    Form m_form = Form::Unknown;
    SseParser m_sse;
    ListSplitter m_list;
    EventStreamParser m_messages;
    QByteArray m_buffer; ///< undecided start, document or error body
    QList<chat::Event> m_events;
    bool m_over = false;
};

} // namespace sb::dialects
