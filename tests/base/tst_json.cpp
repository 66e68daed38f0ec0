#include "core/base/json.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using sb::Json;

class TstJson : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenIsWrittenAgain_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"null",
                                 "true",
                                 "false",
                                 "0",
                                 "-0",
                                 "1.0",
                                 "1e3",
                                 "1E+3",
                                 "-1.50e-07",
                                 "12345678901234567890",
                                 "-9223372036854775808",
                                 "123456789012345678901234567890",
                                 "0.1000000000000000055511151231257827",

                                 "\"\"",
                                 "\"\\u0000\\u001f\\\"\\\\\\b\\f\\n\\r\\t\"",
                                 "\"日本語 😀 \x7f/\"",
                                 "[]",
                                 "{}",
                                 "[[],{}]",
                                 R"({"z":1,"a":{"y":null,"b":[1.0,2]}})",
                                 R"({"":0,"a":1,"a":2})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatWasWrittenIsWrittenAgain()
    {
        QFETCH(QByteArray, text);
        const auto json = sb::parseJson(text);
        QVERIFY2(json, json ? "" : qPrintable(json.error().message));
        QCOMPARE(json->dump(), text);
    }

    void otherSpellingsOfAStringBecomeTheShortest()
    {
        QCOMPARE(sb::parseJson(R"("\u00e9\ud83d\ude00\/")")->dump(), QByteArray("\"é😀/\""));
    }

    void whatIsNoJsonIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray("") << u"byte 1"_s;
        QTest::newRow("a number beyond a double's range") << QByteArray("1e400") << u"byte 5"_s;
        QTest::newRow("a trailing comma") << QByteArray("[1,]") << u"byte 4"_s;
        QTest::newRow("a second value") << QByteArray("1 2") << u"byte 3"_s;
        QTest::newRow("no quotes") << QByteArray("{a:1}") << u"byte 2"_s;
        QTest::newRow("a leading zero") << QByteArray("01") << u"byte 2"_s;
        QTest::newRow("a lone dot") << QByteArray("1.") << u"byte 3"_s;
        QTest::newRow("not a number") << QByteArray("NaN") << u"byte 1"_s;
        QTest::newRow("a comment") << QByteArray("1 // one") << u"byte 3"_s;
        QTest::newRow("an open string") << QByteArray("\"abc") << u"byte 5"_s;
        QTest::newRow("a line feed in a string") << QByteArray("\"a\nb\"") << u"byte 3"_s;
        QTest::newRow("a lone surrogate") << QByteArray(R"("\ud83d")") << u"byte"_s;
        QTest::newRow("Latin-1") << QByteArray("\"\xE9\"") << u"byte 3"_s;
        QTest::newRow("an overlong character") << QByteArray("\"\xC0\xAF\"") << u"byte 2"_s;
    }
    void whatIsNoJsonIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto json = sb::parseJson(text);
        QVERIFY(!json);
        QCOMPARE(json.error().kind, sb::Error::Kind::InvalidInput);
        QVERIFY2(json.error().message.contains(place), qPrintable(json.error().message));
    }

    void nestingEndsAt512Levels()
    {
        QVERIFY(sb::parseJson(QByteArray(512, '[') + QByteArray(512, ']')));
        QVERIFY(!sb::parseJson(QByteArray(513, '[') + QByteArray(513, ']')));
        QVERIFY(!sb::parseJson(QByteArray(1'000'000, '[')));
    }

    void wholeNumbersAreIntegers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<qint64>("value");
        QTest::newRow("an integer") << QByteArray("3") << true << qint64(3);
        QTest::newRow("with a zero behind the dot") << QByteArray("3.0") << true << qint64(3);
        QTest::newRow("with an exponent") << QByteArray("3e2") << true << qint64(300);
        QTest::newRow("the largest") << QByteArray("9223372036854775807") << true << std::numeric_limits<qint64>::max();
        QTest::newRow("a fraction") << QByteArray("3.5") << false << qint64(0);
        QTest::newRow("too large") << QByteArray("9223372036854775808") << false << qint64(0);
        QTest::newRow("a large float says no exact integer") << QByteArray("1e17") << false << qint64(0);
        QTest::newRow("a string") << QByteArray("\"3\"") << false << qint64(0);
    }
    void wholeNumbersAreIntegers()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, whole);
        QFETCH(qint64, value);
        const auto integer = sb::parseJson(text)->toInteger();
        QCOMPARE(integer.has_value(), whole);
        QCOMPARE(integer.value_or(0), value);
    }

    void numbersOfOurOwnAreShort()
    {
        QCOMPARE(Json(0.1).dump(), QByteArray("0.1"));
        QCOMPARE(Json(1.0).dump(), QByteArray("1"));
        QCOMPARE(Json(qint64(-5)).dump(), QByteArray("-5"));
        QVERIFY(Json(std::numeric_limits<double>::infinity()).isNull());
        QVERIFY(Json(std::numeric_limits<double>::quiet_NaN()).isNull());
    }

    void theLastOfTwoEqualKeysCounts()
    {
        const Json json = *sb::parseJson(R"({"a":1,"b":2,"a":3})");
        QCOMPARE(json["a"].toInteger(), std::optional<qint64>(3));
        QCOMPARE(json.size(), 3);
    }

    void missingThingsAreNull()
    {
        const Json json = *sb::parseJson(R"({"a":[1]})");
        QVERIFY(json["x"]["y"].isNull());
        QVERIFY(json["a"].at(1).isNull());
        QVERIFY(json["a"].at(-1).isNull());
        QVERIFY(!json["a"].find("b"));
        QVERIFY(json.contains("a"));
        QVERIFY(json["a"].toText().isEmpty());
        QVERIFY(!json["a"].toBool());
    }

    void theItemsOfATemporaryOutliveIt()
    {
        const auto parsed = [](const char *text) { return *sb::parseJson(text); };
        QByteArrayList seen;
        for (const Json &item : parsed(R"(["the first of two","the second of two"])").items())
            seen.append(item.toBytes());
        for (const auto &[key, value] : parsed(R"({"a key of some length":1})").members())
            seen.append(key);
        QCOMPARE(seen, (QByteArrayList{"the first of two", "the second of two", "a key of some length"}));
        QVERIFY(parsed("1").items().isEmpty());
        QVERIFY(parsed("1").members().isEmpty());
    }

    void setReplacesInPlaceOrAppends()
    {
        Json json;
        json.set("b", 1);
        json.set("a", "text");
        json.set("b", true);
        QCOMPARE(json.dump(), QByteArray(R"({"b":true,"a":"text"})"));
        json.remove("b");
        QCOMPARE(json.dump(), QByteArray(R"({"a":"text"})"));
        Json list;
        list.append(nullptr);
        list.append(u"é"_s);
        QCOMPARE(list.dump(), QByteArray("[null,\"é\"]"));
    }

    void copiesAreIndependent()
    {
        Json original = *sb::parseJson(R"({"a":{"b":1}})");
        Json copy = original;
        copy.set("a", 2);
        QCOMPARE(original.dump(), QByteArray(R"({"a":{"b":1}})"));
    }

    void filesAreIndented()
    {
        QCOMPARE(sb::parseJson(R"({"a":[1,{}],"b":[]})")->dumpIndented(),
                 QByteArray("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}\n"));
    }

    void equalityIsOfSpellingEquivalenceOfMeaning_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("means");
        QTest::newRow("order of keys") << QByteArray(R"({"a":1,"b":[{"c":1,"d":2}]})")
                                       << QByteArray(R"({"b":[{"d":2,"c":1}],"a":1})") << true;
        QTest::newRow("spelling of numbers") << QByteArray("[1.0,100]") << QByteArray("[1,1e2]") << true;
        QTest::newRow("of a name twice, the last")
            << QByteArray(R"({"a":0,"a":1,"b":2})") << QByteArray(R"({"a":1,"b":2})") << true;
        QTest::newRow("of a name twice, not the first")
            << QByteArray(R"({"a":1,"a":0})") << QByteArray(R"({"a":1})") << false;
        QTest::newRow("order of items") << QByteArray("[1,2]") << QByteArray("[2,1]") << false;
        QTest::newRow("a missing key") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1,"b":null})") << false;
        QTest::newRow("another type") << QByteArray("1") << QByteArray("\"1\"") << false;
        QTest::newRow("a shorter list") << QByteArray("[1]") << QByteArray("[1,2]") << false;
    }
    void equalityIsOfSpellingEquivalenceOfMeaning()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        const Json first = *sb::parseJson(a);
        const Json second = *sb::parseJson(b);
        QVERIFY(!(first == second));
        QVERIFY(first == *sb::parseJson(a));
        QTEST(sb::equivalent(first, second), "means");
        QTEST(sb::equivalent(second, first), "means");
        QVERIFY(sb::equivalent(first, first));
    }

    void aTextMayBeginWithAByteOrderMark()
    {
        const QString text = sb::parseJson("\"\xEF\xBB\xBF\xEF\xBB\xBFx\"")->toText();
        QCOMPARE(text, u"\uFEFF\uFEFFx"_s);
        QCOMPARE(Json(text).dump(), QByteArray("\"\xEF\xBB\xBF\xEF\xBB\xBFx\""));
    }

    void typesHaveNames()
    {
        const Json all = *sb::parseJson(R"([null,true,1,"",[],{}])");
        const QList<QByteArray> names{"null", "boolean", "number", "string", "array", "object"};
        for (qsizetype i = 0; i < names.size(); ++i)
            QCOMPARE(QByteArray(all.at(i).typeName()), names[i]);
    }
};

static const bool tstJson = sb::testing::add<TstJson>();

#include "tst_json.moc"
