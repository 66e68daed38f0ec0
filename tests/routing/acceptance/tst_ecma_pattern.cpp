#include "core/routing/acceptance/bounded_pattern.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb::routing;
using namespace Qt::StringLiterals;

class TstEcmaPattern final : public QObject
{
    Q_OBJECT
private slots:
    void aPatternMeansWhatEcmaSays_data();
    void aPatternMeansWhatEcmaSays();
    void whatPcreCannotSayIsRefused_data();
    void whatPcreCannotSayIsRefused();
    void aSearchThatRunsAwayGivesUp();
    void aPatternCannotRaiseItsLimit();
};

void TstEcmaPattern::aPatternMeansWhatEcmaSays_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QString &pattern, const QString &text, bool matches) {
        QTest::newRow(name) << pattern << text << matches;
    };
    row("$ is the very end", u"^a$"_s, u"a\n"_s, false);
    row("a point is no carriage return", u"^.$"_s, u"\r"_s, false);
    row("a point is no line separator", u"^.$"_s, u"\u2028"_s, false);
    row("a point is a whole character", u"^.$"_s, u"\U0001F600"_s, true);
    row("\\d is ASCII", u"^\\d$"_s, u"\u0665"_s, false);
    row("\\w is ASCII", u"^\\w+$"_s, u"é"_s, false);
    row("\\s is Unicode", u"^\\s$"_s, u"\u00a0"_s, true);
    row("\\s in a class", u"^[\\s-]+$"_s, u"\u3000-\t"_s, true);
    row("\\S is the rest", u"^\\S$"_s, u"\u00a0"_s, false);
    row("\\S in a class", u"^[\\S ]+$"_s, u"a \U0001F600"_s, true);
    row("\\S in a class, no-break space", u"^[\\S ]+$"_s, u"\u00a0"_s, false);
    row("\\v is one character", u"^\\v$"_s, u"\n"_s, false);
    row("four digits", u"^\\u00e9$"_s, u"é"_s, true);
    row("two halves", u"^\\ud83d\\ude00$"_s, u"\U0001F600"_s, true);
    row("braces", u"^\\u{1f600}+$"_s, u"\U0001F600\U0001F600"_s, true);
    row("two digits", u"^\\x41$"_s, u"A"_s, true);
    row("NUL", u"^\\0$"_s, QString(QChar(u'\0')), true);
    row("an empty class is nothing", u"a[]"_s, u"a[]"_s, false);
    row("its opposite is anything", u"^[^]$"_s, u"\n"_s, true);
    row("a bracket in a class", u"^[[:alpha:]]$"_s, u"a]"_s, true);
    row("a brace that is none", u"^a{,2}$"_s, u"a{,2}"_s, true);
    row("a brace", u"^a{2,}$"_s, u"aaa"_s, true);
    row("lazy", u"^a+?b{1}?$"_s, u"aab"_s, true);
    row("look-ahead", u"^(?=.*\\d)(?!x).{3,}$"_s, u"ab1"_s, true);
    row("look-behind", u"(?<=a)b(?<!c)"_s, u"ab"_s, true);
    row("a named group", u"^(?<year>\\d{4})$"_s, u"2026"_s, true);
    row("a category", u"^\\p{Lu}\\p{L}+$"_s, u"Éa"_s, true);
    row("a script", u"^\\p{Script=Greek}+$"_s, u"αβ"_s, true);
    row("not a category", u"^\\P{L}+$"_s, u"12"_s, true);
    row("escaped signs", u"^a\\/b\\-c\\_\\\"$"_s, u"a/b-c_\""_s, true);
    row("a backspace", u"^[\\b]$"_s, u"\b"_s, true);
    row("an e-mail address", u"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$"_s, u"a.b@c.org"_s, true);
}

void TstEcmaPattern::aPatternMeansWhatEcmaSays()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    const auto compiled = BoundedPattern::compileEcma(pattern, 100'000);
    QVERIFY2(compiled, qPrintable(compiled ? QString() : compiled.error().message));
    QCOMPARE(compiled->search(text),
             matches ? BoundedPattern::Outcome::Matches : BoundedPattern::Outcome::DoesNotMatch);
}

void TstEcmaPattern::whatPcreCannotSayIsRefused_data()
{
    QTest::addColumn<QString>("pattern");
    for (const QString &pattern :
         {u"a++"_s,      u"a*+"_s,         u"a{2}+"_s,   u"(?i)a"_s,   u"(?>a)"_s, u"(*ACCEPT)a"_s, u"(?R)"_s,
          u"(?#c)"_s,    u"\\Qa\\E"_s,     u"\\Aa"_s,    u"a\\Z"_s,    u"a\\z"_s,  u"\\1(a)"_s,     u"(a)\\1"_s,
          u"\\k<a>"_s,   u"\\R"_s,         u"\\h"_s,     u"\\N"_s,     u"\\K"_s,   u"\\p{Foo}"_s,   u"\\pL"_s,
          u"\\ud83d"_s,  u"\\u{110000}"_s, u"\\u12"_s,   u"\\01"_s,    u"[a"_s,    u"["_s,          u"a("_s,
          u"(?<=a+)b"_s, u"\\"_s,          u"[a-\\s]"_s, u"[\\s-a]"_s, u"[z-a]"_s, u"\\cA"_s,       u"*a"_s})
        QTest::newRow(qPrintable(pattern)) << pattern;
}

void TstEcmaPattern::whatPcreCannotSayIsRefused()
{
    QFETCH(QString, pattern);
    QVERIFY(!BoundedPattern::compileEcma(pattern, 100'000));
}

void TstEcmaPattern::aSearchThatRunsAwayGivesUp()
{
    const auto compiled = BoundedPattern::compile(u"(a+)+$"_s, 100'000);
    QCOMPARE(compiled->search(QString(60, u'a') + u'b'), BoundedPattern::Outcome::GaveUp);
    QCOMPARE(compiled->search(QString(60, u'a')), BoundedPattern::Outcome::Matches);
    QCOMPARE(BoundedPattern().search(u"x"_s), BoundedPattern::Outcome::Matches);
}

void TstEcmaPattern::aPatternCannotRaiseItsLimit()
{
    const auto compiled = BoundedPattern::compile(u"(*LIMIT_MATCH=4000000000)(a+)+$"_s, 1'000);
    QVERIFY(compiled);
    QCOMPARE(compiled->search(QString(14, u'a') + u'b'), BoundedPattern::Outcome::GaveUp);
}

static const bool tstEcmaPattern = sb::testing::add<TstEcmaPattern>();

#include "tst_ecma_pattern.moc"
