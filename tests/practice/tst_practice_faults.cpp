#include "core/practice/practice.h"

#include "core/practice/answer_text.h"
#include "tests/listen/raw_client.h"
#include "tests/practice/practice_line.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The knobs that make practice providers fail.
class TstPracticeFaults : public QObject
{
    Q_OBJECT

private slots:
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
        PracticeLine line(knobs);
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
            PracticeLine line(knobs);
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
        PracticeLine line(knobs);
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
        PracticeLine line(knobs);
        QNetworkReply *reply = line.ask(body(true));
        QVERIFY(waitFor(reply));
        QCOMPARE(statusOf(reply), 200);
        QVERIFY(reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(u"text/html"_s));
        QVERIFY(reply->readAll().contains("<html>"));
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
        PracticeLine line(knobs);
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
        PracticeLine line(knobs);
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
        PracticeLine line(knobs);
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
        PracticeLine line(knobs);
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
};

static const bool tstPracticeFaults = sb::testing::add<TstPracticeFaults>();

#include "tst_practice_faults.moc"
