#include "tests/app/program.h"
#include "tests/net/scripted_server.h"
#include "tests/testing/testing.h"

#include "core/base/json.h"
#include "core/usage/queries.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using testing::Program;
using testing::ScriptedConnection;
using testing::ScriptedServer;
using testing::TestProfile;

namespace {

// Without any shape of a key, so that only its being loaded can give it away. The middle stays as it is in a URL and in
// JSON, whatever happens to the rest.
const QByteArray Middle = "Zx7Kanari9Vogel5Qj";
const QByteArray Canary = "k/\"" + Middle + "+=&%";

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body,
                  const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray json(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return answer(status, "application/json", body, headers);
}

QByteArray stream(const QByteArray &events)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + events;
}

QByteArray quoted(const QByteArray &text)
{
    return Json(text).dump();
}

QByteArray errorWith(const QByteArray &member, const QByteArray &text)
{
    Json error = Json::object();
    error.set("message", "refused");
    error.set("type", "invalid_request_error");
    error.set(member, text);
    Json body = Json::object();
    body.set("error", error);
    return body.dump();
}

const QByteArray OneWord =
    R"(data: {"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{"content":"One"}}]})"
    "\n\n";

/// All that a panel could show or export of a profile's requests.
QByteArray recordedBytes(const profile::Paths &paths)
{
    const SystemClock clock;
    usage::Queries queries(paths.registerFile(), clock);
    QSignalSpy answered(&queries, &usage::Queries::answered);
    const usage::Ticket ticket = queries.ask(usage::DetailQuery{{.ledger = usage::Ledger::Real, .seq = 1}});
    if (!answered.wait(30'000) || answered.constFirst().constFirst().value<usage::Ticket>() != ticket)
        return "<no answer>";
    const auto result = answered.constFirst().at(1).value<Result<usage::QueryAnswer>>();
    if (!result)
        return "<no record>";
    const auto *record = std::get_if<usage::RequestRecord>(&*result);
    if (!record)
        return "<another answer>";
    QByteArray all = record->opened.request.dump() + record->settled.answer.dump() + record->settled.decision.dump();
    for (const usage::AttemptRecord &attempt : record->settled.attempts)
        all += attempt.errorMessage.toUtf8() + '\n';
    return all;
}

/// What would be left of the key in a text, in the spellings that texts have.
bool holdsKey(const QByteArray &text)
{
    if (text.contains(Middle))
        return true;
    for (int offset = 0; offset < 3; ++offset) {
        const QByteArray encoded = (QByteArray(offset, ' ') + Middle).toBase64();
        if (text.contains(encoded.mid(4, 16)))
            return true;
    }
    return false;
}

} // namespace

/// A key is sent through every kind of failure by the real program; then it must be nowhere but with the provider.
class TstCanaryKeys : public QObject
{
    Q_OBJECT
private slots:
    void theSearchFindsAKey_data();
    void theSearchFindsAKey();
    void aKeyIsLeftNowhere_data();
    void aKeyIsLeftNowhere();
    void aFailedHandshakeTellsNoKey();
};

void TstCanaryKeys::theSearchFindsAKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("x" + Canary + "x");
    QTest::newRow("in a URL") << Canary.toPercentEncoding();
    QTest::newRow("in JSON") << quoted(Canary);
    QTest::newRow("Base64") << Canary.toBase64();
    QTest::newRow("Base64 behind a name") << QByteArray("user:" + Canary).toBase64();
    QTest::newRow("Base64 behind a longer name") << QByteArray("users:" + Canary).toBase64();
}

void TstCanaryKeys::theSearchFindsAKey()
{
    QFETCH(QByteArray, text);
    QVERIFY(holdsKey(text));
}

