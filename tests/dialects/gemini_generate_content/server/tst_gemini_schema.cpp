#include "core/dialects/gemini_generate_content/server/schema.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;

class TstGeminiSchema : public QObject
{
    Q_OBJECT

private slots:
    void aSchemaOfOpenApiBecomesAJsonSchema_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *schema, const char *json) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(json);
        };
        row("a type in capitals", R"({"type":"STRING","description":"d"})", R"({"type":"string","description":"d"})");
        row("what may be null", R"({"type":"INTEGER","nullable":true})", R"({"type":["integer","null"]})");
        row("what may not", R"({"type":"INTEGER","nullable":false})", R"({"type":"integer"})");
        row("properties, even one called type",
            R"({"type":"OBJECT","properties":{"type":{"type":"NUMBER"}},"required":["type"],"propertyOrdering":["type"]})",
            R"({"type":"object","properties":{"type":{"type":"number"}},"required":["type"],"propertyOrdering":["type"]})");
        row("a list with counts", R"({"type":"ARRAY","items":{"type":"BOOLEAN"},"minItems":"2","maxItems":3})",
            R"({"type":"array","items":{"type":"boolean"},"minItems":2,"maxItems":3})");
        row("alternatives", R"({"anyOf":[{"type":"STRING"},{"type":"NULL"}]})",
            R"({"anyOf":[{"type":"string"},{"type":"null"}]})");
        row("a JSON schema stays one", R"({"type":["string","null"],"const":"A"})",
            R"({"type":["string","null"],"const":"A"})");
        row("nothing", "null", "null");
    }
    void aSchemaOfOpenApiBecomesAJsonSchema()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, json);
        QCOMPARE(dialects::gemini::jsonSchema(*parseJson(schema)).dump(), json);
    }
};

static const bool tstGeminiSchema = sb::testing::add<TstGeminiSchema>();

#include "tst_gemini_schema.moc"
