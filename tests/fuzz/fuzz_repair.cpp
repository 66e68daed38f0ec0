// What parses comes back as it is. What is mended parses, is mended once and for all, and nothing in it was closed that
// was open.

#include "core/base/json.h"
#include "core/routing/acceptance/repair.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const auto repaired = sb::routing::repairJson(input);
    const auto json = sb::parseJson(input);
    if (json && (!repaired || repaired->text != input || !repaired->repairs.isEmpty()))
        __builtin_trap();
    if (!repaired)
        return 0;
    if (!sb::parseJson(repaired->text) || (!json && repaired->repairs.isEmpty()))
        __builtin_trap();
    const auto again = sb::routing::repairJson(repaired->text);
    if (!again || again->text != repaired->text || !again->repairs.isEmpty())
        __builtin_trap();
    for (const char end : {']', '}'}) {
        if (repaired->text.count(end) > input.count(end))
            __builtin_trap();
    }
    return 0;
}
