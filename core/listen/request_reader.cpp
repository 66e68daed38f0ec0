#include "core/listen/request_reader.h"

// Asio of Boost 1.74 uses std::exchange without including it.
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <exception>

namespace sb::listen {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

namespace {

/// The shortest end of a chunked body, "0\r\n\r\n". Beast asserts this length when it resumes there, so that it is
/// never given less; no chunked body can end within fewer bytes anyway.
constexpr qsizetype ChunkedEnd = 5;

QByteArray bytes(string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

bool isDecimal(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

/// Beast's events, gathered into a Request.
class RequestReader::Parser final : public http::basic_parser<true>
{
public:
    Request request;
    int version = 11;

    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const
    {
        QList<QByteArray> found;
        for (const Header &header : request.headers) {
            if (header.first == name)
                found.append(header.second);
        }
        return found;
    }

private:
    void on_request_impl(http::verb, string_view method, string_view target, int httpVersion, error_code &) override
    {
        version = httpVersion;
        request.method = bytes(method);
        const QByteArray whole = bytes(target);
        const qsizetype mark = whole.indexOf('?');
        request.path = mark < 0 ? whole : whole.left(mark);
        request.query = mark < 0 ? QByteArray() : whole.mid(mark + 1);
    }
    void on_field_impl(http::field, string_view name, string_view value, error_code &) override
    {
        // Fields after a chunked body are dropped: a trailer must not pass for a header that was checked.
        if (!is_header_done())
            request.headers.emplaceBack(bytes(name).toLower(), bytes(value).trimmed());
    }
    std::size_t on_body_impl(string_view body, error_code &) override { return append(body); }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code &) override { return append(body); }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override { }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override { }
    void on_header_impl(error_code &) override { }
    void on_finish_impl(error_code &) override { }
    void on_response_impl(int, string_view, int, error_code &) override { }

    std::size_t append(string_view body)
    {
        request.body.append(body.data(), qsizetype(body.size()));
        return body.size();
    }
};

RequestReader::RequestReader(const Limits &limits)
    : m_limits(limits)
{
    m_state = State::Complete;
    next();
}

RequestReader::~RequestReader() = default;

void RequestReader::next()
{
    if (m_state != State::Complete)
        return;
    m_parser = std::make_unique<Parser>();
    m_parser->header_limit(std::uint32_t(m_limits.headerBytes));
    m_parser->body_limit(std::uint64_t(m_limits.bodyBytes));
    m_scanned = 0;
    m_state = State::Empty;
    advance();
}

void RequestReader::feed(QByteArrayView received)
{
    if (m_state == State::Failed)
        return;
    m_buffer.append(received);
    advance();
}

void RequestReader::acceptHeader()
{
    if (m_state != State::HeaderComplete)
        return;
    m_state = m_parser->is_done() ? State::Complete : State::Body;
    m_parser->eager(true);
    advance();
}

void RequestReader::advance()
{
    if (m_state == State::Empty && !m_buffer.isEmpty())
        m_state = State::InHeader;
    if (m_state == State::InHeader)
        readHeader();
    else if (m_state == State::Body)
        readBody();
}

qsizetype RequestReader::headerEnd()
{
    for (; m_scanned < m_buffer.size(); ++m_scanned) {
        const char c = m_buffer[m_scanned];
        const char before = m_scanned > 0 ? m_buffer[m_scanned - 1] : '\0';
        if ((c == '\n') != (before == '\r'))
            fail(400, "Lines of the header must end in CR LF");
        else if ((c >= 0 && c < ' ' && c != '\r' && c != '\n' && c != '\t') || c == 0x7f)
            fail(400, "Control character in the header");
        else if (before == '\n' && (c == ' ' || c == '\t'))
            fail(400, "Folded header lines are not accepted");
        else if (m_scanned >= m_limits.headerBytes)
            fail(431, "The header is too large");
        else if (c != '\n' || !QByteArrayView(m_buffer).first(m_scanned + 1).endsWith("\r\n\r\n"))
            continue;
        return m_state == State::Failed ? -1 : m_scanned + 1;
    }
    return -1;
}

/// Beast sees a header only when it is whole, so that the result cannot depend on how it came in.
void RequestReader::readHeader()
{
    const qsizetype length = headerEnd();
    if (length < 0)
        return;
    put(length);
    if (m_state == State::Failed)
        return;

    const QList<QByteArray> lengths = m_parser->values("content-length");
    const QList<QByteArray> encodings = m_parser->values("transfer-encoding");
    const QByteArray &path = m_parser->request.path;
    if (lengths.size() > 1 || (!lengths.isEmpty() && (!encodings.isEmpty() || !isDecimal(lengths.first()))))
        return fail(400, "The length of the body is not clear");
    if (!encodings.isEmpty() && (encodings.size() > 1 || encodings.first().toLower() != "chunked" || isHttp10()))
        return fail(400, "Only the transfer encoding \"chunked\" is accepted, in HTTP/1.1");
    if (m_parser->values("host").size() > 1 || (!isHttp10() && m_parser->values("host").isEmpty()))
        return fail(400, "Exactly one Host header is needed");
    if (!path.startsWith('/') && !(path == "*" && m_parser->request.method == "OPTIONS"))
        return fail(400, "The target must be a path: this is no proxy");
    if (!m_parser->values("expect").isEmpty() && !expectsContinue())
        return fail(417, "Only the expectation \"100-continue\" is known");
    m_state = State::HeaderComplete;
}

/// What cannot be parsed alone (a chunk's line, the last chunk with its trailer) must fit into headerBytes; a chunked
/// body is therefore never shown more at once, or it would depend on the split whether the limit holds.
void RequestReader::readBody()
{
    const bool chunked = m_parser->chunked();
    while (m_state == State::Body && m_buffer.size() >= (chunked ? ChunkedEnd : 1)) {
        const qsizetype shown = chunked ? qMin(m_buffer.size(), m_limits.headerBytes) : m_buffer.size();
        const qsizetype taken = put(shown);
        if (m_state != State::Failed && m_parser->is_done())
            m_state = State::Complete;
        else if (taken == 0 && shown == m_limits.headerBytes)
            fail(431, "A chunk's extension or the trailer is too large");
        else if (taken == 0)
            return;
    }
}

/// @return how many of the first `count` bytes were taken out of the buffer
qsizetype RequestReader::put(qsizetype count)
try {
    error_code error;
    const auto taken = qsizetype(m_parser->put({m_buffer.constData(), std::size_t(count)}, error));
    m_buffer.remove(0, taken);
    if (error == http::error::body_limit)
        fail(413, "The body is too large");
    else if (error == http::error::header_limit)
        fail(431, "The header is too large");
    else if (error == http::error::bad_version)
        fail(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here");
    else if (error && error != http::error::need_more)
        fail(400, error.message().c_str());
    else if (error && m_state == State::InHeader)
        fail(400, "The header is not complete");
    return taken;
} catch (const std::exception &) {
    fail(500, "The request could not be read");
    return 0;
}

void RequestReader::fail(int status, const char *message)
{
    m_failure = {.status = status, .message = message};
    m_state = State::Failed;
    m_buffer.clear();
}

const Request &RequestReader::request() const
{
    return m_parser->request;
}

Request RequestReader::takeRequest()
{
    return std::exchange(m_parser->request, {});
}

qint64 RequestReader::bodyBytes() const
{
    return m_parser->request.body.size();
}

bool RequestReader::hasBody() const
{
    return !m_parser->is_done();
}

bool RequestReader::bodyBegun() const
{
    return !m_buffer.isEmpty();
}

bool RequestReader::expectsContinue() const
{
    const QList<QByteArray> expectations = m_parser->values("expect");
    return !isHttp10() && expectations.size() == 1 && expectations.first().toLower() == "100-continue";
}

bool RequestReader::keepsAlive() const
{
    return m_state != State::Failed && m_parser->keep_alive();
}

bool RequestReader::isHttp10() const
{
    return m_parser->version == 10;
}

} // namespace sb::listen
