#include "core/practice/answer_output.h"

namespace sb::practice {

namespace {

QList<listen::Header> jsonHeaders()
{
    return {{"Content-Type", "application/json"}};
}

} // namespace

StreamedOutput::StreamedOutput(listen::Exchange *exchange, std::unique_ptr<dialects::AnswerEncoder> encoder)
    : m_exchange(exchange)
    , m_encoder(std::move(encoder))
{
}

void StreamedOutput::begin(const chat::Event &started)
{
    if (m_exchange)
        m_exchange->start(200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-cache"}});
    write(m_encoder->encode(started));
}

void StreamedOutput::add(const chat::Event &token)
{
    write(m_encoder->encode(token));
}

void StreamedOutput::addMalformed()
{
    write("data: {\"practice\": malformed\n\n");
}

void StreamedOutput::end(const QList<chat::Event> &closing)
{
    QByteArray bytes;
    for (const chat::Event &event : closing)
        bytes += m_encoder->encode(event);
    write(bytes + m_encoder->finish());
    if (m_exchange)
        m_exchange->finish();
}

void StreamedOutput::write(const QByteArray &bytes)
{
    if (m_exchange)
        m_exchange->write(bytes);
}

WholeOutput::WholeOutput(listen::Exchange *exchange, const dialects::ServerDialect &dialect,
                         const chat::Request &request)
    : m_exchange(exchange)
    , m_dialect(dialect)
    , m_request(request)
{
}

QByteArray WholeOutput::body() const
{
    const QByteArray whole = m_dialect.encodeWhole(m_request, m_answer);
    return m_isMalformed ? whole.first(whole.size() / 2) : whole;
}

void WholeOutput::breakOff()
{
    const QByteArray whole = body();
    if (!m_exchange)
        return;
    m_exchange->start(200, jsonHeaders() + QList<listen::Header>{{"Content-Length", QByteArray::number(whole.size())}},
                      listen::Framing::ContentLength);
    m_exchange->write(whole.first(whole.size() / 2));
}

void WholeOutput::end(const QList<chat::Event> &closing)
{
    for (const chat::Event &event : closing)
        m_answer.apply(event);
    if (m_exchange)
        m_exchange->respond(200, jsonHeaders(), body());
}

} // namespace sb::practice
