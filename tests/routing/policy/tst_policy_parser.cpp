#include "core/routing/policy/policy.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QFile>
#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;
using sb::testing::quoted;

namespace {

/// Every member of the file form, each away from its default, in the order in which it is written.
QByteArray whole()
{
    return quoted("{'format':1,'name':'work','version':3,'description':'d','rules':[{'id':'long','name':'Long ones',"
                  "'enabled':false,'when':{'tasks':['code'],'models':['anthropic/*'],'tags':['team=*'],"
                  "'clients':['ask'],'sessions':['s-1'],'prompt_tokens':{'from':1,'below':2},'tools':true,"
                  "'images':false,'files':true,'audio':false,'output':['text','json_schema'],"
                  "'hours':{'from':'22:00','to':'06:30'},'weekdays':['fri','sat'],"
                  "'remaining':{'from':'0.50','below':'12.00'}},'unless':{'tools':false},'chain':'long'}],"
                  "'otherwise':'rest','provider':{'only':['openai'],'sort':'price'},"
                  "'weights':{'dollars_per_second':'0.01','exploration':0.5,'sharpness':3.0},'quality':['a/*','b/c'],"
                  "'best_that_fits':true}");
}

Result<Policy> parsed(const QByteArray &text)
{
    return parseJson(text).and_then(parsePolicy);
}

QByteArray withRule(const QByteArray &members)
{
    return quoted("{'format':1,'name':'p','rules':[{'when':{}},{" + members + "}]}");
}

QByteArray withCondition(const QByteArray &members)
{
    return withRule("'when':{" + members + "}");
}

} // namespace

