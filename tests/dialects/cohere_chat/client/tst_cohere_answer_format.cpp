#include "core/dialects/cohere_chat/client/answer_format.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects::cohere;

class TstCohereAnswerFormat : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerCanBeHeldToASchemaWithinItsLimits_data()
    {
        QTest::addColumn<QByteArray>("property"); // the schema of the only one, which is required
        QTest::addColumn<bool>("takes");
        QTest::newRow("a text") << QByteArray(R"({"type":"string"})") << true;
        QTest::newRow("anything") << QByteArray("true") << true;
        QTest::newRow("a day") << QByteArray(R"({"type":"string","format":"date"})") << true;
        QTest::newRow("an address") << QByteArray(R"({"type":"string","format":"email"})") << false;
        QTest::newRow("a pattern") << QByteArray(R"({"type":"string","pattern":"[a-z]+"})") << true;
        QTest::newRow("a pattern with its ends") << QByteArray(R"({"type":"string","pattern":"^a$"})") << false;
        QTest::newRow("a number with a limit") << QByteArray(R"({"type":"number","maximum":5})") << false;
        QTest::newRow("one of two") << QByteArray(R"({"anyOf":[{"type":"null"},{"type":"string"}]})") << true;
        QTest::newRow("exactly one of two") << QByteArray(R"({"oneOf":[{"type":"null"},{"type":"string"}]})") << false;
        QTest::newRow("one of two, with a limit") << QByteArray(R"({"anyOf":[{"minLength":1}]})") << false;
        QTest::newRow("a list") << QByteArray(R"({"type":"array","items":{"type":"string"}})") << true;
        QTest::newRow("a list with a length") << QByteArray(R"({"type":"array","minItems":1})") << false;
        QTest::newRow("a list of what has a limit")
            << QByteArray(R"({"type":"array","items":{"type":"integer","minimum":1}})") << false;
        QTest::newRow("an object that requires nothing")
            << QByteArray(R"({"type":"object","properties":{"b":{"type":"string"}}})") << false;
        QTest::newRow("an object that requires something")
            << QByteArray(R"({"type":"object","properties":{"b":{"type":"string"}},"required":["b"]})") << true;
    }
    void anAnswerCanBeHeldToASchemaWithinItsLimits()
    {
        QFETCH(QByteArray, property);
        const auto schema = parseJson(R"({"type":"object","properties":{"a":)" + property + R"(},"required":["a"]})");
        QVERIFY(schema);
        QTEST(takesSchema(*schema), "takes");
    }

    void onlyAnObjectCanBeTheAnswer()
    {
        QVERIFY(!takesSchema(*parseJson(R"({"type":"string"})")));
        QVERIFY(!takesSchema(Json()));
    }
};

static const bool tstCohereAnswerFormat = sb::testing::add<TstCohereAnswerFormat>();

#include "tst_cohere_answer_format.moc"
