// Any split of the bytes gives the same events; the first byte chooses the split.

#include "core/base/sse_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype step = data[0] % 7 + 1;
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);

    sb::SseParser whole(1 << 16);
    QList<sb::SseEvent> expected = whole.feed(bytes);
    expected += whole.finish();

    sb::SseParser split(1 << 16);
    QList<sb::SseEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        events += split.feed(bytes.sliced(at, qMin(step, bytes.size() - at)));
    events += split.finish();

    if (!whole.overflowed() && !split.overflowed() && events != expected)
        __builtin_trap();
    return 0;
}
