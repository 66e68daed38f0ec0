#include "core/base/random.h"
#include "core/dialects/event_stream.h"
#include "tests/dialects/aws_messages.h"
#include "tests/testing/testing.h"

#include <QTest>
#include <QtEndian>

using namespace sb;
using namespace sb::dialects;
using namespace sb::testing;

using Messages = QList<StreamMessage>;

namespace {

const QByteArray Two =
    awsMessage({{":message-type", "event"}, {":event-type", "chunk"}}, "{\"a\":1}") + awsMessage({}, "");

Messages parsed(const QByteArray &bytes)
{
    EventStreamParser parser;
    return parser.feed(bytes);
}

/// A header of one kind, by the number in front of its value.
QByteArray header(const QByteArray &name, int type, const QByteArray &value)
{
    return char(name.size()) + name + char(type) + value;
}

bool isBroken(const QByteArray &bytes)
{
    EventStreamParser parser;
    const bool silent = parser.feed(bytes).isEmpty();
    return silent && parser.broken();
}

} // namespace

class TstEventStream : public QObject
{
    Q_OBJECT

private slots:
    void theChecksumIsThatOfGzip_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint32>("sum");
        QTest::newRow("nothing") << QByteArray() << 0U;
        QTest::newRow("the check value of CRC-32") << QByteArray("123456789") << 0xCBF43926U;
    }
    void theChecksumIsThatOfGzip()
    {
        QFETCH(QByteArray, bytes);
        QTEST(crc32(bytes), "sum");
    }

    void aMessageIsHeadersAndPayload()
    {
        const Messages messages = parsed(Two);
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages[0].header(":event-type"), QByteArray("chunk"));
        QCOMPARE(messages[0].header(":exception-type"), QByteArray());
        QCOMPARE(messages[0].payload, QByteArray("{\"a\":1}"));
        QCOMPARE(messages[1], StreamMessage());
    }

    void theLengthsAreThoseOfTheSpecification()
    {
        const QByteArray message = awsMessage({{"a", "bc"}}, "xyz");
        QCOMPARE(message.size(), 16 + (1 + 1 + 1 + 2 + 2) + 3);
        QCOMPARE(qFromBigEndian<quint32>(message.constData()), quint32(message.size()));
        QCOMPARE(qFromBigEndian<quint32>(message.constData() + 4), 7U);
    }

    void headersOfEveryKindAreRead()
    {
        const QByteArray headers = header("t", 0, "") + header("f", 1, "") + header("byte", 2, "\x01")
            + header("short", 3, "ab") + header("int", 4, "abcd") + header("long", 5, "abcdefgh")
            + header("bytes", 6, QByteArray("\0\2xy", 4)) + header("text", 7, QByteArray("\0\1z", 3))
            + header("time", 8, "abcdefgh") + header("uuid", 9, "abcdefghijklmnop");
        const Messages messages = parsed(rawAwsMessage(headers, "p"));
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages[0].headers.size(), 10);
        QCOMPARE(messages[0].header("bytes"), QByteArray("xy"));
        QCOMPARE(messages[0].header("text"), QByteArray("z"));
        QCOMPARE(messages[0].header("uuid").size(), 16);
        QCOMPARE(messages[0].payload, QByteArray("p"));
    }

    void anySplitGivesTheSameMessages()
    {
        const Messages whole = parsed(Two);
        for (quint64 seed = 1; seed <= 100; ++seed) {
            SeededRandom random(seed);
            EventStreamParser parser;
            Messages messages;
            QByteArrayView rest(Two);
            while (!rest.isEmpty()) {
                const qsizetype size = std::min(rest.size(), qsizetype(random.below(9)));
                messages += parser.feed(rest.first(size));
                rest = rest.sliced(size);
            }
            QCOMPARE(messages, whole);
            QVERIFY(!parser.broken());
        }
    }

    void aMessageIsTakenWithItsLastByte()
    {
        EventStreamParser parser;
        const QByteArray message = awsMessage({}, "x");
        QVERIFY(parser.feed(message.chopped(1)).isEmpty());
        QVERIFY(!parser.broken());
        QCOMPARE(parser.feed(message.last(1)).size(), 1);
    }

    void everyDamagedByteIsNoticed()
    {
        const QByteArray message = awsMessage({{":event-type", "chunk"}}, "{}");
        for (qsizetype i = 0; i < message.size(); ++i) {
            QByteArray damaged = message;
            damaged[i] = char(damaged[i] ^ 0x20);
            QVERIFY2(isBroken(damaged), qPrintable(QString::number(i)));
        }
    }

    void whatIsNoStreamIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("data: {\"a\":1}\n\n");
        QTest::newRow("shorter than a message can be") << awsPrelude(15, 0) + "xyz";
        QTest::newRow("headers longer than the message") << awsPrelude(20, 5) + "xxxxxxxx";
        QTest::newRow("longer than any message") << awsPrelude(0x7fffffff, 0);
        QTest::newRow("headers longer than any") << awsPrelude(1024 * 1024, 512 * 1024);
        QTest::newRow("a header without a name") << rawAwsMessage(header("", 0, ""), "");
        QTest::newRow("a header of no known kind") << rawAwsMessage(header("a", 10, ""), "");
        QTest::newRow("a header that is cut") << rawAwsMessage(header("a", 7, QByteArray("\0\5xy", 4)), "");
    }
    void whatIsNoStreamIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(isBroken(bytes));
    }

    void nothingComesBehindADamagedMessage()
    {
        QByteArray damaged = Two;
        damaged[20] = char(damaged[20] ^ 1);
        EventStreamParser parser;
        QVERIFY(parser.feed(damaged).isEmpty());
        QVERIFY(parser.feed(Two).isEmpty());
        QVERIFY(parser.broken());
    }

    void aMessageUpToTheLimitIsTaken()
    {
        const QByteArray message = awsMessage({}, QByteArray(100, 'x'));
        EventStreamParser enough(message.size());
        QCOMPARE(enough.feed(message).size(), 1);
        EventStreamParser tight(message.size() - 1);
        QVERIFY(tight.feed(message).isEmpty());
        QVERIFY(tight.broken());
    }
};

static const bool tstEventStream = sb::testing::add<TstEventStream>();

#include "tst_event_stream.moc"
