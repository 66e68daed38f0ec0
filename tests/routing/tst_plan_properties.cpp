#include "core/routing/plan.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

bool chance(Random &random, quint64 oneIn)
{
    return random.below(oneIn) == 0;
}

QString any(Random &random, QChar prefix, quint64 count)
{
    return prefix + QString::number(random.below(count));
}

catalog::Catalog anyCatalog(Random &random)
{
    QList<catalog::Provider> providers;
    for (int i = 0; i < 6; ++i) {
        providers.append(
            {.id = u"p%1"_s.arg(i),
             .local = chance(random, 5),
             .practice = chance(random, 6),
             .enabled = !chance(random, 10),
             .dataPolicy = {.trains = chance(random, 2) ? std::optional(chance(random, 2)) : std::nullopt}});
    }
    QList<catalog::Endpoint> endpoints;
    for (int i = 0; i < 30; ++i) {
        catalog::Endpoint endpoint{.id = u"e%1"_s.arg(i),
                                   .providerId = any(random, u'p', 7), // one does not exist
                                   .modelId = any(random, u'm', 8),
                                   .free = chance(random, 8),
                                   .contextTokens = qint64(random.below(2'000)),
                                   .capabilities = {.tools = chance(random, 2), .images = chance(random, 2)},
                                   .region = chance(random, 3) ? u"eu"_s : QString(),
                                   .quantization = chance(random, 3) ? u"fp8"_s : QString(),
                                   .openWeights = chance(random, 2)};
        if (!chance(random, 4))
            endpoint.price = catalog::Price{
                .components = {
                    {.unit = catalog::PriceUnit::FreshInput, .amount = {qint64(random.below(1'000'000))}},
                    {.unit = catalog::PriceUnit::VisibleOutput, .amount = {qint64(random.below(1'000'000))}}}};
        if (chance(random, 2))
            endpoint.maxOutputTokens = qint64(random.below(100'000));
        endpoints.append(endpoint);
    }
    return {providers, endpoints};
}

QStringList anySlugs(Random &random)
{
    QStringList slugs;
    for (quint64 left = chance(random, 4) ? random.below(3) + 1 : 0; left > 0; --left)
        slugs.append(chance(random, 2) ? any(random, u'p', 6) : any(random, u'e', 30));
    return slugs;
}

Preferences anyPreferences(Random &random)
{
    Preferences wishes;
    if (chance(random, 2))
        return wishes;
    wishes = {.order = anySlugs(random), .only = anySlugs(random), .ignore = anySlugs(random)};
    if (chance(random, 6))
        wishes.allowFallbacks = false;
    if (chance(random, 6))
        wishes.denyTraining = true;
    if (chance(random, 6))
        wishes.regions = {u"eu"_s};
    if (chance(random, 6))
        wishes.quantizations = {chance(random, 2) ? u"fp8"_s : u"unknown"_s};
    if (chance(random, 2))
        wishes.sort = Sort(random.below(6));
    if (chance(random, 4))
        wishes.maxPrice.prompt = PicoDollars{qint64(random.below(1'000'000))};
    if (chance(random, 4))
        wishes.maxLatency.p90 = double(random.below(9));
    if (chance(random, 6))
        wishes.acrossModels = true;
    return wishes;
}

Measured anyMeasured(Random &random)
{
    const double seconds = 0.1 + double(random.below(9'000)) / 1e3;
    Measured measured{
        .asked = chance(random, 2), .attempts = double(random.below(100)), .failures = double(random.below(100))};
    if (!chance(random, 4))
        measured.firstToken =
            Quantiles{.p50 = seconds, .p75 = seconds, .p90 = seconds * 2, .p99 = seconds * 3, .samples = 30};
    if (!chance(random, 4))
        measured.throughput = Quantiles{.p50 = double(random.below(200)), .samples = 30};
    return measured;
}

Chain anyChain(Random &random)
{
    Chain chain{.name = u"any"_s};
    for (quint64 left = random.below(6); left > 0; --left) {
        Step step{.model = any(random, u'm', 9)};
        for (quint64 named = chance(random, 2) ? random.below(5) : 0; named > 0; --named)
            step.endpoints.append(any(random, u'e', 33));
        if (chance(random, 4))
            step.maxCost = NanoDollars{qint64(random.below(50'000'000))};
        if (chance(random, 4))
            step.maxTokens = qint64(random.below(10'000) + 1);
        step.preferences = anyPreferences(random);
        if (chance(random, 6))
            step.models = {any(random, u'm', 9)};
        if (chance(random, 6))
            step.filter = EndpointFilter{.tools = chance(random, 2), .openWeights = chance(random, 2)};
        if (step.filter && chance(random, 2)) {
            step.model.clear();
            step.models.clear();
            step.endpoints.clear();
        }
        if (chance(random, 5))
            step.hedge = Hedge{};
        chain.steps.append(step);
    }
    return chain;
}

PlanInput anyInput(Random &random)
{
    PlanInput input{.chain = anyChain(random), .catalog = anyCatalog(random)};
    input.request.messages = {chat::Message::make(chat::Role::User, QString(qsizetype(random.below(6'000)), u'x'))};
    if (chance(random, 4))
        input.request.tools = {chat::Tool{.name = u"look"_s}};
    if (chance(random, 4))
        input.request.maxTokens = qint64(random.below(100'000));
    if (chance(random, 8))
        input.request.messages[0].parts.append(chat::ImagePart{.url = "https://a/b.png"});
    for (int i = 0; i < 6; ++i) {
        if (!chance(random, 10))
            input.usableProviders.insert(u"p%1"_s.arg(i));
    }
    if (chance(random, 3))
        input.health.rejectedKeys.insert(any(random, u'p', 6));
    for (int i = 0; i < 4; ++i) {
        input.health.missingModels.insert(any(random, u'e', 60));
        input.health.coolingDown.insert(any(random, u'e', 60), milliseconds(random.below(60'000)));
        input.health.full.insert(any(random, u'e', 60), milliseconds(random.below(9'000)));
        input.budget.allowedUnpriced.insert(any(random, u'e', 60));
    }
    for (int i = 0; i < 30; ++i) {
        if (chance(random, 2))
            input.health.measured.insert(u"e%1"_s.arg(i), anyMeasured(random));
    }
    input.preferences = anyPreferences(random);
    if (chance(random, 3))
        input.cache = {.stayAt = any(random, u'e', 30), .tokens = {{any(random, u'e', 30), 500}}};
    if (chance(random, 2))
        input.budget.remaining = NanoDollars{qint64(random.below(100'000'000))};
    input.budget.hard = !chance(random, 3);
    return input;
}

bool fitsStep(const Step &step, const catalog::Endpoint &endpoint)
{
    return !step.filter
        || ((!step.filter->tools || endpoint.capabilities.tools)
            && (!step.filter->openWeights || endpoint.openWeights == true));
}

/// Every endpoint of a step, or what stands for it when there is none.
QSet<QString> offersOf(const Step &step, const catalog::Catalog &catalog)
{
    if (!step.endpoints.isEmpty())
        return {step.endpoints.begin(), step.endpoints.end()};
    QSet<QString> ids;
    for (const QString &model : modelsOf(step)) {
        const auto endpoints = catalog.endpointsFor(model);
        if (endpoints.isEmpty())
            ids.insert(model);
        for (const catalog::Endpoint *endpoint : endpoints) {
            if (fitsStep(step, *endpoint))
                ids.insert(endpoint->id);
        }
    }
    if (!modelsOf(step).isEmpty())
        return ids;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (fitsStep(step, endpoint))
            ids.insert(endpoint.id);
    }
    return ids.isEmpty() ? QSet<QString>{step.id} : ids;
}

} // namespace

class TstPlanProperties : public QObject
{
    Q_OBJECT
private slots:
    void everyEndpointOfEveryStepIsDecidedExactlyOnce()
    {
        SeededRandom random(1);
        qsizetype candidates = 0;
        for (int round = 0; round < sb::testing::rounds(30'000); ++round) {
            const PlanInput input = anyInput(random);
            const Plan decided = plan(input, WallTime{}, random);
            candidates += decided.candidates.size();
            QHash<qsizetype, QStringList> seen;
            for (const Candidate &candidate : decided.candidates)
                seen[candidate.step].append(candidate.endpointId);
            for (const Excluded &entry : decided.excluded)
                seen[entry.step].append(entry.endpointId);
            for (qsizetype step = 0; step < input.chain.steps.size(); ++step) {
                const QStringList ids = seen.value(step);
                const QSet<QString> expected = offersOf(input.chain.steps.at(step), input.catalog);
                QCOMPARE(QSet<QString>(ids.begin(), ids.end()), expected);
                QCOMPARE(ids.size(), expected.size());
            }
        }
        QVERIFY(candidates > 1'000); // else nearly all was excluded, which shows little
    }

    void theChancesOfAStepSumToOneAndAStepKeepsItsPlace()
    {
        SeededRandom random(4);
        qsizetype shared = 0;
        for (int round = 0; round < sb::testing::rounds(40'000); ++round) {
            const PlanInput input = anyInput(random);
            const Plan decided = plan(input, WallTime{}, random);
            QHash<qsizetype, double> sums;
            qsizetype step = 0;
            for (const Candidate &candidate : decided.candidates) {
                QVERIFY(candidate.step >= step);
                QVERIFY(candidate.probability >= 0 && candidate.probability <= 1);
                step = candidate.step;
                sums[step] += candidate.probability;
                shared += candidate.probability > 0 && candidate.probability < 1 ? 1 : 0;
            }
            for (const double sum : std::as_const(sums))
                QVERIFY2(qAbs(sum - 1) < 1e-9, qPrintable(QString::number(sum)));
        }
        QVERIFY(shared > 300); // else nothing was left to chance, which shows little
    }

    void theSameArgumentsGiveTheSamePlanByteForByte()
    {
        SeededRandom random(2);
        for (int round = 0; round < sb::testing::rounds(10'000); ++round) {
            const PlanInput input = anyInput(random);
            SeededRandom first(7);
            SeededRandom second(7);
            QCOMPARE(toJson(plan(input, WallTime{}, first)).dump(), toJson(plan(input, WallTime{}, second)).dump());
        }
    }

    void noCandidateBreaksAHardRule()
    {
        SeededRandom random(3);
        for (int round = 0; round < sb::testing::rounds(30'000); ++round) {
            const PlanInput input = anyInput(random);
            const Plan decided = plan(input, WallTime{}, random);
            for (qsizetype i = 0; i < decided.candidates.size(); ++i) {
                const Candidate &candidate = decided.candidates.at(i);
                const catalog::Provider &provider = *input.catalog.provider(candidate.providerId);
                const Step &step = input.chain.steps.at(candidate.step);
                QCOMPARE(candidate.rank, int(i) + 1);
                QCOMPARE(provider.practice, decided.practice);
                const catalog::Endpoint &endpoint = *input.catalog.endpoint(candidate.endpointId);
                const QStringList models = modelsOf(step);
                QVERIFY(models.isEmpty() || models.contains(candidate.modelId));
                const Preferences wishes = combined(step.preferences, input.preferences);
                QVERIFY(wishes.denyTraining != true || provider.local || provider.practice
                        || provider.dataPolicy.trains == false);
                QVERIFY(wishes.quantizations.isEmpty()
                        || wishes.quantizations.contains(endpoint.quantization.isEmpty() ? u"unknown"_s
                                                                                         : endpoint.quantization));
                QVERIFY(!wishes.ignore.contains(provider.id) && !wishes.ignore.contains(endpoint.id));
                QVERIFY(input.health.full.value(endpoint.id) <= step.patience);
                QVERIFY(provider.enabled && input.usableProviders.contains(provider.id));
                QVERIFY(!input.health.coolingDown.contains(candidate.endpointId));
                QVERIFY(!step.maxCost || !candidate.bound || *candidate.bound <= *step.maxCost);
                const bool limited = input.budget.hard && input.budget.remaining && !provider.practice;
                QVERIFY(!limited || !candidate.bound || *candidate.bound <= *input.budget.remaining);
                QVERIFY(!limited || candidate.bound || input.budget.allowedUnpriced.contains(candidate.endpointId));
            }
        }
    }
};

static const bool tstPlanProperties = sb::testing::add<TstPlanProperties>();

#include "tst_plan_properties.moc"
