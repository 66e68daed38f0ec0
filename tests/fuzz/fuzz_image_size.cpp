#include "core/chat/image_size.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto found = sb::chat::imageSize(QByteArrayView(data, qsizetype(size)));
    if (found && (found->width() < 1 || found->height() < 1 || found->width() > 65535 || found->height() > 65535))
        __builtin_trap();
    return 0;
}
