#include "core/routing/acceptance/schema.h"

#include "tests/routing/acceptance/judged.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

class TstSchema final : public QObject
{
    Q_OBJECT
private slots:
    void draft2020IsJudged_data();
    void draft2020IsJudged() { compare(); }
    void whatIsWrongIsNamedWithItsPlace_data();
    void whatIsWrongIsNamedWithItsPlace() { compare(); }
    void numbersAreExact_data();
    void numbersAreExact() { compare(); }
    void atMostEightThingsAreNamed();

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("verdict");
    }
    static void row(const char *name, const char *schema, const char *value, const QString &verdict)
    {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << verdict;
    }
    static void compare()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, verdict);
        QCOMPARE(judged(schema, value), verdict);
    }
};

void TstSchema::draft2020IsJudged_data()
{
    columns();
    const QString fits = u"fits"_s;
    const auto tree = R"({"$defs": {"node": {"type": "object", "properties": {"v": {"type": "integer"}, "next":
        {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}}, "required": ["v"], "additionalProperties": false}},
        "$ref": "#/$defs/node"})";
    row("a tree of $defs", tree, R"({"v": 1, "next": {"v": 2, "next": null}})", fits);
    row("a tree with a wrong leaf", tree, R"({"v": 1, "next": {"v": "2"}})", u"not: next.v type"_s);
    row("beside a reference others count",
        R"({"$defs": {"a": {"type": "string"}}, "$ref": "#/$defs/a", "minLength": 3})", R"("ab")",
        u"not:  minLength"_s);
    row("an anchor", R"({"$ref": "#name", "$defs": {"a": {"$anchor": "name", "type": "string"}}})", "1",
        u"not:  type"_s);
    row("an id",
        R"({"$id": "https://a.example/x.json", "$ref": "y.json", "$defs": {"a": {"$id": "y.json", "type": "string"}}})",
        "1", u"not:  type"_s);
    row("an id without one at the top", R"({"$ref": "y", "$defs": {"a": {"$id": "y", "type": "string"}}})", "1",
        u"not:  type"_s);
    row("a pointer within an id",
        R"({"$ref": "y#/$defs/b", "$defs": {"a": {"$id": "y", "$defs": {"b": {"type": "string"}}}}})", "1",
        u"not:  type"_s);
    row("a URN", R"({"$id": "urn:uuid:feed", "$defs": {"a": {"type": "string"}}, "$ref": "urn:uuid:feed#/$defs/a"})",
        "1", u"not:  type"_s);
    row("a name that has to be escaped",
        R"({"$defs": {"List<a/b>": {"type": "string"}}, "$ref": "#/$defs/List<a~1b>"})", "1", u"not:  type"_s);

    const auto tuple = R"({"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false})";
    row("prefixItems", tuple, R"(["a", 1])", fits);
    row("prefixItems, fewer", tuple, R"(["a"])", fits);
    row("prefixItems, one too many", tuple, R"(["a", 1, 2])", u"not: [2] false"_s);
    row("items begin behind the prefix", R"({"prefixItems": [{}], "items": {"type": "integer"}})", R"(["a", "b"])",
        u"not: [1] type"_s);
    row("minContains", R"({"contains": {"type": "string"}, "minContains": 2})", R"([1, "a", 2])",
        u"not:  minContains"_s);
    row("minContains 0", R"({"contains": {"type": "string"}, "minContains": 0})", "[1]", fits);
    row("maxContains", R"({"contains": {"type": "string"}, "maxContains": 1})", R"(["b", "a", 2])",
        u"not:  maxContains"_s);
    row("minContains without contains", R"({"minContains": 2})", "[1]", fits);

    const auto card = R"({"dependentRequired": {"card": ["address", "name"]}})";
    row("dependentRequired", card, R"({"card": 1, "address": 2, "name": 3})", fits);
    row("dependentRequired, missing", card, R"({"card": 1, "name": 3})", u"not:  dependentRequired"_s);
    row("dependentRequired, not asked", card, "{}", fits);
    row("dependentSchemas", R"({"dependentSchemas": {"a": {"minProperties": 2}}})", R"({"a": 1})",
        u"not:  minProperties"_s);

    const auto closed =
        R"({"allOf": [{"properties": {"a": true}}], "properties": {"b": true}, "unevaluatedProperties": false})";
    row("unevaluatedProperties sees through allOf", closed, R"({"a": 1, "b": 2})", fits);
    row("unevaluatedProperties, one nobody knows", closed, R"({"a": 1, "c": 2})", u"not: c false"_s);
    const auto either = R"({"anyOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"properties": {"b": {"type": "string"}}, "required": ["b"]}], "unevaluatedProperties": false})";
    row("unevaluatedProperties, all alternatives that fit", either, R"({"a": "1", "b": "2"})", fits);
    row("unevaluatedProperties, an alternative that does not fit has seen nothing", either, R"({"a": "1", "b": 2})",
        u"not: b false"_s);
    row("unevaluatedProperties, not",
        R"({"not": {"not": {"properties": {"a": true}}}, "unevaluatedProperties": false})", R"({"a": 1})",
        u"not: a false"_s);
    row("unevaluatedProperties, if without then", R"({"if": {"properties": {"a": {"const": 1}}, "required": ["a"]},
        "unevaluatedProperties": false})",
        R"({"a": 1})", fits);
    row("unevaluatedProperties, else", R"({"if": {"required": ["a"]}, "else": {"properties": {"b": true}},
        "unevaluatedProperties": false})",
        R"({"b": 1})", fits);
    row("unevaluatedProperties, a reference", R"({"$ref": "#/$defs/x", "$defs": {"x": {"properties": {"a": true}}},
        "unevaluatedProperties": false})",
        R"({"a": 1})", fits);
    row("unevaluatedProperties, dependentSchemas", R"({"properties": {"a": true}, "dependentSchemas": {"a":
        {"properties": {"b": true}}}, "unevaluatedProperties": false})",
        R"({"a": 1, "b": 2})", fits);
    row("unevaluatedProperties, additionalProperties see all", R"({"allOf": [{"additionalProperties": true}],
        "unevaluatedProperties": false})",
        R"({"a": 1})", fits);
    row("unevaluatedProperties, patternProperties",
        R"({"patternProperties": {"^x": true}, "unevaluatedProperties": false})", R"({"xa": 1, "y": 2})",
        u"not: y false"_s);
    row("unevaluatedProperties with a schema",
        R"({"properties": {"a": true}, "unevaluatedProperties": {"type": "integer"}})", R"({"a": "x", "b": "x"})",
        u"not: b type"_s);
    row("unevaluatedProperties, an inner one has seen all", R"({"allOf": [{"unevaluatedProperties": true}],
        "unevaluatedProperties": false})",
        R"({"a": 1})", fits);
    row("unevaluatedProperties, cousins do not see each other", R"({"allOf": [{"properties": {"a": true}},
        {"unevaluatedProperties": false}]})",
        R"({"a": 1})", u"not: a false"_s);
    row("unevaluatedProperties of a member", R"({"properties": {"o": {"unevaluatedProperties": false}}})",
        R"({"o": {"a": 1}})", u"not: o.a false"_s);
    row("unevaluatedItems", R"({"allOf": [{"prefixItems": [true]}], "unevaluatedItems": false})", "[1, 2]",
        u"not: [1] false"_s);
    row("unevaluatedItems, contains", R"({"contains": {"type": "string"}, "unevaluatedItems": {"type": "integer"}})",
        R"(["a", 1])", fits);
    row("unevaluatedItems, contains and another",
        R"({"contains": {"type": "string"}, "unevaluatedItems": {"type": "integer"}})", R"(["a", null])",
        u"not: [1] type"_s);
    row("unevaluatedItems, items", R"({"items": true, "unevaluatedItems": false})", "[1]", fits);

    row("format is an annotation", R"({"type": "string", "format": "date"})", R"("no date")", fits);
    row("annotations say nothing",
        R"({"title": 1, "description": "d", "default": 5, "examples": [1], "deprecated": true,
        "readOnly": true, "writeOnly": true, "$comment": "c", "$schema": "https://json-schema.org/draft/2020-12/schema"})",
        "null", fits);
    row("nullable: false says nothing", R"({"type": "string", "nullable": false})", R"("a")", fits);
    row("definitions", R"({"definitions": {"a": {"type": "string"}}, "$ref": "#/definitions/a"})", "1",
        u"not:  type"_s);
    row("draft-07 by $schema", R"({"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"type": "string"}],
        "additionalItems": false})",
        R"(["a", 1])", u"not: [1] false"_s);
    row("draft-07 with an anchor in $id", R"({"$schema": "http://json-schema.org/draft-07/schema#", "definitions":
        {"a": {"$id": "#foo", "type": "string"}}, "allOf": [{"$ref": "#foo"}]})",
        "1", u"not:  type"_s);
    row("length is counted in characters", R"({"maxLength": 2})", "\"\U0001F600é\"", fits);
    row("a pattern is searched", R"({"pattern": "b+"})", R"("abba")", fits);
    row("$ at the end of the text only", R"({"pattern": "^a$"})", R"("a\n")", u"not:  pattern"_s);
    row("enum is equality of values", R"({"enum": [{"a": 1, "b": [1.0]}]})", R"({"b": [1e0], "a": 1.00})", fits);
    row("false is not 0", R"({"enum": [0, ""]})", "false", u"not:  enum"_s);
    row("uniqueItems compares values", R"({"uniqueItems": true})", R"([{"a": 1, "b": 2}, {"b": 2.0, "a": 1}])",
        u"not: [1] uniqueItems"_s);
    row("each member of one name has to fit", R"({"properties": {"a": {"type": "string"}}})", R"({"a": "x", "a": 1})",
        u"not: a type"_s);
    row("one name counts once", R"({"minProperties": 2})", R"({"a": "x", "a": 1})", u"not:  minProperties"_s);
    row("an empty choice fits nothing", R"({"enum": []})", "1", u"not:  enum"_s);
}

