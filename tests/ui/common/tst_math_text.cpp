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
    QTest::newRow("an escaped dollar") << u"\\$x$"_s << u"\\$x$"_s;
    QTest::newRow("not across paragraphs") << u"$$ a\n\nb $$"_s << u"$$ a\n\nb $$"_s;
}

void TstMathText::formulasBecomeCode()
{
    QFETCH(QString, markdown);
    QTEST(withMathAsCode(markdown), "changed");
}

static const bool registered = sb::testing::add<TstMathText>();

#include "tst_math_text.moc"
