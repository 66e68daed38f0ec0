#include "core/practice/practice.h"

#include "core/dialects/dialect.h"
#include "core/practice/answer_text.h"
#include "core/practice/tokens.h"
#include "tests/listen/raw_client.h"
#include "tests/testing/testing.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Prompt = u"How do I repair a bicycle chain at home?"_s;
constexpr Knobs Fast = {.firstToken = 0ms, .tokensPerSecond = 0};

Json body(bool stream, const QString &prompt = Prompt)
{
    return Json(Json::Object{{"model", "express"},
                             {"messages", Json(Json::Array{Json(Json::Object{{"role", "user"}, {"content", prompt}})})},
                             {"stream", stream}});
}

/// Providers "p" (voice 1) and "q" (voice 2), at full speed, and a client.
class Line
{
public:
    explicit Line(const Knobs &knobs = Fast)
        : server({{.id = u"p"_s, .voice = 1, .knobs = knobs, .models = {u"express"_s}},
                  {.id = u"q"_s, .voice = 2, .knobs = Fast}},
                 clock)
    {
        const Result<void> started = server.start();
        Q_ASSERT(started);
    }

    QNetworkReply *ask(const Json &json, const QString &provider = u"p"_s)
    {
        QNetworkRequest request(QUrl(server.baseUrls().value(provider).toString() + u"/chat/completions"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return manager.post(request, json.dump());
    }
    QNetworkReply *get(const QString &path)
    {
        return manager.get(QNetworkRequest(QUrl(server.baseUrls().value(u"p"_s).toString() + path)));
    }

    [[nodiscard]] quint16 port() const { return quint16(server.baseUrls().value(u"p"_s).port()); }

    SystemClock clock;
    PracticeServer server;
    QNetworkAccessManager manager;
};

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

/// What our own client half makes of an answer's bytes.
chat::Answer decoded(QNetworkReply *reply, const QByteArray &bytes,
                     catalog::DialectId dialect = catalog::DialectId::OpenAiChat)
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

QNetworkReply *post(QNetworkAccessManager &manager, catalog::DialectId dialect, const QUrl &baseUrl,
                    const chat::Request &request, bool stream)
{
    const auto wire = dialects::clientDialect(dialect)->encode(request, {.baseUrl = baseUrl},
                                                               {.upstreamModel = u"express"_s}, {.stream = stream});
    QNetworkRequest post(wire->url);
    for (const auto &[name, value] : wire->headers)
        post.setRawHeader(name, value);
    return manager.post(post, wire->body);
}

qsizetype tokensIn(const QByteArray &stream)
{
    return stream.count("\"delta\":{\"content\":");
}

} // namespace

Q_DECLARE_METATYPE(sb::practice::Knobs)
Q_DECLARE_METATYPE(sb::chat::ErrorType)

class TstPractice : public QObject
{
    Q_OBJECT

private slots:
    void answersWholeAndAsAStream_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::newRow("whole") << false;
        QTest::newRow("stream") << true;
    }
    void answersWholeAndAsAStream()
    {
        QFETCH(const bool, stream);
        Line line;
        Json request = body(stream);
        request.set("stream_options", stream ? Json(Json::Object{{"include_usage", true}}) : Json());
        QNetworkReply *reply = line.ask(request);
        QVERIFY(waitFor(reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader),
                 stream ? u"text/event-stream"_s : u"application/json"_s);
        const chat::Answer answer = decoded(reply, reply->readAll());
        QCOMPARE(answer.text, answerText(Prompt, 1).text);
        QCOMPARE(answer.finish, chat::FinishReason::Stop);
        QCOMPARE(answer.model, u"express"_s);
        QCOMPARE(answer.usage.prompt, countTokens(Prompt));
        QCOMPARE(answer.usage.completion, countTokens(answer.text));
    }