void TstCanaryKeys::aKeyIsLeftNowhere_data()
{
    QTest::addColumn<QByteArray>("bytes"); ///< what the provider sends
    QTest::addColumn<bool>("breaks"); ///< and then breaks the connection
    const auto row = [](const char *name, const QByteArray &bytes, bool breaks = false) {
        QTest::newRow(name) << bytes << breaks;
    };
    row("401 that names it", json("401 Unauthorized", errorWith("message", "Incorrect key: " + Canary)));
    row("401 with the header as it came", json("401 Unauthorized", errorWith("message", "Got Bearer " + Canary)));
    row("a web page", answer("401 Unauthorized", "text/html", "<html><title>No " + Canary + "</title></html>"));
    row("a web page that is cut inside it",
        answer("403 Forbidden", "text/html", QByteArray(300 - 20, 'x') + ' ' + Canary + " is refused"));
    row("a web page instead of an answer", answer("200 OK", "text/html", "<html>" + Canary + "</html>"));
    row("plain text",
        answer("500 Internal Server Error", "text/plain", "exception: bad key " + Canary + " at main.py:3"));
    row("an error's code", json("400 Bad Request", errorWith("code", Canary)));
    row("an error's type", json("400 Bad Request", errorWith("type", Canary)));
    row("an error's parameter", json("400 Bad Request", errorWith("param", Canary)));
    row("a member that nobody knows",
        json("400 Bad Request", errorWith("debug", "curl -H 'Authorization: Bearer " + Canary)));
    row("a URL in an error", json("404 Not Found", errorWith("message", "no /v1?key=" + Canary.toPercentEncoding())));
    row("Basic authentication in an error",
        json("401 Unauthorized", errorWith("message", "Basic " + QByteArray("user:" + Canary).toBase64())));
    row("no credit", json("402 Payment Required", errorWith("message", "Key " + Canary + " can only afford 3 tokens")));
    row("too many requests",
        json("429 Too Many Requests", errorWith("message", "Slow down, " + Canary), "Retry-After: " + Canary + "\r\n"));
    row("the reason phrase", json("401 " + Canary, "{}"));
    row("a header",
        json("401 Unauthorized", "{}",
             "X-Debug: " + Canary + "\r\nWWW-Authenticate: Bearer realm=\"" + Middle + "\"\r\n"));
    row("a cookie", json("401 Unauthorized", "{}", "Set-Cookie: session=" + Canary + "\r\n"));
    row("the content type", answer("401 Unauthorized", "text/" + Canary, "{}"));
    row("an encoding that nobody knows", json("401 Unauthorized", "{}", "Content-Encoding: " + Middle + "\r\n"));
    row("a redirect",
        json("302 Found", "{}", "Location: https://elsewhere.invalid/?key=" + Canary.toPercentEncoding() + "\r\n"));
    row("an error inside a stream", stream("data: " + errorWith("message", "bad " + Canary) + "\n\n"));
    row("an error after content", stream(OneWord + "data: " + errorWith("message", "bad " + Canary) + "\n\n"));
    row("a malformed event", stream("data: {\"choices\": [" + quoted(Canary) + "\n\n"));
    row("a malformed event after content", stream(OneWord + "data: {" + quoted(Canary) + "\n\n"));
    row("an event that is none of ours", stream("data: " + quoted(Canary) + "\n\n"));
    row("no HTTP", "BAD KEY " + Canary + "\r\n\r\n");
    row("a broken header", "HTTP/1.1 200 OK\r\n" + Canary + "\r\n\r\n");
    row("a broken body",
        "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"error\": "
            + quoted(Canary),
        true);
    row("a reset", {}, true);
}

void TstCanaryKeys::aKeyIsLeftNowhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, breaks);
    ScriptedServer server([&](ScriptedConnection &connection) {
        connection.readRequest();
        connection.send(bytes);
        if (breaks)
            connection.reset();
        else
            connection.finish();
    });
    TestProfile profile;
    profile.addProvider(u"canary"_s, server.url());
    Program program(profile);
    program.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromUtf8(Canary));
    program.ask({u"--keys-from-env=canary"_s, u"--json"_s, u"--model"_s, u"test/canary"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());

    QVERIFY2(!program.crashed(), program.errors().constData());
    // It did travel, and did fail.
    QVERIFY(server.received().value(0).contains("Bearer " + Canary));
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.errors().contains("canary: key from $"));

    QVERIFY2(!holdsKey(program.output()), program.output().constData());
    QVERIFY2(!holdsKey(program.errors()), program.errors().constData());
    const QByteArray record = recordedBytes(profile.paths());
    QVERIFY2(record.contains("Hello"), record.constData());
    QVERIFY2(!holdsKey(record), record.constData());
    QDirIterator files(profile.root(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int searched = 0;
    while (files.hasNext()) {
        const QString file = files.next();
        QVERIFY2(!holdsKey(TestProfile::read(file)), qPrintable(file));
        ++searched;
    }
    QVERIFY(searched >= 3); // the register, the provider, its prices
}

void TstCanaryKeys::aFailedHandshakeTellsNoKey()
{
    ScriptedServer server([](ScriptedConnection &connection) {
        connection.send("HTTP/1.1 400 Bad Request\r\n\r\nthis is no TLS");
        connection.finish();
    });
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    TestProfile profile;
    profile.addProvider(u"canary"_s, url);
    Program program(profile);
    program.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromUtf8(Canary));
    program.ask({u"--keys-from-env=canary"_s, u"--model"_s, u"test/canary"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY2(program.errors().contains("TLS"), program.errors().constData());
    QVERIFY(!holdsKey(program.errors()) && !holdsKey(program.output()));
}

static const bool tstCanaryKeys = sb::testing::add<TstCanaryKeys>();

#include "tst_canary_keys.moc"
