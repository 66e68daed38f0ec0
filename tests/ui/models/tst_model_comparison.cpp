#include "ui/models/model_comparison.h"

#include "tests/testing/testing.h"
#include "tests/ui/models/model_samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

ComparedFact factNamed(const QList<ComparedFact> &facts, const QString &name)
{
    const auto found = std::ranges::find(facts, name, &ComparedFact::name);
    return found == facts.end() ? ComparedFact{} : *found;
}

} // namespace

class TstModelComparison final : public QObject
{
    Q_OBJECT
private slots:
    void theBestValueIsMarked()
    {
        const ModelIndex index(testing::sampleCatalog(), {});
        const QList<int> models{*index.modelOf(u"author/large"_s), *index.modelOf(u"author/small"_s)};
        const QList<ComparedFact> facts = compare(index, {}, models, QDate(2025, 6, 3));
        QCOMPARE(factNamed(facts, u"Output, $ per M"_s).best, (QList<bool>{false, true}));
        QCOMPARE(factNamed(facts, u"Context"_s).best, (QList<bool>{true, false}));
        QCOMPARE(factNamed(facts, u"Endpoints"_s).values, (QStringList{u"2"_s, u"1"_s}));
    }

    void unpricedDoesNotCompete()
    {
        const ModelIndex index(testing::sampleCatalog(), {});
        const QList<int> models{*index.modelOf(u"author/large"_s), *index.modelOf(u"other/unpriced"_s)};
        const ComparedFact output = factNamed(compare(index, {}, models, {}), u"Output, $ per M"_s);
        QCOMPARE(output.values.value(1), u"unpriced"_s);
        QCOMPARE(output.best, (QList<bool>{false, false})); // one price alone beats nobody
    }

    void onlyWhoServesTheMostCompetesOnTheMonth()
    {
        const ModelIndex index(testing::sampleCatalog(), {});
        Figures figures(index.offers().size());
        const QList<int> models{*index.modelOf(u"author/large"_s), *index.modelOf(u"author/small"_s)};
        const auto set = [&](int model, qint64 served, qint64 cost) {
            OfferFigures &figure = figures[size_t(index.leadOf(model))];
            figure.recentIsKnown = true;
            figure.recent = {.requests = 10, .served = served, .cost = NanoDollars{cost}};
        };
        set(models[0], 10, 5'000'000'000);
        set(models[1], 3, 1'000'000'000);
        const QList<ComparedFact> facts = compare(index, figures, models, {});
        QCOMPARE(factNamed(facts, u"Your 30 days here"_s).best, (QList<bool>{false, false}));
        QCOMPARE(factNamed(facts, u"Requests it could serve"_s).best, (QList<bool>{true, false}));
    }
};

static const bool tstModelComparison = sb::testing::add<TstModelComparison>();

#include "tst_model_comparison.moc"
