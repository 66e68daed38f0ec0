#include "core/dialects/gemini_generate_content/gemini_generate_content.h"

#include "core/dialects/gemini_generate_content/server/answer_encoder.h"
#include "core/dialects/gemini_generate_content/server/answer_json.h"
#include "core/dialects/gemini_generate_content/server/request_reader.h"

#include <QCoreApplication>

namespace sb::dialects::gemini {

namespace {

/// ".../models/gemini-2.5-flash:streamGenerateContent"
struct Target
{
    QString model = {};
    bool stream = false;
};

std::optional<Target> readTarget(const QByteArray &path)
{
    const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
    const qsizetype colon = name.lastIndexOf(':');
    const QByteArray verb = colon < 0 ? QByteArray() : name.mid(colon + 1);
    if (colon < 1 || (verb != "generateContent" && verb != "streamGenerateContent"))
        return {};
    return Target{.model = QString::fromUtf8(QByteArray::fromPercentEncoding(name.left(colon))),
                  .stream = verb == "streamGenerateContent"};
}

class GenerateContentServer final : public ServerDialect
{
public:
    Result<ServedRequest> decodeRequest(const QByteArray &path, const QByteArray &body) const override
    {
        const auto target = readTarget(path);
        if (!target)
            return failure(Error::Kind::InvalidInput,
                           QCoreApplication::translate(
                               "sb::dialects",
                               "path: expected /models/MODEL:generateContent or /models/MODEL:streamGenerateContent"));
        const auto json = parseJson(body);
        if (!json)
            return tl::unexpected(json.error());
        auto request = readRequest(*json);
        if (!request)
            return tl::unexpected(request.error());
        request->model = target->model;
        request->stream = target->stream;
        return ServedRequest{.request = std::move(*request), .stream = target->stream};
    }

    std::unique_ptr<AnswerEncoder> encoder(const chat::Request &request) const override
    {
        return std::make_unique<StreamEncoder>(request);
    }

    QByteArray encodeWhole(const chat::Request &request, const chat::Answer &answer) const override
    {
        return wholeJson(request, answer).dump();
    }

    QByteArray encodeError(int status, const chat::ProviderError &error) const override
    {
        return errorJson(status, error).dump();
    }
};

} // namespace

const ServerDialect *generateContentServer()
{
    static const GenerateContentServer server;
    return &server;
}

} // namespace sb::dialects::gemini
