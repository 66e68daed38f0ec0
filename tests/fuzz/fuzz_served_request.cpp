// The server halves of all dialects over any path and body: no crash; what is accepted can be encoded by the client
// half.

#include "core/dialects/dialect.h"
#include "tests/fuzz/dialects.h"

using namespace sb;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const auto id = fuzz::Servers[data[0] % fuzz::Servers.size()];
    const auto *server = dialects::serverDialect(id);
    if (!server)
        return 0;
    const QByteArray path = data[1] % 2 ? "/v1beta/models/m:streamGenerateContent" : "/v1/messages";
    const auto served =
        server->decodeRequest(path, QByteArray(reinterpret_cast<const char *>(data + 2), qsizetype(size) - 2));
    if (!served) {
        if (served.error().message.isEmpty())
            __builtin_trap();
        return 0;
    }
    (void)dialects::clientDialect(id)->encode(served->request, {}, {}, {});
    return 0;
}
