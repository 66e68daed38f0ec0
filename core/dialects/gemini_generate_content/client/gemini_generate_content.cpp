#include "core/dialects/gemini_generate_content/gemini_generate_content.h"

#include "core/dialects/gemini_generate_content/client/decoder.h"
#include "core/dialects/gemini_generate_content/client/encoder.h"

namespace sb::dialects::gemini {

namespace {

class GenerateContentClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &) const override
    {
        return std::make_unique<GenerateContentDecoder>(head);
    }
};

} // namespace

const ClientDialect *generateContentClient()
{
    static const GenerateContentClient client;
    return &client;
}

} // namespace sb::dialects::gemini
