#include "core/base/json_fields.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

namespace {

enum class Color
{
    Red,
    Green
};
constexpr std::array<NamedValue<Color>, 2> ColorNames{{{"red", Color::Red}, {"green", Color::Green}}};

// JSON with ' for ", so that it can be read here.
Json parse(QByteArray text)
{
    return parseJson(text.replace('\'', '"')).value();
}

QString messageOf(const JsonFields &fields)
{
    const auto result = fields.result(true);
    return result ? QString() : result.error().message;
}

} // namespace

class TstJsonFields : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsThere()
    {
        JsonFields fields(parse("{'flag': true, 'text': 'a', 'number': 7, 'list': ['x', 'y'], 'color': 'green', "
                                "'day': '2026-07-02', 'version': 1}"));
        fields.version(1);
        QCOMPARE(fields.flag("flag", false), true);
        QCOMPARE(fields.requiredText("text"), u"a"_s);
        QCOMPARE(fields.integer("number", 0, 10), std::optional<qint64>(7));
        QCOMPARE(fields.texts("list"), QStringList({u"x"_s, u"y"_s}));
        QCOMPARE(fields.choice("color", ColorNames, Color::Red), Color::Green);
        QCOMPARE(fields.day("day"), QDate(2026, 7, 2));
        QVERIFY(fields.unread().isNull());
        QVERIFY(!fields.failed());
    }

    void givesTheFallbackForWhatIsMissing()
    {
        JsonFields fields(Json::object());
        QCOMPARE(fields.flag("flag", true), true);
        QCOMPARE(fields.text("text", u"b"_s), u"b"_s);
        QCOMPARE(fields.integer("number", 0), std::nullopt);
        QCOMPARE(fields.texts("list"), QStringList());
        QCOMPARE(fields.choice("color", ColorNames, Color::Red), Color::Red);
        QVERIFY(!fields.day("day").isValid());
        QVERIFY(!fields.failed());
    }

    void saysWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("a flag") << QByteArray("{'flag': 'yes'}") << u"f: flag: expected true or false, found \"yes\""_s;
        QTest::newRow("null is no flag") << QByteArray("{'flag': null}")
                                         << u"f: flag: expected true or false, found null"_s;
        QTest::newRow("a text") << QByteArray("{'text': []}") << u"f: text: expected a text, found array"_s;
        QTest::newRow("a number below its range")
            << QByteArray("{'number': -1}") << u"f: number: expected a whole number from 0 to 10, found -1"_s;
        QTest::newRow("a number that is not whole")
            << QByteArray("{'number': 1.5}") << u"f: number: expected a whole number from 0 to 10, found 1.5"_s;
        QTest::newRow("a list") << QByteArray("{'list': ['x', 1]}")
                                << u"f: list: expected a list of texts, found array"_s;
        QTest::newRow("a choice") << QByteArray("{'color': 'blue'}")
                                  << u"f: color: expected \"red\", \"green\", found \"blue\""_s;
        QTest::newRow("a day") << QByteArray("{'day': '2026-02-30'}")
                               << u"f: day: expected a day such as \"2026-07-02\", found \"2026-02-30\""_s;
        QTest::newRow("an object") << QByteArray("{'nested': 3}") << u"f: nested: expected an object, found 3"_s;
        QTest::newRow("a member of a nested object")
            << QByteArray("{'nested': {'flag': 3}}") << u"f: nested.flag: expected true or false, found 3"_s;
        QTest::newRow("an unknown member of a nested object")
            << QByteArray("{'nested': {'flagg': true}}")
            << u"f: nested.flagg: this member is not known; check its spelling"_s;
        QTest::newRow("no object at all") << QByteArray("[]") << u"f: expected an object, found array"_s;
        QTest::newRow("the first of two")
            << QByteArray("{'text': 1, 'flag': 1}") << u"f: flag: expected true or false, found 1"_s;
        QTest::newRow("a long value by its type") << QByteArray("{'flag': '" + QByteArray(50, 'x') + "'}")
                                                  << u"f: flag: expected true or false, found string"_s;
    }
    void saysWhatWasExpected()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        JsonFields fields(parse(json), {}, u"f"_s);
        fields.flag("flag", false);
        fields.text("text");
        fields.integer("number", 0, 10);
        fields.texts("list");
        fields.choice("color", ColorNames, Color::Red);
        fields.day("day");
        fields.object("nested", [](JsonFields &nested) { nested.flag("flag", false); });
        QCOMPARE(messageOf(fields), message);
        QCOMPARE(fields.result(1).error().kind, Error::Kind::InvalidInput);
    }

    void refusesAMissingOrNewerVersion_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << QByteArray("{}") << u"version: expected 2, but it is missing"_s;
        QTest::newRow("newer") << QByteArray("{'version': 3}")
                               << u"version: expected 2 at most; a newer Signalbox wrote this file, found 3"_s;
        QTest::newRow("older") << QByteArray("{'version': 1}") << QString();
    }
    void refusesAMissingOrNewerVersion()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, message);
        JsonFields fields(parse(json));
        fields.version(2);
        QCOMPARE(messageOf(fields), message);
    }

    void knowsWhatWasNotAskedFor()
    {
        JsonFields fields(parse("{'a': 1, 'b': 2.0, 'c': 3}"), u"list[2]"_s);
        fields.integer("a", 0);
        QCOMPARE(fields.unread(), parse("{'b': 2.0, 'c': 3}"));
        fields.refuseUnread();
        QCOMPARE(messageOf(fields), u"list[2].b: this member is not known; check its spelling"_s);
    }
};

static const bool tstJsonFields = sb::testing::add<TstJsonFields>();

#include "tst_json_fields.moc"
