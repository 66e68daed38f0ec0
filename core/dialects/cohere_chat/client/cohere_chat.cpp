#include "core/dialects/cohere_chat/cohere_chat.h"
#include "core/dialects/cohere_chat/client/decoder.h"
#include "core/dialects/cohere_chat/client/encoder.h"

namespace sb::dialects::cohere {

namespace {

class ChatClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    /// Files go as documents, which are text in the request itself.
    bool takesLink(const chat::Part &part, const catalog::Provider &provider) const override
    {
        return std::holds_alternative<chat::ImagePart>(part) && !provider.quirks.noImageLinks;
    }

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

} // namespace sb::dialects::cohere