void TstSchema::whatIsWrongIsNamedWithItsPlace_data()
{
    columns();
    const auto order = R"({"type": "object", "properties": {"items": {"type": "array", "items": {"type": "object",
        "properties": {"sku": {"type": "string"}, "count": {"type": "integer", "minimum": 1}}, "required": ["sku"],
        "additionalProperties": false}}, "note": {"type": ["string", "null"]}}, "required": ["items", "note"]})";
    row("several at once", order, R"({"items": [{"sku": "a", "count": 0}, {"count": 1.5, "x": 1}]})",
        u"not: items[0].count minimum; items[1].count type; items[1].x false; items[1] required;  required"_s);
    row("a wrong type hides its consequences", order, R"({"items": {"sku": 1}, "note": 5})",
        u"not: items type; note type"_s);
    row("the alternative that is meant", R"({"anyOf": [{"type": "object", "required": ["a"]}, {"type": "null"}]})",
        "{}", u"not:  required"_s);
    row("no alternative that is meant", R"({"anyOf": [{"minimum": 1}, {"minimum": 2}]})", "0", u"not:  anyOf"_s);
    row("two at once of oneOf", R"({"oneOf": [{"minimum": 1}, {"minimum": 2}]})", "3", u"not:  oneOf"_s);
    row("a name with a point", R"({"additionalProperties": {"type": "null"}})", R"({"a.b": 1, "": 2})",
        u"not: [\"a.b\"] type; [\"\"] type"_s);
    row("a long name is cut", R"({"additionalProperties": {"type": "null"}})",
        QByteArray("{\"" + QByteArray(100, 'n') + "\": 1}").constData(), u"not: "_s + QString(60, u'n') + u"… type"_s);
}

