#include "core/routing/policy/match.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Policy onlyFor(const Condition &condition)
{
    return {.name = u"p"_s, .rules = {{.when = condition, .chain = u"c"_s}}};
}

chat::Request requestWith(const QByteArray &members)
{
    const QByteArray text = "{'model':'a/b','messages':[{'role':'user','content':'hello'}]" + members + "}";
    return chat::parseRequest(*parseJson(QByteArray(text).replace('\'', '"'))).value();
}

Condition unknownMember()
{
    Condition condition;
    condition.extra.set("moon", "full");
    return condition;
}

RequestFacts at(Weekday weekday, int hour, int minute = 0)
{
    return {.weekday = weekday, .minute = hour * 60 + minute};
}

} // namespace

class TstMatch : public QObject
{
    Q_OBJECT
private slots:
    void aConditionHoldsOrSaysWhatDoesNot_data()
    {
        QTest::addColumn<Condition>("condition");
        QTest::addColumn<RequestFacts>("facts");
        QTest::addColumn<std::optional<Unmet>>("unmet");
        const auto row = [](const char *name, const Condition &condition, const RequestFacts &facts,
                            std::optional<Unmet> unmet) { QTest::newRow(name) << condition << facts << unmet; };
        const std::optional<Unmet> holds;
        row("nothing is asked", {}, {}, holds);
        row("its class", {.taskClasses = {u"code"_s, u"bulk"_s}}, {.taskClass = u"bulk"_s}, holds);
        row("another class", {.taskClasses = {u"code"_s}}, {.taskClass = u"bulk"_s}, Unmet::TaskClass);
        row("not classed", {.taskClasses = {u"*"_s}}, {}, Unmet::TaskClass);
        row("a model by pattern", {.models = {u"openai/*"_s}}, {.model = u"openai/gpt-4o"_s}, holds);
        row("another model", {.models = {u"openai/*"_s}}, {.model = u"a/b"_s}, Unmet::Model);
        row("a suffix is left out", {.models = {u"a/b"_s}}, {.model = u"a/b:floor"_s}, holds);
        row("a suffix is asked for", {.models = {u"*:floor"_s}}, {.model = u"a/b:floor"_s}, holds);
        row("a suffix is missing", {.models = {u"a/b:floor"_s}}, {.model = u"a/b"_s}, Unmet::Model);
        row("as many tokens", {.promptTokens = {.from = 10}}, {.promptTokens = 10}, holds);
        row("too few tokens", {.promptTokens = {.from = 10}}, {.promptTokens = 9}, Unmet::PromptTokens);
        row("less tokens", {.promptTokens = {.below = 10}}, {.promptTokens = 9}, holds);
        row("too many tokens", {.promptTokens = {.below = 10}}, {.promptTokens = 10}, Unmet::PromptTokens);
        row("tools", {.tools = true}, {.tools = true}, holds);
        row("no tools", {.tools = true}, {}, Unmet::Tools);
        row("tools that must not be", {.tools = false}, {.tools = true}, Unmet::Tools);
        row("no images", {.images = true}, {}, Unmet::Images);
        row("no files", {.files = true}, {}, Unmet::Files);
        row("no audio", {.audio = true}, {}, Unmet::Audio);
        row("its form", {.outputs = {OutputForm::JsonObject}}, {.output = OutputForm::JsonObject}, holds);
        row("another form", {.outputs = {OutputForm::JsonObject}}, {}, Unmet::Output);
        row("a form of another kind", {.outputs = {OutputForm::Text}}, {.output = {}}, Unmet::Output);
        row("one of its tags", {.tags = {u"x"_s, u"team=*"_s}}, {.tags = {u"y"_s, u"team=red"_s}}, holds);
        row("no tag", {.tags = {u"*"_s}}, {}, Unmet::Tags);
        row("its client", {.clients = {u"ask"_s}}, {.client = u"ask"_s}, holds);
        row("another client", {.clients = {u"ask"_s}}, {.client = u"playground"_s}, Unmet::Client);
        row("its session", {.sessions = {u"s-*"_s}}, {.session = u"s-1"_s}, holds);
        row("no session", {.sessions = {u"*"_s}}, {}, Unmet::Session);
        row("money enough", {.remaining = {.from = NanoDollars{5}}}, {.remaining = NanoDollars{5}}, holds);
        row("too little money", {.remaining = {.from = NanoDollars{5}}}, {.remaining = NanoDollars{4}},
            Unmet::Remaining);
        row("little money", {.remaining = {.below = NanoDollars{5}}}, {.remaining = NanoDollars{4}}, holds);
        row("without a budget there is enough", {.remaining = {.from = NanoDollars{5}}}, {}, holds);
        row("without a budget there is not little", {.remaining = {.below = NanoDollars{5}}}, {}, Unmet::Remaining);
        row("a member of a newer version", unknownMember(), {}, Unmet::Unknown);
        row("the first of two in their order", {.tools = true, .clients = {u"ask"_s}}, {}, Unmet::Tools);
    }
    void aConditionHoldsOrSaysWhatDoesNot()
    {
        QFETCH(Condition, condition);
        QFETCH(RequestFacts, facts);
        QFETCH(std::optional<Unmet>, unmet);
        const Match found = match(onlyFor(condition), facts);
        QCOMPARE(found.rule.has_value(), !unmet.has_value());
        QCOMPARE(found.passed.isEmpty() ? std::nullopt : std::optional(found.passed.constFirst().unmet), unmet);
        QCOMPARE(found.chain, unmet ? QString() : u"c"_s);
    }

