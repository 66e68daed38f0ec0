#include "core/practice/practice_counts.h"

#include "core/practice/script.h"

namespace sb::practice {

namespace {

using catalog::DialectId;

constexpr QByteArrayView MessagesCount("/v1/messages/count_tokens");
constexpr QByteArrayView GeminiCount(":countTokens");

/// The request as it would be sent: a limit of the answer does not count and is left out where Anthropic counts;
/// Gemini has the request inside the one that counts, with its model.
QByteArray requestIn(DialectId dialect, const QByteArray &body)
{
    Json json = parseJson(body).value_or(Json());
    if (dialect == DialectId::AnthropicMessages) {
        json.set("max_tokens", 1);
        return json.dump();
    }
    Json whole = Json::object();
    for (const auto &[key, value] :
         (json.contains("generateContentRequest") ? json["generateContentRequest"] : json).members()) {
        if (key != "model")
            whole.set(key, value);
    }
    return whole.dump();
}

} // namespace

std::optional<QByteArray> pathOfCounted(DialectId dialect, const QByteArray &path)
{
    if (dialect == DialectId::AnthropicMessages && path == MessagesCount)
        return QByteArray("/v1/messages");
    if (dialect == DialectId::GeminiGenerateContent && path.startsWith("/v1beta/models/") && path.endsWith(GeminiCount))
        return path.chopped(GeminiCount.size()) + ":generateContent";
    return {};
}

Result<QByteArray> countFor(DialectId dialect, const QByteArray &path, const QByteArray &body)
{
    const auto served = dialects::serverDialect(dialect)->decodeRequest(path, requestIn(dialect, body));
    if (!served)
        return tl::unexpected(served.error());
    const QByteArray name = dialect == DialectId::AnthropicMessages ? "input_tokens" : "totalTokens";
    return Json(Json::Object{{name, countInput(served->request)}}).dump();
}

} // namespace sb::practice