class TstPolicyParser : public QObject
{
    Q_OBJECT
private slots:
    void theReaderJudgesLikeTheSchema_data() { testing::addAgreementRows(u"policy"_s); }
    void theReaderJudgesLikeTheSchema()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        const auto policy = parsed(json);
        QVERIFY2(policy.has_value() == valid, policy ? "" : qPrintable(policy.error().message));
    }

    void everyMemberIsRead()
    {
        const auto policy = parsed(whole());
        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
        const Condition when{.taskClasses = {u"code"_s},
                             .models = {u"anthropic/*"_s},
                             .promptTokens = {1, 2},
                             .tools = true,
                             .images = false,
                             .files = true,
                             .audio = false,
                             .outputs = {OutputForm::Text, OutputForm::JsonSchema},
                             .tags = {u"team=*"_s},
                             .clients = {u"ask"_s},
                             .sessions = {u"s-1"_s},
                             .hours = DayHours{22 * 60, 6 * 60 + 30},
                             .weekdays = {Weekday::Friday, Weekday::Saturday},
                             .remaining = {NanoDollars{500'000'000}, NanoDollars{12'000'000'000}}};
        const Rule rule{.id = u"long"_s,
                        .name = u"Long ones"_s,
                        .enabled = false,
                        .when = when,
                        .unless = Condition{.tools = false},
                        .chain = u"long"_s};
        const Policy expected{.name = u"work"_s,
                              .version = 3,
                              .description = u"d"_s,
                              .rules = {rule},
                              .otherwise = u"rest"_s,
                              .preferences = {.only = {u"openai"_s}, .sort = Sort::Price},
                              .weights = {.perSecond = {10'000'000}, .exploration = 0.5, .sharpness = 3},
                              .quality = {u"a/*"_s, u"b/c"_s},
                              .bestThatFits = true};
        QCOMPARE(*policy, expected);
    }

    void theWriterKeepsWhatIsNotAtItsDefault()
    {
        QVERIFY(equivalent(toJson(parsed(whole()).value()), *parseJson(whole())));
        QCOMPARE(toJson(parsed(whole()).value()).dump(), whole().replace("3.0", "3"));
    }

    void theWriterLeavesOutWhatIs()
    {
        const QByteArray least = quoted("{'format':1,'name':'p'}");
        QCOMPARE(toJson(parsed(least).value()).dump(), least);
    }

    void membersThatWeDoNotKnowAreKeptAtEveryLevel()
    {
        const QByteArray text = quoted("{'format':1,'name':'p','rules':[{'when':{'moon':1.50},'unless':{'sun':[]},"
                                       "'color':'red'}],'weights':{'luck':7e0},'size':{'b':1,'a':2}}");
        QCOMPARE(toJson(parsed(text).value()).dump(), text);
    }

    void anErrorNamesThePathAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &text, const QString &message) {
            QTest::newRow(name) << text << message;
        };
        row("no object", "[]", u"expected an object, found array"_s);
        row("no format", quoted("{'name':'p'}"), u"format: expected 1, but it is missing"_s);
        row("a path as name", quoted("{'format':1,'name':'../x'}"),
            u"name: expected at most 64 letters, digits, '-', '_' or '.', not starting with '.', found \"../x\""_s);
        row("rules as object", quoted("{'format':1,'name':'p','rules':{}}"),
            u"rules: expected a list of rules, found object"_s);
        row("a condition as text", withRule("'when':'always'"),
            u"rules[1].when: expected an object, found \"always\""_s);
        row("one model without a list", withCondition("'models':'a/b'"),
            u"rules[1].when.models: expected a list of texts, found \"a/b\""_s);
        row("a time without its zero", withCondition("'hours':{'from':'7:00','to':'08:00'}"),
            u"rules[1].when.hours.from: expected a time such as \"07:30\", found \"7:00\""_s);
        row("hours without an end", withCondition("'hours':{'from':'07:00'}"),
            u"rules[1].when.hours.to: expected a time such as \"07:30\", but it is missing"_s);
        row("an unknown day", withCondition("'weekdays':['mon','Tuesday']"),
            u"rules[1].when.weekdays[1]: expected \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\", "
            "found \"Tuesday\""_s);
        row("an unknown form", withCondition("'output':['xml']"),
            u"rules[1].when.output[0]: expected \"text\", \"json_object\", \"json_schema\", found \"xml\""_s);
        row("an unknown bound", withCondition("'prompt_tokens':{'to':1}"),
            u"rules[1].when.prompt_tokens.to: this member is not known; check its spelling"_s);
        row("an amount in words", withCondition("'remaining':{'below':'little'}"),
            u"rules[1].when.remaining.below: expected an amount of dollars such as \"0.02\", found \"little\""_s);
        row("an exception", withRule("'unless':{'tools':1}"),
            u"rules[1].unless.tools: expected true or false, found 1"_s);
        row("preferences", quoted("{'format':1,'name':'p','provider':{'zdr':'yes'}}"),
            u"provider.zdr: expected true or false, found \"yes\""_s);
        row("weights", quoted("{'format':1,'name':'p','weights':{'sharpness':-1}}"),
            u"weights.sharpness: expected a number from 0 on, found -1"_s);
    }
    void anErrorNamesThePathAndWhatWasExpected()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto policy = parsed(text);
        QCOMPARE(policy ? u"parsed"_s : policy.error().message, message);
    }

    void aNewerFormatIsRefusedWithWhatToDoWhateverElseItHolds()
    {
        const auto policy = parsed(quoted("{'format':2,'name':7}"));
        QVERIFY(!policy);
        QVERIFY2(policy.error().message.contains(u"Update Signalbox"_s), qPrintable(policy.error().message));
    }

    void theShippedSampleHasNoProblem()
    {
        QFile file(sb::testing::inSource(u"resources/policies/sample.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto policy = parsed(file.readAll());
        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
        QCOMPARE(validate(*policy, QStringList{u"sample"_s}), QList<PolicyProblem>{});
    }
};

static const bool tstPolicyParser = sb::testing::add<TstPolicyParser>();

#include "tst_policy_parser.moc"
