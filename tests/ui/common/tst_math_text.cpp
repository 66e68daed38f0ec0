#include "tests/testing/testing.h"
#include "ui/common/markdown/math_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstMathText final : public QObject
{
    Q_OBJECT
private slots:
    void texReadsAsText_data();
    void texReadsAsText();
    void formulasBecomeCode_data();
    void formulasBecomeCode();
    void aFormulaOfAnyDepthIsRead_data();
    void aFormulaOfAnyDepthIsRead();
};

void TstMathText::texReadsAsText_data()
{
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("text");
    QTest::newRow("an exponent") << u"x^2 - 12x + 1 = 0"_s << u"x² - 12x + 1 = 0"_s;
    QTest::newRow("an index of several") << u"x_{1,2}"_s << u"x_(1,2)"_s;
    QTest::newRow("a fraction of terms") << u"\\frac{n(n+1)}{2}"_s << u"(n(n+1))/2"_s;
    QTest::newRow("a sum with limits") << u"\\sum_{k=1}^{n} k"_s << u"∑ₖ₌₁ⁿ k"_s;
    QTest::newRow("a root in a fraction") << u"\\frac{12 \\pm \\sqrt{12^2 - 4}}{2}"_s << u"(12 ± √(12² - 4))/2"_s;
    QTest::newRow("Greek and text") << u"\\alpha \\le \\text{limit}"_s << u"α ≤ limit"_s;
    QTest::newRow("a command that is not known stays") << u"\\foo x"_s << u"\\foo x"_s;
    QTest::newRow("an end that is missing") << u"\\frac{a"_s << u"a/"_s;
    QTest::newRow("a lone backslash") << u"a\\"_s << u"a"_s;
}

void TstMathText::texReadsAsText()
{
    QFETCH(QString, tex);
    QString read = texToText(tex);
    read.remove(QChar::Null);
    QTEST(read, "text");
}

void TstMathText::formulasBecomeCode_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("changed");
    QTest::newRow("in a line") << u"so $x_1$ holds"_s << u"so `x₁` holds"_s;
    QTest::newRow("on its own") << u"$$ a \\cdot b $$"_s << u"\n\n```math\na · b\n```\n\n"_s;
    QTest::newRow("in brackets") << u"so \\(a\\) holds"_s << u"so `a` holds"_s;
    QTest::newRow("prices are none") << u"between $5 and $6 a day"_s << u"between $5 and $6 a day"_s;
    QTest::newRow("a table of dollars") << u"| $ | cost $ |"_s << u"| $ | cost $ |"_s;
    QTest::newRow("code stays") << u"`$x_1$` and\n```\n$$a$$\n```"_s << u"`$x_1$` and\n```\n$$a$$\n```"_s;
    QTest::newRow("code whose fence is open")
        << u"Run:\n```sh\ncp $SRC/$DST\necho $$"_s << u"Run:\n```sh\ncp $SRC/$DST\necho $$"_s;
    QTest::newRow("an open fence after a closed one")
        << u"```\na\n```\nso $x_1$\n```\n$a_1$"_s << u"```\na\n```\nso `x₁`\n```\n$a_1$"_s;
    QTest::newRow("a fence of tildes") << u"~~~sh\ncp $SRC/$DST\n~~~\nso $x_1$"_s
                                       << u"~~~sh\ncp $SRC/$DST\n~~~\nso `x₁`"_s;
    QTest::newRow("an open fence of tildes") << u"~~~\n$x_1$"_s << u"~~~\n$x_1$"_s;
    QTest::newRow("a fence in a list") << u"- so\n  ```\n  $x_1$\n  ```\n  $x_1$"_s
                                       << u"- so\n  ```\n  $x_1$\n  ```\n  `x₁`"_s;
    QTest::newRow("marks inside of a longer fence")
        << u"````\n```\n$x_1$\n```\n$x_1$\n````"_s << u"````\n```\n$x_1$\n```\n$x_1$\n````"_s;
    QTest::newRow("a fence in a quote") << u"> ```\n> $x_1$\n> ```\n> $x_1$"_s << u"> ```\n> $x_1$\n> ```\n> `x₁`"_s;
    QTest::newRow("three marks in a line") << u"```a``` and $x_1$"_s << u"```a``` and `x₁`"_s;
    QTest::newRow("struck out") << u"~~old~~ $x_1$"_s << u"~~old~~ `x₁`"_s;
    QTest::newRow("a lone backtick") << u"a ` and $x_1$"_s << u"a ` and `x₁`"_s;
    QTest::newRow("an escaped dollar") << u"\\$x$"_s << u"\\$x$"_s;
    QTest::newRow("not across paragraphs") << u"$$ a\n\nb $$"_s << u"$$ a\n\nb $$"_s;
}

void TstMathText::formulasBecomeCode()
{
    QFETCH(QString, markdown);
    QTEST(withMathAsCode(markdown), "changed");
}

void TstMathText::aFormulaOfAnyDepthIsRead_data()
{
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("close");
    QTest::newRow("braces") << u"{"_s << u"}"_s;
    QTest::newRow("exponents") << u"^"_s << QString();
    QTest::newRow("fractions") << u"\\frac{"_s << u"}{2}"_s;
    QTest::newRow("roots") << u"\\sqrt "_s << QString();
}

void TstMathText::aFormulaOfAnyDepthIsRead()
{
    QFETCH(QString, open);
    QFETCH(QString, close);
    constexpr int Depth = 200'000;
    const QString formula = u"$"_s + open.repeated(Depth) + u'q' + close.repeated(Depth) + u'$';
    QVERIFY(withMathAsCode(formula).contains(u'q'));
}

static const bool tstMathText = sb::testing::add<TstMathText>();

#include "tst_math_text.moc"
