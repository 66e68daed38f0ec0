#include "core/routing/acceptance/check.h"
#include "core/routing/acceptance/schema.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

/// Every member of every check, each away from its default.
constexpr auto AllChecks = R"([{"check":"json","repair":false},)"
                           R"({"check":"json_schema","schema":{"type":"object","a":1.0},"repair":false},)"
                           R"({"check":"tool_arguments","repair":false},{"check":"non_empty"},)"
                           R"({"check":"language","language":"de-AT"},)"
                           R"({"check":"length","min_characters":1,"max_characters":2,"min_words":3,"max_words":4},)"
                           R"({"check":"repetition","times":3,"characters":5},)"
                           R"({"check":"refusal","patterns":["a","b"]},)"
                           R"({"check":"pattern","pattern":"x+","must_match":false}])";

QString parseMessage(const QByteArray &list)
{
    const auto checks = parseChecks(*parseJson(list), u"accept"_s);
    return checks ? u"parsed"_s : checks.error().message;
}

} // namespace

class TstCheckJson final : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberIsReadAndWritten();
    void whatIsAtItsDefaultIsLeftOut();
    void anErrorNamesThePath_data();
    void anErrorNamesThePath();
    void theSchemaOfAChainAgrees_data() { lists(); }
    void theSchemaOfAChainAgrees();
    void nonsenseIsAProblem_data();
    void nonsenseIsAProblem();

private:
    static void lists();
};

void TstCheckJson::everyMemberIsReadAndWritten()
{
    const auto checks = parseChecks(*parseJson(AllChecks), u"accept"_s);
    QVERIFY2(checks, qPrintable(checks ? QString() : checks.error().message));
    QCOMPARE(toJson(*checks).dump(), QByteArray(AllChecks));
    const QList<AcceptanceCheck> expected{
        JsonCheck{.repair = false},
        JsonSchemaCheck{.schema = *parseJson(R"({"type":"object","a":1.0})"), .repair = false},
        ToolArgumentsCheck{.repair = false},
        NonEmptyCheck{},
        LanguageCheck{.language = u"de-AT"_s},
        LengthCheck{.minCharacters = 1, .maxCharacters = 2, .minWords = 3, .maxWords = 4},
        RepetitionCheck{.limits = {.times = 3, .characters = 5}},
        RefusalCheck{.patterns = {u"a"_s, u"b"_s}},
        PatternCheck{.pattern = u"x+"_s, .mustMatch = false},
    };
    QVERIFY(*checks == expected);
}

void TstCheckJson::whatIsAtItsDefaultIsLeftOut()
{
    const QByteArray least = R"([{"check":"json"},{"check":"json_schema"},{"check":"tool_arguments"},)"
                             R"({"check":"non_empty"},{"check":"language"},{"check":"length"},{"check":"repetition"},)"
                             R"({"check":"refusal"},{"check":"pattern","pattern":"x"}])";
    QCOMPARE(toJson(*parseChecks(*parseJson(least), {})).dump(), least);
    QVERIFY(parseChecks(*parseJson(R"([{"check":"language","language":"prompt"}])"), {})->constFirst()
            == AcceptanceCheck(LanguageCheck()));
}

void TstCheckJson::anErrorNamesThePath_data()
{
    lists();
}

