#include "ui/common/series_colors.h"

#include "tests/testing/testing.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstSeriesColors final : public QObject
{
    Q_OBJECT
private slots:
    void whoHasAColorKeepsItWhoeverJoins()
    {
        SeriesColors colors;
        colors.assign({u"a"_s, u"b"_s});
        const QColor first = colorOf(colors, u"a"_s);
        colors.assign({u"z"_s, u"b"_s, u"a"_s});
        QCOMPARE(colorOf(colors, u"a"_s), first);
        QVERIFY(colorOf(colors, u"z"_s) != first);
    }

    void whoeverIsShownHasAColorAndNoTwoTheSame()
    {
        SeriesColors colors;
        colors.assign({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
        const QColor kept = colorOf(colors, u"c"_s);
        const QStringList shown{u"u"_s, u"v"_s, u"c"_s, u"w"_s, u"x"_s, u"y"_s};
        colors.assign(shown);
        QSet<QRgb> seen;
        for (const QString &id : shown) {
            QVERIFY(colorOf(colors, id) != lightTokens().seriesOther);
            seen.insert(colorOf(colors, id).rgb());
        }
        QCOMPARE(seen.size(), shown.size());
        QCOMPARE(colorOf(colors, u"c"_s), kept);
        QCOMPARE(colorOf(colors, u"a"_s), lightTokens().seriesOther);
    }

    void theSeventhIsOneOfTheOthers()
    {
        SeriesColors colors;
        colors.assign({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s});
        QCOMPARE(colorOf(colors, u"g"_s), lightTokens().seriesOther);
    }

private:
    static QColor colorOf(const SeriesColors &colors, const QString &id) { return colors.color(id, lightTokens()); }
};

static const bool tstSeriesColors = sb::testing::add<TstSeriesColors>();

#include "tst_series_colors.moc"
