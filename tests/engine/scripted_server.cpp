#include "tests/engine/scripted_server.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

QByteArray chunk(const Json &delta, const Json &finish)
{
    Json choice = Json::object();
    choice.set("index", 0);
    choice.set("delta", delta);
    choice.set("finish_reason", finish);
    Json json = Json::object();
    json.set("id", "chatcmpl-1");
    json.set("object", "chat.completion.chunk");
    json.set("model", "scripted");
    json.set("choices", Json(Json::Array{choice}));
    return "data: " + json.dump() + "\n\n";
}

QByteArray deltaChunk(const QByteArray &key, const QString &text)
{
    Json delta = Json::object();
    delta.set(key, text);
    return chunk(delta, Json());
}

/// What was written must be on its way before the connection breaks.
void abortWhenSent(listen::Exchange *exchange)
{
    if (exchange->pendingBytes() > 0)
        QObject::connect(exchange, &listen::Exchange::drained, exchange, &listen::Exchange::abort,
                         Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(exchange, &listen::Exchange::abort, Qt::QueuedConnection);
}

} // namespace

QByteArray textChunk(const QString &text)
{
    return deltaChunk("content", text);
}

QByteArray reasoningChunk(const QString &text)
{
    return deltaChunk("reasoning", text);
}

QByteArray finishChunk(const QByteArray &reason)
{
    return chunk(Json::object(), Json(reason));
}

QByteArray usageChunk(qint64 prompt, qint64 completion)
{
    Json usage = Json::object();
    usage.set("prompt_tokens", prompt);
    usage.set("completion_tokens", completion);
    usage.set("total_tokens", prompt + completion);
    Json json = Json::object();
    json.set("id", "chatcmpl-1");
    json.set("object", "chat.completion.chunk");
    json.set("model", "scripted");
    json.set("choices", Json::array());
    json.set("usage", usage);
    return "data: " + json.dump() + "\n\n";
}

QByteArray wholeAnswer(const QString &text)
{
    const qsizetype half = text.size() / 2;
    return textChunk(text.left(half)) + textChunk(text.mid(half)) + finishChunk() + usageChunk(100, 10)
        + "data: [DONE]\n\n";
}

Script answering(const QString &text)
{
    return {.body = wholeAnswer(text)};
}

Script refusing(int status, const QByteArray &type, const QList<listen::Header> &headers)
{
    return {.status = status,
            .contentType = "application/json",
            .headers = headers,
            .body = R"({"error":{"message":"scripted refusal","type":")" + type + R"("}})"};
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &listen::HttpServer::requested, this, &ScriptedServer::serve);
    if (const auto port = m_server.listen(QHostAddress::LocalHost, 0))
        m_port = *port;
}

void ScriptedServer::script(const QString &name, const QList<Script> &scripts)
{
    m_scripts.insert(name, scripts);
}

QUrl ScriptedServer::baseUrl(const QString &name) const
{
    return QUrl(u"http://127.0.0.1:%1/%2"_s.arg(m_port).arg(name));
}

void ScriptedServer::serve(listen::Exchange *exchange)
{
    const QString name = QString::fromUtf8(exchange->request().path.split('/').value(1));
    QList<listen::Request> &received = m_received[name];
    const QList<Script> scripts = m_scripts.value(name);
    const Script script = scripts.value(qMin(received.size(), scripts.size() - 1));
    received.append(exchange->request());

    connect(exchange, &listen::Exchange::closed, this, [this] { ++m_left; });
    if (script.status != 0) {
        exchange->start(script.status, QList<listen::Header>{{"content-type", script.contentType}} + script.headers);
        exchange->write(script.body);
    }
    if (script.then == Script::Then::Finish)
        exchange->finish();
    else if (script.then == Script::Then::Abort)
        abortWhenSent(exchange);
    else
        m_hanging.append(exchange);
}

void ScriptedServer::finishHanging()
{
    for (const QPointer<listen::Exchange> &exchange : std::exchange(m_hanging, {})) {
        if (exchange)
            exchange->finish();
    }
}

} // namespace sb::testing
