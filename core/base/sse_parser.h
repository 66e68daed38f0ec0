#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace sb {

/// One server-sent event.
struct SseEvent
{
    QByteArray name = {}; ///< the "event:" field; empty when absent
    QByteArray data = {}; ///< "data:" lines joined by LF
    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

/// Incremental parser of text/event-stream. Takes any split of the bytes: inside a CRLF, a UTF-8 character, the BOM.
/// Lines end in LF, CR or CRLF; comments are counted and dropped; an event without data is dropped, as the standard
/// says. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
class SseParser
{
public:
    /// A line or the data of an event longer than this many bytes is refused (overflowed() becomes true).
    explicit SseParser(qsizetype limit = 64 * 1024 * 1024);

    QList<SseEvent> feed(QByteArrayView bytes);
    /// The end of the stream. Unlike the standard, an event without its blank line is delivered, since providers leave
    /// it out; a line without its line feed counts as a line.
    QList<SseEvent> finish();

    [[nodiscard]] bool overflowed() const { return m_overflowed; }
    [[nodiscard]] qint64 comments() const { return m_comments; }

private:
    void takeLine(QByteArrayView line, QList<SseEvent> &out);
    void dispatch(QList<SseEvent> &out);

    qsizetype m_limit;
    QByteArray m_line;
    SseEvent m_event;
    qint64 m_comments = 0;
    bool m_hasData = false;
    bool m_atStart = true;
    bool m_skipLineFeed = false;
    bool m_overflowed = false;
};

} // namespace sb

Q_DECLARE_TYPEINFO(sb::SseEvent, Q_RELOCATABLE_TYPE);
