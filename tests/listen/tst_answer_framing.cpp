#include "core/listen/answer_framing.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb::listen;

namespace {

constexpr AnsweredRequest Plain = {};
constexpr AnsweredRequest HeadRequest = {.isHead = true};
constexpr AnsweredRequest Old = {.isHttp10 = true, .keepsAlive = false};
constexpr AnsweredRequest OldThatStays = {.isHttp10 = true, .keepsAlive = true};
constexpr AnsweredRequest Last = {.keepsAlive = false};

} // namespace

Q_DECLARE_METATYPE(AnsweredRequest)

class TstAnswerFraming : public QObject
{
    Q_OBJECT

private slots:
    void framesAWholeAnswer_data()
    {
        QTest::addColumn<AnsweredRequest>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("keeps");

        QTest::newRow("HTTP/1.1") << Plain << 200
                                  << QByteArray("HTTP/1.1 200 OK\r\nA: b\r\nDate: D\r\nContent-Length: 2\r\n\r\nhi")
                                  << true;
        QTest::newRow("HEAD") << HeadRequest << 200
                              << QByteArray("HTTP/1.1 200 OK\r\nA: b\r\nDate: D\r\nContent-Length: 2\r\n\r\n") << true;
        QTest::newRow("204 has no body") << Plain << 204
                                         << QByteArray("HTTP/1.1 204 No Content\r\nA: b\r\nDate: D\r\n\r\n") << true;
        QTest::newRow("to be closed")
            << Last << 404
            << QByteArray(
                   "HTTP/1.1 404 Not Found\r\nA: b\r\nDate: D\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi")
            << false;
        QTest::newRow("HTTP/1.0 that stays")
            << OldThatStays << 200
            << QByteArray("HTTP/1.1 200 OK\r\nA: b\r\nDate: D\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi")
            << true;
        QTest::newRow("a status without a name")
            << Plain << 599 << QByteArray("HTTP/1.1 599 Status\r\nA: b\r\nDate: D\r\nContent-Length: 2\r\n\r\nhi")
            << true;
    }
    void framesAWholeAnswer()
    {
        QFETCH(const AnsweredRequest, request);
        QFETCH(const int, status);
        QFETCH(const QByteArray, expected);
        QFETCH(const bool, keeps);
        AnswerFraming framing(request, "D");
        QByteArray sent = framing.whole(status, {{"A", "b"}}, "hi");
        sent += framing.chunk("hi");
        QCOMPARE(sent, expected);
        QCOMPARE(framing.keepsConnection(), keeps);
    }

    void framesAStream_data()
    {
        QTest::addColumn<AnsweredRequest>("request");
        QTest::addColumn<Framing>("framing");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("keeps");

        QTest::newRow("chunked") << Plain << Framing::Chunked
                                 << QByteArray(
                                        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nc\r\n0123456789ab\r\n0\r\n\r\n")
                                 << true;
        QTest::newRow("chunked to HEAD") << HeadRequest << Framing::Chunked
                                         << QByteArray("Transfer-Encoding: chunked\r\n\r\n") << true;
        QTest::newRow("HTTP/1.0 knows no chunks")
            << OldThatStays << Framing::Chunked << QByteArray("Connection: close\r\n\r\nabc0123456789ab") << false;
        QTest::newRow("until the end of the connection")
            << Plain << Framing::CloseDelimited << QByteArray("Connection: close\r\n\r\nabc0123456789ab") << false;
        QTest::newRow("by length, and no byte more")
            << Plain << Framing::ContentLength << QByteArray("Content-Length: 10\r\n\r\nabc0123456") << true;
    }
    void framesAStream()
    {
        QFETCH(const AnsweredRequest, request);
        QFETCH(const Framing, framing);
        QFETCH(const QByteArray, expected);
        QFETCH(const bool, keeps);
        AnswerFraming answer(request, "D");
        QByteArray sent = answer.start(200, {{"Content-Length", "10"}}, framing);
        for (const char *bytes : {"abc", "", "0123456789ab"})
            sent += answer.chunk(bytes);
        sent += answer.end();
        QCOMPARE(sent, "HTTP/1.1 200 OK\r\nDate: D\r\n" + expected);
        QCOMPARE(answer.keepsConnection(), keeps);
    }

    void knowsThatAnAnswerIsShort()
    {
        AnswerFraming answer(Plain, "D");
        (void)answer.start(200, {{"content-length", "3"}}, Framing::ContentLength);
        QVERIFY(answer.isShort());
        (void)answer.chunk("abc");
        QVERIFY(!answer.isShort());
    }

    void aLineBreakInAValueStartsNoHeader()
    {
        AnswerFraming answer(Plain, "D");
        const QByteArray head = answer.whole(200, {{"A", "b\r\nSet-Cookie: c"}, {"E\n", "f"}}, {});
        QVERIFY(head.contains("\r\nA: b  Set-Cookie: c\r\nE : f\r\n"));
    }

    void framingHeadersAndASecondDateAreNotTheCallers()
    {
        AnswerFraming answer(Plain, "D");
        const QByteArray head = answer.start(
            200, {{"Transfer-Encoding", "gzip"}, {"Connection", "upgrade"}, {"Date", "mine"}}, Framing::Chunked);
        QCOMPARE(head, "HTTP/1.1 200 OK\r\nDate: mine\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    void writesDatesAsHttpWantsThem()
    {
        QCOMPARE(httpDate(784111777), "Sun, 06 Nov 1994 08:49:37 GMT"); // the example of RFC 9110
    }
};

static const bool tstAnswerFraming = sb::testing::add<TstAnswerFraming>();
#include "tst_answer_framing.moc"
