#include "ui/requests/record_json.h"

#include "core/chat/request.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qsizetype LeastData = 2000;
constexpr qsizetype DataShown = 40;

bool isBase64(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
            || c == '-' || c == '_' || c == '=' || c == '\n' || c == '\r';
    });
}

void setAmount(Json &json, const char *key, std::optional<NanoDollars> amount)
{
    json.set(key, amount ? Json(toDecimal(*amount)) : Json());
}

Json tokensJson(const chat::TokenClasses &tokens)
{
    Json json = Json::object();
    json.set("fresh_input", tokens.freshInput);
    json.set("cache_read", tokens.cacheRead);
    json.set("cache_write_5m", tokens.cacheWrite5m);
    json.set("cache_write_1h", tokens.cacheWrite1h);
    json.set("visible_output", tokens.visibleOutput);
    json.set("reasoning", tokens.reasoning);
    return json;
}

Json costJson(const usage::Cost &cost)
{
    Json json = Json::object();
    json.set("kind", Json(usage::toWireName(cost.kind)));
    setAmount(json, "amount", cost.amount);
    return json;
}

Json attemptJson(const usage::AttemptRecord &attempt)
{
    Json json = Json::object();
    json.set("endpoint", attempt.endpointId);
    json.set("model", attempt.modelId);
    json.set("why", Json(attempt.moveReason));
    json.set("started_ms", toMilliseconds(attempt.startedAt));
    json.set("waited_before_ms", qint64(attempt.waitedBefore.count()));
    json.set("connect_ms", qint64(attempt.connect.count()));
    json.set("first_content_ms", qint64(attempt.firstContent.count()));
    json.set("duration_ms", qint64(attempt.duration.count()));
    json.set("http_status", attempt.httpStatus);
    json.set("succeeded", attempt.succeeded);
    json.set("error", attempt.error ? Json(chat::toWireName(*attempt.error)) : Json());
    json.set("error_message", attempt.errorMessage);
    json.set("tokens", tokensJson(attempt.tokens));
    json.set("tokens_estimated", attempt.tokensEstimated);
    json.set("cost", costJson(attempt.cost));
    setAmount(json, "bound", attempt.bound);
    json.set("price_source", attempt.priceSource);
    return json;
}

} // namespace

Json recordJson(const usage::RequestRecord &record, const usage::RecordKey &key)
{
    const usage::Settlement &settled = record.settled;
    Json json = Json::object();
    json.set("ledger", key.ledger == usage::Ledger::Practice ? "practice" : "real");
    json.set("seq", key.seq);
    json.set("started_ms", toMilliseconds(record.opened.startedAt));
    json.set("client", record.opened.client);
    json.set("session", record.opened.session);
    json.set("requested_model", record.opened.requestedModel);
    json.set("chain", record.opened.chain);
    json.set("chain_version", record.opened.chainVersion);
    setAmount(json, "bound", record.opened.bound);
    json.set("end", Json(routing::toWireName(settled.end)));
    json.set("served_endpoint", settled.servedEndpoint);
    json.set("latency_ms", qint64(settled.latency.count()));
    json.set("first_content_ms", qint64(settled.firstContent.count()));
    json.set("tokens", tokensJson(settled.tokens));
    json.set("cost", costJson(settled.cost));
    Json::Array attempts;
    for (const usage::AttemptRecord &attempt : settled.attempts)
        attempts.append(attemptJson(attempt));
    json.set("attempts", Json(std::move(attempts)));
    json.set("decision", settled.decision);
    json.set("request", record.opened.request);
    json.set("answer", settled.answer);
    return json;
}

QString lastPrompt(const Json &request)
{
    const Json::Array &messages = request["messages"].items();
    for (auto it = messages.crbegin(); it != messages.crend(); ++it) {
        if ((*it)["role"].toBytes() != "user")
            continue;
        const auto message = chat::parseMessage(*it, u"messages"_s);
        return message ? message->text() : QString();
    }
    return {};
}

chat::Message answerOf(const Json &answer)
{
    const auto message = chat::parseMessage(answer["choices"].at(0)["message"], u"message"_s);
    return message.value_or(chat::Message{.role = chat::Role::Assistant});
}

Json withoutData(const Json &json)
{
    if (json.isArray()) {
        Json::Array items;
        for (const Json &item : json.items())
            items.append(withoutData(item));
        return Json(std::move(items));
    }
    if (json.isObject()) {
        Json members = Json::object();
        for (const auto &[key, value] : json.members())
            members.set(key, withoutData(value));
        return members;
    }
    const QByteArray text = json.toBytes();
    const qsizetype comma = text.startsWith("data:") ? text.indexOf(',') : -1;
    if (text.size() < LeastData || !isBase64(QByteArrayView(text).sliced(comma + 1)))
        return json;
    const QString size = QLocale().formattedDataSize(text.size(), 1, QLocale::DataSizeSIFormat);
    return Json(u"%1 … %2"_s.arg(QString::fromUtf8(text.first(comma < 0 ? DataShown : comma + 1)), size));
}

} // namespace sb::ui
