#include "core/practice/schema_sample.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::practice;
using namespace Qt::StringLiterals;

namespace {

/// JSON without backslashes: ' stands for ".
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

class TstSchemaSample : public QObject
{
    Q_OBJECT

private slots:
    void makesAValueThatFits_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *schema, const char *expected) {
            QTest::newRow(name) << quoted(schema) << quoted(expected);
        };
        row("object, in the order of the schema",
            "{'type':'object','properties':{'z':{'type':'string'},'a':{'type':'integer'},'b':{'type':'boolean'}}}",
            "{'z':'heavy rain','a':30,'b':true}");
        row("further strings take further words",
            "{'properties':{'a':{'type':'string'},'b':{'type':'string'},'c':{'type':'string'}}}",
            "{'a':'heavy rain','b':'heavy','c':'rain'}");
        row("array", "{'type':'array','items':{'type':'integer'}}", "[30,30]");
        row("array with bounds", "{'type':'array','items':{'type':'null'},'minItems':3,'maxItems':3}",
            "[null,null,null]");
        row("array of at most one", "{'type':'array','items':{'type':'boolean'},'maxItems':1}", "[true]");
        row("enum that the prompt names", "{'enum':['Bergen','oslo']}", "'oslo'");
        row("enum that it does not name", "{'enum':['x','y']}", "'x'");
        row("const", "{'const':1.50}", "1.50");
        row("default", "{'type':'string','default':'metric'}", "'metric'");
        row("nullable", "{'type':['null','integer']}", "30");
        row("anyOf", "{'anyOf':[{'type':'null'},{'type':'boolean'}]}", "true");
        row("allOf", "{'allOf':[{'properties':{'a':{'const':1}}},{'properties':{'b':{'const':2}}}]}", "{'a':1,'b':2}");
        row("reference", "{'$defs':{'n':{'type':'integer'}},'properties':{'a':{'$ref':'#/$defs/n'}}}", "{'a':30}");
        row("reference to elsewhere", "{'properties':{'a':{'$ref':'https://example.org/x'}}}", "{'a':null}");
        row("maximum", "{'type':'integer','maximum':5}", "5");
        row("minimum", "{'type':'integer','minimum':50}", "50");
        row("exclusive bounds", "{'type':'integer','exclusiveMinimum':0,'exclusiveMaximum':10}", "9");
        row("multiples", "{'type':'integer','multipleOf':7}", "28");
        row("number between", "{'type':'number','minimum':0,'maximum':1}", "1");
        row("date", "{'type':'string','format':'date'}", "'2026-07-02'");
        row("short string", "{'type':'string','maxLength':3}", "'hea'");
        row("long string", "{'type':'string','minLength':12}", "'heavy rain practice'");
        row("nothing is said", "{}", "'heavy rain'");
    }
    void makesAValueThatFits()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, expected);
        const PromptReading reading = readPrompt(u"Is heavy rain on the way to Oslo in 30 minutes?"_s);
        QCOMPARE(sampleOf(*parseJson(schema), reading).dump(), expected);
    }

    void endsWhereASchemaHasNoEnd_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("itself") << quoted("{'$ref':'#'}");
        QTest::newRow("requires itself twice")
            << quoted("{'properties':{'a':{'$ref':'#'},'b':{'$ref':'#'}},'required':['a','b']}");
        QTest::newRow("optional tree") << quoted("{'properties':{'a':{'$ref':'#'},'b':{'$ref':'#'}}}");
        QTest::newRow("a list of itself") << quoted("{'type':'array','minItems':9,'items':{'$ref':'#'}}");
        QTest::newRow("a billion items") << quoted("{'type':'array','minItems':1000000000,'items':{}}");
        QTest::newRow("a billion letters") << quoted("{'type':'string','minLength':1000000000}");
    }
    void endsWhereASchemaHasNoEnd()
    {
        QFETCH(const QByteArray, schema);
        QVERIFY(sampleOf(*parseJson(schema), readPrompt({})).dump().size() < 50'000);
    }
};

static const bool tstSchemaSample = sb::testing::add<TstSchemaSample>();
#include "tst_schema_sample.moc"
