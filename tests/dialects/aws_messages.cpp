#include "tests/dialects/aws_messages.h"

#include "core/dialects/event_stream.h"

#include <QtEndian>

namespace sb::testing {

namespace {

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

QByteArray awsPrelude(quint32 total, quint32 headers)
{
    const QByteArray lengths = bigEndian(total) + bigEndian(headers);
    return lengths + bigEndian(dialects::crc32(lengths));
}

QByteArray rawAwsMessage(const QByteArray &headers, const QByteArray &payload)
{
    const QByteArray message =
        awsPrelude(quint32(16 + headers.size() + payload.size()), quint32(headers.size())) + headers + payload;
    return message + bigEndian(dialects::crc32(message));
}

QByteArray awsMessage(const QList<dialects::Header> &headers, const QByteArray &payload)
{
    QByteArray all;
    for (const auto &[name, value] : headers)
        all += char(name.size()) + name + '\x07' + bigEndian(quint16(value.size())) + value;
    return rawAwsMessage(all, payload);
}

QByteArray awsEvent(const QByteArray &type, const QByteArray &json)
{
    return awsMessage({{":event-type", type}, {":content-type", "application/json"}, {":message-type", "event"}}, json);
}

QByteArray awsException(const QByteArray &type, const QByteArray &json)
{
    return awsMessage(
        {{":exception-type", type}, {":content-type", "application/json"}, {":message-type", "exception"}}, json);
}

QByteArray awsChunk(const QByteArray &json)
{
    return awsEvent("chunk", R"({"bytes":")" + json.toBase64() + R"(","p":"abcdef"})");
}

} // namespace sb::testing
