#include "core/dialects/bedrock_invoke/bedrock_invoke.h"
#include "core/dialects/bedrock_invoke/client/decoder.h"
#include "core/dialects/bedrock_invoke/client/encoder.h"

namespace sb::dialects::bedrock {

namespace {

class InvokeClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return encodeInvoke(request, provider, endpoint, options);
    }

    /// The service fetches nothing.
    bool takesLink(const chat::Part &, const catalog::Provider &) const override { return false; }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &provider) const override
    {
        return std::make_unique<InvokeDecoder>(head, provider.quirks);
    }
};

} // namespace

const ClientDialect *invokeClient()
{
    static const InvokeClient client;
    return &client;
}

} // namespace sb::dialects::bedrock
