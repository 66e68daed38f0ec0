#include "core/practice/practice.h"

#include "core/practice/answer_text.h"
#include "core/practice/tokens.h"
#include "tests/listen/raw_client.h"
#include "tests/practice/practice_line.h"
#include "tests/testing/testing.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sb::practice::Knobs)

/// When the tokens come, what turns while they do, and who leaves before they are all there.
class TstPracticePace : public QObject
{
    Q_OBJECT

private slots:
    void theFirstTokenComesWhenItShould()
    {
        PracticeLine line({.firstToken = 150ms, .tokensPerSecond = 0});
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *reply = line.ask(body(true));
        QSignalSpy head(reply, &QNetworkReply::metaDataChanged);
        QVERIFY(head.wait());
        QVERIFY(timer.elapsed() >= 145);
    }

    void tokensComeAtTheirPace()
    {
        PracticeLine line({.firstToken = 0ms, .tokensPerSecond = 500});
        const auto tokens = splitTokens(answerText(Prompt, 1).text).size();
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *reply = line.ask(body(true));
        QVERIFY(waitFor(reply));
        QVERIFY(timer.elapsed() >= tokens * 2 - 10); // a loaded machine may take longer, never shorter
        QCOMPARE(tokensIn(reply->readAll()), tokens);
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
        PracticeLine line({.firstToken = 0ms, .tokensPerSecond = 0.01}); // 100 s between two tokens
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
        PracticeLine line({.firstToken = 100s});
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
        PracticeLine line({.firstToken = 0ms, .tokensPerSecond = 1});
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
};

static const bool tstPracticePace = sb::testing::add<TstPracticePace>();

#include "tst_practice_pace.moc"