void TstSchema::numbersAreExact_data()
{
    columns();
    const QString fits = u"fits"_s;
    row("1.0 is whole", R"({"type": "integer"})", "1.0", fits);
    row("1e300 is whole", R"({"type": "integer"})", "1e300", fits);
    row("15e-1 is not", R"({"type": "integer"})", "15e-1", u"not:  type"_s);
    row("150e-1 is", R"({"type": "integer"})", "150e-1", fits);
    row("a fraction beyond doubles", R"({"type": "integer"})", "9007199254740993.1", u"not:  type"_s);
    row("64 bits differ in the last digit", R"({"const": 9223372036854775807})", "9223372036854775806",
        u"not:  const"_s);
    row("more than 64 bits, too", R"({"const": 123456789012345678901234567890})", "123456789012345678901234567891",
        u"not:  const"_s);
    row("minimum beyond doubles", R"({"minimum": 9007199254740993})", "9007199254740992", u"not:  minimum"_s);
    row("0.3 is three times 0.1", R"({"multipleOf": 0.1})", "0.3", fits);
    row("1.1 is eleven times 0.1", R"({"multipleOf": 0.1})", "1.1", fits);
    row("19.99 is a price", R"({"multipleOf": 0.01})", "19.99", fits);
    row("19.999 is none", R"({"multipleOf": 0.01})", "19.999", u"not:  multipleOf"_s);
    row("a huge multiple", R"({"multipleOf": 3})", "3e200", fits);
    row("a huge one that is none", R"({"multipleOf": 3})", "1e200", u"not:  multipleOf"_s);
    row("a huge one of seven times eight", R"({"multipleOf": 56})", "7e100", fits);
    row("negative multiples", R"({"multipleOf": 0.5})", "-1.5", fits);
    row("0 is a multiple of everything", R"({"multipleOf": 7})", "-0.0", fits);
    row("minus zero is zero", R"({"const": 0})", "-0.0", fits);
    row("below zero", R"({"maximum": -1.5})", "-1.25", u"not:  maximum"_s);
    row("the limit itself", R"({"exclusiveMaximum": 1.50})", "1.5", u"not:  exclusiveMaximum"_s);
    row("a tiny exponent", R"({"exclusiveMinimum": 0})", "1e-99999999999999999999", fits);
}

void TstSchema::atMostEightThingsAreNamed()
{
    const auto schema = compileSchema(*parseJson(R"({"items": {"type": "string"}})"));
    const SchemaVerdict verdict = validate(*schema, *parseJson("[1,2,3,4,5,6,7,8,9,10]"));
    QCOMPARE(verdict.violations.size(), 8);
    QCOMPARE(verdict.violations.constLast().path, u"[7]"_s);
    QCOMPARE(verdict.violations.constLast().expectation, u"string, not number"_s);
}

static const bool tstSchema = sb::testing::add<TstSchema>();

#include "tst_schema.moc"
