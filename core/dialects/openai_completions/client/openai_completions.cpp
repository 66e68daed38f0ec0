#include "core/dialects/openai_completions/openai_completions.h"
#include "core/dialects/openai_completions/client/decoder.h"
#include "core/dialects/openai_completions/client/encoder.h"

namespace sb::dialects::completions {

namespace {

class Client final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    /// A prompt is text: only the bytes of a file that is text have a place in it.
    bool takesLink(const chat::Part &, const catalog::Provider &) const override { return false; }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &provider) const override
    {
        return std::make_unique<CompletionDecoder>(head, provider.quirks);
    }
};

} // namespace

const ClientDialect *client()
{
    static const Client client;
    return &client;
}

} // namespace sb::dialects::completions
