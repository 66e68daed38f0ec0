#include "core/base/sse_parser.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sb {

namespace {

const char *findByte(const char *from, const char *end, char byte)
{
    const void *hit = from == end ? nullptr : std::memchr(from, byte, size_t(end - from));
    return hit ? static_cast<const char *>(hit) : end;
}

} // namespace

SseParser::SseParser(qsizetype limit)
    : m_limit(limit)
{
}

QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> out;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    if (at != end && std::exchange(m_skipLineFeed, false) && *at == '\n')
        ++at;

    // Each search starts anew only when its hit is behind us: streams without CR are not scanned for it again per line.
    const char *lineFeed = findByte(at, end, '\n');
    const char *carriageReturn = findByte(at, end, '\r');
    while (!m_overflowed) {
        const char *stop = std::min(lineFeed, carriageReturn);
        if (m_line.size() + (stop - at) > m_limit) {
            m_overflowed = true;
            break;
        }
        if (stop == end) {
            m_line.append(at, end - at);
            break;
        }
        if (m_line.isEmpty()) {
            takeLine({at, stop}, out);
        } else {
            m_line.append(at, stop - at);
            takeLine(m_line, out);
            m_line.resize(0); // keeps the memory, clear() would not
        }
        at = stop + 1;
        if (stop == carriageReturn) {
            m_skipLineFeed = at == end;
            if (at != end && *at == '\n')
                ++at;
            carriageReturn = findByte(at, end, '\r');
        }
        if (lineFeed < at)
            lineFeed = findByte(at, end, '\n');
    }
    return out;
}

QList<SseEvent> SseParser::finish()
{
    QList<SseEvent> out;
    if (m_overflowed)
        return out;
    if (!m_line.isEmpty())
        takeLine(std::exchange(m_line, {}), out);
    dispatch(out);
    return out;
}

void SseParser::takeLine(QByteArrayView line, QList<SseEvent> &out)
{
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        dispatch(out);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        ++m_comments;
        return;
    }
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);

    if (field == "data") {
        const bool isFirst = !std::exchange(m_hasData, true);
        if (m_event.data.size() + value.size() + (isFirst ? 0 : 1) > m_limit) {
            m_overflowed = true;
            return;
        }
        if (isFirst)
            m_event.data = value.toByteArray(); // one allocation of the right size; the usual case
        else
            m_event.data.append('\n').append(value);
    } else if (field == "event") {
        m_event.name = value.toByteArray();
    }
}

void SseParser::dispatch(QList<SseEvent> &out)
{
    if (std::exchange(m_hasData, false))
        out.append(std::exchange(m_event, {}));
    else
        m_event = {};
}

} // namespace sb
