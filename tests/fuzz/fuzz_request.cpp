// A request that is accepted must be written so that it is read as the same request.

#include "core/chat/request.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto request = sb::chat::parseRequest(*json);
    if (!request) {
        if (request.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    const auto again = sb::chat::parseRequest(sb::chat::toJson(*request));
    if (!again || sb::chat::toJson(*again) != sb::chat::toJson(*request))
        __builtin_trap();
    return 0;
}
