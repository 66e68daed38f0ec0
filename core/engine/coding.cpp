#include "core/engine/coding.h"

#include "core/dialects/embedding.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/token_count.h"
#include "core/engine/attempt.h"

#include <QCoreApplication>

#include <functional>
#include <utility>

namespace sb::engine {

namespace {

/// OpenAI's largest batch, 2,048 texts of 3,072 dimensions, takes some 80 MB as JSON.
constexpr qsizetype LongestWholeBody = 128 * 1024 * 1024;

struct CodingText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine)
};

/// Keeps a body until its end, since one document has nothing to say before.
class WholeBodyDecoder final : public dialects::Decoder
{
public:
    using Read = std::function<QList<chat::Event>(QByteArrayView body)>;

    WholeBodyDecoder(dialects::AnswerHead head, Read read)
        : m_head(std::move(head))
        , m_read(std::move(read))
    {
    }

    QList<chat::Event> feed(QByteArrayView bytes) override
    {
        if (m_tooLong)
            return {};
        m_tooLong = m_body.size() + bytes.size() > LongestWholeBody;
        if (!m_tooLong) {
            m_body += bytes;
            return {};
        }
        return {chat::Failed{
            .error = dialects::invalidResponse(m_head, CodingText::tr("The answer is too long to be one."), {})}};
    }

    QList<chat::Event> finish() override { return m_tooLong ? QList<chat::Event>() : m_read(m_body); }

private:
    dialects::AnswerHead m_head;
    Read m_read;
    QByteArray m_body;
    bool m_tooLong = false;
};

qsizetype inputsOf(const chat::EmbeddingRequest &request)
{
    return std::visit([](const auto &inputs) { return inputs.size(); }, request.input);
}

QList<chat::Event> readVectors(const AttemptInput &input, const dialects::AnswerHead &head, QByteArrayView body,
                               WholeAnswer &whole)
{
    auto answer = dialects::decodeEmbedding(head, body, input.provider);
    if (!answer)
        return {chat::Failed{.error = answer.error()}};
    chat::Usage usage = answer->usage;
    if (usage.prompt)
        usage.completion = 0; // so that a bill is not estimated for what nobody writes
    QList<chat::Event> events{chat::Started{.model = answer->model}, chat::UsageReport{.usage = usage}};
    const qsizetype expected = inputsOf(*input.embedding);
    if (answer->vectors.size() == expected) {
        whole.vectors = std::move(answer->vectors);
        events.append(chat::Finished{});
    } else {
        events.append(chat::Failed{
            .error = dialects::invalidResponse(head,
                                               CodingText::tr("The answer has %1 vectors, %2 were asked for.")
                                                   .arg(answer->vectors.size())
                                                   .arg(expected),
                                               {})});
    }
    return events;
}

QList<chat::Event> readCount(const dialects::AnswerHead &head, QByteArrayView body, WholeAnswer &whole)
{
    const auto count = dialects::decodeTokenCount(head, body);
    if (!count)
        return {chat::Failed{.error = count.error()}};
    whole.counted = *count;
    return {chat::Finished{}};
}

Result<dialects::WireRequest> encodedEmbedding(const AttemptInput &input)
{
    const auto api = dialects::embeddingApi(input.provider);
    if (!api)
        return failure(Error::Kind::NotFound,
                       CodingText::tr("%1 makes no vectors, as far as Signalbox knows.").arg(input.provider.name));
    return dialects::encodeEmbedding(*api, *input.embedding, input.provider, input.endpoint);
}

} // namespace

Result<dialects::WireRequest> encoded(const AttemptInput &input)
{
    if (input.embedding)
        return encodedEmbedding(input);
    if (input.counts)
        return dialects::encodeTokenCount(input.request, input.provider, input.endpoint);
    const dialects::ClientDialect *dialect = dialects::clientDialect(input.provider.dialect);
    if (!dialect)
        return failure(Error::Kind::NotFound,
                       QCoreApplication::translate("sb::engine", "%1 speaks a format that Signalbox does not know.")
                           .arg(input.provider.name));
    return dialect->encode(input.request, input.provider, input.endpoint,
                           {.stream = true, .maxTokens = input.maxTokens});
}

std::unique_ptr<dialects::Decoder> decoderFor(const AttemptInput &input, const dialects::AnswerHead &head,
                                              WholeAnswer &whole)
{
    if (input.embedding)
        return std::make_unique<WholeBodyDecoder>(
            head, [&input, head, &whole](QByteArrayView body) { return readVectors(input, head, body, whole); });
    if (input.counts)
        return std::make_unique<WholeBodyDecoder>(
            head, [head, &whole](QByteArrayView body) { return readCount(head, body, whole); });
    return dialects::clientDialect(input.provider.dialect)->decoder(head, input.provider);
}

} // namespace sb::engine
