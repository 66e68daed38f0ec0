// AWS's binary event stream: any split of the bytes gives the same messages. The first byte chooses the split; the
// second whether checksums are made right first, since no fuzzer guesses them.

#include "core/dialects/event_stream.h"

#include <QtEndian>

using namespace sb;

namespace {

QByteArray sumOf(const QByteArray &bytes)
{
    QByteArray sum(4, '\0');
    qToBigEndian(dialects::crc32(bytes), sum.data());
    return sum;
}

/// Takes the bytes as lengths and content, and writes checksums that fit.
QByteArray withChecksums(QByteArrayView bytes)
{
    QByteArray stream;
    while (bytes.size() >= 2) {
        const qsizetype headers = quint8(bytes[0]);
        const qsizetype body = headers + quint8(bytes[1]);
        bytes = bytes.sliced(2);
        const QByteArrayView content = bytes.first(qMin(body, bytes.size()));
        bytes = bytes.sliced(content.size());
        QByteArray message(8, '\0');
        qToBigEndian(quint32(content.size() + 16), message.data());
        qToBigEndian(quint32(headers), message.data() + 4);
        message += sumOf(message);
        message += content;
        message += sumOf(message);
        stream += message;
    }
    return stream;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const qsizetype step = data[0] % 7 + 1;
    const QByteArrayView given(data + 2, qsizetype(size) - 2);
    const QByteArray bytes = data[1] % 2 ? withChecksums(given) : given.toByteArray();

    dialects::EventStreamParser whole(1 << 16);
    const QList<dialects::StreamMessage> expected = whole.feed(bytes);
    dialects::EventStreamParser split(1 << 16);
    QList<dialects::StreamMessage> messages;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        messages += split.feed(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at)));
    if (messages != expected || whole.broken() != split.broken())
        __builtin_trap();
    return 0;
}
