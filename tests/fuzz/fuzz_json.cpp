// Whatever is accepted must survive a round trip byte for byte.

#include "core/base/json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const QByteArray text = json->dump();
    const auto again = sb::parseJson(text);
    if (!again || *again != *json || again->dump() != text)
        __builtin_trap();
    if (const auto indented = sb::parseJson(json->dumpIndented()); !indented || *indented != *json)
        __builtin_trap();
    return 0;
}
