#include "core/dialects/embeddings/body_writer.h"

using namespace Qt::StringLiterals;

namespace sb::dialects::embeddings {

namespace {

constexpr std::array OllamaMembers{"truncate", "options", "keep_alive"};

} // namespace

Result<WireRequest> askOllama(const Asking &asking)
{
    BodyWriter writer(asking);
    const auto texts = writer.texts();
    if (!texts)
        return tl::unexpected(texts.error());
    Json input;
    for (const QString &text : *texts)
        input.append(text);
    Json body(Json::Object{{"model", asking.endpoint.upstreamModel}, {"input", input}});
    if (asking.request.dimensions)
        body.set("dimensions", *asking.request.dimensions);
    writer.dropUse();
    writer.dropUser();
    writer.keep(body, OllamaMembers);
    return writer.finish(urlBelow(asking.provider.baseUrl, u"/api/embed"_s), body);
}

} // namespace sb::dialects::embeddings
