// Every client dialect over any bytes: no crash, the same answer for any split, nothing after the end.

#include "core/dialects/dialect.h"
#include "tests/fuzz/dialects.h"

using namespace sb;

namespace {

chat::Answer decode(const dialects::ClientDialect &dialect, const dialects::AnswerHead &head, QByteArrayView bytes,
                    qsizetype step)
{
    const auto decoder = dialect.decoder(head, catalog::Provider{});
    chat::Answer answer;
    const auto take = [&](const QList<chat::Event> &events) {
        for (const chat::Event &event : events)
            answer.apply(event);
    };
    for (qsizetype at = 0; at < bytes.size(); at += step)
        take(decoder->feed(bytes.sliced(at, qMin(step, bytes.size() - at))));
    take(decoder->finish());
    return answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const auto *dialect = dialects::clientDialect(fuzz::Clients[data[0] % fuzz::Clients.size()]);
    if (!dialect)
        return 0;
    dialects::AnswerHead head{.status = data[1] % 4 == 0 ? 429 : 200, .headers = {}};
    head.headers.emplaceBack("content-type", fuzz::ContentTypes[data[1] / 4 % fuzz::ContentTypes.size()]);
    const QByteArrayView bytes(data + 3, qsizetype(size) - 3);

    const chat::Answer whole = decode(*dialect, head, bytes, qMax<qsizetype>(bytes.size(), 1));
    const chat::Answer split = decode(*dialect, head, bytes, data[2] % 7 + 1);
    if (whole != split)
        __builtin_trap();
    return 0;
}
