// The server halves of all dialects over any path and body: no crash; what is accepted can be encoded by the client
// half.

#include "core/dialects/dialect.h"

using namespace sb;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr catalog::DialectId Dialects[] = {
        catalog::DialectId::OpenAiChat, catalog::DialectId::AnthropicMessages,
        catalog::DialectId::GeminiGenerateContent, catalog::DialectId::OpenAiResponses};
    if (size < 2)
        return 0;
    const auto id = Dialects[data[0] % std::size(Dialects)];
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
