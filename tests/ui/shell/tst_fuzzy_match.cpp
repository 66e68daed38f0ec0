#include "tests/testing/testing.h"
#include "ui/shell/fuzzy_match.h"

#include <QTest>

using namespace sb::ui;

class TstFuzzyMatch final : public QObject
{
    Q_OBJECT
private slots:
    void allLettersMustOccurInOrder();
    void theStartOfAWordIsMeant();
    void anEmptyQueryMatchesAll();
};

void TstFuzzyMatch::allLettersMustOccurInOrder()
{
    QVERIFY(fuzzyMatch(u"chn", u"Chains"));
    QVERIFY(!fuzzyMatch(u"nhc", u"Chains"));
    QVERIFY(!fuzzyMatch(u"chainss", u"Chains"));
}

void TstFuzzyMatch::theStartOfAWordIsMeant()
{
    const auto match = fuzzyMatch(u"d", u"Add Dashboard");
    QVERIFY(match);
    QCOMPARE(match->positions, QList<qsizetype>{4});
    QVERIFY(fuzzyMatch(u"das", u"Dashboard")->score > fuzzyMatch(u"das", u"Add a list, sorted")->score);
}

void TstFuzzyMatch::anEmptyQueryMatchesAll()
{
    QVERIFY(fuzzyMatch(u"", u"Anything"));
}

static const bool tstFuzzyMatch = sb::testing::add<TstFuzzyMatch>();

#include "tst_fuzzy_match.moc"
