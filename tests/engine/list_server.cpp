#include "tests/engine/list_server.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace sb::testing {

ListServer::ListServer(const QHash<QByteArray, Answer> &answers)
    : m_answers(answers)
{
    connect(&m_server, &listen::HttpServer::requested, this, &ListServer::serve);
    if (const auto port = m_server.listen(QHostAddress::LocalHost, 0))
        m_port = *port;
}

QUrl ListServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

void ListServer::serve(listen::Exchange *exchange)
{
    m_received.append(exchange->request());
    connect(exchange, &listen::Exchange::closed, this, [this] { ++m_left; });
    if (m_silent)
        return;
    const auto it = m_answers.constFind(exchange->request().path);
    if (it == m_answers.constEnd()) {
        exchange->respond(404, {{"content-type", "text/plain"}}, "no such page");
    } else if (!it->key.isEmpty() && exchange->request().header("authorization") != "Bearer " + it->key) {
        exchange->respond(it->refusal, {{"content-type", "application/json"}},
                          R"({"error":{"message":"Incorrect API key provided: )"
                              + exchange->request().header("authorization") + R"("}})");
    } else if (!it->etag.isEmpty() && exchange->request().header("if-none-match") == it->etag) {
        exchange->respond(304, {{"etag", it->etag}}, {});
    } else {
        QList<listen::Header> headers{{"content-type", it->contentType}};
        if (!it->etag.isEmpty())
            headers.append({"etag", it->etag});
        exchange->respond(it->status, headers + it->headers, it->body);
    }
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace sb::testing
