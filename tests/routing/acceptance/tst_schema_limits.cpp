// Which schemas cannot be checked, and that none takes long to find out.

#include "core/routing/acceptance/bounded_pattern.h"
#include "tests/routing/acceptance/judged.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

class TstSchemaLimits final : public QObject
{
    Q_OBJECT
private slots:
    void whatCannotBeCheckedSaysWhere_data();
    void whatCannotBeCheckedSaysWhere();
    void hostileSchemasAndValuesEnd_data();
    void hostileSchemasAndValuesEnd();
    void aDeepTreeIsChecked();
    void aPatternIsAsLargeAsItsRepetitionsMakeIt_data();
    void aPatternIsAsLargeAsItsRepetitionsMakeIt();
    void patternsThatTakeLongToReadAreCountedTogether();
};

void TstSchemaLimits::whatCannotBeCheckedSaysWhere_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("reason");
    const auto cannot = [](const char *name, const char *schema, const QString &reason) {
        QTest::newRow(name) << QByteArray(schema) << reason;
    };
    cannot("an unknown keyword", R"({"color": "red"})", u"cannot check the keyword “color”"_s);
    cannot("an unknown keyword far down", R"({"properties": {"a": {"anyOf": [true, {"items": {"x-y": 1}}]}}})",
           u"properties.a.anyOf[1].items: cannot check the keyword “x-y”"_s);
    cannot("unused definitions, too", R"({"$defs": {"a": {"color": 1}}})",
           u"$defs.a: cannot check the keyword “color”"_s);
    for (const char *keyword :
         {"$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$vocabulary", "id", "additionalItems", "dependencies",
          "contentEncoding", "contentSchema", "divisibleBy", "discriminator"})
        cannot(keyword, QByteArray(R"({")" + QByteArray(keyword) + R"(": "x"})").constData(),
               u"cannot check the keyword “%1”"_s.arg(QLatin1StringView(keyword)));
    for (const char *keyword : {"prefixItems", "dependentRequired", "unevaluatedItems", "minContains", "$anchor"})
        cannot(QByteArray("draft-07 has no " + QByteArray(keyword)).constData(),
               QByteArray(R"({"$schema": "http://json-schema.org/draft-07/schema", ")" + QByteArray(keyword)
                          + R"(": "x"})")
                   .constData(),
               u"cannot check the keyword “%1”"_s.arg(QLatin1StringView(keyword)));
    cannot(
        "nullable", R"({"properties": {"a": {"type": "string", "nullable": true}}})",
        u"properties.a.nullable: cannot be checked: JSON Schema has no such keyword, and providers differ; name null as a type"_s);
    cannot("another draft", R"({"$schema": "https://json-schema.org/draft/2019-09/schema"})",
           u"$schema: only draft 2020-12 and draft-07 can be checked"_s);
    cannot("another draft below", R"({"$defs": {"a": {"$schema": "http://json-schema.org/draft-07/schema"}}})",
           u"$defs.a.$schema: cannot be checked below the top"_s);
    const QString nowhere = u"cannot be checked: it leads to no schema of this document"_s;
    cannot("a remote reference", R"({"$ref": "https://example.com/x"})", u"$ref: "_s + nowhere);
    cannot("a reference to nothing", R"({"items": {"$ref": "#/$defs/a"}})", u"items.$ref: "_s + nowhere);
    cannot("a reference into a value", R"({"const": {"a": {}}, "$ref": "#/const/a"})", u"$ref: "_s + nowhere);
    const QString circle = u"cannot be checked: its references go round in a circle"_s;
    cannot("a reference to itself", R"({"$ref": "#"})", circle);
    cannot("a circle of three",
           R"({"$defs": {"a": {"anyOf": [{"$ref": "#/$defs/b"}]}, "b": {"not": {"$ref": "#/$defs/a"}}}})",
           u"$defs.a: "_s + circle);
    cannot("no schema", "5", u"cannot be checked, expected a schema"_s);
    cannot("items as a list", R"({"items": [{}]})", u"items: cannot be checked, expected a schema"_s);
    cannot("required of draft 3", R"({"required": true})", u"required: cannot be checked, expected a list of names"_s);
    cannot("exclusiveMinimum of draft 4", R"({"minimum": 1, "exclusiveMinimum": true})",
           u"exclusiveMinimum: cannot be checked, expected a number"_s);
    cannot("a negative size", R"({"minLength": -1})",
           u"minLength: cannot be checked, expected a whole number of at least 0"_s);
    cannot(
        "a wrong type", R"({"properties": {"a": {"type": "text"}}})",
        u"properties.a.type: cannot be checked, expected string, number, integer, boolean, object, array or null, or a list"_s);
    cannot("an empty anyOf", R"({"anyOf": []})", u"anyOf: cannot be checked, expected a list of schemas"_s);
    cannot("multipleOf 0", R"({"multipleOf": 0})",
           u"multipleOf: cannot be checked, expected a number above 0 of at most 18 digits"_s);
    cannot("a keyword twice", R"({"type": "string", "type": "null"})", u"type: the keyword occurs twice"_s);
    cannot("a property twice", R"({"properties": {"a": true, "a": false}})", u"properties.a: the name occurs twice"_s);
    cannot("an id twice", R"({"$defs": {"a": {"$id": "x"}, "b": {"$id": "x"}}})",
           u"$defs.b.$id: cannot be checked, expected a URI that occurs once"_s);
    cannot("no regular expression", R"({"pattern": "a("})",
           u"pattern: no regular expression: missing closing parenthesis at character 3"_s);
    cannot("a pattern that means something else to PCRE", R"({"pattern": "a++"})",
           u"pattern: a pattern that cannot be checked: see its character 3"_s);
}

void TstSchemaLimits::whatCannotBeCheckedSaysWhere()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, reason);
    QCOMPARE(judged(schema, "null"), u"cannot: "_s + reason);
}

void TstSchemaLimits::hostileSchemasAndValuesEnd_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QByteArray doubling = R"({"$defs": {"a0": {"type": "string"})";
    for (int i = 1; i < 60; ++i) {
        const QByteArray inner = R"({"$ref": "#/$defs/a)" + QByteArray::number(i - 1) + "\"}";
        doubling += ", \"a" + QByteArray::number(i) + R"(": {"anyOf": [)" + inner + "," + inner + "]}";
    }
    QTest::newRow("alternatives that double") << doubling + R"(}, "$ref": "#/$defs/a59"})" << QByteArray("1");
    QTest::newRow("a pattern that runs away")
        << QByteArray(R"({"pattern": "^(a+)+$"})") << '"' + QByteArray(5000, 'a') + "b\"";
    QByteArray chain = R"({"$defs": {"a0": true)";
    for (int i = 1; i < 5000; ++i)
        chain += ", \"a" + QByteArray::number(i) + R"(": {"$ref": "#/$defs/a)" + QByteArray::number(i - 1) + "\"}";
    QTest::newRow("a long chain of references") << chain + R"(}, "$ref": "#/$defs/a4999"})" << QByteArray("1");
    QTest::newRow("too many schemas") << "{\"anyOf\": [" + QByteArray("{},").repeated(11'000) + "{}]}"
                                      << QByteArray("1");
    QTest::newRow("long names below each other")
        << nested(R"({"properties": {")" + QByteArray(1000, 'n') + "\": ", "}}", 100, "true") << QByteArray("1");
    const auto counted = [](const char *open, int times, const char *close) {
        QByteArrayList all;
        for (int i = 0; i < times; ++i)
            all.append(open + QByteArray::number(i) + close);
        return "{" + all.join(',') + "}";
    };
    QTest::newRow("many patterns for many members")
        << "{\"patternProperties\": " + counted("\"x", 400, "\": true") + "}" << counted("\"m", 5000, "\": 1");
    QTest::newRow("patterns that take long to be read")
        << "{\"patternProperties\": " + counted("\"(a{1,60}){1,60}", 5000, "\": true") + "}" << QByteArray("{}");
    // Each search ends just before it would be given up.
    QTest::newRow("many searches that take long") << QByteArray(R"({"items": {"not": {"pattern": "^(a+)+$"}}})")
                                                  << "[" + QByteArray("\"aaaaaaaaaaaaaab\",").repeated(30'000) + "1]";
}

void TstSchemaLimits::hostileSchemasAndValuesEnd()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    const QString verdict = judged(schema, value);
    QVERIFY2(verdict.startsWith(u"cannot: "), qPrintable(verdict.left(200)));
    // Steps, since what a machine takes for them is its own matter: no last one is larger than a long search.
    constexpr qint64 LastStep = 10'000;
    if (const auto compiled = compileSchema(parseJson(schema).value()))
        QVERIFY(validate(*compiled, parseJson(value).value()).work <= MostSchemaWork + LastStep);
}

void TstSchemaLimits::aDeepTreeIsChecked()
{
    const QByteArray schema = R"({"type": "array", "items": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}})";
    QCOMPARE(judged(schema, nested("[", "]", 300, "null")), u"fits"_s);
    QVERIFY(judged(schema, nested("[", "]", 300, "1")).startsWith(u"not: [0][0]"));
}

void TstSchemaLimits::aPatternIsAsLargeAsItsRepetitionsMakeIt_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<qint64>("size");
    QTest::newRow("nothing") << QString() << 0LL;
    QTest::newRow("letters") << u"abc"_s << 3LL;
    QTest::newRow("a class") << u"[a-z(){}0-9]"_s << 1LL;
    QTest::newRow("repeated") << u"ab{3}"_s << 4LL;
    QTest::newRow("between") << u"a{2,5}"_s << 5LL;
    QTest::newRow("at least") << u"a{4,}"_s << 4LL;
    QTest::newRow("no repetition") << u"a{x}"_s << 4LL;
    QTest::newRow("escaped") << u"a\\{3}"_s << 4LL;
    QTest::newRow("in groups") << u"(a{1,60}){1,60}"_s << 61LL * 60;
    QTest::newRow("beyond all bounds") << u"(((a{999999}){999999}){999999})"_s << 1'000'000'000LL;
    QTest::newRow("closed too often") << u"a))"_s << 1LL;
}

void TstSchemaLimits::aPatternIsAsLargeAsItsRepetitionsMakeIt()
{
    QFETCH(QString, pattern);
    QTEST(expandedSize(pattern), "size");
}

void TstSchemaLimits::patternsThatTakeLongToReadAreCountedTogether()
{
    const auto patterns = [](int count, const QByteArray &pattern) {
        QByteArrayList all;
        for (int i = 0; i < count; ++i)
            all.append('"' + pattern + QByteArray::number(i) + "\": true");
        return "{\"patternProperties\": {" + all.join(',') + "}}";
    };
    QCOMPARE(judged(patterns(400, "^[a-z]{2,20}-"), "{}"), u"fits"_s);
    QCOMPARE(judged(patterns(10, "(a{1,60}){1,60}"), "{}"), u"fits"_s);
    QVERIFY(judged(patterns(20, "(a{1,60}){1,60}"), "{}").startsWith(u"cannot: "));
}

static const bool tstSchemaLimits = sb::testing::add<TstSchemaLimits>();

#include "tst_schema_limits.moc"
