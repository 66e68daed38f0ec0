#include "tests/dialects/exchange.h"

#include <QDir>
#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

class Differences
{
public:
    void compare(const char *field, const QString &got, const QString &expected)
    {
        if (got != expected)
            m_lines.append(u"%1: got “%2”, expected “%3”"_s.arg(QLatin1StringView(field), got, expected));
    }
    void compare(const char *field, const std::optional<qint64> &got, const Json &expected)
    {
        compare(field, got ? QString::number(*got) : u"null"_s, QString::fromLatin1(expected.dump()));
    }
    [[nodiscard]] QStringList lines() const { return m_lines; }

private:
    QStringList m_lines;
};

/// Recordings do not tell writes apart by how long they are kept.
std::optional<qint64> written(const chat::Usage &usage)
{
    if (!usage.cacheWrite5m && !usage.cacheWrite1h)
        return {};
    return usage.cacheWrite5m.value_or(0) + usage.cacheWrite1h.value_or(0);
}

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

/// Null where the provider gave no reason; an answer with an error counts as ended by it.
QString finishOf(const chat::Answer &answer)
{
    if (answer.error)
        return u"error"_s;
    return answer.rawFinish.isEmpty() || !answer.finish ? QString() : QString::fromLatin1(toWireName(*answer.finish));
}

QString argumentsOf(const chat::ToolCall &call, const Json &expected)
{
    if (call.custom)
        return QString::fromUtf8(Json(call.arguments).dump());
    const auto got = parseJson(call.arguments.toUtf8());
    const auto wanted = parseJson(expected["arguments_json"].toBytes());
    return got && wanted && equivalent(*got, *wanted) ? expected["arguments_json"].toText() : call.arguments;
}

void compareCalls(Differences &all, const QList<chat::ToolCall> &calls, const Json &expected)
{
    all.compare("number of tool calls", calls.size(), Json(qint64(expected.size())));
    for (qsizetype i = 0; i < std::min(calls.size(), expected.size()); ++i) {
        const Json &wanted = expected.at(i);
        all.compare("tool call id", calls[i].id, wanted["id"].toText());
        all.compare("tool call name", calls[i].name, wanted["name"].toText());
        all.compare("tool call arguments", argumentsOf(calls[i], wanted), wanted["arguments_json"].toText());
    }
}

Exchange exchangeOf(const Json &json)
{
    const Json &request = json["request"];
    const Json &response = json["response"];
    Exchange exchange{.id = json["id"].toBytes(),
                      .dialect = json["dialect"].toBytes(),
                      .api = json["api"].toBytes(),
                      .provider = json["provider"].toBytes(),
                      .model = json["model"].toText(),
                      .streams = response["streaming"].toBool().value_or(false),
                      .url = QUrl(request["url"].toText()),
                      .request = request["body_json"].isNull() ? QByteArray() : request["body_json"].dump(),
                      .head = {.status = int(response["status"].toInteger().value_or(0)), .headers = {}},
                      .body = response["body"].toBytes(),
                      .expect = json["expect"]};
    for (const auto &[name, value] : response["headers"].members())
        exchange.head.headers.append({name.toLower(), value.toBytes()});
    if (response["body_encoding"].toBytes() == "base64")
        exchange.body = QByteArray::fromBase64(exchange.body);
    return exchange;
}

/// What keeps a line from being an exchange, or nothing.
QString fault(const Json &json)
{
    const auto status = json["response"]["status"].toInteger();
    if (json["id"].toBytes().isEmpty())
        return u"id: expected a name"_s;
    if (!status || *status < 200 || *status > 599)
        return u"response.status: expected a number from 200 to 599"_s;
    if (!json["response"]["body"].isString())
        return u"response.body: expected a string"_s;
    if (!json["expect"].isObject())
        return u"expect: expected an object"_s;
    return {};
}

QStringList filesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        for (const QFileInfo &file : QDir(path).entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name))
            files.append(file.filePath());
    }
    return files;
}

void readFile(const QString &path, Exchanges &into, QSet<QByteArray> &ids)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        into.errors.append(u"%1: %2"_s.arg(name, file.errorString()));
    for (int number = 1; file.isOpen() && !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        if (line.trimmed().isEmpty())
            continue;
        const Result<Json> json = parseJson(line);
        QString wrong = json ? fault(*json) : json.error().message;
        if (wrong.isEmpty() && ids.contains((*json)["id"].toBytes()))
            wrong = u"id: expected another than %1, which is taken"_s.arg((*json)["id"].toText());
        if (wrong.isEmpty()) {
            into.all.append(exchangeOf(*json));
            ids.insert(into.all.constLast().id);
        } else {
            into.errors.append(u"%1:%2: %3"_s.arg(name).arg(number).arg(wrong));
        }
    }
}

} // namespace

Exchanges readExchanges(const QStringList &paths)
{
    Exchanges read;
    QSet<QByteArray> ids;
    for (const QString &path : filesIn(paths))
        readFile(path, read, ids);
    return read;
}

QList<Exchange> loadExchanges(const QString &path)
{
    const Exchanges read = readExchanges({path});
    return read.errors.isEmpty() ? read.all : QList<Exchange>();
}

QByteArray errorClass(chat::ErrorType type)
{
    using enum chat::ErrorType;
    switch (type) {
    case ContextLengthExceeded:
        return "context_length";
    case Authentication:
        return "authentication";
    case PermissionDenied:
        return "permission";
    case PaymentRequired:
        return "quota";
    case RateLimitExceeded:
        return "rate_limit";
    case ProviderOverloaded:
        return "overloaded";
    case NotFound:
        return "not_found";
    case PayloadTooLarge:
        return "request_too_large";
    case ContentPolicyViolation:
    case Refusal:
        return "content_filter";
    case Timeout:
        return "timeout";
    case ToolUseFailed:
        return "tool_use_failed";
    case ModelOutputError:
        return "model_output_error";
    case Server:
    case ProviderUnavailable:
    case InvalidResponse:
    case Unmapped:
        return "server_error";
    default:
        return "invalid_request";
    }
}

QStringList differences(const chat::Answer &answer, const Json &expect)
{
    Differences all;
    all.compare("text", answer.text, expect["text"].toText());
    all.compare("reasoning_text", withoutSpace(answer.reasoning), withoutSpace(expect["reasoning_text"].toText()));
    all.compare("refusal_text", answer.refusal, expect["refusal_text"].toText());
    compareCalls(all, answer.toolCalls, expect["tool_calls"]);
    all.compare("finish_reason", finishOf(answer), expect["finish_reason"].toText());
    all.compare("prompt_tokens", answer.usage.prompt, expect["prompt_tokens"]);
    all.compare("completion_tokens", answer.usage.completion, expect["completion_tokens"]);
    all.compare("cached_tokens", answer.usage.cacheRead, expect["cached_tokens"]);
    all.compare("cache_write_tokens", written(answer.usage), expect["cache_write_tokens"]);
    all.compare("reasoning_tokens", answer.usage.reasoning, expect["reasoning_tokens"]);
    all.compare("error class", answer.error ? QString::fromLatin1(errorClass(answer.error->type)) : QString(),
                expect["error"]["class"].toText());
    return all.lines();
}

} // namespace sb::testing
