// A catalog file that is accepted must be written so that it is read as the same endpoints, with the same prices.

#include "core/catalog/catalog.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto endpoints = sb::catalog::parseEndpoints(*json, {});
    if (!endpoints) {
        if (endpoints.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    const auto again = sb::catalog::parseEndpoints(sb::catalog::toJson((*json)["provider"].toText(), *endpoints), {});
    if (!again || *again != *endpoints)
        __builtin_trap();
    return 0;
}
