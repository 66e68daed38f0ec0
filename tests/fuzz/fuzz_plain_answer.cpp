// Answers that are no chat, of any bytes: vectors, counts of tokens, lists of models.

#include "core/dialects/embedding.h"
#include "core/dialects/model_list.h"
#include "core/dialects/token_count.h"

using namespace sb;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const dialects::AnswerHead head{.status = data[0] % 4 == 0 ? 429 : 200, .headers = {}};
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);

    const auto vectors = dialects::decodeEmbedding(head, bytes, catalog::Provider{});
    if (vectors && (vectors->vectors.isEmpty() || vectors->vectors.constFirst().isEmpty()))
        __builtin_trap();
    const auto count = dialects::decodeTokenCount(head, bytes);
    if (count && *count < 0)
        __builtin_trap();
    if (const auto models = dialects::readModelList(bytes); !models && models.error().message.isEmpty())
        __builtin_trap();
    return 0;
}
