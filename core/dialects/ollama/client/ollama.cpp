#include "core/dialects/ollama/ollama.h"
#include "core/dialects/ollama/client/decoder.h"
#include "core/dialects/ollama/client/encoder.h"

namespace sb::dialects::ollama {

namespace {

class Client final : public ClientDialect
{
public:
    explicit Client(Call call)
        : m_call(call)
    {
    }

    Result<WireRequest> encode(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options) const override
    {
        return RequestEncoder(m_call, request, provider, endpoint, options).encode();
    }

    /// The server fetches nothing.
    bool takesLink(const chat::Part &, const catalog::Provider &) const override { return false; }

    std::unique_ptr<Decoder> decoder(const AnswerHead &head, const catalog::Provider &) const override
    {
        return std::make_unique<AnswerReader>(head);
    }

private:
    Call m_call;
};

} // namespace

const ClientDialect *chatClient()
{
    static const Client client(Call::Chat);
    return &client;
}

const ClientDialect *generateClient()
{
    static const Client client(Call::Generate);
    return &client;
}

} // namespace sb::dialects::ollama
