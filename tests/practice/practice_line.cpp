#include "tests/practice/practice_line.h"

#include "core/dialects/dialect.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace sb::testing {

Json body(bool stream, const QString &prompt)
{
    return Json(Json::Object{{"model", "express"},
                             {"messages", Json(Json::Array{Json(Json::Object{{"role", "user"}, {"content", prompt}})})},
                             {"stream", stream}});
}

PracticeLine::PracticeLine(const practice::Knobs &knobs)
    : server({{.id = u"p"_s, .voice = 1, .knobs = knobs, .models = {u"express"_s}},
              {.id = u"q"_s, .voice = 2, .knobs = Fast}},
             clock)
{
    const Result<void> started = server.start();
    Q_ASSERT(started);
}

QNetworkReply *PracticeLine::ask(const Json &json, const QString &provider)
{
    QNetworkRequest request(QUrl(server.baseUrls().value(provider).toString() + u"/chat/completions"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return manager.post(request, json.dump());
}

QNetworkReply *PracticeLine::get(const QString &path)
{
    return manager.get(QNetworkRequest(QUrl(server.baseUrls().value(u"p"_s).toString() + path)));
}

QByteArray posted(const Json &json)
{
    const QByteArray bytes = json.dump();
    return "POST /p/v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(bytes.size())
        + "\r\n\r\n" + bytes;
}

int statusOf(QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool waitFor(QNetworkReply *reply)
{
    return reply->isFinished() || QSignalSpy(reply, &QNetworkReply::finished).wait();
}

chat::Answer decoded(QNetworkReply *reply, const QByteArray &bytes, catalog::DialectId dialect)
{
    const dialects::AnswerHead head{
        .status = statusOf(reply),
        .headers = {{"content-type", reply->header(QNetworkRequest::ContentTypeHeader).toByteArray()},
                    {"retry-after", reply->rawHeader("Retry-After")}}};
    const auto decoder = dialects::clientDialect(dialect)->decoder(head, {});
    chat::Answer answer;
    QList<chat::Event> events = decoder->feed(bytes);
    events += decoder->finish();
    for (const chat::Event &event : std::as_const(events))
        answer.apply(event);
    return answer;
}

qsizetype tokensIn(const QByteArray &stream)
{
    return stream.count("\"delta\":{\"content\":");
}

} // namespace sb::testing
