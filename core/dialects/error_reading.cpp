#include "core/dialects/error_reading.h"

#include "core/base/sse_parser.h"
#include "core/dialects/error_classes.h"
#include "core/dialects/retry_after.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

constexpr qsizetype LongestRawBody = 64 * 1024;
constexpr qsizetype LongestMessage = 2000;

/// A number or a string, as text: codes come as either.
QString scalar(const Json &json)
{
    return json.isNumber() ? QString::fromLatin1(json.numberLiteral()) : json.toText();
}

std::optional<int> asStatus(const Json &json)
{
    bool ok = false;
    const int status = scalar(json).toInt(&ok);
    return ok && status >= 400 && status < 600 ? std::optional(status) : std::nullopt;
}

/// FastAPI's list of what is wrong with which field: "body.messages: Field required".
QString readDetails(const Json &list)
{
    QStringList lines;
    for (const Json &item : list.items()) {
        QStringList path;
        for (const Json &step : item["loc"].items())
            path.append(scalar(step));
        lines.append(path.isEmpty() ? item["msg"].toText() : path.join(u'.') + u": "_s + item["msg"].toText());
    }
    return lines.join(u"; "_s);
}

/// The sentence inside what a router passes on from its upstream: JSON in a string, or plain text.
QString readUpstreamMessage(const Json &raw)
{
    const auto inner = parseJson(raw.toBytes());
    if (!inner || !inner->isObject())
        return raw.toText();
    const Json &error = (*inner)["error"];
    const QString message = error.isString() ? error.toText() : error["message"].toText();
    return message.isEmpty() ? (*inner)["message"].toText() : message;
}

QString readMessage(const Json &error)
{
    QString message;
    for (const char *key : {"message", "detail", "error", "msg", "status_msg"}) {
        const Json &value = error[key];
        message = value.isArray() ? readDetails(value) : value.toText();
        if (!message.isEmpty())
            break;
    }
    const QString upstream = readUpstreamMessage(error["metadata"]["raw"]);
    if (!upstream.isEmpty() && !message.contains(upstream))
        message = message.isEmpty() ? upstream : message + u": "_s + upstream;
    return message.left(LongestMessage);
}

/// The object that describes the error: some wrap it in `error`, some are it.
const Json &describing(const Json &json)
{
    if (json.isArray() && json.size() > 0)
        return describing(json.at(0)); // Gemini's streams without SSE
    if (json["error"].isObject() && json["error"].size() > 0)
        return json["error"];
    if (json["errors"].at(0).isObject())
        return json["errors"].at(0); // Cloudflare
    if (json["base_resp"].isObject())
        return json["base_resp"];
    return json;
}

QByteArrayList machineWords(const AnswerHead &head, const Json &error, const chat::ProviderError &read)
{
    QByteArrayList words{read.code.toUtf8(), read.providerType.toUtf8(), error["status"].toBytes(),
                         error["innererror"]["code"].toBytes()};
    for (const Json &detail : error["details"].items())
        words.append(detail["reason"].toBytes());
    // Bedrock names the exception in a header, with a namespace behind a colon.
    words.append(head.header("x-amzn-errortype").split(':').first());
    return words;
}

std::optional<qint64> affordable(const QString &message)
{
    static const QRegularExpression pattern(u"can only afford (\\d+)"_s);
    const QRegularExpressionMatch match = pattern.match(message);
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt;
}

chat::ProviderError readDescribed(const AnswerHead &head, const Json &error, QByteArrayView rawBody)
{
    chat::ProviderError read;
    read.httpStatus = head.status;
    read.code = scalar(error["code"]);
    read.providerType = error["type"].isString() ? error["type"].toText() : error["status"].toText();
    read.message = readMessage(error);
    read.rawBody = rawBody.first(std::min(rawBody.size(), LongestRawBody)).toByteArray();
    for (const char *key : {"status", "code", "status_code", "statusCode"}) {
        if (!read.payloadStatus)
            read.payloadStatus = asStatus(error[key]);
    }
    read.retryAfter = retryAfter(head, error);
    read.affordableTokens = affordable(read.message);
    const QString reasons = error["metadata"]["reasons"].isArray() ? u" requires moderation"_s : QString();
    read.type = classify({.status = head.status >= 400 ? head.status : read.payloadStatus.value_or(0),
                          .words = machineWords(head, error, read),
                          .message = read.message + reasons,
                          .errorType = error["metadata"]["error_type"].toBytes()});
    return read;
}

