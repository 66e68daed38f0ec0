#include "core/practice/practice_vectors.h"

#include "core/base/json.h"
#include "core/practice/practice_counts.h"
#include "tests/practice/practice_line.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::practice;
using namespace sb::testing;
using catalog::DialectId;

namespace {

Json embedded(const QByteArray &body, quint64 voice = 4)
{
    return parseJson(vectorsFor(body, voice).value_or(QByteArray())).value_or(Json());
}

double likeness(const Json &answer, qsizetype a, qsizetype b)
{
    const Json &first = answer["data"].at(a)["embedding"];
    const Json &second = answer["data"].at(b)["embedding"];
    double sum = 0;
    for (qsizetype i = 0; i < first.size(); ++i)
        sum += first.at(i).toDouble().value_or(0) * second.at(i).toDouble().value_or(0);
    return sum;
}

} // namespace

/// What practice works out at once: vectors and counts.
class TstPracticeVectors : public QObject
{
    Q_OBJECT
private slots:
    void textsWithWordsInCommonAreNear()
    {
        const Json answer = embedded(R"({"model":"m","input":["The signal is clear","A clear signal","Marmalade"]})");
        QCOMPARE(answer["object"].toText(), u"list"_s);
        QCOMPARE(answer["practice"].toBool(), std::optional(true));
        QCOMPARE(answer["data"].size(), 3);
        QCOMPARE(answer["data"].at(1)["index"].toInteger(), 1);
        QCOMPARE(answer["usage"]["prompt_tokens"].toInteger(), 12); // 19 + 14 + 9 bytes
        QVERIFY(std::abs(likeness(answer, 0, 0) - 1) < 0.001);
        QVERIFY(likeness(answer, 0, 1) > likeness(answer, 0, 2));
    }

    void theSameTextAndVoiceGiveTheSameVector()
    {
        const QByteArray body = R"({"model":"m","input":"Hello","dimensions":8})";
        QCOMPARE(embedded(body)["data"].at(0)["embedding"].size(), 8);
        QCOMPARE(embedded(body).dump(), embedded(body).dump());
        QVERIFY(embedded(body).dump() != embedded(body, 5).dump());
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("no input") << QByteArray(R"({"model":"m"})") << u"input: expected one text"_s;
        QTest::newRow("tokens") << QByteArray(R"({"input":[[1,2]]})") << u"input: expected a text"_s;
        QTest::newRow("no dimensions") << QByteArray(R"({"input":"a","dimensions":0})") << u"dimensions: expected"_s;
        QTest::newRow("too many") << QByteArray(R"({"input":"a","dimensions":1025})") << u"dimensions: expected"_s;
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const auto answer = vectorsFor(body, 1);
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.startsWith(says), qPrintable(answer.error().message));
    }

    void theServerTakesThemAtOpenAisPathOnly()
    {
        PracticeLine line;
        const QUrl base = line.server.baseUrls().value(u"p"_s);
        const auto post = [&](const QString &path, const QByteArray &body) {
            QNetworkRequest request(QUrl(base.toString() + path));
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            QNetworkReply *reply = line.manager.post(request, body);
            return waitFor(reply) ? reply : nullptr;
        };
        QNetworkReply *good = post(u"/embeddings"_s, R"({"model":"m","input":"Hello"})");
        QCOMPARE(statusOf(good), 200);
        QCOMPARE((*parseJson(good->readAll()))["data"].size(), 1);
        QCOMPARE(statusOf(post(u"/embeddings"_s, R"({"model":"m"})")), 400);
        QCOMPARE(statusOf(post(u"/embedding"_s, "{}")), 404);
        QNetworkReply *got = line.get(u"/embeddings"_s);
        QVERIFY(waitFor(got));
        QCOMPARE(statusOf(got), 405);
        QVERIFY(!takesTexts(DialectId::AnthropicMessages, "/v1/embeddings"));
    }

    void whoCountsSaysSoInItsOwnWords_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("Anthropic") << DialectId::AnthropicMessages << QByteArray("/v1/messages/count_tokens")
                                   << QByteArray(R"({"model":"m","messages":[{"role":"user","content":"How many?"}]})")
                                   << QByteArray(R"({"input_tokens":3})");
        const QByteArray contents = R"("contents":[{"role":"user","parts":[{"text":"How many?"}]}])";
        QTest::newRow("Gemini, contents alone")
            << DialectId::GeminiGenerateContent << QByteArray("/v1beta/models/m:countTokens")
            << QByteArray('{' + contents + '}') << QByteArray(R"({"totalTokens":3})");
        QTest::newRow("Gemini, a whole request")
            << DialectId::GeminiGenerateContent << QByteArray("/v1beta/models/m:countTokens")
            << QByteArray(R"({"generateContentRequest":{"model":"models/m",)" + contents
                          + R"(,"systemInstruction":{"parts":[{"text":"Be brief."}]}}})")
            << QByteArray(R"({"totalTokens":5})");
    }
    void whoCountsSaysSoInItsOwnWords()
    {
        QFETCH(DialectId, dialect);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        const auto counted = pathOfCounted(dialect, path);
        QVERIFY(counted);
        const auto answer = countFor(dialect, *counted, body);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QTEST(*answer, "answer");
        QVERIFY(!countFor(dialect, *counted, "{}"));
        QVERIFY(!pathOfCounted(DialectId::OpenAiChat, path));
    }
};

static const bool tstPracticeVectors = sb::testing::add<TstPracticeVectors>();

#include "tst_practice_vectors.moc"