    void eachDialectIsSpoken_data()
    {
        QTest::addColumn<catalog::DialectId>("dialect");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<QByteArray>("models");
        for (const bool stream : {false, true}) {
            const auto row = [stream](catalog::DialectId dialect, const QByteArray &models) {
                QTest::addRow("%s, %s", toWireName(dialect).constData(), stream ? "stream" : "whole")
                    << dialect << stream << models;
            };
            row(catalog::DialectId::OpenAiChat,
                R"({"object":"list","data":[{"id":"express","object":"model","created":0,"owned_by":"p"}]})");
            row(catalog::DialectId::AnthropicMessages,
                R"({"data":[{"type":"model","id":"express","display_name":"express"}],"has_more":false})");
        }
    }
    void eachDialectIsSpoken()
    {
        QFETCH(const catalog::DialectId, dialect);
        QFETCH(const bool, stream);
        QFETCH(const QByteArray, models);
        const SystemClock clock;
        PracticeServer server({{.id = u"p"_s, .dialect = dialect, .voice = 1, .knobs = Fast, .models = {u"express"_s}}},
                              clock);
        QVERIFY(server.start());
        const QUrl url = server.baseUrls().value(u"p"_s);
        QNetworkAccessManager manager;

        const chat::Request asked{.messages = {chat::Message::make(chat::Role::User, Prompt)}};
        QNetworkReply *reply = post(manager, dialect, url, asked, stream);
        QVERIFY(waitFor(reply));
        const chat::Answer answer = decoded(reply, reply->readAll(), dialect);
        QCOMPARE(answer.text, answerText(Prompt, 1).text);
        QCOMPARE(answer.finish, chat::FinishReason::Stop);
        QCOMPARE(answer.model, u"express"_s);
        QCOMPARE(answer.usage.prompt, countTokens(Prompt));
        QCOMPARE(answer.usage.completion, countTokens(answer.text));

        chat::Request json = asked;
        json.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonObject};
        reply = post(manager, dialect, url, json, stream);
        QVERIFY(waitFor(reply));
        const auto object = parseJson(decoded(reply, reply->readAll(), dialect).text.toUtf8());
        QVERIFY(object);
        QCOMPARE((*object)["practice"].toBool(), std::optional(true));

