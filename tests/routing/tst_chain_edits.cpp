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
    switch (random.below(count == 0 ? 4 : 7)) {
    case 0:
        return InsertStep{at(count + 1), anyStep(random)};
    case 1:
        return SetAfterFirstContent{AfterFirstContent(random.below(4))};
    case 2:
        return SetAllowPayingTwice{random.below(2) == 0};
    case 3:
        return SetDescription{u"text %1"_s.arg(random.below(100))};
    case 4:
        return RemoveStep{at(count)};
    case 5:
        return MoveStep{at(count), at(count)};
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
        QCOMPARE(routing::apply(chain, SetDescription{u"new"_s})->description, u"new"_s);
        QCOMPARE(modelsOf(chain), u"a b c"_s); // the chain before is as it was
    }

    void anIndexOutsideIsRefused_data()
    {
        QTest::addColumn<int>("edit");
        const QStringList names{u"insert behind the end"_s,
                                u"insert before the start"_s,
                                u"remove"_s,
                                u"move from"_s,
                                u"move to"_s,
                                u"replace"_s};
        for (int i = 0; i < names.size(); ++i)
            QTest::newRow(qPrintable(names.at(i))) << i;
    }
    void anIndexOutsideIsRefused()
    {
        QFETCH(int, edit);
        const QList<ChainEdit> edits{InsertStep{3, {}}, InsertStep{-1, {}}, RemoveStep{2},
                                     MoveStep{2, 0},    MoveStep{0, 2},     ReplaceStep{-1, {}}};
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
