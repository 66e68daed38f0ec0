#include "core/dialects/openai_responses/openai_responses.h"

#include "core/dialects/dialect.h"
#include "core/dialects/openai_chat/server/answer_json.h"
#include "core/dialects/openai_responses/server/answer_encoder.h"
#include "core/dialects/openai_responses/server/answer_json.h"
#include "core/dialects/openai_responses/server/request_reader.h"

namespace sb::dialects::responses {

namespace {

class ResponsesServer final : public ServerDialect
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
        return std::make_unique<ResponsesEncoder>(request);
    }

    QByteArray encodeWhole(const chat::Request &request, const chat::Answer &answer) const override
    {
        return wholeJson(request, answer).dump();
    }

    /// The API's errors have the same form as chat completions'.
    QByteArray encodeError(int, const chat::ProviderError &error) const override
    {
        return openai::errorJson(error).dump();
    }
};

} // namespace

const ServerDialect *responsesServer()
{
    static const ResponsesServer server;
    return &server;
}

} // namespace sb::dialects::responses
