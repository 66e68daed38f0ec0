#include "core/routing/classifier/classifier.h"
#include "core/routing/classifier/example_index.h"
#include "core/routing/classifier/rule_matcher.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

chat::Request said(const QString &text, const QString &system = {})
{
    chat::Request request;
    if (!system.isEmpty())
        request.messages.append(chat::Message::make(chat::Role::System, system));
    request.messages.append(chat::Message::make(chat::Role::User, text));
    return request;
}

ClassRules oneRule(const ClassRule &rule)
{
    return {.classes = {{.name = u"own"_s, .rules = {rule}}}};
}

/// Every member of the JSON form, each away from its default.
ClassRules everyMember()
{
    return {.classes = {{.name = u"legal"_s,
                         .rules = {{.words = {u"lease"_s, u"tenant"_s},
                                    .pattern = u"§ ?\\d+"_s,
                                    .minCharacters = 10,
                                    .maxCharacters = 5'000,
                                    .tools = false,
                                    .images = true,
                                    .system = u"paralegal"_s,
                                    .client = u"office"_s,
                                    .tag = u"case"_s},
                                   {.words = {u"clause"_s}}},
                         .examples = {u"May my landlord keep the deposit?"_s},
                         .threshold = 0.25},
                        {.name = u"code"_s, .examples = {u"center a div"_s}}}};
}

QString messageOf(const QByteArray &text)
{
    const auto json = parseJson(text);
    if (!json)
        return u"not JSON"_s;
    const auto rules = parseClassRules(*json);
    return rules ? u"parsed"_s : rules.error().message;
}

QByteArray inRule(const QByteArray &members)
{
    return R"({"version": 1, "classes": [{"name": "a"}, {"name": "b", "rules": [{"tag": "t"}, {)" + members + "}]}]}";
}

const ClassRules Recipes{
    .classes = {
        {.name = u"recipes"_s,
         .examples = {u"what can I cook with leeks and two eggs"_s, u"How long do I braise lamb shoulder?"_s,
                      u"why did my custard split and can I save it"_s, u"is it ok to freeze cooked risotto"_s}}}};

} // namespace

class TstClassRules : public QObject
{
    Q_OBJECT
private slots:
    void aWrongMemberIsNamedByItsPath_data();
    void aWrongMemberIsNamedByItsPath();
    void aRuleHoldsWhenAllItsConditionsDo_data();
    void aRuleHoldsWhenAllItsConditionsDo();
    void anExpressionThatTriesTooMuchDoesNotMatch_data();
    void anExpressionThatTriesTooMuchDoesNotMatch();

    void theReaderJudgesLikeTheSchema_data() { sb::testing::addAgreementRows(u"classes"_s); }
    void theReaderJudgesLikeTheSchema()
    {
        QFETCH(QByteArray, json);
        const auto read = parseJson(json).and_then(parseClassRules);
        QVERIFY2(read || !read.error().message.isEmpty(), "refused without a word");
        QTEST(read.has_value(), "valid");
        if (read)
            QCOMPARE(parseClassRules(toJson(*read)).value(), *read);
    }

    void aClassIsRenamedWhereTheNameIsFree()
    {
        const ClassRules rules = everyMember();
        const ClassRules after = renamed(rules, u"legal"_s, u"contracts"_s);
        QCOMPARE(after.classes.constFirst().name, u"contracts"_s);
        QCOMPARE(after.classes.constFirst().examples, rules.classes.constFirst().examples);
        QCOMPARE(renamed(rules, u"legal"_s, u"code"_s), rules);
        QCOMPARE(renamed(rules, u"legal"_s, {}), rules);
        QCOMPARE(renamed(rules, u"nobody's"_s, u"x"_s), rules);
    }

    void whatIsRecordedHasTheEvidenceAndNoneOfTheWords()
    {
        const chat::Request request = said(u"Prove that the wibbleflop sequence converges. def f(x): return x"_s);
        const Classification task = classify(request, {});
        Json decision;
        record(decision, task);
        QCOMPARE(decision["class"].toText(), task.className);
        QCOMPARE(decision["classed_by"].toBytes(), QByteArray("features"));
        const Json::Array evidence = decision["evidence"].items();
        QVERIFY(!evidence.isEmpty() && evidence.size() <= MostRecordedEvidence);
        double last = 1e9;
        for (const Json &each : evidence) {
            const QByteArray feature = each["feature"].toBytes();
            QVERIFY2(describeEvidence(feature) != QString::fromUtf8(feature), feature.constData()); // has words
            QVERIFY(std::abs(*each["weight"].toDouble()) <= last);
            last = std::abs(*each["weight"].toDouble());
        }
        QVERIFY2(!decision.dump().contains("wibbleflop") && !decision.dump().contains("def"),
                 decision.dump().constData());
    }

