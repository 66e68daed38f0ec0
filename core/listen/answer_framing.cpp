#include "core/listen/answer_framing.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace sb::listen {

namespace {

struct Reason
{
    int status;
    const char *phrase;
};

constexpr Reason Reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {529, "Overloaded"},
};

/// A line break in a value that came from elsewhere would start a header, or an answer, of its own.
QByteArray oneLine(QByteArray text)
{
    for (char &c : text) {
        if (c == '\r' || c == '\n' || c == '\0')
            c = ' ';
    }
    return text;
}

bool isFramingHeader(const QByteArray &lowerName)
{
    return lowerName == "connection" || lowerName == "content-length" || lowerName == "transfer-encoding"
        || lowerName == "keep-alive";
}

} // namespace

QByteArray reasonPhrase(int status)
{
    for (const Reason &reason : Reasons) {
        if (reason.status == status)
            return reason.phrase;
    }
    return "Status";
}

QByteArray httpDate(qint64 secondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, QTimeZone::utc());
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

AnswerFraming::AnswerFraming(const AnsweredRequest &request, const QByteArray &date)
    : m_request(request)
    , m_date(date)
    , m_keepsConnection(request.keepsAlive)
{
}

QByteArray AnswerFraming::whole(int status, const QList<Header> &headers, const QByteArray &body)
{
    return start(status, headers + QList<Header>{{"content-length", QByteArray::number(body.size())}},
                 Framing::ContentLength);
}

QByteArray AnswerFraming::start(int status, const QList<Header> &headers, Framing framing)
{
    m_started = true;
    if (status == 204 || status == 304) { // have no body and say nothing of one
        m_sendsBody = false;
        return head(status, headers, {});
    }
    m_sendsBody = !m_request.isHead;
    if (framing == Framing::ContentLength) {
        for (const Header &header : headers) {
            if (header.first.toLower() == "content-length")
                m_missing = header.second.toLongLong();
        }
        m_limited = true;
        return head(status, headers, "Content-Length: " + QByteArray::number(m_missing) + "\r\n");
    }
    if (framing == Framing::Chunked && !m_request.isHttp10) {
        m_chunked = true;
        return head(status, headers, "Transfer-Encoding: chunked\r\n");
    }
    m_keepsConnection = false;
    return head(status, headers, {});
}

QByteArray AnswerFraming::head(int status, const QList<Header> &headers, const QByteArray &bodyHeader)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    bool hasDate = false;
    for (const Header &header : headers) {
        const QByteArray lowerName = header.first.toLower();
        hasDate = hasDate || lowerName == "date";
        if (!isFramingHeader(lowerName))
            out += oneLine(header.first) + ": " + oneLine(header.second) + "\r\n";
    }
    if (!hasDate)
        out += "Date: " + m_date + "\r\n";
    if (!m_keepsConnection)
        out += "Connection: close\r\n";
    else if (m_request.isHttp10)
        out += "Connection: keep-alive\r\n";
    return out + bodyHeader + "\r\n";
}

QByteArray AnswerFraming::chunk(const QByteArray &bytes)
{
    if (!m_sendsBody || bytes.isEmpty())
        return {};
    if (m_chunked)
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    if (!m_limited)
        return bytes;
    // More than was announced would be read as the next answer.
    const QByteArray allowed = bytes.first(qMin<qint64>(bytes.size(), m_missing));
    m_missing -= allowed.size();
    return allowed;
}

QByteArray AnswerFraming::end()
{
    return m_sendsBody && m_chunked ? QByteArrayLiteral("0\r\n\r\n") : QByteArray();
}

} // namespace sb::listen
