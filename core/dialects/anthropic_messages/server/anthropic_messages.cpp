#include "core/dialects/anthropic_messages/anthropic_messages.h"

#include "core/dialects/anthropic_messages/server/answer_encoder.h"
#include "core/dialects/anthropic_messages/server/answer_json.h"
#include "core/dialects/anthropic_messages/server/request_decoder.h"

namespace sb::dialects::anthropic {

namespace {

class MessagesServer final : public ServerDialect
{
public:
    Result<ServedRequest> decodeRequest(const QByteArray &, const QByteArray &body) const override
    {
        const auto json = parseJson(body);
        if (!json)
            return tl::unexpected(json.error());
        auto request = readRequest(*json);
        if (!request)
            return tl::unexpected(request.error());
        const bool stream = request->stream;
        return ServedRequest{.request = std::move(*request), .stream = stream};
    }

    std::unique_ptr<AnswerEncoder> encoder(const chat::Request &request) const override
    {
        return std::make_unique<MessagesEncoder>(request);
    }

    QByteArray encodeWhole(const chat::Request &request, const chat::Answer &answer) const override
    {
        return wholeJson(request, answer).dump();
    }

    QByteArray encodeError(int, const chat::ProviderError &error) const override { return errorJson(error).dump(); }
};

} // namespace

const ServerDialect *messagesServer()
{
    static const MessagesServer server;
    return &server;
}

} // namespace sb::dialects::anthropic