chat::ProviderError readMiniMax(const AnswerHead &head, const Json &answer)
{
    const Json &error = answer["base_resp"];
    chat::ProviderError read = readDescribed(head, error, answer.dump());
    read.code = scalar(error["status_code"]);
    read.payloadStatus = {};
    read.type = classifyMiniMax(read.code.toInt());
    return read;
}

/// "502 Bad Gateway" from a proxy's page; the first words of anything else.
QString readPage(QByteArrayView body)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)</title>"_s, QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(body.first(std::min(body.size(), LongestRawBody)));
    const QRegularExpressionMatch match = title.match(text);
    return (match.hasMatch() ? match.captured(1) : text).simplified().left(300);
}

/// The status that an exception has where it comes before the stream, since none comes with it inside.
/// Source:
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html#API_runtime_ConverseStream_Errors
std::optional<int> statusOf(const QByteArray &exception)
{
    using Row = std::pair<const char *, int>;
    static constexpr std::array Statuses{
        Row{"validationException", 400},       Row{"accessDeniedException", 403},
        Row{"resourceNotFoundException", 404}, Row{"modelTimeoutException", 408},
        Row{"modelStreamErrorException", 424}, Row{"throttlingException", 429},
        Row{"internalServerException", 500},   Row{"serviceUnavailableException", 503}};
    const auto it = std::find_if(Statuses.begin(), Statuses.end(), [&](const Row &row) {
        return exception.compare(row.first, Qt::CaseInsensitive) == 0;
    });
    return it != Statuses.end() ? std::optional(it->second) : std::nullopt;
}

bool isErrorObject(const Json &json)
{
    const Json &error = json["error"];
    return (error.isObject() && error.size() > 0) || (error.isString() && !error.toBytes().isEmpty())
        || json["object"].toBytes() == "error" || json["type"].toBytes() == "error"
        || json["base_resp"]["status_code"].toInteger().value_or(0) != 0;
}

/// The first data of an event stream, since some servers frame even the body of a 400 so.
QByteArray unframed(QByteArrayView body)
{
    SseParser parser;
    QList<SseEvent> events = parser.feed(body);
    events += parser.finish();
    return events.isEmpty() ? QByteArray() : events.first().data;
}

} // namespace

chat::ProviderError readErrorBody(const AnswerHead &head, QByteArrayView body)
{
    for (const QByteArray &text : {body.toByteArray(), unframed(body)}) {
        const auto json = parseJson(text);
        if (json && (json->isObject() || json->isArray()))
            return readErrorObject(head, *json);
    }
    chat::ProviderError read = readDescribed(head, {}, body);
    read.message = readPage(body);
    read.type = classify({.status = head.status,
                          .words = {head.header("x-amzn-errortype").split(':').first()},
                          .message = read.message,
                          .errorType = {}});
    return read;
}

std::optional<chat::ProviderError> findError(const AnswerHead &head, const Json &json)
{
    const Json &object = json.isArray() ? json.at(0) : json;
    return isErrorObject(object) ? std::optional(readErrorObject(head, object)) : std::nullopt;
}

chat::ProviderError readErrorObject(const AnswerHead &head, const Json &json)
{
    const Json &error = describing(json);
    if (&error == &json["base_resp"])
        return readMiniMax(head, json);
    return readDescribed(head, error, json.dump());
}

chat::ProviderError readException(const AnswerHead &head, const QByteArray &name, const QByteArray &payload)
{
    const auto json = parseJson(payload);
    Json error = json && json->isObject() ? *json : Json::object();
    error.set("code", name);
    if (const auto status = statusOf(name))
        error.set("status", *status);
    // The sentence around it is the same for all models; what the model said is more.
    if (const QByteArray original = error["originalMessage"].toBytes(); !original.isEmpty())
        error.set("metadata", Json(Json::Object{{"raw", original}}));
    return readDescribed(head, error, payload);
}

chat::ProviderError invalidResponse(const AnswerHead &head, const QString &why, QByteArrayView body)
{
    chat::ProviderError read;
    read.type = chat::ErrorType::InvalidResponse;
    read.httpStatus = head.status;
    read.message = why;
    read.rawBody = body.first(std::min(body.size(), LongestRawBody)).toByteArray();
    return read;
}

} // namespace sb::dialects
