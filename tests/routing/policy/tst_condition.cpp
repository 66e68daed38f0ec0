#include "core/routing/name_pattern.h"
#include "core/routing/policy/condition.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

class TstCondition : public QObject
{
    Q_OBJECT
private slots:
    void aPatternFitsWhatItsStarsCanStandFor_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *why, const QString &pattern, const QString &name, bool fits) {
            QTest::newRow(why) << pattern << name << fits;
        };
        row("the same", u"a/b"_s, u"a/b"_s, true);
        row("another case", u"Openai/GPT*"_s, u"openai/gpt-4o"_s, true);
        row("a part is not all", u"a/b"_s, u"a/bc"_s, false);
        row("anything", u"*"_s, u"a/b"_s, true);
        row("also nothing", u"*"_s, u""_s, true);
        row("a beginning", u"a/*"_s, u"a/b"_s, true);
        row("another beginning", u"a/*"_s, u"b/a/"_s, false);
        row("an end", u"*/b"_s, u"a/b"_s, true);
        row("another end", u"*/b"_s, u"a/bc"_s, false);
        row("beginning and end may not overlap", u"aba*ba"_s, u"aba"_s, false);
        row("beginning and end may touch", u"ab*a"_s, u"aba"_s, true);
        row("a middle", u"*mini*"_s, u"openai/gpt-4o-mini-2"_s, true);
        row("a middle in another order", u"*b*a*"_s, u"abc"_s, false);
        row("a later place of a piece", u"a*bc"_s, u"abcbc"_s, true);
        row("two stars", u"a**b"_s, u"ab"_s, true);
        row("other signs are themselves", u"a.[b]*"_s, u"a.[b]c"_s, true);
        row("a dot is no wild card", u"a.b"_s, u"axb"_s, false);
        row("an empty pattern fits no name", u""_s, u"a"_s, false);
    }
    void aPatternFitsWhatItsStarsCanStandFor()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QTEST(fitsPattern(name, pattern), "fits");
    }

    void aConditionSaysInWordsWhatItAsks_data()
    {
        QTest::addColumn<Condition>("condition");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const Condition &condition, const QStringList &words) {
            QTest::newRow(name) << condition << words;
        };
        row("nothing", {}, {});
        row("classes", {.taskClasses = {u"code"_s, u"bulk"_s}}, {u"tasks of the class code or bulk"_s});
        row("tokens from", {.promptTokens = {.from = 1000}}, {u"prompts of 1,000 tokens or more"_s});
        row("tokens below", {.promptTokens = {.below = 1000}}, {u"prompts of less than 1,000 tokens"_s});
        row("tokens between", {.promptTokens = {5, 10}}, {u"prompts of 5 tokens or more, but less than 10"_s});
        row("flags", {.tools = true, .images = false}, {u"requests with tools"_s, u"requests without images"_s});
        row("a form", {.outputs = {OutputForm::JsonSchema}}, {u"answers in the form json_schema"_s});
        row("a night", {.hours = DayHours{22 * 60, 6 * 60}, .weekdays = {Weekday::Friday}},
            {u"the hours from 22:00 to 06:00, Friday"_s});
        row("a budget", {.remaining = {.below = NanoDollars{1'500'000'000}}},
            {u"a budget with less than $1.50 left"_s});
    }
    void aConditionSaysInWordsWhatItAsks()
    {
        QFETCH(Condition, condition);
        QTEST(phrases(condition), "words");
    }
};

static const bool tstCondition = sb::testing::add<TstCondition>();

#include "tst_condition.moc"
