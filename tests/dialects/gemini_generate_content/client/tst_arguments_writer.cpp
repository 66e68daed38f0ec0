#include "core/dialects/gemini_generate_content/client/arguments_writer.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using dialects::gemini::ArgumentsWriter;

class TstArgumentsWriter : public QObject
{
    Q_OBJECT

private slots:
    void valuesAtPathsBecomeOneJsonText_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const QByteArrayList &pieces, const QByteArray &json) {
            QTest::newRow(name) << pieces << json;
        };
        row("no value", {}, "{}");
        row("a string in pieces",
            {R"({"jsonPath":"$.a","stringValue":"one ","willContinue":true})",
             R"({"jsonPath":"$.a","stringValue":"two","willContinue":true})", R"({"jsonPath":"$.a","stringValue":""})"},
            R"({"a":"one two"})");
        row("every kind of value",
            {R"({"jsonPath":"$.n","numberValue":1.50})", R"({"jsonPath":"$.b","boolValue":false})",
             R"({"jsonPath":"$.z","nullValue":"NULL_VALUE"})", R"({"jsonPath":"$.s","stringValue":""})"},
            R"({"n":1.50,"b":false,"z":null,"s":""})");
        row("characters that JSON escapes", {"{\"jsonPath\":\"$.a\",\"stringValue\":\"\\\"\\\\\\n🚉\"}"},
            "{\"a\":\"\\\"\\\\\\n🚉\"}");
        row("objects and lists",
            {R"({"jsonPath":"$.a.b[0].c","stringValue":"x"})", R"({"jsonPath":"$.a.b[0].d","numberValue":2})",
             R"({"jsonPath":"$.a.b[1].c","stringValue":"y"})", R"({"jsonPath":"$.a.e","boolValue":true})",
             R"({"jsonPath":"$.f[0]","numberValue":3})", R"({"jsonPath":"$.f[1]","numberValue":4})"},
            R"({"a":{"b":[{"c":"x","d":2},{"c":"y"}],"e":true},"f":[3,4]})");
        row("names in brackets",
            {R"({"jsonPath":"$['a.b']","numberValue":1})", "{\"jsonPath\":\"$[\\\"c]\\\"][0]\",\"numberValue\":2}",
             "{\"jsonPath\":\"$['it\\\\'s']\",\"numberValue\":3}"},
            "{\"a.b\":1,\"c]\":[2],\"it's\":3}");
        row("a list in a list", {R"({"jsonPath":"$.a[0][1]","numberValue":1})"}, R"({"a":[[null,1]]})");
        row("a piece without a value", {R"({"jsonPath":"$.a"})", R"({"jsonPath":"$.b","numberValue":1})"},
            R"({"b":1})");
    }
    void valuesAtPathsBecomeOneJsonText()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QByteArray, json);
        ArgumentsWriter writer;
        QByteArray text;
        for (const QByteArray &piece : std::as_const(pieces)) {
            const auto added = writer.add(*parseJson(piece));
            QVERIFY2(added, piece.constData());
            text += *added;
        }
        QCOMPARE(text + writer.close(), json);
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path :
             {"", "a", "$", "$[", "$[x]", "$[-1]", "$['a", "$.open[0].again", "$.done", "$.open.key"})
            QTest::newRow(path) << QByteArray(path);
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(QByteArray, path);
        ArgumentsWriter writer;
        QVERIFY(writer.add(*parseJson(R"({"jsonPath":"$.done","numberValue":1})")));
        QVERIFY(writer.add(*parseJson(R"({"jsonPath":"$.open[0].again","numberValue":1})")));
        QVERIFY(!writer.add(Json(Json::Object{{"jsonPath", path}, {"numberValue", 1}})));
    }
};

static const bool tstArgumentsWriter = sb::testing::add<TstArgumentsWriter>();

#include "tst_arguments_writer.moc"
