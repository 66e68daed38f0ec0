// A chain file that is accepted must be written so that it is read as the same chain.

#include "core/routing/chain.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto chain = sb::routing::parseChain(*json);
    if (!chain)
        return 0;
    const auto again = sb::routing::parseChain(sb::routing::toJson(*chain));
    if (!again || *again != *chain)
        __builtin_trap();
    (void)sb::routing::validate(*chain, {}, {});
    return 0;
}
