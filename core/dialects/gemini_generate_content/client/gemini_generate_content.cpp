#include "core/dialects/gemini_generate_content/gemini_generate_content.h"

#include "core/dialects/gemini_generate_content/client/decoder.h"
#include "core/dialects/gemini_generate_content/client/encoder.h"
#include "core/dialects/gemini_generate_content/client/media.h"

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

    bool takesLink(const chat::Part &part, const catalog::Provider &) const override
    {
        if (const auto *image = std::get_if<chat::ImagePart>(&part))
            return gemini::takesLink(image->url);
        const auto *file = std::get_if<chat::FilePart>(&part);
        return !file || gemini::takesLink(file->data);
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
