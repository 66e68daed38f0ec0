#include "core/routing/policy/semantic_diff.h"

#include "core/routing/policy/list_pairs.h"

#include "tests/routing/policy/any_policy.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Chain ofSteps(const QString &models)
{
    Chain chain{.name = u"c"_s};
    for (const QChar model : models)
        chain.steps.append({.model = u"m/"_s + model});
    return chain;
}

/// "moved steps[0]", …
QStringList placesOf(const QList<Change> &changes)
{
    QStringList places;
    for (const Change &change : changes)
        places.append(QString::fromLatin1(toWireName(change.kind)) + u' ' + change.path);
    return places;
}

QStringList sentencesOf(const QList<Change> &changes)
{
    QStringList sentences;
    for (const Change &change : changes)
        sentences.append(change.sentence);
    return sentences;
}

} // namespace

class TstSemanticDiff : public QObject
{
    Q_OBJECT
private slots:
    void stepsAreKnownAgain_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("places");
        const auto row = [](const char *name, const QString &before, const QString &after, const QStringList &places) {
            QTest::newRow(name) << before << after << places;
        };
        row("nothing changed", u"abc"_s, u"abc"_s, {});
        row("the first went to the end", u"abc"_s, u"bca"_s, {u"moved steps[2]"_s});
        row("the last came to the front", u"abcd"_s, u"dabc"_s, {u"moved steps[0]"_s});
        row("two changed places", u"ab"_s, u"ba"_s, {u"moved steps[1]"_s});
        row("one was added in front", u"ab"_s, u"xab"_s, {u"added steps[0]"_s});
        row("one was added at the end", u"ab"_s, u"abx"_s, {u"added steps[2]"_s});
        row("one was removed", u"abc"_s, u"ac"_s, {u"removed steps[1]"_s});
        row("one between two others is the one that was there", u"abc"_s, u"axc"_s, {u"changed steps[1].model"_s});
        row("the only one, too", u"a"_s, u"x"_s, {u"changed steps[0].model"_s});
        row("one was removed and one moved", u"abcd"_s, u"dac"_s, {u"moved steps[0]"_s, u"removed steps[1]"_s});
        row("all are new", {}, u"ab"_s, {u"added steps[0]"_s, u"added steps[1]"_s});
        row("all are gone", u"ab"_s, {}, {u"removed steps[0]"_s, u"removed steps[1]"_s});
        row("of two that are alike one went", u"aab"_s, u"ab"_s, {u"removed steps[1]"_s});
    }
    void stepsAreKnownAgain()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(placesOf(semanticDiff(ofSteps(before), ofSteps(after))), "places");
    }

    void aStepThatMovedAndChangedIsBoth()
    {
        Chain after = ofSteps(u"bca"_s);
        after.steps[2].retries = 5;
        QCOMPARE(sentencesOf(semanticDiff(ofSteps(u"abc"_s), after)),
                 (QStringList{u"Step 3 (m/a) was moved from place 1 to 3."_s,
                              u"Step 3 (m/a), retries: 5 instead of its default."_s}));
    }

    void anIdIsStrongerThanWhatAStepSays()
    {
        Chain before = ofSteps(u"ab"_s);
        before.steps[0].id = u"first"_s;
        before.steps[1].id = u"second"_s;
        Chain after = before;
        after.steps[0].model = u"m/b"_s;
        after.steps[1].model = u"m/a"_s;
        QCOMPARE(placesOf(semanticDiff(before, after)),
                 (QStringList{u"changed steps[0].model"_s, u"changed steps[1].model"_s}));
    }

    void aChangeIsOneSentenceWithBothValues_data()
    {
        QTest::addColumn<Chain>("after");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const auto &edit, const QString &place, const QString &sentence) {
            Chain after = ofSteps(u"a"_s);
            after.steps.first().maxCost = NanoDollars{20'000'000};
            after.steps.first().preferences.only = {u"x"_s, u"y"_s};
            edit(after);
            QTest::newRow(name) << after << place << sentence;
        };
        row(
            "a clock", [](Chain &c) { c.steps.first().clocks.idle = 5s; }, u"added steps[0].clocks.idle_ms"_s,
            u"Step 1 (m/a), clocks.idle_ms: 5000 instead of its default."_s);
        row(
            "money", [](Chain &c) { c.steps.first().maxCost = NanoDollars{50'000'000}; },
            u"changed steps[0].max_cost"_s, u"Step 1 (m/a), max_cost: 0.05 instead of 0.02."_s);
        row(
            "no limit", [](Chain &c) { c.steps.first().maxCost.reset(); }, u"removed steps[0].max_cost"_s,
            u"Step 1 (m/a), max_cost: at its default again, instead of 0.02."_s);
        row(
            "a flag", [](Chain &c) { c.steps.first().moveOn.contentPolicy = true; },
            u"added steps[0].move_on.content_policy"_s,
            u"Step 1 (m/a), move_on.content_policy: yes instead of its default."_s);
        row(
            "an entry more", [](Chain &c) { c.steps.first().preferences.only.append(u"z"_s); },
            u"changed steps[0].provider.only"_s, u"Step 1 (m/a), provider.only: z added."_s);
        row(
            "an entry less", [](Chain &c) { c.steps.first().preferences.only.removeFirst(); },
            u"changed steps[0].provider.only"_s, u"Step 1 (m/a), provider.only: x removed."_s);
        row(
            "another entry", [](Chain &c) { c.steps.first().preferences.only[0] = u"z"_s; },
            u"changed steps[0].provider.only"_s, u"Step 1 (m/a), provider.only: z added, x removed."_s);
        row(
            "another order", [](Chain &c) { c.steps.first().preferences.only.move(0, 1); },
            u"changed steps[0].provider.only"_s, u"Step 1 (m/a), provider.only: now in the order y, x."_s);
        row(
            "of the chain itself", [](Chain &c) { c.afterFirstContent = AfterFirstContent::Hold; },
            u"added after_first_content"_s, u"after_first_content: hold instead of its default."_s);
        row(
            "a member of a newer version", [](Chain &c) { c.steps.first().extra.set("weight", 2); },
            u"added steps[0].weight"_s, u"Step 1 (m/a), weight: 2 instead of its default."_s);
        row(
            "signs that stand for arguments elsewhere", [](Chain &c) { c.description = u"50 %1 off %2"_s; },
            u"added description"_s, u"description: 50 %1 off %2 instead of its default."_s);
    }
    void aChangeIsOneSentenceWithBothValues()
    {
        QFETCH(Chain, after);
        QFETCH(QString, place);
        QFETCH(QString, sentence);
        Chain before = ofSteps(u"a"_s);
        before.steps.first().maxCost = NanoDollars{20'000'000};
        before.steps.first().preferences.only = {u"x"_s, u"y"_s};
        const QList<Change> changes = semanticDiff(before, after);
        QCOMPARE(placesOf(changes), QStringList{place});
        QCOMPARE(sentencesOf(changes), QStringList{sentence});
    }

    void rulesAreKnownAgainByNameAndByWhatTheyAsk()
    {
        const Policy before{.name = u"p"_s,
                            .rules = {{.name = u"Night"_s, .when = {.tools = true}, .chain = u"a"_s},
                                      {.when = {.images = true}, .chain = u"b"_s},
                                      {.when = {.files = true}, .chain = u"c"_s}}};
        Policy after = before;
        after.rules[0].when.clients = {u"ask"_s};
        after.rules[1].chain = u"x"_s;
        after.rules.move(1, 2);
        after.rules.append({.id = u"new"_s});
        after.otherwise = u"rest"_s;
        after.version = 9;
        QCOMPARE(sentencesOf(semanticDiff(before, after)),
                 (QStringList{u"otherwise: rest instead of its default."_s,
                              u"Rule 1 (Night), when.clients: ask instead of its default."_s,
                              u"Rule 3 was moved from place 2 to 3."_s, u"Rule 3, chain: x instead of b."_s,
                              u"Rule 4 (new) is new."_s}));
    }

    void aVersionDiffersFromItselfInNothing()
    {
        for (int seed = 0; seed < 600; ++seed) {
            SeededRandom random{quint64(seed)};
            const Policy policy = routing::testing::anyPolicy(random);
            QCOMPARE(semanticDiff(policy, policy), QList<Change>{});
        }
    }

    void aPolicyThatDiffersSaysSo()
    {
        for (int seed = 0; seed < 600; ++seed) {
            SeededRandom random{quint64(seed)};
            Policy before = routing::testing::anyPolicy(random);
            Policy after = routing::testing::anyPolicy(random);
            after.version = before.version;
            const auto changes = semanticDiff(before, after);
            QVERIFY2(changes.isEmpty() == (before == after), qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void movingOneItemIsOneMove()
    {
        for (int seed = 0; seed < 600; ++seed) {
            SeededRandom random{quint64(seed)};
            const Chain before = ofSteps(u"abcdefgh"_s);
            Chain after = before;
            const auto from = qsizetype(random.below(8));
            const auto to = qsizetype(random.below(8));
            after.steps.move(from, to);
            const QList<Change> changes = semanticDiff(before, after);
            QCOMPARE(changes.size(), from == to ? 0 : 1);
            QVERIFY(changes.isEmpty() || changes.constFirst().kind == ChangeKind::Moved);
        }
    }

    void everyItemIsInOnePairAtMost()
    {
        for (int seed = 0; seed < 600; ++seed) {
            SeededRandom random{quint64(seed)};
            QList<quint64> before(qsizetype(random.below(8)));
            QList<quint64> after(qsizetype(random.below(8)));
            for (quint64 &each : before)
                each = random.below(4);
            for (quint64 &each : after)
                each = random.below(4);
            const auto same = [&](qsizetype b, qsizetype a) { return before.at(b) == after.at(a); };
            const auto pairs = pairUp(before.size(), after.size(), {same});
            QSet<qsizetype> seen;
            for (qsizetype i = 0; i < pairs.size(); ++i) {
                QVERIFY(!seen.contains(pairs.at(i).before));
                seen.insert(pairs.at(i).before);
                QVERIFY(i == 0 || pairs.at(i - 1).after < pairs.at(i).after);
            }
            if (!before.isEmpty() && before.size() == after.size())
                QVERIFY2(pairs.size() > 0, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }
};

static const bool tstSemanticDiff = sb::testing::add<TstSemanticDiff>();

#include "tst_semantic_diff.moc"
