#include "tests/testing/testing.h"
#include "ui/common/theme.h"
#include "ui/common/tokens.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstTokens final : public QObject
{
    Q_OBJECT
private slots:
    void textIsReadableOnItsSurface_data();
    void textIsReadableOnItsSurface();
    void aPaletteLeadsBackToItsTokens();
    void highContrastStrengthensLinesAndCaptions();
    void theDesktopAsksForContrast_data();
    void theDesktopAsksForContrast();
};

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Source: WCAG 2.1, contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double light = qMax(luminance(a), luminance(b));
    const double dark = qMin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

void TstTokens::textIsReadableOnItsSurface_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("surface");
    QTest::addColumn<double>("least");
    for (const Tokens *tokens :
         {&lightTokens(), &darkTokens(), &highContrast(lightTokens()), &highContrast(darkTokens())}) {
        const QByteArray name = QByteArray(tokens->dark ? "dark" : "light") + (tokens->contrast ? ", contrast" : "");
        const char *theme = name.constData();
        QTest::addRow("%s text on base", theme) << tokens->text << tokens->base << 4.5;
        QTest::addRow("%s text2 on window", theme) << tokens->text2 << tokens->window << 4.5;
        QTest::addRow("%s text3 on selected", theme) << tokens->text3 << tokens->accentSoft << 4.5;
        QTest::addRow("%s accent on base", theme) << tokens->accent << tokens->base << 4.5;
        QTest::addRow("%s danger on its soft", theme) << tokens->danger << tokens->dangerSoft << 4.5;
        QTest::addRow("%s white on the main button", theme) << tokens->onAccent << tokens->accentFill << 4.5;
        QTest::addRow("%s border of fields", theme) << tokens->control << tokens->base << 3.0;
    }
}

void TstTokens::textIsReadableOnItsSurface()
{
    QFETCH(QColor, text);
    QFETCH(QColor, surface);
    QFETCH(double, least);
    QVERIFY(text.isValid() && surface.isValid());
    QVERIFY2(contrast(text, surface) >= least, qPrintable(QString::number(contrast(text, surface))));
}

void TstTokens::aPaletteLeadsBackToItsTokens()
{
    QVERIFY(tokensOf(paletteOf(darkTokens())).dark);
    QVERIFY(!tokensOf(paletteOf(lightTokens())).dark);
}

void TstTokens::highContrastStrengthensLinesAndCaptions()
{
    for (const Tokens *plain : {&lightTokens(), &darkTokens()}) {
        const Tokens &strong = highContrast(*plain);
        QCOMPARE(strong.line, plain->control);
        QCOMPARE(strong.edge, plain->control);
        QCOMPARE(strong.text3, plain->text2);
        QCOMPARE(strong.base, plain->base);
        QVERIFY(contrast(strong.line, strong.base) >= 3.0);
        QCOMPARE(&tokensOf(paletteOf(strong)), &strong);
        QCOMPARE(&tokensOf(paletteOf(*plain)), plain);
        QCOMPARE(&highContrast(strong), &strong);
    }
}

void TstTokens::theDesktopAsksForContrast_data()
{
    QTest::addColumn<QString>("space");
    QTest::addColumn<QString>("key");
    QTest::newRow("by the portal") << u"org.freedesktop.appearance"_s << u"contrast"_s;
    QTest::newRow("by GNOME") << u"org.gnome.desktop.a11y.interface"_s << u"high-contrast"_s;
}

void TstTokens::theDesktopAsksForContrast()
{
    QFETCH(QString, space);
    QFETCH(QString, key);
    Theme theme(*qApp);
    theme.setChoice(sb::profile::ThemeChoice::Dark);
    const auto tell = [&](uint value) {
        return QMetaObject::invokeMethod(&theme, "desktopChanged", Q_ARG(QString, space), Q_ARG(QString, key),
                                         Q_ARG(QDBusVariant, QDBusVariant(value)));
    };
    const auto used = [] { return &tokensOf(QApplication::palette()); };
    QCOMPARE(used(), &darkTokens());
    QVERIFY(tell(1));
    QCOMPARE(used(), &highContrast(darkTokens()));
    theme.setChoice(sb::profile::ThemeChoice::Light); // it holds in either theme
    QCOMPARE(used(), &highContrast(lightTokens()));
    QVERIFY(tell(0));
    QCOMPARE(used(), &lightTokens());
}

static const bool tstTokens = sb::testing::add<TstTokens>();

#include "tst_tokens.moc"
