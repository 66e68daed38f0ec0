#include "core/dialects/openai_chat/openai_chat.h"

#include "core/dialects/openai_chat/server/answer_encoder.h"
#include "core/dialects/openai_chat/server/answer_json.h"

namespace sb::dialects::openai {

namespace {

class ChatServer final : public ServerDialect
{
public:
    Result<ServedRequest> decodeRequest(const QByteArray &, const QByteArray &body) const override
    {
        const auto json = parseJson(body);
        if (!json)
            return tl::unexpected(json.error());
        auto request = chat::parseRequest(*json);
        if (!request)
            return tl::unexpected(request.error());
        const bool stream = request->stream;
        return ServedRequest{.request = std::move(*request), .stream = stream};
    }

    std::unique_ptr<AnswerEncoder> encoder(const chat::Request &request) const override
    {
        return std::make_unique<ChatEncoder>(request);
    }

    QByteArray encodeWhole(const chat::Request &request, const chat::Answer &answer) const override
    {
        return wholeJson(request, answer).dump();
    }

    QByteArray encodeError(int, const chat::ProviderError &error) const override { return errorJson(error).dump(); }
};

} // namespace

const ServerDialect *chatServer()
{
    static const ChatServer server;
    return &server;
}

} // namespace sb::dialects::openai
