// Every client dialect over any bytes: no crash, the same answer for any split, nothing after the end.

#include "core/dialects/dialect.h"

#include <iterator>

using namespace sb;

namespace {

chat::Answer decode(const dialects::ClientDialect &dialect, const dialects::AnswerHead &head, QByteArrayView bytes,
                    qsizetype step)
{
    const auto decoder = dialect.decoder(head, catalog::Provider{});
    chat::Answer answer;
    const auto take = [&](const QList<chat::Event> &events) {
        for (const chat::Event &event : events)
            answer.apply(event);
    };
    for (qsizetype at = 0; at < bytes.size(); at += step)
        take(decoder->feed(bytes.sliced(at, qMin(step, bytes.size() - at))));
    take(decoder->finish());
    return answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    static constexpr catalog::DialectId Dialects[] = {catalog::DialectId::OpenAiChat,
                                                      catalog::DialectId::AnthropicMessages,
                                                      catalog::DialectId::GeminiGenerateContent,
                                                      catalog::DialectId::CohereChat,
                                                      catalog::DialectId::OllamaChat,
                                                      catalog::DialectId::OpenAiResponses,
                                                      catalog::DialectId::BedrockConverse,
                                                      catalog::DialectId::BedrockInvoke,
                                                      catalog::DialectId::OpenAiCompletions,
                                                      catalog::DialectId::CohereV1Chat};
    const auto *dialect = dialects::clientDialect(Dialects[data[0] % std::size(Dialects)]);
    if (!dialect)
        return 0;
    static constexpr const char *ContentTypes[] = {"text/event-stream", "application/json",
                                                   "application/vnd.amazon.eventstream"};
    dialects::AnswerHead head{.status = data[1] % 4 == 0 ? 429 : 200, .headers = {}};
    head.headers.emplaceBack("content-type", ContentTypes[data[1] / 4 % std::size(ContentTypes)]);
    const QByteArrayView bytes(data + 3, qsizetype(size) - 3);

    const chat::Answer whole = decode(*dialect, head, bytes, qMax<qsizetype>(bytes.size(), 1));
    const chat::Answer split = decode(*dialect, head, bytes, data[2] % 7 + 1);
    if (whole != split)
        __builtin_trap();
    return 0;
}
