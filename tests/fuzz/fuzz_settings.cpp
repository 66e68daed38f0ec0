// A settings file that is accepted must be written so that it is read as the same settings.

#include "core/profile/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto settings = sb::profile::parseSettings(*json);
    if (!settings) {
        if (settings.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    const auto again = sb::profile::parseSettings(sb::profile::toJson(*settings));
    if (!again || *again != *settings)
        __builtin_trap();
    return 0;
}
