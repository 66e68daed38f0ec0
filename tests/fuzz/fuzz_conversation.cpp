// A conversation file that is accepted must be written so that it is read as the same conversation.

#include "core/profile/conversation.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = sb::parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    const auto conversation = sb::profile::parseConversation(*json);
    if (!conversation)
        return 0;
    const auto again = sb::profile::parseConversation(sb::profile::toJson(*conversation));
    if (!again || *again != *conversation)
        __builtin_trap();
    (void)sb::profile::toMarkdown(*conversation);
    return 0;
}
