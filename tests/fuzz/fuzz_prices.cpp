// What the profile keeps about prices, of any bytes: what is accepted must be written so that it is read the same.

#include "core/catalog/fetched_list.h"

using namespace sb;
using namespace sb::catalog;

namespace {

/// @param parse one of the readers; its value has a toJson()
template <typename Parse>
void check(const Json &json, Parse parse)
{
    const auto read = parse(json);
    if (!read) {
        if (read.error().message.isEmpty())
            __builtin_trap();
        return;
    }
    const auto again = parse(toJson(*read));
    if (!again || *again != *read)
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    check(*json, [](const Json &text) { return parseChange(text); });
    check(*json, [](const Json &text) { return parseOverrides(text); });
    check(*json, [](const Json &text) { return parseFetchedList(text); });
    return 0;
}
