#include "core/routing/acceptance/repetition.h"

#include "core/base/random.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

const QString Prose =
    u"The signal box sets the points, shows the line on a diagram, and writes every train into its register.\n"_s;

QString noise(int length, int letters)
{
    SeededRandom random(7);
    QString text;
    for (int i = 0; i < length; ++i)
        text += QChar(u'a' + char16_t(random.below(quint64(letters))));
    return text;
}

/// The definition, letter by letter.
bool endsInLoop(const QString &text, LoopLimits limits)
{
    for (qsizetype piece = 1; piece * limits.times <= text.size(); ++piece) {
        qsizetype same = piece;
        while (same < text.size() && text[text.size() - 1 - same] == text[text.size() - 1 - same + piece])
            ++same;
        if (same >= limits.characters && same / piece >= limits.times)
            return true;
    }
    return false;
}

} // namespace

class TstRepetition final : public QObject
{
    Q_OBJECT
private slots:
    void aLoopAtTheEndIsFound_data();
    void aLoopAtTheEndIsFound();
    void whatIsFoundIsWhatTheDefinitionSays();
    void aMegabyteTakesLinearTime();
    void aGrowingTextIsWatched();
    void aTextWithoutALoopGrowsUndisturbed();
};

void TstRepetition::aLoopAtTheEndIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("piece"); // 0: no loop
    const auto row = [](const char *name, const QString &text, int piece) { QTest::newRow(name) << text << piece; };
    row("nothing", u""_s, 0);
    row("prose", Prose, 0);
    row("one sign", Prose + QString(400, u'-'), 1);
    row("one sign, fewer", Prose + QString(399, u'-'), 0);
    row("a word", Prose + u"very "_s.repeated(100), 5);
    row("a line", Prose.repeated(8), int(Prose.size()));
    row("a line, seven times", Prose.repeated(7), 0);
    row("the last one is cut", Prose.repeated(8) + Prose.left(30), int(Prose.size()));
    row("a line feed behind it", u"very "_s.repeated(100) + u"\n"_s, 5);
    row("a loop that ended", u"very "_s.repeated(100) + Prose, 0);
    row("long paragraphs", noise(3000, 26).repeated(9), 3000);
    row(
        "lines that count",
        [] {
            QString text;
            for (int i = 0; i < 100; ++i)
                text += u"Step %1: do it again.\n"_s.arg(i);
            return text;
        }(),
        0);
}

void TstRepetition::aLoopAtTheEndIsFound()
{
    QFETCH(QString, text);
    QFETCH(int, piece);
    const auto loop = loopAtEnd(text);
    QCOMPARE(int(loop ? loop->piece : 0), piece);
}

void TstRepetition::whatIsFoundIsWhatTheDefinitionSays()
{
    SeededRandom random(3);
    int found = 0;
    for (int i = 0; i < 3'000; ++i) {
        QString text;
        for (int pieces = int(random.below(4)); pieces >= 0; --pieces)
            text += noise(int(random.below(12)), 2).repeated(int(1 + random.below(6)));
        const LoopLimits limits{.times = int(2 + random.below(4)), .characters = int(1 + random.below(30))};
        QCOMPARE(loopAtEnd(text, limits).has_value(), endsInLoop(text, limits));
        found += endsInLoop(text, limits) ? 1 : 0;
    }
    QVERIFY(found > 300 && found < 2'700);
}

void TstRepetition::aMegabyteTakesLinearTime()
{
    // Quadratic time would be minutes for each.
    QVERIFY(!loopAtEnd(noise(1'000'000, 2)));
    QVERIFY(!loopAtEnd(QString(999'999, u'a') + u'b'));
    QVERIFY(loopAtEnd(QString(1'000'000, u'a')));
}

void TstRepetition::aGrowingTextIsWatched()
{
    LoopWatch watch;
    for (int i = 0; i < 200; ++i)
        QVERIFY(!watch.append(noise(100 + i, 26)));
    int pieces = 0;
    while (!watch.append(u"very "_s) && pieces < 10'000)
        ++pieces;
    QVERIFY2(pieces >= 79 && pieces * 5 < 4'000, qPrintable(QString::number(pieces)));
}

void TstRepetition::aTextWithoutALoopGrowsUndisturbed()
{
    LoopWatch watch;
    const QString text = noise(1'000'000, 3);
    for (qsizetype i = 0; i < text.size(); i += 7)
        QVERIFY(!watch.append(QStringView(text).sliced(i, std::min(qsizetype(7), text.size() - i))));
}

static const bool tstRepetition = sb::testing::add<TstRepetition>();

#include "tst_repetition.moc"