        reply = manager.get(QNetworkRequest(QUrl(url.toString() + u"/models"_s)));
        QVERIFY(waitFor(reply));
        QCOMPARE(reply->readAll(), models);
    }

    void eachDialectGoesOnFromAPrefill_data()
    {
        QTest::addColumn<catalog::DialectId>("dialect");
        for (const auto dialect : {catalog::DialectId::OpenAiChat, catalog::DialectId::AnthropicMessages})
            QTest::newRow(toWireName(dialect).constData()) << dialect;
    }
    void eachDialectGoesOnFromAPrefill()
    {
        QFETCH(const catalog::DialectId, dialect);
        const SystemClock clock;
        PracticeServer server({{.id = u"p"_s, .dialect = dialect, .voice = 1, .knobs = Fast}}, clock);
        QVERIFY(server.start());
        QNetworkAccessManager manager;
        const QString whole = answerText(Prompt, 1).text;
        const qsizetype half = whole.lastIndexOf(u' ', whole.size() / 2);
        QNetworkReply *reply = post(manager, dialect, server.baseUrls().value(u"p"_s),
                                    {.messages = {chat::Message::make(chat::Role::User, Prompt),
                                                  chat::Message::make(chat::Role::Assistant, whole.first(half))}},
                                    true);
        QVERIFY(waitFor(reply));
        QCOMPARE(decoded(reply, reply->readAll(), dialect).text, whole.mid(half));
    }

    void twoProvidersAnswerDifferently()
    {
        Line line;
        QNetworkReply *first = line.ask(body(false));
        QNetworkReply *second = line.ask(body(false), u"q"_s);
        QVERIFY(waitFor(first) && waitFor(second));
        QVERIFY(decoded(first, first->readAll()).text != decoded(second, second->readAll()).text);
    }

    void listsItsModels()
    {
        Line line;
        QNetworkReply *reply = line.get(u"/models"_s);
        QVERIFY(waitFor(reply));
        const Result<Json> list = parseJson(reply->readAll());
        QVERIFY(list);
        QCOMPARE((*list)["data"].at(0)["id"], Json("express"));
    }

    void saysWhatIsWrongWithARequest_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("no JSON") << u"p"_s << u"/v1/chat/completions"_s << QByteArray("{") << 400;
        QTest::newRow("no messages") << u"p"_s << u"/v1/chat/completions"_s << QByteArray(R"({"model":"express"})")
                                     << 400;
        QTest::newRow("another path") << u"p"_s << u"/v1/embeddings"_s << QByteArray("{}") << 404;
        QTest::newRow("no such provider") << u"x"_s << u"/v1/chat/completions"_s << QByteArray("{}") << 404;
        QTest::newRow("no path at all") << u""_s << u""_s << QByteArray("{}") << 404;
    }
    void saysWhatIsWrongWithARequest()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, path);
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        Line line;
        QUrl url = line.server.baseUrls().value(u"p"_s);
        url.setPath(u'/' + provider + path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = line.manager.post(request, bytes);
        QVERIFY(waitFor(reply));
        QCOMPARE(statusOf(reply), status);
    }

    void onlyPostIsAnswered()
    {
        Line line;
        QNetworkReply *reply = line.get(u"/chat/completions"_s);
        QVERIFY(waitFor(reply));
        QCOMPARE(statusOf(reply), 405);
    }

    void outageFailsEveryRequest_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::newRow("429") << 429 << chat::ErrorType::RateLimitExceeded;
        QTest::newRow("500") << 500 << chat::ErrorType::Server;
        QTest::newRow("503") << 503 << chat::ErrorType::ProviderOverloaded;
        QTest::newRow("529") << 529 << chat::ErrorType::ProviderOverloaded;
    }
    void outageFailsEveryRequest()
    {
        QFETCH(const int, status);
        QFETCH(const chat::ErrorType, type);
        Knobs knobs = Fast;
        knobs.outage = true;
        knobs.errorStatus = status;
        knobs.retryAfter = 2500ms;
        Line line(knobs);
        for (QNetworkReply *reply : {line.ask(body(true)), line.ask(body(false)), line.get(u"/models"_s)}) {
            QVERIFY(waitFor(reply));
            QCOMPARE(statusOf(reply), status);
            QCOMPARE(reply->rawHeader("Retry-After"), "3");
            QCOMPARE(reply->rawHeader("Retry-After-Ms"), "2500");
            const chat::Answer answer = decoded(reply, reply->readAll());
            QVERIFY(answer.error);
            QCOMPARE(answer.error->type, type);
        }
        QNetworkReply *other = line.ask(body(true), u"q"_s);
        QVERIFY(waitFor(other));
        QCOMPARE(statusOf(other), 200);
    }

    void theErrorRateIsAShareOfRequestsTheSameInEachRun()
    {
        Knobs knobs = Fast;
        knobs.errorRate = 0.5;
        QList<QList<int>> runs;
        for (int run = 0; run < 2; ++run) {
            Line line(knobs);
            runs.emplaceBack();
            for (int i = 0; i < 40; ++i) {
                QNetworkReply *reply = line.ask(body(false));
                QVERIFY(waitFor(reply));
                runs.last().append(statusOf(reply));
            }
        }
        QCOMPARE(runs[0], runs[1]);
        QVERIFY(runs[0].count(529) >= 10 && runs[0].count(529) <= 30);
        QCOMPARE(runs[0].count(529) + runs[0].count(200), 40);
    }

    void refusingIsAResetBeforeAnyByte()
    {
        Knobs knobs = Fast;
        knobs.refuseConnections = true;
        Line line(knobs);
        testing::RawClient client(line.port()); // a manager would send the request again
        client.send(posted(body(true)));
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.wasReset());
        QCOMPARE(client.received(), "");
    }

    void htmlComesWithAGoodStatus()
    {
        Knobs knobs = Fast;
        knobs.html = true;
        Line line(knobs);
        QNetworkReply *reply = line.ask(body(true));
        QVERIFY(waitFor(reply));
        QCOMPARE(statusOf(reply), 200);
        QVERIFY(reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(u"text/html"_s));
        QVERIFY(reply->readAll().contains("<html>"));
    }

    void theFirstTokenComesWhenItShould()
    {
        Line line({.firstToken = 150ms, .tokensPerSecond = 0});
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *reply = line.ask(body(true));
        QSignalSpy head(reply, &QNetworkReply::metaDataChanged);
        QVERIFY(head.wait());
        QVERIFY(timer.elapsed() >= 145);
    }

    void tokensComeAtTheirPace()
    {
        Line line({.firstToken = 0ms, .tokensPerSecond = 500});
        const auto tokens = splitTokens(answerText(Prompt, 1).text).size();
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *reply = line.ask(body(true));
        QVERIFY(waitFor(reply));
        QVERIFY(timer.elapsed() >= tokens * 2 - 10); // a loaded machine may take longer, never shorter
        QCOMPARE(tokensIn(reply->readAll()), tokens);
    }

    void aCutBreaksTheConnection_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::addColumn<int>("after");
        QTest::newRow("a stream after 5 tokens") << true << 5;
        QTest::newRow("a stream after its header") << true << 0;
        QTest::newRow("a whole answer") << false << 5;
    }
    void aCutBreaksTheConnection()
    {
        QFETCH(const bool, stream);
        QFETCH(const int, after);
        Knobs knobs = Fast;
        knobs.cutAfterTokens = after;
        Line line(knobs);
        testing::RawClient client(line.port()); // a manager takes a cut between two chunks for the end
        client.send(posted(body(stream)));
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.wasReset());
        QCOMPARE(client.status(), "200");
        if (stream) {
            QCOMPARE(tokensIn(client.received()), after);
            QVERIFY(!client.received().contains("[DONE]"));
        } else {
            QVERIFY(!client.body().isEmpty());
            QVERIFY(!parseJson(client.body()));
        }
    }

    void aCutBehindTheEndNeverComes()
    {
        Knobs knobs = Fast;
        knobs.cutAfterTokens = 100'000;
        Line line(knobs);
        QNetworkReply *reply = line.ask(body(true));
        QVERIFY(waitFor(reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    void aStallIsSilenceUntilTheKnobIsTurnedBack_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::newRow("stream") << true;
        QTest::newRow("whole") << false;
    }
    void aStallIsSilenceUntilTheKnobIsTurnedBack()
    {
        QFETCH(const bool, stream);
        Knobs knobs = Fast;
        knobs.stallAfterTokens = 5;
        Line line(knobs);
        QNetworkReply *reply = line.ask(body(stream));
        QByteArray bytes;
        connect(reply, &QNetworkReply::readyRead, this, [&] { bytes += reply->readAll(); });
        if (stream)
            QTRY_COMPARE(tokensIn(bytes), 5);
        QVERIFY(!QSignalSpy(reply, &QNetworkReply::finished).wait(100));
        QCOMPARE(tokensIn(bytes), stream ? 5 : 0);
        line.server.setKnobs(u"p"_s, Fast);
        QVERIFY(waitFor(reply));
        QCOMPARE(decoded(reply, bytes + reply->readAll()).text, answerText(Prompt, 1).text);
    }

    void malformedIsNoJsonInTheMiddle_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::newRow("stream") << true;
        QTest::newRow("whole") << false;
    }
    void malformedIsNoJsonInTheMiddle()
    {
        QFETCH(const bool, stream);
        Knobs knobs = Fast;
        knobs.malformedAfterTokens = 5;
        Line line(knobs);
        QNetworkReply *reply = line.ask(body(stream));
        QVERIFY(waitFor(reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError); // as far as HTTP can tell
        const QByteArray bytes = reply->readAll();
        const chat::Answer answer = decoded(reply, bytes);
        if (stream)
            QCOMPARE(answer.error.value_or(chat::ProviderError{}).type, chat::ErrorType::InvalidResponse);
        else
            QVERIFY(!answer.finish);
        QCOMPARE(bytes.count("malformed"), stream ? 1 : 0);
    }

    void knobsTurnWhileAnswersRun_data()
    {
        QTest::addColumn<Knobs>("turned");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("faster") << Fast << false;
        QTest::newRow("cut") << Knobs{.cutAfterTokens = 1} << true;
        QTest::newRow("outage is for new requests") << Knobs{.tokensPerSecond = 0, .outage = true} << false;
    }
    void knobsTurnWhileAnswersRun()
    {
        QFETCH(const Knobs, turned);
        QFETCH(const bool, isCut);
        Line line({.firstToken = 0ms, .tokensPerSecond = 0.01}); // 100 s between two tokens
        testing::RawClient client(line.port());
        client.send(posted(body(true)));
        QTRY_COMPARE(tokensIn(client.received()), 1);
        line.server.setKnobs(u"p"_s, turned);
        QCOMPARE(line.server.knobs(u"p"_s), turned);
        QTRY_VERIFY(client.wasReset() || client.received().contains("[DONE]"));
        QCOMPARE(client.wasReset(), isCut);
    }

    void aLongFirstTokenCanBeCutShort()
    {
        Line line({.firstToken = 100s});
        QNetworkReply *reply = line.ask(body(true));
        QVERIFY(!QSignalSpy(reply, &QNetworkReply::metaDataChanged).wait(100));
        line.server.setKnobs(u"p"_s, Fast);
        QVERIFY(waitFor(reply));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    void aClockThatStandsStillChangesNothing()
    {
        const ManualClock clock;
        PracticeServer server({{.id = u"p"_s, .knobs = {.firstToken = 1ms, .tokensPerSecond = 2000}}}, clock);
        QVERIFY(server.start());
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(server.baseUrls().value(u"p"_s).toString() + u"/chat/completions"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = manager.post(request, body(true).dump());
        QVERIFY(waitFor(reply));
        QVERIFY(reply->readAll().endsWith("data: [DONE]\n\n"));
    }

    void aClientThatLeavesEndsItsAnswer()
    {
        Line line({.firstToken = 0ms, .tokensPerSecond = 1});
        QNetworkReply *reply = line.ask(body(true));
        QSignalSpy ready(reply, &QNetworkReply::readyRead);
        QVERIFY(ready.wait());
        reply->abort();
        QTRY_COMPARE(line.server.children().size(), 0);
    }

    void destroyingTheServerEndsRunningAnswers()
    {
        const SystemClock clock;
        auto server = std::make_unique<PracticeServer>(
            QList<SimulatedProvider>{{.id = u"p"_s, .knobs = {.firstToken = 0ms, .tokensPerSecond = 1}}}, clock);
        QVERIFY(server->start());
        testing::RawClient client(quint16(server->baseUrls().value(u"p"_s).port()));
        client.send(posted(body(true)));
        QTRY_COMPARE(tokensIn(client.received()), 1);
        server.reset();
        QTRY_VERIFY(client.isClosed());
    }

    void theStandardProvidersAreThreeAndTheFirstIsOutOfOrder()
    {
        const QList<SimulatedProvider> providers = standardProviders();
        QCOMPARE(providers.size(), 3);
        QCOMPARE(providers[0].id, u"practice-a"_s);
        QVERIFY(providers[0].knobs.outage);
        QCOMPARE(providers[0].knobs.errorStatus, 529);
        QCOMPARE(providers[1].dialect, catalog::DialectId::AnthropicMessages);
        QVERIFY(providers[1].knobs == Knobs{} && providers[2].knobs == Knobs{});
        QVERIFY(providers[1].voice != providers[2].voice);

        SystemClock clock;
        PracticeServer server(providers, clock);
        QVERIFY(server.start());
        const QUrl url = server.baseUrls().value(u"practice-b"_s);
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QCOMPARE(url.path(), u"/practice-b/v1"_s);
        QCOMPARE(server.baseUrls().value(u"practice-c"_s).path(), u"/practice-c/v1beta"_s);
    }
};

static const bool registered = sb::testing::add<TstPractice>();
#include "tst_practice.moc"
