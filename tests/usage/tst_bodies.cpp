#include "core/usage/store/bodies.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"

#include "core/usage/store/connection.h"
#include "core/usage/store/migration.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

/// JSON written with ' for \": moc of Qt 6.4 loses its way in raw strings.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

Json parsed(const QByteArray &text)
{
    return parseJson(quoted(text)).value();
}

RecordKey key(qint64 seq)
{
    return {.ledger = Ledger::Real, .seq = seq};
}

} // namespace

class TstBodies final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"a.sqlite"_s);
        m_connection = std::move(Connection::open(m_path, Connection::Mode::Write).value());
        QVERIFY(migrate(*m_connection, m_path, registerMigrations()));
    }
    void cleanup()
    {
        m_connection.reset();
        m_folder.reset();
    }

    void aBodyComesBackAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("messages between other members")
            << "{'model':'m','messages':[{'role':'user','content':'é'}],'temperature':1.0,'seed':9007199254740993}"_ba;
        QTest::newRow("no messages") << "{'input':'text to embed'}"_ba;
        QTest::newRow("an empty list of messages") << "{'messages':[],'model':'m'}"_ba;
        QTest::newRow("the same message twice")
            << "{'messages':[{'role':'user','content':'hi'},{'role':'user','content':'hi'}]}"_ba;
        QTest::newRow("messages that are no list") << "{'messages':'oops'}"_ba;
        QTest::newRow("no object at all") << "['a',1.50]"_ba;
        QTest::newRow("a long text") << "{'messages':[{'role':'user','content':'" + QByteArray(5000, 'x') + "'}]}";
    }
    void aBodyComesBackAsItWasWritten()
    {
        QFETCH(QByteArray, text);
        text = quoted(text);
        BodyWriter writer(*m_connection);
        writer.store(key(1), BodyWriter::Part::Request, parsed(text));
        writer.store(key(1), BodyWriter::Part::Answer, parsed(text));
        QVERIFY(!m_connection->failed());
        BodyReader reader(*m_connection);
        QCOMPARE(reader.body(key(1), BodyWriter::Part::Request).dump(), text);
        QCOMPARE(reader.body(key(1), BodyWriter::Part::Answer).dump(), text);
        QVERIFY(reader.body(key(2), BodyWriter::Part::Request).isNull());
    }

    void aConversationKeepsEachMessageOnce()
    {
        BodyWriter writer(*m_connection);
        Json request = parsed("{'model':'m','messages':[]}");
        Json messages = Json::array();
        for (int turn = 1; turn <= 8; ++turn) {
            messages.append(parsed("{'role':'user','content':'turn " + QByteArray::number(turn) + "'}"));
            request.set("messages", messages);
            writer.store(key(turn), BodyWriter::Part::Request, request);
        }
        QCOMPARE(valueOf(m_path, "SELECT count(*) FROM piece"), u"9"_s); // 8 messages, one skeleton
        QCOMPARE(BodyReader(*m_connection).body(key(8), BodyWriter::Part::Request).dump(), request.dump());
    }

    void decisionsThatDifferInNumbersShareTheirShape()
    {
        BodyWriter writer(*m_connection);
        const auto decision = [](int i) {
            return parsed("{'candidates':[{'endpoint':'a/b','probability':0." + QByteArray::number(i)
                          + "0,'bound':'0.00" + QByteArray::number(i) + "'}],'excluded':[],'practice':false}");
        };
        for (int i = 1; i <= 50; ++i)
            writer.storeDecision(key(i), decision(i));
        QCOMPARE(valueOf(m_path, "SELECT count(*) FROM piece"), u"1"_s);
        QCOMPARE(BodyReader(*m_connection).decision(key(37)).dump(), decision(37).dump());
        QVERIFY(BodyReader(*m_connection).decision(key(99)).isNull());
    }

    void numbersAreTakenOutAndPutBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shape");
        QTest::newRow("none") << "{'a':'b','c':null,'d':[true,'']}"_ba
                              << "{'a':'b','c':null,'d':[true,'']}"_ba;
        QTest::newRow("in every place") << "[1,{'a':-2.50,'b':[3e10,'4.5','e5','0']},18446744073709551615]"_ba
                                        << "[0,{'a':0,'b':[0,'0','0','0']},0]"_ba;
        QTest::newRow("not inside text") << "['at 5 o\\'clock','\\\\',7,'12 %']"_ba
                                         << "['at 5 o\\'clock','\\\\',0,'12 %']"_ba;
        QTest::newRow("a key") << "{'17':18}"_ba
                               << "{'0':0}"_ba;
        QTest::newRow("a number alone") << "17"_ba
                                        << "0"_ba;
    }
    void numbersAreTakenOutAndPutBack()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shape);
        const NumberedText split = splitNumbers(quoted(text));
        QCOMPARE(split.shape, quoted(shape));
        QCOMPARE(joinNumbers(split), quoted(text));
        QCOMPARE(unpackNumbers(packNumbers(split.numbers)), split.numbers);
    }

    void aSearchFindsWordsAndNoPictures()
    {
        const QString text = searchableText(parsed(
            "{'role':'user','content':[{'type':'text','text':'fog'},{'type':'image_url','image_url':{'url':'data:x'}}],"
            "'tool_calls':[{'id':'call_9','function':{'name':'look','arguments':'the harbor'}}]}"));
        QVERIFY(text.contains(u"fog"_s));
        QVERIFY(text.contains(u"harbor"_s));
        for (const QString &word : {u"data"_s, u"call_9"_s, u"user"_s, u"image_url"_s})
            QVERIFY2(!text.contains(word), qPrintable(word));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Connection> m_connection;
};

static const bool tstBodies = sb::testing::add<TstBodies>();

#include "tst_bodies.moc"
