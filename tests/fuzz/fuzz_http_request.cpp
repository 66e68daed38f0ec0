// The border of the loopback server: any bytes, any split, never a crash, and the same requests for every split.

#include "core/listen/request_reader.h"

using namespace sb::listen;

namespace {

QByteArrayList requestsIn(QByteArrayView bytes, qsizetype step)
{
    RequestReader reader(Limits{.headerBytes = 2048, .bodyBytes = 4096});
    QByteArrayList found;
    for (qsizetype at = 0; at < bytes.size() && reader.state() != RequestReader::State::Failed; at += step) {
        reader.feed(bytes.sliced(at, qMin(step, bytes.size() - at)));
        for (;;) {
            if (reader.state() == RequestReader::State::HeaderComplete) {
                reader.acceptHeader();
            } else if (reader.state() == RequestReader::State::Complete) {
                const Request request = reader.takeRequest();
                found.append(request.method + ' ' + request.path + ' ' + request.body);
                reader.next();
            } else {
                break;
            }
        }
    }
    return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    if (requestsIn(bytes, bytes.size()) != requestsIn(bytes, data[0] % 7 + 1))
        __builtin_trap();
    return 0;
}