/// Checks that are right or wrong, and what the reader says.
void TstCheckJson::lists()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *list, const QString &message) {
        QTest::newRow(name) << QByteArray(list) << message;
    };
    row("every member of every check", AllChecks, u"parsed"_s);
    row("no check at all", "[]", u"parsed"_s);
    row("no list", "{}", u"accept: expected a list of checks, found object"_s);
    row("no object", "[5]", u"accept[0]: expected an object, found 5"_s);
    row("no check", R"([{"check":"json"},{}])",
        u"accept[1].check: expected a text that is not empty, but it is missing"_s);
    row("an unknown check", R"([{"check":"taste"}])",
        u"accept[0].check: expected \"json\", \"json_schema\", \"tool_arguments\", \"non_empty\", \"language\", "
        u"\"length\", "
        u"\"repetition\", \"refusal\", \"pattern\", found \"taste\""_s);
    row("an unknown member", R"([{"check":"json","strict":true}])",
        u"accept[0].strict: this member is not known; check its spelling"_s);
    row("a member of another check", R"([{"check":"non_empty","repair":true}])",
        u"accept[0].repair: this member is not known; check its spelling"_s);
    row("a flag", R"([{"check":"json","repair":1}])", u"accept[0].repair: expected true or false, found 1"_s);
    row("a schema", R"([{"check":"json_schema","schema":"x"}])",
        u"accept[0].schema: expected a JSON schema, found \"x\""_s);
    row("a limit", R"([{"check":"length","max_words":-1}])",
        u"accept[0].max_words: expected a whole number of at least 0, found -1"_s);
    row("times", R"([{"check":"repetition","times":1}])",
        u"accept[0].times: expected a whole number from 2 to 2147483647, found 1"_s);
    row("no pattern", R"([{"check":"pattern"}])",
        u"accept[0].pattern: expected a text that is not empty, but it is missing"_s);
    row("patterns", R"([{"check":"refusal","patterns":"x"}])",
        u"accept[0].patterns: expected a list of texts, found \"x\""_s);
    row("a language", R"([{"check":"language","language":""}])",
        u"accept[0].language: expected a language such as \"de\", or \"prompt\", found \"\""_s);
}

void TstCheckJson::anErrorNamesThePath()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, message);
    QCOMPARE(parseMessage(list), message);
}

void TstCheckJson::theSchemaOfAChainAgrees()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, message);
    QFile file(sb::testing::inSource(u"resources/schemas/chain.schema.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Json schema = Json::object();
    schema.set("$ref", Json("#/$defs/accept"));
    schema.set("$defs", (*parseJson(file.readAll()))["$defs"]);
    const auto compiled = compileSchema(schema);
    QVERIFY2(compiled, qPrintable(compiled ? QString() : compiled.error().message));
    const bool fits = validate(*compiled, *parseJson(list)).kind == SchemaVerdict::Kind::Fits;
    QCOMPARE(fits, message == u"parsed"_s);
}

void TstCheckJson::nonsenseIsAProblem_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *list, const QString &problem) {
        QTest::newRow(name) << QByteArray(list) << problem;
    };
    row("a schema that cannot be checked", AllChecks, u"steps[0].accept[1].schema: cannot check the keyword “a”"_s);
    row("nothing is wrong", R"([{"check":"json"},{"check":"json_schema"},{"check":"language"},{"check":"repetition"}])",
        {});
    row("a language nobody tells apart", R"([{"check":"language","language":"lv"}])",
        u"steps[0].accept[0].language: Texts in “lv” cannot be told from other languages."_s);
    row("no limit", R"([{"check":"length"}])", u"steps[0].accept[0]: Say how long an answer is: at least one limit."_s);
    row("limits that exclude each other", R"([{"check":"length","min_words":5,"max_words":4}])",
        u"steps[0].accept[0].max_words: No answer is at least 5 and at most 4 long."_s);
    row("no expression", R"([{"check":"json"},{"check":"pattern","pattern":"a("}])",
        u"steps[0].accept[1].pattern: no regular expression: missing closing parenthesis at character 3"_s);
    row("no expression of a refusal", R"([{"check":"refusal","patterns":["a","[b"]}])",
        u"steps[0].accept[0].patterns[1]: no regular expression: missing terminating ] for character class at character 3"_s);
}

void TstCheckJson::nonsenseIsAProblem()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, problem);
    QStringList found;
    for (const CheckProblem &each : problems(*parseChecks(*parseJson(list), {}), u"steps[0].accept"_s))
        found.append(each.path + u": "_s + each.message);
    QCOMPARE(found.join(u"; "_s), problem);
}

static const bool tstCheckJson = sb::testing::add<TstCheckJson>();

#include "tst_check_json.moc"
