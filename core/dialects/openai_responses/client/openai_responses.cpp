#include "core/dialects/openai_responses/openai_responses.h"

#include "core/dialects/openai_responses/client/decoder.h"
#include "core/dialects/openai_responses/client/encoder.h"

namespace sb::dialects::responses {

namespace {

class ResponsesClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    bool takesLink(const chat::Part &part, const catalog::Provider &provider) const override
    {
        return !std::holds_alternative<chat::ImagePart>(part) || !provider.quirks.noImageLinks;
    }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &provider) const override
    {
        return std::make_unique<ResponsesDecoder>(head, provider.quirks);
    }
};

} // namespace

const ClientDialect *responsesClient()
{
    static const ResponsesClient client;
    return &client;
}

} // namespace sb::dialects::responses