    void allEvidenceOfARuleHasWords()
    {
        chat::Request request = said(u"My lease, § 5: the tenant's duties"_s, u"You are a paralegal."_s);
        const ClassRules rules = oneRule({.words = {u"lease"_s},
                                          .pattern = u"§"_s,
                                          .minCharacters = 1,
                                          .tools = false,
                                          .images = false,
                                          .system = u"paralegal"_s,
                                          .client = u"office"_s,
                                          .tag = u"case"_s});
        const Classification task = classify(request, rules, {.client = u"office"_s, .tags = {u"case"_s}});
        QCOMPARE(task.by, ClassifiedBy::Rule);
        QCOMPARE(task.evidence.size(), 8);
        for (const Evidence &each : task.evidence)
            QVERIFY2(describeEvidence(each.feature) != QString::fromUtf8(each.feature), each.feature.constData());
        QCOMPARE(describeEvidence("of_a_newer_version"), u"of_a_newer_version"_s);
    }

    void rulesAreReadAsTheyAreWritten()
    {
        const auto read = parseClassRules(toJson(everyMember()));
        QVERIFY(read);
        QCOMPARE(*read, everyMember());
        QCOMPARE(toJson(*read), toJson(everyMember()));
        QCOMPARE(toJson(ClassRules()).dump(), QByteArray(R"({"version":1,"classes":[]})"));
    }

    void theFirstRuleThatHoldsDecides()
    {
        const ClassRules rules{.classes = {{.name = u"first"_s, .rules = {{.words = {u"boat"_s}}}},
                                           {.name = u"second"_s, .rules = {{.words = {u"boat"_s, u"ship"_s}}}}}};
        QCOMPARE(classify(said(u"a Boat!"_s), rules).className, u"first"_s);
        QCOMPARE(classify(said(u"a ship and a boat"_s), rules).className, u"first"_s);
        QCOMPARE(classify(said(u"a ship"_s), rules).className, u"second"_s);
    }

    void aRuleShowsWhatMatched()
    {
        const chat::Request request = said(u"Our lease ends in May, see § 12."_s, u"You are a paralegal."_s);
        const Classification found =
            classify(request, oneRule({.words = {u"lease"_s}, .pattern = u"§ ?\\d+"_s, .system = u"Paralegal"_s}));
        QCOMPARE(found.className, u"own"_s);
        QCOMPARE(found.by, ClassifiedBy::Rule);
        QCOMPARE(found.confidence, 1.0);
        QCOMPARE(found.evidence.size(), 3);
        QCOMPARE(found.evidence.at(1).found, u"lease"_s);
        QCOMPARE(found.evidence.at(1).places, (QList<Place>{{1, 4, 5}}));
        QCOMPARE(found.evidence.at(2).found, u"§ 12"_s);
        QCOMPARE(std::size_t(found.scores.size()), TaskClassCount); // what it would have been
    }

    void aRuleMayNameATaskClass()
    {
        const ClassRules rules{.classes = {{.name = u"reasoning"_s, .rules = {{.tag = u"hard"_s}}}}};
        QCOMPARE(classify(said(u"hello"_s), rules, {.tags = {u"hard"_s}}).className, u"reasoning"_s);
        QCOMPARE(classify(said(u"hello"_s), rules).className, u"chat"_s);
    }

    void aRequestLikeTheExamplesIsOfTheirClass()
    {
        const Classification found =
            classify(said(u"how long do I braise a lamb shank, and can I freeze it"_s), Recipes);
        QCOMPARE(found.className, u"recipes"_s);
        QCOMPARE(found.by, ClassifiedBy::Example);
        QVERIFY(found.confidence >= 0.7 && found.confidence < 1);
        QCOMPARE(found.evidence.first().found, u"How long do I braise lamb shoulder?"_s);
        double similarity = 0;
        for (const Evidence &evidence : found.evidence)
            similarity += evidence.weight;
        QVERIFY(similarity >= DefaultThreshold);
    }

    void theSameWordsWithOtherWorkAreNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a translation") << u"translate 'how long do I braise lamb shoulder' to Polish"_s;
        QTest::newRow("a label") << u"label as question or complaint: \"why did my custard split\""_s;
        QTest::newRow("a poem") << u"write a poem about a custard that split"_s;
        QTest::newRow("something else") << u"who invented the fork"_s;
    }
    void theSameWordsWithOtherWorkAreNot()
    {
        QFETCH(QString, text);
        QVERIFY(classify(said(text), Recipes).className != u"recipes"_s);
    }

    void aThresholdIsThatOfItsClass()
    {
        ClassRules rules = Recipes;
        const chat::Request request = said(u"how long do I braise a lamb shank, and can I freeze it"_s);
        rules.classes[0].threshold = 0.95;
        QVERIFY(classify(request, rules).className != u"recipes"_s);
        QCOMPARE(classify(said(rules.classes[0].examples.first()), rules).className, u"recipes"_s);
    }

    void aCorrectionIsAnExampleFromThenOn()
    {
        const chat::Request request = said(u"the cat sat on the mat, do the thing"_s);
        const QString before = classify(request, {}).className;
        QVERIFY(before != u"code"_s);
        const ClassRules rules = corrected({}, request, u"code"_s);
        QCOMPARE(rules.classes.size(), 1);
        QCOMPARE(classify(request, rules).className, u"code"_s);
        QCOMPARE(classify(request, rules).by, ClassifiedBy::Example);
        QVERIFY(parseClassRules(toJson(rules)));
    }

    void aSecondCorrectionTakesTheFirstBack()
    {
        const chat::Request request = said(u"the cat sat on the mat, do the thing"_s);
        const ClassRules first = corrected(Recipes, request, u"recipes"_s);
        QCOMPARE(first.classes.at(0).examples.size(), 5);
        const ClassRules second = corrected(first, request, u"chat"_s);
        QCOMPARE(second.classes.at(0).examples, Recipes.classes.at(0).examples);
        QCOMPARE(second.classes.at(1).examples.size(), 1);
        QCOMPARE(classify(request, second).className, u"chat"_s);
        QCOMPARE(corrected(second, request, u"chat"_s), second);
    }

    void nothingIsLearnedFromARequestWithoutText()
    {
        QCOMPARE(corrected(Recipes, {}, u"chat"_s), Recipes);
        QCOMPARE(corrected(Recipes, said(u"  "_s), u"chat"_s), Recipes);
        QCOMPARE(corrected(Recipes, said(u"hello"_s), {}), Recipes);
    }

    void anExampleIsNoLongerThanItMayBe()
    {
        const ClassRules rules = corrected({}, said(QString(100'000, u'z')), u"chat"_s);
        QCOMPARE(rules.classes.at(0).examples.at(0).size(), LongestExample);
        QVERIFY(parseClassRules(toJson(rules)));
        QCOMPARE(classify(said(QString(100'000, u'z')), rules).by, ClassifiedBy::Example);
    }

    void aVectorHasTheLengthOne()
    {
        double square = 0;
        for (const auto &[hash, weight] : textVectorOf(u"one two two three"_s))
            square += double(weight) * double(weight);
        QVERIFY(std::abs(square - 1) < 1e-4);
        QVERIFY(textVectorOf(u" ,.- "_s).empty());
        QCOMPARE(textVectorOf(u"One, two"_s), textVectorOf(u"one two"_s));
    }
};

void TstClassRules::aWrongMemberIsNamedByItsPath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("no version") << QByteArray("{\"classes\": []}") << u"version: expected 1, but it is missing"_s;
    QTest::newRow("newer version") << QByteArray("{\"version\": 2}") << u"version: expected 1 at most"_s;
    QTest::newRow("unknown member") << QByteArray("{\"version\": 1, \"clases\": []}") << u"clases: "_s;
    QTest::newRow("no list") << QByteArray("{\"version\": 1, \"classes\": {}}") << u"classes: expected a list"_s;
    QTest::newRow("no name") << QByteArray("{\"version\": 1, \"classes\": [{}]}") << u"classes[0].name: "_s;
    QTest::newRow("a name twice") << QByteArray("{\"version\": 1, \"classes\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}")
                                  << u"classes[1]: expected a name that no other class has"_s;
    QTest::newRow("threshold of 0") << QByteArray(
        "{\"version\": 1, \"classes\": [{\"name\": \"a\", \"threshold\": 0}]}")
                                    << u"classes[0].threshold: expected a number above 0 and up to 1, found 0"_s;
    QTest::newRow("empty example") << QByteArray(
        "{\"version\": 1, \"classes\": [{\"name\": \"a\", \"examples\": [\"b\", \" \"]}]}")
                                   << u"classes[0].examples[1]: "_s;
    QTest::newRow("no condition") << inRule("") << u"classes[1].rules[1]: expected at least one condition"_s;
    QTest::newRow("words that are one word") << inRule("\"words\": \"boat\"") << u"classes[1].rules[1].words: "_s;
    QTest::newRow("an empty word") << inRule("\"words\": [\"\"]") << u"classes[1].rules[1].words: "_s;
    QTest::newRow("broken pattern") << inRule("\"pattern\": \"(\"")
                                    << u"classes[1].rules[1].pattern: expected a regular expression ("_s;
    QTest::newRow("negative size") << inRule("\"min_characters\": -1") << u"classes[1].rules[1].min_characters: "_s;
    QTest::newRow("most below least") << inRule("\"min_characters\": 9, \"max_characters\": 8")
                                      << u"classes[1].rules[1].max_characters: "_s;
    QTest::newRow("flag that is a text") << inRule("\"tools\": \"yes\"") << u"classes[1].rules[1].tools: "_s;
    QTest::newRow("unknown condition") << inRule("\"tag\": \"t\", \"model\": \"x\"")
                                       << u"classes[1].rules[1].model: "_s;
    QTest::newRow("no object at all") << QByteArray("[]") << u"expected an object"_s;
}

void TstClassRules::aWrongMemberIsNamedByItsPath()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, beginning);
    const QString message = messageOf(json);
    QVERIFY2(message.startsWith(beginning), qUtf8Printable(message));
}

void TstClassRules::aRuleHoldsWhenAllItsConditionsDo_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("holds");
    QTest::newRow("a word") << QByteArray(R"({"words": ["ship", "BOAT"]})") << true;
    QTest::newRow("a part of a word") << QByteArray(R"({"words": ["boa"]})") << false;
    QTest::newRow("several words") << QByteArray(R"({"words": ["old boat"]})") << true;
    QTest::newRow("a Chinese word among others") << QByteArray(R"({"words": ["小船"]})") << true;
    QTest::newRow("pattern") << QByteArray(R"({"pattern": "old\\s+boat"})") << true;
    QTest::newRow("pattern that is not there") << QByteArray(R"({"pattern": "^boat"})") << false;
    QTest::newRow("long enough") << QByteArray(R"({"min_characters": 20})") << true;
    QTest::newRow("not long enough") << QByteArray(R"({"min_characters": 200})") << false;
    QTest::newRow("too long") << QByteArray(R"({"max_characters": 20})") << false;
    QTest::newRow("tools") << QByteArray(R"({"tools": true})") << true;
    QTest::newRow("no tools") << QByteArray(R"({"tools": false})") << false;
    QTest::newRow("images") << QByteArray(R"({"images": true})") << true;
    QTest::newRow("no images") << QByteArray(R"({"images": false})") << false;
    QTest::newRow("system") << QByteArray(R"({"system": "HARBOR"})") << true;
    QTest::newRow("other system") << QByteArray(R"({"system": "airport"})") << false;
    QTest::newRow("client") << QByteArray(R"({"client": "ci"})") << true;
    QTest::newRow("other client") << QByteArray(R"({"client": "c"})") << false;
    QTest::newRow("tag") << QByteArray(R"({"tag": "night"})") << true;
    QTest::newRow("other tag") << QByteArray(R"({"tag": "nigh"})") << false;
    QTest::newRow("all of them") << QByteArray(R"({"words": ["boat"], "tools": true, "client": "ci", "tag": "night"})")
                                 << true;
    QTest::newRow("all but one") << QByteArray(R"({"words": ["boat"], "tools": true, "client": "ci", "tag": "day"})")
                                 << false;
}

void TstClassRules::aRuleHoldsWhenAllItsConditionsDo()
{
    QFETCH(QByteArray, rule);
    QFETCH(bool, holds);
    const auto json = parseJson("{\"version\": 1, \"classes\": [{\"name\": \"own\", \"rules\": [" + rule + "]}]}");
    QVERIFY(json);
    const auto rules = parseClassRules(*json);
    QVERIFY(rules);
    chat::Request request = said(u"please paint my old boat (我的小船很旧)"_s, u"You serve the harbor."_s);
    request.tools = {chat::Tool{.name = u"paint"_s}};
    request.messages.last().parts.append(chat::ImagePart{.url = "https://example.org/boat.png"});
    const Classification found = classify(request, *rules, {.client = u"ci"_s, .tags = {u"day shift"_s, u"night"_s}});
    QCOMPARE(found.by == ClassifiedBy::Rule, holds);
}

void TstClassRules::anExpressionThatTriesTooMuchDoesNotMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("nested repetition") << u"(a+)+$"_s;
    QTest::newRow("alternatives that overlap") << u"(a|aa)+$"_s;
    QTest::newRow("alternatives that are the same") << u"(a|a)*b"_s;
    QTest::newRow("squares") << u"a*a*a*a*a*b"_s;
    QTest::newRow("back reference") << u"(a*)*\\1b"_s;
    QTest::newRow("a limit of its own") << u"(*LIMIT_MATCH=4000000000)(a|aa)+$"_s;
}

void TstClassRules::anExpressionThatTriesTooMuchDoesNotMatch()
{
    QFETCH(QString, pattern);
    const ClassRules rules = oneRule({.pattern = pattern});
    QElapsedTimer timer;
    timer.start();
    const Classification found = classify(said(QString(1'000'000, u'a') + u'!'), rules);
    QVERIFY(found.className != u"own"_s);
    QVERIFY(timer.elapsed() < 5'000); // without limits it is years
}

static const bool tstClassRules = sb::testing::add<TstClassRules>();

#include "tst_class_rules.moc"
