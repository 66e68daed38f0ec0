#include "core/dialects/openai_chat/openai_chat.h"
#include "core/dialects/openai_chat/client/decoder.h"
#include "core/dialects/openai_chat/client/encoder.h"

namespace sb::dialects::openai {

namespace {

class ChatClient final : public ClientDialect
{
public:
    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(request, provider, endpoint, options).encode();
    }

    bool takesLink(const chat::Part &part, const catalog::Provider &provider) const override
    {
        if (std::holds_alternative<chat::ImagePart>(part))
            return !provider.quirks.noImageLinks;
        // Links to files are OpenRouter's extension.
        return provider.quirks.routerMembers || !std::holds_alternative<chat::FilePart>(part);
    }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &provider) const override
    {
        return std::make_unique<ChatDecoder>(head, provider.quirks);
    }
};

} // namespace

const ClientDialect *chatClient()
{
    static const ChatClient client;
    return &client;
}

} // namespace sb::dialects::openai
