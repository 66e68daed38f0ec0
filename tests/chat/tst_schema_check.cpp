#include "core/chat/schema_check.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

class TstSchemaCheck final : public QObject
{
    Q_OBJECT
private slots:
    void aSchemaIsTakenOrRefusedWithItsPath_data();
    void aSchemaIsTakenOrRefusedWithItsPath();
};

void TstSchemaCheck::aSchemaIsTakenOrRefusedWithItsPath_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("path"); // empty: right
    QTest::newRow("an object with properties")
        << QByteArray(R"({"type": "object", "properties": {"a": {"type": ["string", "null"]}}, "required": ["a"]})")
        << QString();
    QTest::newRow("true inside is a schema")
        << QByteArray(R"({"type": "object", "additionalProperties": false})") << QString();
    QTest::newRow("unknown keywords pass") << QByteArray(R"({"x-hint": 5, "minLength": 2})") << QString();
    QTest::newRow("references pass") << QByteArray(R"({"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}})")
                                     << QString();
    QTest::newRow("a list is no schema") << QByteArray("[]") << u"expected a JSON schema"_s;
    QTest::newRow("a wrong type") << QByteArray(R"({"type": "text"})") << u"type:"_s;
    QTest::newRow("a wrong type in a list") << QByteArray(R"({"type": ["string", "text"]})") << u"type:"_s;
    QTest::newRow("a wrong type far down")
        << QByteArray(R"({"properties": {"a": {"items": {"properties": {"b": {"type": 5}}}}}})")
        << u"properties.a.items.properties.b.type:"_s;
    QTest::newRow("properties that are a list") << QByteArray(R"({"properties": []})") << u"properties:"_s;
    QTest::newRow("required is no text") << QByteArray(R"({"required": [5]})") << u"required[0]:"_s;
    QTest::newRow("required names nobody")
        << QByteArray(R"({"properties": {"a": {}}, "required": ["a", "b"]})") << u"required[1]:"_s;
    QTest::newRow("an empty choice") << QByteArray(R"({"anyOf": []})") << u"anyOf:"_s;
    QTest::newRow("a wrong choice") << QByteArray(R"({"anyOf": [{}, {"type": "x"}]})") << u"anyOf[1].type:"_s;
    QTest::newRow("an empty list of values") << QByteArray(R"({"enum": []})") << u"enum:"_s;
    QTest::newRow("a wrong definition") << QByteArray(R"({"$defs": {"a": 5}})") << u"$defs.a:"_s;
}

void TstSchemaCheck::aSchemaIsTakenOrRefusedWithItsPath()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, path);
    const auto checked = chat::checkJsonSchema(*parseJson(schema));
    QCOMPARE(checked.has_value(), path.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.startsWith(path), qPrintable(checked.error().message));
}

static const bool tstSchemaCheck = sb::testing::add<TstSchemaCheck>();

#include "tst_schema_check.moc"
