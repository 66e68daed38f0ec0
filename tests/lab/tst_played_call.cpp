#include "core/lab/played_call.h"
#include "core/lab/stage.h"
#include "core/lab/virtual_clock.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using lab::Performance;
using net::HttpEnd;
using std::chrono::milliseconds;
using Stop = Performance::Stop;

Q_DECLARE_METATYPE(Performance)

namespace {

constexpr net::HttpClocks usual{};

net::HttpHead chunked()
{
    return {.status = 200, .headers = {{"content-type", "text/event-stream"}, {"transfer-encoding", "chunked"}}};
}

/// What one played exchange said, and when.
class PlayedLog
{
public:
    PlayedLog(const Performance &play, const net::HttpClocks &clocks)
        : stage(clock, [play](const net::HttpRequest &) { return play; })
        , call(stage.send({.url = QUrl(u"https://played.test/v1"_s), .body = "{}"}, clocks))
    {
        const auto hear = [this](auto signal, auto slot) { QObject::connect(call.get(), signal, call.get(), slot); };
        hear(&net::HttpCall::headReceived, [this](const net::HttpHead &head) { status = head.status; });
        hear(&net::HttpCall::bodyReceived, [this](const QByteArray &bytes) {
            body += bytes;
            if (bytes.startsWith("text"))
                call->contentArrived();
        });
        hear(&net::HttpCall::ended, [this](const HttpEnd &how) {
            end = how;
            endedAt = std::chrono::duration_cast<milliseconds>(clock.steady());
        });
    }
    /// Until nothing is left to happen, or it has ended.
    void play()
    {
        while (!end && clock.ringNext()) { }
    }

    lab::VirtualClock clock{WallTime{}};
    lab::Stage stage;
    std::unique_ptr<net::HttpCall> call;
    int status = 0;
    QByteArray body;
    std::optional<HttpEnd> end;
    milliseconds endedAt{-1};
};

} // namespace

