// A provider file that is accepted must be written so that it is read as the same provider.

#include "core/catalog/catalog.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto provider = sb::catalog::parseProvider(*json, {});
    if (!provider) {
        if (provider.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    const auto again = sb::catalog::parseProvider(sb::catalog::toJson(*provider), {});
    if (!again || *again != *provider)
        __builtin_trap();
    return 0;
}
