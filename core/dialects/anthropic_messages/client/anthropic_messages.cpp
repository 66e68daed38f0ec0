#include "core/dialects/anthropic_messages/anthropic_messages.h"
#include "core/dialects/anthropic_messages/client/decoder.h"
#include "core/dialects/anthropic_messages/client/encoder.h"

namespace sb::dialects::anthropic {

namespace {

class MessagesClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &) const override
    {
        return std::make_unique<MessagesDecoder>(head);
    }
};

} // namespace

const ClientDialect *messagesClient()
{
    static const MessagesClient client;
    return &client;
}

} // namespace sb::dialects::anthropic
