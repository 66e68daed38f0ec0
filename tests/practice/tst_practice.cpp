#include "core/practice/practice.h"

#include "core/dialects/dialect.h"
#include "core/practice/answer_text.h"
#include "core/practice/tokens.h"
#include "tests/practice/practice_line.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

/// What practice providers answer, in each dialect.
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
        PracticeLine line;
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
        PracticeLine line;
        QNetworkReply *first = line.ask(body(false));
        QNetworkReply *second = line.ask(body(false), u"q"_s);
        QVERIFY(waitFor(first) && waitFor(second));
        QVERIFY(decoded(first, first->readAll()).text != decoded(second, second->readAll()).text);
    }

    void listsItsModels()
    {
        PracticeLine line;
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
        QTest::newRow("another path") << u"p"_s << u"/v1/audio/speech"_s << QByteArray("{}") << 404;
        QTest::newRow("no such provider") << u"x"_s << u"/v1/chat/completions"_s << QByteArray("{}") << 404;
        QTest::newRow("no path at all") << u""_s << u""_s << QByteArray("{}") << 404;
    }
    void saysWhatIsWrongWithARequest()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, path);
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        PracticeLine line;
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
        PracticeLine line;
        QNetworkReply *reply = line.get(u"/chat/completions"_s);
        QVERIFY(waitFor(reply));
        QCOMPARE(statusOf(reply), 405);
    }

    void theStandardProvidersAreFourAndTheFirstIsOutOfOrder()
    {
        const QList<SimulatedProvider> providers = standardProviders();
        QCOMPARE(providers.size(), 4);
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

static const bool tstPractice = sb::testing::add<TstPractice>();

#include "tst_practice.moc"