    void hoursGoOverMidnightAndBelongToTheDayOfTheirBegin_data()
    {
        QTest::addColumn<DayHours>("hours");
        QTest::addColumn<QList<Weekday>>("days");
        QTest::addColumn<RequestFacts>("facts");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *name, const DayHours &hours, const QList<Weekday> &days,
                            const RequestFacts &facts,
                            bool holds) { QTest::newRow(name) << hours << days << facts << holds; };
        const DayHours office{9 * 60, 17 * 60};
        const DayHours night{22 * 60, 6 * 60};
        const DayHours evening{18 * 60, MinutesOfDay};
        using enum Weekday;
        row("at the first minute", office, {}, at(Monday, 9), true);
        row("before", office, {}, at(Monday, 8, 59), false);
        row("at the end", office, {}, at(Monday, 17), false);
        row("at the last minute of the day", evening, {}, at(Monday, 23, 59), true);
        row("at midnight after the whole evening", evening, {}, at(Monday, 0), false);
        row("late", night, {}, at(Monday, 23), true);
        row("early", night, {}, at(Monday, 5, 59), true);
        row("at the end of the night", night, {}, at(Monday, 6), false);
        row("at noon", night, {}, at(Monday, 12), false);
        row("late on its day", night, {Friday}, at(Friday, 23), true);
        row("early on the day after", night, {Friday}, at(Saturday, 3), true);
        row("early on its day, which is the night before", night, {Friday}, at(Friday, 3), false);
        row("early on Monday is Sunday's night", night, {Sunday}, at(Monday, 3), true);
        row("another day", office, {Saturday, Sunday}, at(Friday, 10), false);
        row("nothing lies between", {600, 600}, {}, at(Monday, 10), false);
    }
    void hoursGoOverMidnightAndBelongToTheDayOfTheirBegin()
    {
        QFETCH(DayHours, hours);
        QFETCH(QList<Weekday>, days);
        QFETCH(RequestFacts, facts);
        const Match found = match(onlyFor({.hours = hours, .weekdays = days}), facts);
        QTEST(found.rule.has_value(), "holds");
    }

    void daysWithoutHoursAreThoseOfTheCalendar()
    {
        const Policy policy = onlyFor({.weekdays = {Weekday::Sunday}});
        QVERIFY(match(policy, at(Weekday::Sunday, 0)).rule);
        QVERIFY(!match(policy, at(Weekday::Monday, 0)).rule);
    }

    void anExceptionPassesARequestOn_data()
    {
        QTest::addColumn<Condition>("unless");
        QTest::addColumn<std::optional<Unmet>>("unmet");
        QTest::newRow("it holds") << Condition{.tools = true} << std::optional(Unmet::Unless);
        QTest::newRow("it does not") << Condition{.tools = false} << std::optional<Unmet>();
        QTest::newRow("only a part of it does") << Condition{.tools = true, .images = true} << std::optional<Unmet>();
        QTest::newRow("it is for all") << Condition{} << std::optional(Unmet::Unless);
        QTest::newRow("it cannot be judged") << unknownMember() << std::optional(Unmet::Unknown);
    }
    void anExceptionPassesARequestOn()
    {
        QFETCH(Condition, unless);
        QFETCH(std::optional<Unmet>, unmet);
        const Policy policy{.name = u"p"_s, .rules = {{.unless = unless, .chain = u"c"_s}}, .otherwise = u"rest"_s};
        const Match found = match(policy, {.tools = true});
        QCOMPARE(found.chain, unmet ? u"rest"_s : u"c"_s);
        QCOMPARE(found.passed.isEmpty() ? std::nullopt : std::optional(found.passed.constFirst().unmet), unmet);
    }

    void theFactsAreThoseOfTheRequestAndItsCircumstances()
    {
        const auto request = requestWith(",'session_id':'s-1','user':'ann','metadata':{'team':'red'},"
                                         "'tools':[{'type':'function','function':{'name':'f'}}],"
                                         "'response_format':{'type':'json_object'}");
        const Circumstances around{.taskClass = u"code"_s,
                                   .client = u"ask"_s,
                                   .tags = {u"late"_s},
                                   .now = WallTime{std::chrono::sys_days{2026y / 7 / 3} + 22h + 30min},
                                   .zone = QTimeZone("Europe/Berlin"),
                                   .remaining = NanoDollars{7}};
        RequestFacts facts = factsOf(request, around);
        QVERIFY(facts.promptTokens > 0);
        facts.promptTokens = 0;
        const RequestFacts expected{.taskClass = u"code"_s,
                                    .model = u"a/b"_s,
                                    .tools = true,
                                    .output = OutputForm::JsonObject,
                                    .tags = {u"team=red"_s, u"user=ann"_s, u"late"_s},
                                    .client = u"ask"_s,
                                    .session = u"s-1"_s,
                                    .weekday = Weekday::Saturday, // half past midnight there
                                    .minute = 30,
                                    .remaining = NanoDollars{7}};
        QCOMPARE(facts, expected);
    }

    void partsOfMessagesAreFacts()
    {
        const auto request = requestWith(",'x':1");
        chat::Request withParts = request;
        withParts.messages.first().parts = {chat::ImagePart{}, chat::FilePart{}, chat::AudioPart{}};
        QVERIFY(!factsOf(request, {}).images && !factsOf(request, {}).files && !factsOf(request, {}).audio);
        const RequestFacts facts = factsOf(withParts, {});
        QVERIFY(facts.images && facts.files && facts.audio);
    }

    void tagsComeFromMetadataAndUser_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("none") << QByteArray() << QStringList{};
        QTest::newRow("texts, numbers and flags")
            << QByteArray(",'metadata':{'a':'x','n':1.50,'f':true,'o':{},'z':null}")
            << QStringList{u"a=x"_s, u"n=1.50"_s, u"f=true"_s};
        QTest::newRow("a list of tags") << QByteArray(",'metadata':{'tags':['a','b']}") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("tags in a text") << QByteArray(",'metadata':{'tags':'a, b,,a'}") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("the user") << QByteArray(",'user':'ann'") << QStringList{u"user=ann"_s};
        QTest::newRow("metadata of another kind") << QByteArray(",'metadata':['a']") << QStringList{};
    }
    void tagsComeFromMetadataAndUser()
    {
        QFETCH(QByteArray, members);
        QTEST(tagsOf(requestWith(members)), "tags");
    }

    void aRulePassedOverSaysWhyWithTheNumbers_data()
    {
        QTest::addColumn<Condition>("condition");
        QTest::addColumn<RequestFacts>("facts");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const Condition &condition, const RequestFacts &facts,
                            const QString &why) { QTest::newRow(name) << condition << facts << why; };
        row("tokens", {.promptTokens = {.from = 1000}}, {.promptTokens = 120},
            u"Only for prompts of 1,000 tokens or more; this one has about 120."_s);
        row("class", {.taskClasses = {u"code"_s}}, {},
            u"Only for tasks of the class code; this one was not classed."_s);
        row("model", {.models = {u"a/*"_s, u"b/*"_s}}, {.model = u"c/d"_s},
            u"Only for the model a/* or b/*; c/d was asked for."_s);
        row("tools", {.tools = true}, {}, u"Only for requests with tools."_s);
        row("hours", {.hours = DayHours{540, 1020}}, {.weekday = Weekday::Sunday, .minute = 61},
            u"Only for the hours from 09:00 to 17:00; it is Sunday, 01:01."_s);
        row("money", {.remaining = {.below = NanoDollars{5'000'000'000}}}, {.remaining = NanoDollars{9'500'000'000}},
            u"Only for a budget with less than $5.00 left; $9.50 is left."_s);
        row("no budget", {.remaining = {.below = NanoDollars{5'000'000'000}}}, {},
            u"Only for a budget with less than $5.00 left; there is no budget."_s);
        row("a newer version", unknownMember(), {},
            u"It asks for what a newer version calls “moon”, which this version cannot judge."_s);
    }
    void aRulePassedOverSaysWhyWithTheNumbers()
    {
        QFETCH(Condition, condition);
        QFETCH(RequestFacts, facts);
        const Policy policy = onlyFor(condition);
        const Match found = match(policy, facts);
        QCOMPARE(found.passed.size(), 1);
        QTEST(sentence(policy.rules.constFirst(), found.passed.constFirst().unmet, facts), "why");
    }

    void whatIsStoredNamesRulesByIdOrNumber()
    {
        const Policy policy{.name = u"work"_s,
                            .version = 4,
                            .rules = {{.id = u"night"_s, .enabled = false},
                                      {.name = u"Agents"_s, .when = {.tools = true}},
                                      {.when = {.images = false}, .chain = u"c"_s}}};
        const QByteArray expected =
            "{'policy':'work','version':4,'rule':3,'rule_number':3,'chain':'c',"
            "'passed':[{'rule':'night','rule_number':1,'unmet':'disabled','detail':'Switched off.'},"
            "{'rule':2,'rule_number':2,'rule_name':'Agents','unmet':'tools',"
            "'detail':'Only for requests with tools.'}]}";
        QCOMPARE(toJson(policy, match(policy, {}), {}).dump(), QByteArray(expected).replace('\'', '"'));
        QCOMPARE(toJson({.name = u"x"_s}, {}, {}).dump(), QByteArray("{'policy':'x','version':1}").replace('\'', '"'));
    }

    void qualityIsThePlaceOfTheFirstEntryThatFits()
    {
        const Policy policy{.name = u"p"_s, .quality = {u"a/best"_s, u"b/*"_s, u"a/*"_s}};
        QCOMPARE(qualityRank(policy, u"a/best"_s), std::optional<qsizetype>(0));
        QCOMPARE(qualityRank(policy, u"a/other"_s), std::optional<qsizetype>(2));
        QCOMPARE(qualityRank(policy, u"c/d"_s), std::nullopt);
    }
};

static const bool tstMatch = sb::testing::add<TstMatch>();

#include "tst_match.moc"
