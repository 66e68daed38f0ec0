#include "core/dialects/cohere_v1_chat/cohere_v1_chat.h"
#include "core/dialects/cohere_v1_chat/client/decoder.h"
#include "core/dialects/cohere_v1_chat/client/encoder.h"

namespace sb::dialects::cohere_v1 {

namespace {

class ChatClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    /// Files go as documents, which are text in the request itself; pictures are not taken.
    bool takesLink(const chat::Part &, const catalog::Provider &) const override { return false; }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &) const override
    {
        return std::make_unique<ChatDecoder>(head);
    }
};

} // namespace

const ClientDialect *chatClient()
{
    static const ChatClient client;
    return &client;
}

} // namespace sb::dialects::cohere_v1
