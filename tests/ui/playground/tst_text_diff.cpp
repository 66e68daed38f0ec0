#include "tests/testing/testing.h"
#include "ui/playground/text_diff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstTextDiff final : public QObject
{
    Q_OBJECT
private slots:
    void aWordThatDiffersIsFound();
    void theOrderOfBothTextsIsKept();
    void likenessCountsWordsOfBoth_data();
    void likenessCountsWordsOfBoth();
};

using Kind = DiffPiece::Kind;

namespace {

QString joined(const QList<DiffPiece> &pieces, Kind leftOut)
{
    QString text;
    for (const DiffPiece &piece : pieces)
        text += piece.kind == leftOut ? QString() : piece.text;
    return text;
}

} // namespace

void TstTextDiff::aWordThatDiffersIsFound()
{
    const QList<DiffPiece> expected{{.kind = Kind::Same, .text = u"one\nretry "_s},
                                    {.kind = Kind::Removed, .text = u"twice"_s},
                                    {.kind = Kind::Added, .text = u"once"_s},
                                    {.kind = Kind::Same, .text = u", then stop\nend"_s}};
    QCOMPARE(diffTexts(u"one\nretry twice, then stop\nend"_s, u"one\nretry once, then stop\nend"_s), expected);
}

void TstTextDiff::theOrderOfBothTextsIsKept()
{
    QRandomGenerator random(7);
    const QStringList words{u"a "_s, u"b "_s, u"c\n"_s, u"d, "_s, u"\n\n"_s, u"ä"_s};
    for (int round = 0; round < 200; ++round) {
        QString before;
        QString after;
        for (int i = 0; i < 30; ++i) {
            before += words[random.bounded(int(words.size()))];
            after += words[random.bounded(int(words.size()))];
        }
        const QList<DiffPiece> pieces = diffTexts(before, after);
        QCOMPARE(joined(pieces, Kind::Added), before);
        QCOMPARE(joined(pieces, Kind::Removed), after);
    }
}

void TstTextDiff::likenessCountsWordsOfBoth_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<double>("share");
    QTest::newRow("the same") << u"one two"_s << u"one two"_s << 1.0;
    QTest::newRow("nothing in common") << u"one two"_s << u"three four"_s << 0.0;
    QTest::newRow("half") << u"one two"_s << u"one four"_s << 0.5;
    QTest::newRow("two empty texts") << QString() << QString() << 1.0;
}

void TstTextDiff::likenessCountsWordsOfBoth()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(likeness(diffTexts(before, after)), "share");
}

static const bool tstTextDiff = sb::testing::add<TstTextDiff>();

#include "tst_text_diff.moc"
