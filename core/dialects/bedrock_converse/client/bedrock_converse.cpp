#include "core/dialects/bedrock_converse/bedrock_converse.h"
#include "core/dialects/bedrock_converse/client/decoder.h"
#include "core/dialects/bedrock_converse/client/encoder.h"

namespace sb::dialects::bedrock {

namespace {

class ConverseClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    /// The service fetches nothing.
    bool takesLink(const chat::Part &, const catalog::Provider &) const override { return false; }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &) const override
    {
        return std::make_unique<ConverseDecoder>(head);
    }
};

} // namespace

const ClientDialect *converseClient()
{
    static const ConverseClient client;
    return &client;
}

} // namespace sb::dialects::bedrock
