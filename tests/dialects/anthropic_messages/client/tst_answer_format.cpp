#include "core/dialects/anthropic_messages/client/answer_format.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;

class TstAnswerFormat : public QObject
{
    Q_OBJECT

private slots:
    void onlyClosedSchemasWithoutLimitsAreStrict_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<bool>("strict");
        const auto row = [](const char *name, const char *schema, bool strict) {
            QTest::newRow(name) << QByteArray(schema) << strict;
        };
        row("a closed object",
            R"({"type":"object","properties":{"a":{"type":"integer"}},"additionalProperties":false})", true);
        row("an open one", R"({"type":"object","properties":{"a":{"type":"integer"}}})", false);
        row("closed outside, open inside",
            R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"array","items":{"type":"object"}}}})",
            false);
        row("an open one among definitions",
            R"({"type":"object","additionalProperties":false,"$defs":{"x":{"properties":{}}}})", false);
        row("an open one among choices", R"({"anyOf":[{"type":"string"},{"type":["object","null"]}]})", false);
        row("choices", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", true);
        row("a limited number", R"({"type":"integer","minimum":1})", false);
        row("a limited text", R"({"type":"string","maxLength":5})", false);
        row("a list with at least one", R"({"type":"array","items":{"type":"string"},"minItems":1})", true);
        row("a list with at least two", R"({"type":"array","items":{"type":"string"},"minItems":2})", false);
        row("itself", R"({"$ref":"\u0023"})", false);
        row("no schema", "null", false);
    }
    void onlyClosedSchemasWithoutLimitsAreStrict()
    {
        QFETCH(QByteArray, schema);
        QTEST(dialects::anthropic::isStrictSchema(*parseJson(schema)), "strict");
    }
};

static const bool tstAnswerFormat = sb::testing::add<TstAnswerFormat>();

#include "tst_answer_format.moc"
