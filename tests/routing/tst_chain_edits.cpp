#include "core/routing/chain_edits.h"

#include "core/base/random.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Chain chainOf(const QStringList &models)
{
    Chain chain{.name = u"test"_s};
    for (const QString &model : models)
        chain.steps.append(Step{.model = model});
    return chain;
}

QString modelsOf(const Chain &chain)
{
    QStringList models;
    for (const Step &step : chain.steps)
        models.append(step.model);
    return models.join(u' ');
}

Step anyStep(Random &random)
{
    Step step{.model = u"lab/m%1"_s.arg(random.below(1000)), .retries = int(random.below(5))};
    step.clocks.idle = milliseconds(random.below(90'000) + 1);
    step.moveOn.contentPolicy = random.below(2) == 0;
    if (random.below(2) == 0)
        step.endpoints = {u"east/a"_s, u"west/b"_s};
    if (random.below(3) == 0)
        step.maxCost = NanoDollars{qint64(random.below(1'000'000'000))};
    return step;
}

ChainEdit anyEdit(Random &random, const Chain &chain)
{
    const auto count = quint64(chain.steps.size());
    const auto at = [&random](quint64 bound) { return qsizetype(random.below(bound)); };
    switch (random.below(count == 0 ? 5 : 10)) {
    case 0:
        return InsertStep{at(count + 1), anyStep(random)};
    case 1:
        return SetAfterFirstContent{AfterFirstContent(random.below(4))};
    case 2:
        return SetAllowPayingTwice{random.below(2) == 0};
    case 3:
        return SetDescription{u"text %1"_s.arg(random.below(100))};
    case 4:
        return SetAllowRepeatingTools{random.below(2) == 0};
    case 5:
        return RemoveStep{at(count)};
    case 6:
        return MoveStep{at(count), at(count)};
    case 7:
        return SetNextStep{0, &NextSteps::rateLimit, qsizetype(count) - 1 > 0 ? qsizetype(count) - 1 : -1};
    case 8:
        return SetStepId{at(count), u"id-%1"_s.arg(random.below(50))};
    default:
        return ReplaceStep{at(count), anyStep(random)};
    }
}

} // namespace

class TstChainEdits : public QObject
{
    Q_OBJECT
private slots:
    void editsDoWhatTheySay()
    {
        const Chain chain = chainOf({u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(modelsOf(*routing::apply(chain, InsertStep{3, Step{.model = u"d"_s}})), u"a b c d"_s);
        QCOMPARE(modelsOf(*routing::apply(chain, InsertStep{0, Step{.model = u"d"_s}})), u"d a b c"_s);
        QCOMPARE(modelsOf(*routing::apply(chain, RemoveStep{1})), u"a c"_s);
        QCOMPARE(modelsOf(*routing::apply(chain, MoveStep{0, 2})), u"b c a"_s);
        QCOMPARE(modelsOf(*routing::apply(chain, MoveStep{2, 0})), u"c a b"_s);
        QCOMPARE(modelsOf(*routing::apply(chain, ReplaceStep{1, Step{.model = u"d"_s}})), u"a d c"_s);
        QCOMPARE(routing::apply(chain, SetAfterFirstContent{AfterFirstContent::Hold})->afterFirstContent,
                 AfterFirstContent::Hold);
        QCOMPARE(routing::apply(chain, SetAllowPayingTwice{false})->allowPayingTwice, false);
        QCOMPARE(routing::apply(chain, SetAllowRepeatingTools{true})->allowRepeatingTools, true);
        QCOMPARE(routing::apply(chain, SetDescription{u"new"_s})->description, u"new"_s);
        QCOMPARE(modelsOf(chain), u"a b c"_s); // the chain before is as it was
    }

    void aStepThatIsGoneOnToGetsAnId()
    {
        const Chain chain = chainOf({u"lab/a"_s, u"lab/b"_s, u"zoo/b"_s, u"lab/c"_s});
        Chain changed = *routing::apply(chain, SetNextStep{0, &NextSteps::contextFull, 1});
        changed = *routing::apply(changed, SetNextStep{0, &NextSteps::budget, 2});
        QCOMPARE(changed.steps.at(1).id, u"b"_s);
        QCOMPARE(changed.steps.at(2).id, u"b-2"_s);
        QCOMPARE(changed.steps.at(0).next, (NextSteps{.contextFull = u"b"_s, .budget = u"b-2"_s}));
        QCOMPARE(laterStep(changed, 0, u"b-2"_s), 2);
        QCOMPARE(laterStep(changed, 2, u"b-2"_s), -1); // it is not behind itself
        const Chain renamed = *routing::apply(changed, SetStepId{2, u"large"_s});
        QCOMPARE(renamed.steps.at(0).next, (NextSteps{.contextFull = u"b"_s, .budget = u"large"_s}));
        QVERIFY(validate(renamed, {}, {}).isEmpty());
        const Chain without = *routing::apply(renamed, SetNextStep{0, &NextSteps::budget, -1});
        QCOMPARE(without.steps.at(0).next, NextSteps{.contextFull = u"b"_s});
        QCOMPARE(routing::apply(renamed, SetStepId{1, {}})->steps.at(0).next, NextSteps{.budget = u"large"_s});
    }

    void noStepGoesBack_data()
    {
        QTest::addColumn<int>("to");
        QTest::newRow("to an earlier one") << 0;
        QTest::newRow("to itself") << 1;
        QTest::newRow("beyond the end") << 3;
    }
    void noStepGoesBack()
    {
        QFETCH(int, to);
        const Chain chain = chainOf({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(!routing::apply(chain, SetNextStep{1, &NextSteps::rateLimit, to}));
    }

    void anIndexOutsideIsRefused_data()
    {
        QTest::addColumn<int>("edit");
        const QStringList names{u"insert behind the end"_s,
                                u"insert before the start"_s,
                                u"remove"_s,
                                u"move from"_s,
                                u"move to"_s,
                                u"replace"_s,
                                u"go on from"_s,
                                u"name"_s};
        for (int i = 0; i < names.size(); ++i)
            QTest::newRow(qPrintable(names.at(i))) << i;
    }
    void anIndexOutsideIsRefused()
    {
        QFETCH(int, edit);
        const QList<ChainEdit> edits{InsertStep{3, {}}, InsertStep{-1, {}},  RemoveStep{2},  MoveStep{2, 0},
                                     MoveStep{0, 2},    ReplaceStep{-1, {}}, SetNextStep{2}, SetStepId{-1, {}}};
        const auto changed = routing::apply(chainOf({u"a"_s, u"b"_s}), edits.at(edit));
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, Error::Kind::InvalidInput);
        QVERIFY(changed.error().message.contains(u"the chain has 2"_s));
    }

    /// The undo stack is a list of chains: what each edit makes must stay as it is, and be what its file says.
    void twoHundredRandomEditsAreUndoneAndRedoneByteForByte()
    {
        SeededRandom random(200);
        QList<Chain> chains{chainOf({u"lab/a"_s, u"lab/b"_s})};
        QList<ChainEdit> edits;
        QList<QByteArray> texts{toJson(chains.constFirst()).dump()};
        for (int i = 0; i < 200; ++i) {
            edits.append(anyEdit(random, chains.constLast()));
            const auto changed = routing::apply(chains.constLast(), edits.constLast());
            QVERIFY(changed);
            chains.append(*changed);
            texts.append(toJson(*changed).dump());
        }
        for (qsizetype i = 200; i >= 0; --i) // undo all
            QCOMPARE(toJson(chains.at(i)).dump(), texts.at(i));
        Chain chain = chains.constFirst();
        for (qsizetype i = 0; i < 200; ++i) { // redo all
            chain = *routing::apply(chain, edits.at(i));
            QCOMPARE(toJson(chain).dump(), texts.at(i + 1));
            QVERIFY(*parseChain(*parseJson(texts.at(i + 1))) == chain);
        }
        QCOMPARE(QSet<QByteArray>(texts.begin(), texts.end()).size() > 150, true); // the edits do change something
    }
};

static const bool tstChainEdits = sb::testing::add<TstChainEdits>();

#include "tst_chain_edits.moc"