/// The clocks and the classifier of real exchanges, told what a performance says.
class TstPlayedCall : public QObject
{
    Q_OBJECT

private slots:
    void anExchangeEndsAsARealOneWould_data()
    {
        QTest::addColumn<Performance>("play");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<milliseconds>("after");
        using Kind = HttpEnd::Kind;
        using Phase = HttpEnd::Phase;
        const auto row = [](const char *name, const Performance &play, Kind kind, Phase phase, bool sent,
                            milliseconds after) {
            QTest::newRow(name) << play << int(kind) << int(phase) << sent << after;
        };
        row("whole", {.answer = chunked(), .body = {{.bytes = "text"}}}, Kind::Complete, Phase::None, true, 330ms);
        row("refused", {.connect = 5ms, .error = QNetworkReply::ConnectionRefusedError}, Kind::Refused, Phase::None,
            false, 5ms);
        row("no such host", {.connect = 5ms, .error = QNetworkReply::HostNotFoundError}, Kind::Refused, Phase::None,
            false, 5ms);
        row("no secure connection", {.connect = 5ms, .error = QNetworkReply::SslHandshakeFailedError}, Kind::TlsFailed,
            Phase::None, false, 5ms);
        row("reset before the head", {.error = QNetworkReply::RemoteHostClosedError}, Kind::Reset, Phase::None, true,
            330ms);
        row("cut", {.answer = chunked(), .body = {{.bytes = "text"}}, .error = QNetworkReply::RemoteHostClosedError},
            Kind::Cut, Phase::None, true, 330ms);
        row("a redirect", {.answer = {.status = 307, .headers = {{"location", "/"}}}}, Kind::Redirected, Phase::None,
            true, 330ms);
        row("no connection", {.stop = Stop::Connecting}, Kind::TimedOut, Phase::Connect, false, 10s);
        row("nothing is taken", {.stop = Stop::Uploading}, Kind::TimedOut, Phase::Upload, true, 30'020ms);
        row("no head", {.stop = Stop::BeforeHead}, Kind::TimedOut, Phase::FirstByte, true, 30'030ms);
        row("no content", {.stop = Stop::InBody, .answer = chunked()}, Kind::TimedOut, Phase::FirstContent, true,
            60'030ms);
        row("signs of life are no content",
            {.stop = Stop::InBody, .answer = chunked(), .again = lab::Piece{.after = 5s, .bytes = ": ping\n\n"}},
            Kind::TimedOut, Phase::FirstContent, true, 60'030ms);
        row("content and no more", {.stop = Stop::InBody, .answer = chunked(), .body = {{.bytes = "text"}}},
            Kind::TimedOut, Phase::Idle, true, 60'330ms);
    }
    void anExchangeEndsAsARealOneWould()
    {
        QFETCH(Performance, play);
        PlayedLog log(play, usual);
        log.play();
        QVERIFY(log.end);
        QTEST(int(log.end->kind), "kind");
        QTEST(int(log.end->phase), "phase");
        QTEST(log.end->sent, "sent");
        QTEST(log.endedAt, "after");
        QCOMPARE(log.status, play.stop == Stop::Nowhere || play.stop == Stop::InBody ? play.answer.status : 0);
    }

    void aClockThatIsOffEndsNothing()
    {
        PlayedLog log({.stop = Stop::BeforeHead}, {.firstByte = 0ms, .firstContent = 0ms, .idle = 0ms});
        for (int i = 0; i < 100'000 && !log.end; ++i) // a look for sleep a second
            QVERIFY(log.clock.ringNext());
        QVERIFY(!log.end);
        QVERIFY(log.clock.steady() > 24h);
    }

    void piecesComeAtTheirTimes()
    {
        PlayedLog log(
            {.answer = chunked(),
             .body = {{.bytes = "text a"}, {.after = 40s, .bytes = "text b"}, {.after = 40s, .bytes = "text c"}},
             .end = 1s},
            usual);
        log.play();
        QCOMPARE(log.body, "text atext btext c");
        QCOMPARE(log.end->kind, HttpEnd::Kind::Complete);
        QVERIFY(log.endedAt == 81'330ms);
    }

    void anAbortIsToldOnceAndFromTheEventLoop()
    {
        PlayedLog log({.stop = Stop::InBody, .answer = chunked(), .body = {{.bytes = "text"}}}, usual);
        while (log.body.isEmpty())
            QVERIFY(log.clock.ringNext());
        log.call->abort();
        QVERIFY(!log.end);
        log.play();
        QCOMPARE(log.end->kind, HttpEnd::Kind::Aborted);
        QVERIFY(log.end->sent);
        log.end.reset();
        log.call->abort();
        for (int i = 0; i < 10 && log.clock.ringNext(); ++i) { }
        QVERIFY(!log.end);
    }

    void aPausedReaderHasNoClockAndLosesNothing()
    {
        PlayedLog log({.answer = chunked(), .body = {{.bytes = "text a"}, {.after = 1s, .bytes = "text b"}}}, usual);
        while (log.body.isEmpty())
            QVERIFY(log.clock.ringNext());
        log.call->pause(true);
        const auto until = log.clock.steady() + 10min;
        while (log.clock.steady() < until)
            QVERIFY(log.clock.ringNext());
        QCOMPARE(log.body, "text a");
        QVERIFY(!log.end);
        log.call->pause(false);
        log.play();
        QCOMPARE(log.body, "text atext b");
        QCOMPARE(log.end->kind, HttpEnd::Kind::Complete);
    }

    void whatFallsDueInASleepGetsTenSecondsAfterIt()
    {
        PlayedLog log({.stop = Stop::BeforeHead}, usual);
        while (log.clock.steady() < 20s)
            QVERIFY(log.clock.ringNext());
        log.clock.sleep(1h);
        log.play();
        QCOMPARE(log.end->phase, HttpEnd::Phase::FirstByte);
        QVERIFY(log.end->detail.contains("slept"_L1));
        QVERIFY(log.endedAt < 40s);
    }

    void aCallMayBeDeletedInItsOwnSignals()
    {
        PlayedLog log({.answer = chunked(), .body = {{.bytes = "text"}}}, usual);
        QObject::connect(log.call.get(), &net::HttpCall::bodyReceived, qApp, [&log] { log.call.reset(); });
        log.play();
        QVERIFY(!log.call);
        QVERIFY(!log.end);
    }

    void timesAreThoseOfAnExchange()
    {
        PlayedLog log({.answer = chunked(), .body = {{.after = 5ms, .bytes = "text"}}}, usual);
        log.play();
        const net::HttpTimes times = log.call->times();
        QVERIFY(times.socketStarted == 0ms);
        QVERIFY(times.sent == 30ms);
        QVERIFY(times.head == 330ms);
        QVERIFY(times.firstBody == 335ms);
        QVERIFY(times.ended == 335ms);
    }
};

static const bool tstPlayedCall = sb::testing::add<TstPlayedCall>();

#include "tst_played_call.moc"
