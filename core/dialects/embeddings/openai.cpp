#include "core/dialects/embeddings/body_writer.h"

#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::embeddings {

namespace {

Json listOf(const QStringList &texts)
{
    return Json::array(texts);
}

Json listOf(const QList<chat::TokenList> &inputs)
{
    Json list = Json::array();
    for (const chat::TokenList &tokens : inputs) {
        Json each = Json::array();
        for (const qint64 token : tokens)
            each.append(token);
        list.append(each);
    }
    return list;
}

} // namespace

Result<WireRequest> askOpenAi(const Asking &asking)
{
    const chat::EmbeddingRequest &request = asking.request;
    const catalog::Quirks &quirks = asking.provider.quirks;
    BodyWriter writer(asking);
    const Json input = std::visit([](const auto &inputs) { return listOf(inputs); }, request.input);
    if (input.size() == 0)
        return refusedPart(u"input"_s, QT_TRANSLATE_NOOP("sb::dialects", "expected one text or more"));
    Json body(Json::Object{{"model", asking.endpoint.upstreamModel}, {"input", input}});
    if (request.dimensions)
        body.set(quirks.outputDimension ? "output_dimension" : "dimensions", *request.dimensions);
    // Numbers are the default everywhere, and "float" is not known everywhere.
    if (request.encoding == chat::EmbeddingEncoding::Base64)
        body.set("encoding_format", "base64");
    if (!quirks.embeddingInputType)
        writer.dropUse();
    else if (const QByteArray use = writer.use({"query", "document", nullptr, nullptr, nullptr}); !use.isEmpty())
        body.set("input_type", use);
    if (!request.user.isEmpty())
        body.set("user", request.user);
    for (const auto &[key, value] : request.extra.members()) {
        if (!value.isNull()) // servers take much more than OpenAI
            body.set(key, value);
    }
    return writer.finish(openAiUrl(asking.provider, asking.endpoint, u"/embeddings"_s), body);
}

} // namespace sb::dialects::embeddings
